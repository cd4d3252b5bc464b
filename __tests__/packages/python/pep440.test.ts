import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareVersions, isPythonVersion, normaliseVersion } from '../../../src/packages/python/pep440.ts';
import { describeWith } from '../../support/needs.ts';

describe('PEP 440 order', () => {
  const ascending = [
    '0.9',
    '1.dev0',
    '1.0.dev1',
    '1.0a0.dev1',
    '1.0a0',
    '1.0-alpha.2',
    '1.0b1',
    '1.0.c1',
    '1.0preview2',
    '1.0',
    '1.0+abc',
    '1.0+5',
    '1.0+5.1',
    '1.0.post0.dev1',
    '1.0-1',
    '1.0.1',
    '1.10',
    `1.${'9'.repeat(60)}`,
    '1!0.1',
  ];

  test('of every two', () => {
    for (const [index, low] of ascending.entries()) {
      expect(compareVersions(low, low)).toBe(0);
      for (const high of ascending.slice(index + 1)) {
        expect([low, high, compareVersions(low, high), compareVersions(high, low)]).toEqual([low, high, -1, 1]);
      }
    }
  });

  test('spellings of one version are equal', () => {
    for (const same of ['1.0.0b1', 'v1.0-BETA-1', '1.b1', '0!1.0_beta1'])
      expect(compareVersions(same, '1.0b1')).toBe(0);
  });

  test.each(['', 'latest', '1.0-next.1', '1.0 ', '{{ version }}', '1..0', '1.0+', '1'.repeat(1_000)])(
    '%.20j is none',
    (text) => {
      expect(isPythonVersion(text)).toBe(false);
    },
  );
});

describe('one spelling', () => {
  test.each([
    ['1.0', '1'],
    ['v1.2.0-beta.1', '1.2b1'],
    ['1.0-RC', '1rc0'],
    ['01.2.post', '1.2.post0'],
    ['1.0-5', '1.post5'],
    ['1!2.0.dev3+Local.01', '1!2.dev3+local.1'],
  ])('%s is %s', (text, expected) => {
    expect(normaliseVersion(text)).toBe(expected);
  });
  test.each(['', 'one', '1..2', '1.0-x', '1.0+', '1'.repeat(300)])('%j is no version', (text) => {
    expect(normaliseVersion(text)).toBeUndefined();
  });

  describeWith('python', 'beside Python itself', () => {
    test("two versions have one spelling exactly where Python's packaging says that they are equal", () => {
      const part = fc.constantFrom(
        '',
        '.0',
        '.1',
        'a1',
        '-alpha-1',
        'rc',
        '.post',
        '.post1',
        '-1',
        '.dev0',
        '-dev',
        '+a.1',
        '+A_01',
      );
      const text = fc
        .tuple(fc.constantFrom('', 'v', '1!', '0!'), fc.constantFrom('1', '01', '1.0'), part, part, part)
        .map((all) => all.join(''));
      const pairs = fc.sample(fc.tuple(text, text), { numRuns: 2_000, seed: 4 });
      const script = [
        'import json, sys',
        'from pip._vendor.packaging.version import Version, InvalidVersion',
        'def parse(text):',
        '    try: return Version(text)',
        '    except InvalidVersion: return None',
        'print(json.dumps([[parse(a) is not None, parse(a) == parse(b)] for a, b in json.load(sys.stdin)]))',
      ].join('\n');
      const verdicts = JSON.parse(
        execFileSync('python', ['-c', script], { input: JSON.stringify(pairs) }).toString(),
      ) as [boolean, boolean][];
      const ours = pairs.map(([a, b]) => [
        normaliseVersion(a) !== undefined,
        normaliseVersion(a) === normaliseVersion(b),
      ]);
      const wrong = pairs.filter((_, index) => JSON.stringify(ours[index]) !== JSON.stringify(verdicts[index]));
      expect(wrong).toEqual([]);
    });
  });
});
