import { describe, expect, test } from '@jest/globals';
import { lookUpCurrentVersions } from '../../../src/engine/planning/current-versions.ts';
import { TooManyTags, type VersionSources } from '../../../src/engine/planning/version-sources.ts';
import { component } from '../../train/samples.ts';

/** A repository without tags, and a registry that knows nothing. */
const nothing: VersionSources = {
  served: async () => undefined,
  tags: async () => [],
  packageJson: async () => undefined,
};
const core = component('core', { package: { npm: '@acme/core' }, ref: 'next' });

async function found(sources: Partial<VersionSources>, of = core) {
  return (await lookUpCurrentVersions([of], { ...nothing, ...sources })).get(of.id);
}

const served = (...versions: string[]) => ({ served: async () => ({ versions, tags: { latest: versions[0] ?? '' } }) });
const tagged = (...tags: string[]) => ({ tags: async () => tags });
const file = (version: unknown, name: unknown = '@acme/core') => ({ packageJson: async () => ({ name, version }) });

describe('the current version', () => {
  test('is the highest that the registry serves or a tag names; package.json counts only where neither names one', async () => {
    expect(await found({ ...served('1.2.0'), ...tagged('v1.1.0'), ...file('0.9.0') })).toEqual({
      versions: ['1.2.0', '1.1.0'],
      served: ['1.2.0'],
      latest: '1.2.0',
      source: 'the registry for "@acme/core"',
    });
    expect(await found({ ...served('1.2.0'), ...tagged('core@1.3.0') })).toMatchObject({
      versions: ['1.2.0', '1.3.0'],
      source: 'the tag core@1.3.0 of acme/core',
    });
    expect(await found({ ...tagged('release-2.5.0'), ...file('1.0.0') })).toMatchObject({ versions: ['2.5.0'] });
    expect(await found({ ...tagged('v4.1.0', 'v4.0.0'), ...file('0.0.0-development') })).toMatchObject({
      versions: ['4.1.0', '4.0.0'],
    });
    expect(await found(file('0.9.0'))).toEqual({
      versions: ['0.9.0'],
      source: 'package.json of acme/core at next',
    });
  });

  test('is not counted where there are too many tags, which is kept and not thrown; what is served is known all the same', async () => {
    const tags = async () => Promise.reject(new TooManyTags('acme/core'));
    const uncounted = 'acme/core has 5,000 tags or more, too many to read: give its version in versions.';
    expect(await found({ ...served('1.2.0'), tags })).toEqual({
      ...{ versions: ['1.2.0'], served: ['1.2.0'], latest: '1.2.0' },
      ...{ source: 'the registry for "@acme/core"', uncounted },
    });
    const broken = async () => Promise.reject(new Error('GET /repos/acme/core/tags answered 502'));
    expect(await found({ tags: broken })).toEqual({ fault: expect.stringContaining('answered 502') });
  });

  test('of several packages is the highest of all registries', async () => {
    const both = component('core', { package: [{ npm: '@acme/core' }, { pypi: 'acme-core' }] });
    const answers = { npm: ['1.2.0'], pypi: ['1.3.0'] };
    const of: VersionSources['served'] = async (one) => ({
      versions: 'npm' in one ? answers.npm : answers.pypi,
      tags: {},
    });
    expect(await found({ served: of }, both)).toMatchObject({
      versions: ['1.2.0', '1.3.0'],
      source: 'the registry for "acme-core"',
    });
  });

  test('of a component in a folder is that of its own package.json', async () => {
    const asked: string[] = [];
    const packageJson: VersionSources['packageJson'] = async (_, { path }) => {
      asked.push(path);
      return { name: '@acme/core', version: '1.0.0' };
    };
    const inFolder = component('core', { package: { npm: '@acme/core' }, directory: 'packages/core' });
    expect(await found({ packageJson }, inFolder)).toMatchObject({ versions: ['1.0.0'] });
    expect(asked).toEqual(['packages/core/package.json']);
  });

  test('that nobody knows says where was looked', async () => {
    expect(await found({}, component('docs'))).toEqual({
      lookedIn: ['the tags of acme/docs', 'package.json of acme/docs at main'],
    });
    expect(await found(file('0.0.0'), component('docs', { package: { npm: '@acme/core' } }))).toMatchObject({
      lookedIn: ['the registry for "@acme/core"', 'the tags of acme/docs', 'package.json of acme/docs at main'],
    });
  });

  test('is not taken to be none where something was seen', async () => {
    expect(await found({ ...tagged('2026.01.15', 'v1.2'), ...file('1.0.0') })).toMatchObject({
      seen: ['the tag 2026.01.15', 'the tag v1.2'],
    });
    expect(await found(file('latest'))).toMatchObject({ seen: ['"latest" in package.json'] });
    const empty = { served: async () => ({ versions: [], tags: {} }) };
    expect(await found(empty)).toMatchObject({ seen: ['what the registry for "@acme/core" serves'] });
    expect(await found({ ...served('1.2.0'), ...tagged('v1.2.0', '2.0') })).toMatchObject({ unread: ['2.0'] });
  });

  test('is not taken to be none where it may be hidden', async () => {
    expect(await found({ tags: async () => undefined })).toMatchObject({
      hidden: 'there is no acme/core, or the token may not see it',
    });
    expect(await found({})).toMatchObject({ hidden: expect.stringContaining('a private package such as @acme/core') });
  });

  test('is a fault where any source fails: another one might name an older version', async () => {
    const failing = async () => Promise.reject(new Error('503 from the registry\nstack'));
    expect(await found({ served: failing, ...tagged('v1.0.0'), ...file('1.0.0') })).toEqual({
      fault:
        'Component core: its current version could not be read from the registry for "@acme/core": 503 from the registry',
    });
    expect(await found({ ...served('1.0.0'), tags: failing })).toEqual({
      fault: expect.stringContaining('could not be read from the tags of acme/core'),
    });
  });

  test.each([[null], ['text'], [{}], [{ name: '@acme/core', version: 1 }], [{ name: 'another', version: '5.0.0' }]])(
    'is not read from %j',
    async (packageJson) => {
      expect(await found({ packageJson: async () => packageJson })).toHaveProperty('lookedIn');
    },
  );
});

test('at most `parallel` components are looked up at once; the order of answers does not matter', async () => {
  const components = Array.from({ length: 40 }, (_, index) => component(`c${index}`));
  let open = 0;
  let most = 0;
  const tags = async (repository: string) => {
    open += 1;
    most = Math.max(most, open);
    for (let turn = repository.length % 3; turn >= 0; turn -= 1) await new Promise(setImmediate);
    open -= 1;
    if (repository.endsWith('7')) throw new Error('no access');
    return ['v1.0.0'];
  };
  const versions = await lookUpCurrentVersions(components, { ...nothing, tags }, { parallel: 5 });
  expect(most).toBe(5);
  const failed = [...versions].filter(([, current]) => 'fault' in current).map(([id]) => id);
  expect({ all: versions.size, failed }).toEqual({ all: 40, failed: ['c7', 'c17', 'c27', 'c37'] });
});

test('an abort ends the look-up with its reason', async () => {
  const abort = new AbortController();
  const tags = async () => {
    abort.abort(new Error('cancelled'));
    throw new Error('socket closed');
  };
  const looking = lookUpCurrentVersions([core], { ...nothing, tags }, { signal: abort.signal });
  await expect(looking).rejects.toThrow('cancelled');
});
