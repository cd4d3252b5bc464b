import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import semver from 'semver';
import { inLine, nextVersion, obstacle } from '../../../src/train/plan/existing-versions.ts';
import { RELEASE_TYPES } from '../../../src/train/plan/version-text.ts';
import { each, reached } from '../../support/reached.ts';

describe('the next version', () => {
  test.each([
    [['1.9.0', '2.0.0-beta.3'], 'prerelease', 'beta', '2.0.0-beta.4', '2.0.0-beta.3'],
    [['1.9.0', '1.9.1-beta.0'], 'prerelease', 'beta', '1.9.1-beta.1', '1.9.1-beta.0'],
    [['1.9.0', '1.10.0-beta.0'], 'preminor', 'beta', '1.10.0-beta.1', '1.10.0-beta.0'],
    [['1.9.0', '2.0.0-rc.1'], 'premajor', 'rc', '2.0.0-rc.2', '2.0.0-rc.1'],
    [['1.9.0', '2.0.0-beta.3'], 'preminor', 'beta', '1.10.0-beta.0', '1.9.0'],
    [['1.9.0', '2.0.0-beta.3'], 'minor', undefined, '1.10.0', '1.9.0'],
    [['1.9.0', '2.0.0-beta.3'], 'major', undefined, '2.0.0', '1.9.0'],
    [['1.9.5', '1.10.0'], 'patch', undefined, '1.10.1', '1.10.0'],
    [['1.0.0-rc.1'], 'minor', undefined, '1.0.0', '1.0.0-rc.1'],
    [['1.9.0', '1.9.1-rc.0'], 'prerelease', 'beta', undefined, '1.9.1-rc.0'],
    [['1.9.0', '1.10.0-rc.0'], 'preminor', 'beta', undefined, '1.10.0-rc.0'],
  ] as const)('after %j by %s %s is %s', (versions, releaseType, prereleaseId, version, from) => {
    expect(nextVersion(versions, { releaseType, prereleaseId })).toEqual(version ? { from, version } : { from });
  });

  test('is never one that exists, and never below what it follows', () => {
    const number = fc.nat({ max: 3 });
    const version = fc
      .tuple(number, number, number, fc.constantFrom('', '', '-alpha.1', '-beta.0', '-beta.3', '-rc.0'))
      .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre}`);
    const met = reached({ ...each(RELEASE_TYPES, 5), 'beside prereleases': 50, none: 1 });
    fc.assert(
      fc.property(
        fc.uniqueArray(version, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...RELEASE_TYPES),
        fc.constantFrom(undefined, 'alpha', 'beta', 'rc'),
        (versions, releaseType, id) => {
          const prereleaseId = releaseType.startsWith('pre') ? id : undefined;
          const next = nextVersion(versions, { releaseType, prereleaseId });
          if (next?.version === undefined) return met.met('none');
          expect(versions).not.toContain(next.version);
          expect(versions).toContain(next.from);
          expect(semver.gt(next.version, next.from)).toBe(true);
          expect(obstacle(versions, next.version)).toBeUndefined();
          met.met(releaseType);
          if (versions.some((one) => semver.prerelease(one))) met.met('beside prereleases');
        },
      ),
      { numRuns: 500 },
    );
    met.verify();
  });
});

test.each([
  [['1.9.0', '2.0.0'], '1.9.1', '2.0.0'],
  [['1.9.0', '2.0.0-beta.3'], '1.9.1', undefined],
  [['1.9.0', '2.0.0-beta.3'], '2.0.0-beta.2', '2.0.0-beta.3'],
  [['1.9.0', '2.0.0-beta.3'], '2.0.0', undefined],
  [['1.9.0'], '1.9.0', '1.9.0'],
] as const)('beside %j what stands in the way of %s is %s', (versions, wanted, expected) => {
  expect(obstacle(versions, wanted)).toBe(expected);
});

test('a maintenance line has its own versions only', () => {
  expect(inLine(['1.9.0', '1.10.0-rc.1', '2.0.0', '2.0.0-beta.1'], '1.x')).toEqual(['1.9.0', '1.10.0-rc.1']);
  expect(inLine(['1.4.9', '1.5.0'], '1.4.x')).toEqual(['1.4.9']);
});
