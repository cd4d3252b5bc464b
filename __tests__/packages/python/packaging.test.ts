import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare } from 'semver';
import { channelsFrom, requireOrderKept, toPython } from '../../../src/packages/python/from-semver.ts';
import { compareVersions, isPythonVersion } from '../../../src/packages/python/pep440.ts';
import { needPython, type Python } from '../../support/python.ts';

const python = await needPython(['packaging==26.0']);
const channels = channelsFrom({ next: 'dev', canary: 'dev', preview: 'rc', dev: 'dev' });
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 2 ** 48 }));
// Mostly the same few releases, so that two versions often differ in their pre-release alone.
const release = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('1.0.0', '1.0.1') },
  { weight: 1, arbitrary: fc.tuple(fc.nat(3), fc.nat(3), number).map((parts) => parts.join('.')) },
);
const canonical = fc
  .tuple(release, fc.option(fc.tuple(fc.constantFrom('alpha', 'beta', 'rc'), number)))
  .map(([base, pre]) => (pre ? `${base}-${pre.join('.')}` : base));
const anyChannel = fc
  .tuple(release, fc.constantFrom(...channels.keys()), fc.option(number))
  .map(([base, channel, n]) => `${base}-${channel}${n === null ? '' : `.${n}`}`);
const accepted = fc.oneof(canonical, anyChannel);

/** Anything PEP 440 takes, in its odd spellings too, and much that it does not. */
const separator = fc.constantFrom('', '.', '-', '_');
const optional = (part: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), part);
const spelling = fc
  .tuple(
    optional(fc.constantFrom('v', '0!', '2!')),
    fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
    optional(
      fc
        .tuple(
          separator,
          fc.constantFrom('a', 'ALPHA', 'b', 'beta', 'c', 'rc', 'pre', 'Preview', 'x'),
          separator,
          optional(fc.nat(9).map(String)),
        )
        .map((p) => p.join('')),
    ),
    optional(
      fc
        .tuple(separator, fc.constantFrom('post', 'rev', 'r', ''), separator, optional(fc.nat(9).map(String)))
        .map((p) => p.join('')),
    ),
    optional(
      fc.tuple(separator, fc.constant('dev'), separator, optional(fc.nat(9).map(String))).map((p) => p.join('')),
    ),
    optional(fc.constantFrom('+1', '+a', '+a.1', '+a-01', '+1.a', '+', '+é')),
  )
  .map((parts) => parts.join(''));

python.describe(`judged by Python’s packaging (SEED=${seed})`, (tool) => {
  test('every mapped version is canonical, and Cargo’s spelling means the same', () => {
    const versions = samples(accepted).map((version) => toPython(version, channels));
    const judged = ask(
      tool,
      'str(Version(x[0])) == x[0] and Version(x[0]) == Version(x[1])',
      versions.map((v) => [v.pep440, v.cargo]),
    );
    expect(versions.filter((_, index) => judged[index] !== true)).toEqual([]);
  });

  test('alpha, beta and rc with numbers keep SemVer’s order', () => {
    const pairs = samples(fc.tuple(canonical, canonical));
    expect(wrongOrder(tool, pairs)).toEqual([]);
  });

  test('for every accepted version: a step is let through exactly when the order is kept', () => {
    const pairs = samples(fc.tuple(accepted, accepted));
    const wrong = new Set(wrongOrder(tool, pairs).map(String));
    const refused = pairs.filter(([previous, next]) => !isKept(previous, next));
    expect(wrong.size).toBeGreaterThan(0);
    expect(new Set(refused.map(String))).toEqual(wrong);
  });

  test('our reading and our order of PEP 440 are packaging’s', () => {
    const texts = samples(spelling);
    const valid = ask(tool, 'valid(x)', texts);
    expect(texts.filter((text, index) => isPythonVersion(text) !== valid[index])).toEqual([]);

    const versions = texts.filter(isPythonVersion);
    const pairs = versions.map(
      (version, index) => [version, versions[(index * 7 + 1) % versions.length] ?? version] as const,
    );
    const orders = ask(tool, 'order(*x)', pairs);
    expect(pairs.filter(([a, b], index) => compareVersions(a, b) !== orders[index])).toEqual([]);
  });

  test('what was refused as a post-release would have become one', () => {
    const refused = ['1.0.0-1', '1.0.0-0', '1.0.0-r.1', '1.0.0-rev.1', '1.0.0-post.1', '0.0.0-20261120101500'];
    expect(ask(tool, 'Version(x).is_postrelease', refused)).toEqual(refused.map(() => true));
  });
});

function samples<T>(arbitrary: fc.Arbitrary<T>): T[] {
  return fc.sample(arbitrary, { numRuns: 2_000, seed });
}

function isKept(previous: string, next: string): boolean {
  try {
    requireOrderKept(previous, next, channels);
    return true;
  } catch {
    return false;
  }
}

function wrongOrder(tool: Python, pairs: readonly (readonly [string, string])[]) {
  const mapped = pairs.map((pair) => pair.map((version) => toPython(version, channels).pep440));
  const orders = ask(tool, 'order(*x)', mapped);
  return pairs.filter(([previous, next], index) => compare(previous, next) !== orders[index]);
}

/** Evaluates a Python expression for each x. */
function ask(tool: Python, expression: string, values: readonly unknown[]): unknown[] {
  const program = `
import json, sys
from packaging.version import Version, InvalidVersion
def order(a, b): return (Version(a) > Version(b)) - (Version(a) < Version(b))
def valid(x):
    try: return bool(Version(x))
    except InvalidVersion: return False
print(json.dumps([${expression} for x in json.load(sys.stdin)]))`;
  const input = JSON.stringify(values);
  const answer = execFileSync(tool.command, ['-c', program], { input, env: tool.env, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(answer.toString()) as unknown[];
}
