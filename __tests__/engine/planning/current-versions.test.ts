import { describe, expect, test } from '@jest/globals';
import {
  lookUpCurrentVersions,
  type VersionSources,
  versionOfTag,
} from '../../../src/engine/planning/current-versions.ts';
import { component } from '../../train/samples.ts';

const nothing: VersionSources = {
  registryVersion: async () => undefined,
  latestTag: async () => undefined,
  packageJson: async () => undefined,
};
const core = component('core', { package: { npm: '@acme/core' }, ref: 'next' });

async function found(sources: Partial<VersionSources>, of = core) {
  const { versions, faults } = await lookUpCurrentVersions([of], { ...nothing, ...sources });
  return versions.get(of.id) ?? faults[0]?.message;
}

describe('the current version', () => {
  const json = { name: '@acme/core', version: '0.9.0' };

  test("is the registry's, else the latest release's, else that of package.json", async () => {
    const packageJson = async () => json;
    const latestTag = async () => 'v1.1.0';
    const registryVersion = async () => '1.2.0';
    expect(await found({ packageJson, latestTag, registryVersion })).toEqual({
      version: '1.2.0',
      source: 'the registry for "@acme/core"',
    });
    expect(await found({ packageJson, latestTag })).toEqual({
      version: '1.1.0',
      source: 'the latest release of acme/core',
    });
    expect(await found({ packageJson })).toEqual({ version: '0.9.0', source: 'package.json of acme/core at next' });
  });

  test('that nobody knows says where was looked', async () => {
    expect(await found({})).toEqual({
      lookedIn: [
        'the registry for "@acme/core"',
        'the latest release of acme/core',
        'package.json of acme/core at next',
      ],
    });
    expect(await found({}, component('docs'))).toEqual({
      lookedIn: ['the latest release of acme/docs', 'package.json of acme/docs at main'],
    });
  });

  test('is not taken from a later source when an earlier one fails', async () => {
    const registryVersion = async () => Promise.reject(new Error('503 from the registry\nstack'));
    expect(await found({ registryVersion, packageJson: async () => json })).toBe(
      'Component core: its current version could not be read from the registry for "@acme/core": 503 from the registry',
    );
  });

  test('that is not SemVer is a fault that names its source', async () => {
    expect(await found({ packageJson: async () => ({ ...json, version: 'latest' }) })).toBe(
      'Component core: its current version could not be read from package.json of acme/core at next: "latest" is not SemVer.',
    );
  });

  test.each([[null], ['text'], [{}], [{ name: '@acme/core', version: 1 }], [{ name: 'another', version: '5.0.0' }]])(
    'is not read from %j',
    async (packageJson) => {
      expect(await found({ packageJson: async () => packageJson })).toHaveProperty('lookedIn');
    },
  );
});

test.each([
  ['v1.2.3', '1.2.3'],
  ['1.2.3-rc.1', '1.2.3-rc.1'],
  ['@acme/core@1.2.3', '1.2.3'],
  ['core-v1.2.3', '1.2.3'],
  ['core/v1.2.3', '1.2.3'],
  ['@acme/other@1.2.3', undefined],
  ['corei-v1.2.3', undefined],
  ['release-2026', undefined],
  [undefined, undefined],
])('the tag %j names the version %j', (tag, version) => {
  expect(versionOfTag(tag, core)).toBe(version);
});

test('at most `parallel` components are looked up at once; the order of answers does not matter', async () => {
  const components = Array.from({ length: 40 }, (_, index) => component(`c${index}`));
  let open = 0;
  let most = 0;
  const latestTag = async (repository: string) => {
    open += 1;
    most = Math.max(most, open);
    for (let turn = repository.length % 3; turn >= 0; turn -= 1) await new Promise(setImmediate);
    open -= 1;
    if (repository.endsWith('7')) throw new Error('no access');
    return 'v1.0.0';
  };
  const { versions, faults } = await lookUpCurrentVersions(components, { ...nothing, latestTag }, { parallel: 5 });
  expect(most).toBe(5);
  expect(versions.size).toBe(36);
  expect(faults.map(({ at }) => at?.[1])).toEqual(['c7', 'c17', 'c27', 'c37']);
});

test('an abort ends the look-up with its reason', async () => {
  const abort = new AbortController();
  const latestTag = async () => {
    abort.abort(new Error('cancelled'));
    throw new Error('socket closed');
  };
  const looking = lookUpCurrentVersions([core], { ...nothing, latestTag }, { signal: abort.signal });
  await expect(looking).rejects.toThrow('cancelled');
});
