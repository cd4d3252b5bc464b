import { describe, expect, test } from '@jest/globals';
import { versionsInTags } from '../../../src/train/plan/version-tags.ts';
import { component } from '../samples.ts';

const core = component('core', { repository: 'acme/mono', package: { npm: '@acme/core-lib' } });
const alone = { sharesRepository: false };

function versions(tags: readonly string[], of = core, how = alone) {
  return [...versionsInTags(tags, of, how).versions];
}

describe('a tag names a version', () => {
  test.each([
    'v1.2.3',
    'V1.2.3',
    '1.2.3',
    'release-1.2.3',
    'release/v1.2.3',
    'releases/1.2.3',
    'core@1.2.3',
    'core-v1.2.3',
    'core/v1.2.3',
    'core-1.2.3',
    '@acme/core-lib@1.2.3',
    'core-lib@1.2.3',
    'core-lib-v1.2.3',
    'mono-v1.2.3',
  ])('%s', (tag) => {
    expect(versions([tag])).toEqual(['1.2.3']);
  });

  test('also a prerelease', () => {
    expect(versions(['v2.0.0-beta.3', 'core@1.0.0-rc.1'])).toEqual(['2.0.0-beta.3', '1.0.0-rc.1']);
  });

  test.each([
    '@acme/other@9.0.0',
    'other-v9.0.0',
    'corei-v9.0.0',
    'nightly',
    'v',
    'core',
    'stable-9.0.0',
    '@acme/core@9.0.0x',
  ])('but not of this component: %s', (tag) => {
    expect(versionsInTags([tag], core, alone)).toMatchObject({ versions: [], unread: [] });
  });
});

describe('in a repository of several components', () => {
  const shared = { sharesRepository: true };

  test('tags without a name do not count beside tags with one', () => {
    expect(versions(['v9.0.0', 'core@1.0.0', 'mono-v8.0.0'], core, shared)).toEqual(['1.0.0']);
  });

  test('they count for one that has no tags of its own: the repository is tagged as a whole', () => {
    expect(versions(['v9.0.0', 'other@1.0.0'], core, shared)).toEqual(['9.0.0']);
  });
});

describe('the form that a manifest gives', () => {
  const own = { ...core, tag: 'lib/core-v{version}' };

  test('is the only one that counts', () => {
    expect(versions(['lib/core-v1.2.3', 'v9.0.0', 'core@9.0.0', 'lib/core-v'], own)).toEqual(['1.2.3']);
  });

  test('may have something behind the version', () => {
    expect(versions(['1.2.3-final', '2.0.0'], { ...core, tag: '{version}-final' })).toEqual(['1.2.3']);
  });

  test('makes a team that left its calendar versions free of them', () => {
    expect(versionsInTags(['2026.01.15', 'v1.0.0'], { ...core, tag: 'v{version}' }, alone)).toMatchObject({
      versions: ['1.0.0'],
      unread: [],
    });
  });
});

describe('a tag that cannot be read', () => {
  const unread = (tags: readonly string[], known: readonly string[] = []) =>
    versionsInTags(tags, core, { ...alone, known }).unread;

  test('counts where it may be above all that can', () => {
    expect(unread(['2026.01.15', 'v1.2', '1.2.3.4'])).toEqual(['2026.01.15', 'v1.2', '1.2.3.4']);
    expect(unread(['v1.0.0', 'v1.2'])).toEqual(['v1.2']);
    expect(unread(['v1.0'], ['1.2.0'])).toEqual([]);
  });

  test('does not where it only moves along with the releases', () => {
    expect(unread(['v2', 'v2.3', 'v2.3.1', 'v3'])).toEqual([]);
    expect(unread(['nightly-20260115', 'latest', 'v1.0.0'])).toEqual([]);
  });
});
