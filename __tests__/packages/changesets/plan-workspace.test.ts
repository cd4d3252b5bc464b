import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { planFromChangesets } from '../../../src/packages/changesets/plan-workspace.ts';
import { changeset, config, type Files, remove, treeHash, writeWorkspace } from './workspaces.ts';

const made: string[] = [];
afterEach(() => made.splice(0).forEach(remove));

async function plan(files: Files) {
  const directory = writeWorkspace(files);
  made.push(directory);
  const before = treeHash(directory);
  const planned = await planFromChangesets({ directory });
  expect(treeHash(directory)).toBe(before);
  return planned;
}

/** `name from→to why` of every release, in order. */
async function told(files: Files): Promise<string[]> {
  const { releases } = await plan(files);
  return releases.map(({ name, oldVersion, newVersion, why, because }) =>
    [`${name} ${oldVersion}→${newVersion} ${why}`, ...because].join(' '),
  );
}

const npm = { 'package.json': { name: 'root', private: true, workspaces: ['packages/*'] } };
const pkg = (name: string, version: string, rest: object = {}) => ({
  [`packages/${name}/package.json`]: { name, version, ...rest },
});
const settings = (rest: object = {}) => ({ '.changeset/config.json': config(rest) });
const wrote = (id: string, releases: Record<string, string>) => ({ [`.changeset/${id}.md`]: changeset(releases) });

const core = { ...pkg('core', '1.0.0'), ...pkg('ui', '1.0.0', { dependencies: { core: '^1.0.0' } }) };
const pending = { ...settings(), ...wrote('quick-fox', { core: 'major' }) };

describe('finding the workspace', () => {
  const layouts: [string, string, Files][] = [
    ['npm without a lockfile', 'npm', npm],
    ['npm with a lockfile', 'npm', { ...npm, 'package-lock.json': '{}' }],
    [
      'yarn without a lockfile',
      'yarn',
      { 'package.json': { workspaces: { packages: ['packages/*'] }, packageManager: 'yarn@4.9.0' } },
    ],
    ['yarn with a lockfile', 'yarn', { 'package.json': { workspaces: { packages: ['packages/*'] } }, 'yarn.lock': '' }],
    ['pnpm without a lockfile', 'pnpm', { 'package.json': {}, 'pnpm-workspace.yaml': 'packages:\n  - packages/*\n' }],
    [
      'pnpm with a lockfile',
      'pnpm',
      {
        'package.json': {},
        'pnpm-workspace.yaml': 'packages: ["./packages/**", "!**/fixtures/**"]',
        'pnpm-lock.yaml': '',
        'packages/core/fixtures/x/package.json': '{',
      },
    ],
    ['bun', 'bun', { ...npm, 'bun.lock': '' }],
    ['lerna', 'npm', { 'package.json': {}, 'lerna.json': { version: 'independent' } }],
    ['pnpm-workspace.yaml with settings only', 'pnpm', { ...npm, 'pnpm-workspace.yaml': 'autoInstallPeers: true\n' }],
  ];
  test.each(layouts)('%s', async (_, manager, layout) => {
    const { releases, waves } = await plan({ ...layout, ...core, ...pending });
    expect(releases.map(({ name, directory, manager }) => [name, directory, manager])).toEqual([
      ['core', 'packages/core', manager],
      ['ui', 'packages/ui', manager],
    ]);
    expect(waves).toEqual([['core'], ['ui']]);
  });

  test('a single package is its own workspace', async () => {
    const { releases } = await plan({
      'package.json': { name: 'solo', version: '0.3.0' },
      ...settings(),
      ...wrote('a', { solo: 'minor' }),
    });
    expect(releases).toMatchObject([{ name: 'solo', directory: '.', oldVersion: '0.3.0', newVersion: '0.4.0' }]);
  });

  test('a byte order mark, CRLF and a link in a circle are no faults', async () => {
    const directory = writeWorkspace({
      'package.json': '\uFEFF{"workspaces":["packages/**"]}\r\n',
      ...core,
      ...settings(),
      '.changeset/a.md': '\uFEFF---\r\n"core": patch\r\n---\r\n\r\nFixed.\r\nReally.\r\n',
      '.changeset/README.md': 'no changeset',
    });
    made.push(directory);
    symlinkSync(directory, join(directory, 'packages/circle'));
    mkdirSync(join(directory, 'packages/core/node_modules/core'), { recursive: true });
    const { releases, changesets } = await planFromChangesets({ directory });
    expect(releases.map(({ name }) => name)).toEqual(['core']);
    expect(changesets).toEqual([{ id: 'a', summary: 'Fixed.\nReally.', releases: [{ name: 'core', type: 'patch' }] }]);
  });

  test('nothing pending is an empty plan', async () => {
    expect(await plan({ ...npm, ...core, ...settings() })).toEqual({
      releases: [],
      waves: [],
      changesets: [],
      warnings: [],
    });
  });
});

