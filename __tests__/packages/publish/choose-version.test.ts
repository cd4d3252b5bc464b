import { expect, test } from '@jest/globals';
import { chooseVersion } from '../../../src/packages/publish/choose-version.ts';

test.each([
  [{ version: '1.3.0' }, '1.3.0'],
  [{ version: '1.2.3' }, '1.2.3'],
  [{ version: '2.0.0-rc.1', releaseType: 'coordinated' }, '2.0.0-rc.1'],
  [{ tag: 'v1.2.3' }, '1.2.3'],
  [{ tag: '1.2.3', version: '1.2.3' }, '1.2.3'],
  [{ tag: '@acme/lib@1.2.3' }, '1.2.3'],
  [{ releaseType: 'major' }, '2.0.0'],
  [{ releaseType: 'minor' }, '1.3.0'],
  [{ releaseType: 'patch' }, '1.2.4'],
  [{ releaseType: 'prerelease', prereleaseId: 'next' }, '1.2.4-next.0'],
])('after 1.2.3, %j is %s', (wanted, version) => {
  expect(chooseVersion({ current: '1.2.3', ...wanted })).toBe(version);
});

test.each([
  [{}, /nothing to release: give the input version or release-type/],
  [{ version: 'v1.3.0' }, /"v1\.3\.0" is not an exact version/],
  [{ version: '^1.3.0' }, /is not an exact version/],
  [{ version: '1.3.0\n::set-output' }, /is not an exact version/],
  [{ version: '1.2.2' }, /1\.2\.2 is before 1\.2\.3/],
  [{ version: '1.2.3-rc.1' }, /is before 1\.2\.3/],
  [{ releaseType: 'huge' }, /"huge" does not say .* expected major, minor/],
  [{ tag: 'vNext' }, /The tag "vNext" names no version; expected one such as v1\.2\.3/],
  [{ tag: 'v1.3.0' }, /The tag v1\.3\.0 does not match package\.json, which has the version 1\.2\.3/],
  [{ tag: 'v1.2.3', version: '1.2.4' }, /does not match the input version, 1\.2\.4/],
  [{ current: 'next', version: '1.0.0' }, /package\.json has the version "next"/],
])('%j is refused', (wanted, message) => {
  expect(() => chooseVersion({ current: '1.2.3', ...wanted })).toThrow(message);
});
