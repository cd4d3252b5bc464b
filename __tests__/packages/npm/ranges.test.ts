import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import semver from 'semver';
import { raiseRange } from '../../../src/packages/npm/ranges.ts';

const raised = (range: string) => ({ kind: 'raised', range });

describe('a range is raised in the form that its author chose', () => {
  test.each([
    ['^1.2.3', '1.5.0', '^1.5.0'],
    ['^1.2.3', '2.0.0', '^2.0.0'],
    ['~1.2.3', '2.0.1', '~2.0.1'],
    ['~>1.2.3', '2.0.1', '~>2.0.1'],
    ['1.2.3', '1.2.4', '1.2.4'],
    ['=1.2.3', '1.2.4', '=1.2.4'],
    ['v1.2.3', '1.2.4', 'v1.2.4'],
    ['>=1.2.3', '3.0.0', '>=3.0.0'],
    ['>= 1.2.3', '3.0.0', '>= 3.0.0'],
    ['^1.2.3-rc.1', '1.2.3', '^1.2.3'],
    ['^1.2.3', '2.0.0-rc.1', '^2.0.0-rc.1'],
    ['^0.2.3', '0.3.0', '^0.3.0'],
    ['1.x', '2.3.4', '2.x'],
    ['1', '2.3.4', '2'],
    ['1.2.x', '1.3.4', '1.3.x'],
    ['1.2.*', '1.3.4', '1.3.*'],
    ['1.X.X', '2.3.4', '2.X.X'],
    ['^1', '2.3.4', '^2'],
    ['~1.2', '1.4.9', '~1.4'],
    ['1.x', '2.0.0-rc.1', '^2.0.0-rc.1'],
    ['1.2.x', '2.0.0-rc.1', '~2.0.0-rc.1'],
    ['^1', '2.0.0-rc.1', '^2.0.0-rc.1'],
    ['^1.0.0 || ^2.0.0', '3.1.0', '^1.0.0 || ^2.0.0 || ^3.1.0'],
    ['^16 || ^17', '18.2.0', '^16 || ^17 || ^18'],
    ['1.x||2.x', '3.1.0', '1.x||2.x||3.x'],
    ['^1.0.0 || >=2 <3', '3.1.0', '^1.0.0 || >=2 <3 || ^3.1.0'],
    ['>=1.2.0 <2.0.0', '1.9.0', '>=1.9.0 <2.0.0'],
    [' ^1.2.3 ', '1.5.0', '^1.5.0'],
  ])('%s with %s becomes %s', (range, version, expected) => {
    expect(raiseRange(range, version)).toEqual(raised(expected));
  });

  test.each([
    ['^1.5.0', '1.5.0'],
    ['1.5.0', '1.5.0'],
    ['1.x', '1.5.0'],
    ['>=1.5.0 <2', '1.5.0'],
  ])('%s is at %s already', (range, version) => {
    expect(raiseRange(range, version)).toEqual({ kind: 'current' });
  });

  test.each([
    ['^2.0.0', '1.9.9'],
    ['2.x', '1.9.9'],
    ['2.0.0', '2.0.0-rc.1'],
    ['>=2.0.0', '1.0.0'],
    ['>=2.0.0 <3', '1.0.0'],
  ])('%s is never lowered to %s', (range, version) => {
    expect(raiseRange(range, version)).toEqual({ kind: 'downgrade' });
  });

  test.each([
    ['*', /any version/],
    ['', /any version/],
    ['x', /any version/],
    ['>=1 <2', /shuts out 2\.0\.0 by a bound/],
    ['1.0.0 - 1.9.0', /shuts out 2\.0\.0/],
    ['<2', /shuts out/],
    ['^1 || ^2', /already takes in/],
    ['>1.0.0', /already takes in/],
    ['not a range', /not a version range/],
  ])('%s is left alone, with the reason', (range, reason) => {
    expect(raiseRange(range, '2.0.0')).toMatchObject({ kind: 'left-alone', reason: expect.stringMatching(reason) });
  });

  test('an open peer range is not narrowed', () => {
    expect(raiseRange('>=1.0.0', '3.0.0', 'peer')).toMatchObject({ kind: 'left-alone' });
    expect(raiseRange('>=1.0.0 <4', '3.0.0', 'peer')).toMatchObject({ kind: 'left-alone' });
    expect(raiseRange('^1.0.0', '3.0.0', 'peer')).toEqual(raised('^3.0.0'));
  });

  test('a huge range is answered at once', () => {
    const range = Array.from({ length: 5_000 }, (_, major) => `^${major}.0.0`).join(' || ');
    expect(raiseRange(range, '6000.0.0')).toEqual(raised(`${range} || ^6000.0.0`));
    expect(raiseRange('^'.repeat(100_000), '1.0.0')).toMatchObject({ kind: 'left-alone' });
  });
});

const natural = fc.nat(30);
const prerelease = fc.constantFrom('', '', '-rc.1', '-beta.12', '-alpha');
const version = fc.tuple(natural, natural, natural, prerelease).map(([a, b, c, d]) => `${a}.${b}.${c}${d}`);
const operator = fc.constantFrom('^', '~', '', '=', '>=', '^ ', 'v');
const full = fc.tuple(operator, version).map(([sign, text]) => sign + text);
const partial = fc
  .tuple(fc.constantFrom('^', '~', ''), natural, fc.option(natural), fc.constantFrom('', '.x', '.*'))
  .map(([sign, major, minor, rest]) => `${sign}${major}${minor === null ? '' : `.${minor}`}${rest}`);
const set = fc.tuple(version, version).map(([low, high]) => `>=${low} <${high}`);
const one = fc.oneof(full, partial, set);
const union = fc
  .tuple(fc.array(one, { minLength: 2, maxLength: 4 }), fc.constantFrom(' || ', '||', ' ||'))
  .map(([all, by]) => all.join(by));
const anyRange = fc.oneof(one, union);
const role = fc.constantFrom('dependency' as const, 'peer' as const);

describe('what holds for every range and version', () => {
  test('a raised range is satisfied by the version, and raising again finds it current or taken in', () => {
    fc.assert(
      fc.property(anyRange, version, role, (range, to, as) => {
        const result = raiseRange(range, to, as);
        if (result.kind !== 'raised') return;
        expect(semver.satisfies(to, result.range)).toBe(true);
        expect(['current', 'left-alone']).toContain(raiseRange(result.range, to, as).kind);
      }),
      { numRuns: 3_000 },
    );
  });

  test('a union still takes in everything it took in', () => {
    fc.assert(
      fc.property(union, version, version, (range, to, other) => {
        const result = raiseRange(range, to, 'peer');
        if (result.kind !== 'raised') return;
        expect(result.range.startsWith(range)).toBe(true);
        if (semver.satisfies(other, range)) expect(semver.satisfies(other, result.range)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test('the operator is kept, and the least version never sinks', () => {
    fc.assert(
      fc.property(full, version, (range, to) => {
        const result = raiseRange(range, to);
        if (result.kind !== 'raised') return;
        expect(/^\D*/.exec(result.range)?.[0]).toBe(/^\D*/.exec(range)?.[0]);
        expect(semver.gte(semver.minVersion(result.range) ?? '0.0.0', semver.minVersion(range) ?? '0.0.0')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