describe('what is released and why', () => {
  test('a dependent whose range is left, not one whose range holds', async () => {
    const files = { ...npm, ...core, ...pkg('kit', '2.0.0', { dependencies: { core: '>=1.0.0' } }), ...pending };
    expect(await told(files)).toEqual(['core 1.0.0→2.0.0 changeset', 'ui 1.0.0→1.0.1 dependency core']);
  });

  test('dependents through peers; a development dependency releases nobody', async () => {
    const files = {
      ...npm,
      ...pkg('core', '1.0.0'),
      ...pkg('plugin', '1.0.0', { peerDependencies: { core: '^1.0.0' } }),
      ...pkg('tests', '1.0.0', { devDependencies: { core: '^1.0.0' } }),
      ...pending,
    };
    expect(await told(files)).toEqual(['core 1.0.0→2.0.0 changeset', 'plugin 1.0.0→1.0.1 dependency core']);
  });

  test('a release names only the dependencies that moved out of its ranges', async () => {
    const both = { dependencies: { core: '^1.0.0', kit: '>=1.0.0' } };
    const files = { ...npm, ...pkg('core', '1.0.0'), ...pkg('kit', '1.0.0'), ...pkg('ui', '1.0.0', both) };
    const releases = wrote('one', { core: 'major', kit: 'major' });
    expect(await told({ ...files, ...settings(), ...releases })).toContain('ui 1.0.0→1.0.1 dependency core');
  });

  test('development dependencies neither order releases nor make a cycle', async () => {
    const files = {
      ...npm,
      ...pkg('a', '1.0.0', { devDependencies: { b: '*' } }),
      ...pkg('b', '1.0.0', { dependencies: { a: '*' } }),
      ...settings(),
      ...wrote('one', { a: 'patch', b: 'patch' }),
    };
    expect((await plan(files)).waves).toEqual([['a'], ['b']]);
  });

  test('linked members are lifted to one version, and keep their own old ones', async () => {
    const files = {
      ...npm,
      ...pkg('a', '1.0.0'),
      ...pkg('b', '1.2.0'),
      ...pkg('c', '1.5.0'),
      ...settings({ linked: [['a', 'b', 'c']] }),
      ...wrote('one', { a: 'patch' }),
      ...wrote('two', { b: 'minor' }),
    };
    expect(await told(files)).toEqual(['a 1.0.0→1.6.0 linked b c', 'b 1.2.0→1.6.0 linked c']);
  });

  test('fixed members are released together', async () => {
    const files = {
      ...npm,
      ...pkg('a', '1.0.0'),
      ...pkg('b', '1.0.0'),
      ...settings({ fixed: [['a', 'b']] }),
      ...wrote('one', { a: 'minor' }),
    };
    expect(await told(files)).toEqual(['a 1.0.0→1.1.0 changeset', 'b 1.0.0→1.1.0 fixed a']);
  });

  test('an ignored linked member still lifts the others', async () => {
    const files = {
      ...npm,
      ...pkg('a', '1.0.0'),
      ...pkg('b', '3.0.0'),
      ...settings({ linked: [['a', 'b']], ignore: ['b'] }),
      ...wrote('one', { a: 'minor' }),
    };
    expect(await told(files)).toEqual(['a 1.0.0→3.1.0 linked b']);
  });

  test('private packages only where they are versioned', async () => {
    const files = { ...npm, ...pkg('core', '1.0.0', { private: true }), ...wrote('one', { core: 'minor' }) };
    expect(await told({ ...files, ...settings() })).toEqual([]);
    const { releases } = await plan({ ...files, ...settings({ privatePackages: { version: true } }) });
    expect(releases).toMatchObject([{ name: 'core', newVersion: '1.1.0', private: true }]);
  });

  test('type none uses a changeset up and releases nothing, also with no version', async () => {
    const { releases, changesets } = await plan({
      ...npm,
      ...pkg('core', '1.0.0'),
      'packages/x/package.json': { name: 'x' },
      ...settings(),
      ...wrote('one', { core: 'none' }),
    });
    expect([releases, changesets.map(({ id }) => id)]).toEqual([[], ['one']]);
  });

  test('the strongest of several changesets counts, and all are named', async () => {
    const { releases } = await plan({
      ...npm,
      ...pkg('core', '1.0.0'),
      ...settings(),
      ...wrote('one', { core: 'patch' }),
      ...wrote('two', { core: 'minor' }),
    });
    expect(releases).toMatchObject([
      { newVersion: '1.1.0', changesets: [{ id: 'one' }, { id: 'two', summary: 'A change.' }] },
    ]);
  });
});

describe('prerelease mode', () => {
  const member = pkg('core', '1.1.0-next.0');
  const old = { old: { core: 'minor' }, 'new': { core: 'patch' } } as const;

  test.each<[string, Files]>([
    [
      'changesets 2',
      {
        '.changeset/pre.json': { mode: 'pre', tag: 'next', initialVersions: { core: '1.0.0' }, changesets: ['old'] },
        ...wrote('old', old.old),
      },
    ],
    ['changesets 3', { '.changeset/pre.json': { mode: 'pre', tag: 'next' }, ...wrote('pre/old', old.old) }],
  ])('what a prerelease has had is not released again (%s)', async (_, pre) => {
    expect(await told({ ...npm, ...member, ...settings(), ...pre })).toEqual([]);
    const { releases, preState } = await plan({ ...npm, ...member, ...settings(), ...pre, ...wrote('new', old.new) });
    expect(preState).toEqual({ mode: 'pre', tag: 'next' });
    expect(releases).toMatchObject([
      { oldVersion: '1.1.0-next.0', newVersion: '1.1.0-next.1', changesets: [{ id: 'new' }] },
    ]);
  });

  test.each<[string, Files]>([
    [
      'changesets 2',
      {
        '.changeset/pre.json': { mode: 'exit', tag: 'next', initialVersions: { core: '1.0.0' }, changesets: ['old'] },
        ...wrote('old', old.old),
      },
    ],
    ['changesets 3', { '.changeset/pre.json': { mode: 'exit', tag: 'next' }, ...wrote('pre/old', old.old) }],
  ])('its end releases all of it (%s)', async (_, pre) => {
    const files = { ...npm, ...member, ...pkg('other', '2.0.0-next.3'), ...settings(), ...pre };
    expect(await told(files)).toEqual([
      'core 1.1.0-next.0→1.1.0 changeset',
      'other 2.0.0-next.3→2.0.0 prerelease-exit',
    ]);
  });
});

describe('warnings', () => {
  test('of settings that match nothing, with the place', async () => {
    const { warnings } = await plan({ ...npm, ...core, ...settings({ linked: [['cor', 'ui']] }) });
    expect(warnings).toMatchObject([
      { message: expect.stringContaining('"cor" does not match any package'), line: expect.any(Number) },
    ]);
    expect(warnings[0]?.file).toMatch(/\.changeset\/config\.json$/);
  });

  test('not of a tag, which changesets does not follow either', async () => {
    const ui = pkg('ui', '1.0.0', { dependencies: { core: 'latest' } });
    const { releases, warnings } = await plan({ ...npm, ...pkg('core', '1.0.0'), ...ui, ...pending });
    expect([releases.map(({ name }) => name), warnings]).toEqual([['core'], []]);
  });

  test('of a range that does not hold the current version', async () => {
    const { releases, warnings } = await plan({
      ...npm,
      ...pkg('core', '2.0.0'),
      ...pkg('ui', '1.0.0', { dependencies: { core: '^1.0.0' } }),
      ...pending,
    });
    expect(releases.map(({ name }) => name)).toEqual(['core']);
    expect(warnings).toMatchObject([
      { message: expect.stringMatching(/core as "\^1\.0\.0".*2\.0\.0.*will not release ui/) },
    ]);
  });
});
