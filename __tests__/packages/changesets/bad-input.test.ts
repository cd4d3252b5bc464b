import { afterEach, expect, test } from '@jest/globals';
import { planFromChangesets } from '../../../src/packages/changesets/plan-workspace.ts';
import type { Fault, UserError } from '../../../src/platform/errors.ts';
import { changeset, config, type Files, remove, treeHash, writeWorkspace } from './workspaces.ts';

const made: string[] = [];
afterEach(() => made.splice(0).forEach(remove));

async function faultsOf(files: Files): Promise<readonly Fault[]> {
  const directory = writeWorkspace(files);
  made.push(directory);
  const before = treeHash(directory);
  const error: UserError = await planFromChangesets({ directory }).then(
    () => expect('a plan').toBe('refused'),
    (thrown) => thrown,
  );
  expect(error.name).toBe('UserError');
  expect(treeHash(directory)).toBe(before);
  return error.faults;
}

const root = { 'package.json': { name: 'root', workspaces: ['packages/*'] } };
const core = { 'packages/core/package.json': { name: '@x/core', version: '1.0.0' } };
const good = { ...root, ...core, '.changeset/config.json': config() };
const member = (name: string, rest: object) => ({
  [`packages/${name}/package.json`]: { name: `@x/${name}`, version: '1.0.0', ...rest },
});
const needs = (...names: string[]) => ({
  dependencies: Object.fromEntries(names.map((name) => [`@x/${name}`, '^1.0.0'])),
});

type Case = [title: string, files: Files, message: RegExp, file?: string, line?: number];
const cases: Case[] = [
  ['no package.json', { '.changeset/config.json': config() }, /no package\.json/],
  ['no changesets folder', { ...root, ...core }, /no folder \.changeset.*changeset init/],
  [
    'no settings',
    { ...root, ...core, '.changeset/a.md': changeset({ '@x/core': 'patch' }) },
    /missing.*changeset init/,
    '.changeset/config.json',
  ],
  [
    'settings that are no JSON',
    { ...good, '.changeset/config.json': '{\n  "linked": [],,\n}' },
    /not valid JSON/,
    '.changeset/config.json',
    2,
  ],
  [
    'settings of a wrong type',
    { ...good, '.changeset/config.json': '{\n  "ignore": [],\n  "linked": "@x/core"\n}' },
    /linked: .*rray/i,
    '.changeset/config.json',
    3,
  ],
  [
    'a package in two groups',
    { ...good, '.changeset/config.json': config({ linked: [['@x/core'], ['@x/*']] }) },
    /@x\/core.*multiple groups/,
    '.changeset/config.json',
  ],
  [
    'a package.json that is not valid JSON',
    { ...good, 'packages/core/package.json': '{\n  "name": "@x/core"\n  "version": "1.0.0" }' },
    /not valid JSON: comma expected/,
    'packages/core/package.json',
    3,
  ],
  [
    'a package without a name',
    { ...good, 'packages/core/package.json': '{}' },
    /needs a "name"/,
    'packages/core/package.json',
    1,
  ],
  [
    'a name that would break the log',
    { ...good, ...member('a', { name: 'a\n::set-output name=x::y' }) },
    /not a package name/,
    'packages/a/package.json',
  ],
  [
    'a version that is none',
    { ...good, ...member('a', { version: '1.0' }) },
    /"1\.0" is not a semantic version/,
    'packages/a/package.json',
    3,
  ],
  [
    'a range that is no text',
    { ...good, ...member('a', { dependencies: { b: 1 } }) },
    /range of "b" in "dependencies" must be a text such as .*, not 1/,
    'packages/a/package.json',
    5,
  ],
  [
    'one name twice',
    { ...good, ...member('a', { name: '@x/core' }) },
    /"@x\/core" is taken by packages\/a/,
    'packages/core/package.json',
  ],
  ['an empty changeset', { ...good, '.changeset/a.md': '\n' }, /changeset is empty/, '.changeset/a.md', 1],
  ['no front matter', { ...good, '.changeset/a.md': 'Fixed it.\n' }, /no front matter.*Expected/, '.changeset/a.md', 1],
  [
    'front matter without an end',
    { ...good, '.changeset/a.md': '\n---\n"@x/core": patch\n' },
    /no end/,
    '.changeset/a.md',
    2,
  ],
  [
    'front matter that is no YAML',
    { ...good, '.changeset/a.md': '---\n"@x/core: patch\n---\n' },
    /quote/i,
    '.changeset/a.md',
    2,
  ],
  [
    'front matter that is a list',
    { ...good, '.changeset/a.md': '---\n- "@x/core"\n---\n' },
    /must map packages/,
    '.changeset/a.md',
    2,
  ],
  [
    'a package named twice',
    { ...good, '.changeset/a.md': '---\n"@x/core": patch\n"@x/core": minor\n---\n' },
    /stands here a second time/,
    '.changeset/a.md',
    3,
  ],
  [
    'an unknown release type',
    { ...good, '.changeset/a.md': '---\n"@x/core": huge\n---\n' },
    /"@x\/core" is "huge"; expected major, minor, patch or none/,
    '.changeset/a.md',
    2,
  ],
  [
    'an unknown package',
    { ...good, '.changeset/a.md': '---\n"@x/core": patch\n"@x/coer": patch\n---\n' },
    /no package "@x\/coer" in the workspace; did you mean "@x\/core"\?/,
    '.changeset/a.md',
    3,
  ],
  [
    'a package without its scope',
    { ...good, '.changeset/a.md': '---\ncore: patch\n---\n' },
    /; did you mean "@x\/core"/,
    '.changeset/a.md',
    2,
  ],
  [
    'released and ignored ones in one changeset',
    {
      ...good,
      ...member('a', {}),
      '.changeset/config.json': config({ ignore: ['@x/a'] }),
      '.changeset/b.md': changeset({ '@x/core': 'patch', '@x/a': 'patch' }),
    },
    /mixes.*@x\/a.*Split/,
    '.changeset/b.md',
  ],
  [
    'a dependent of an ignored package',
    { ...good, ...member('a', needs('core')), '.changeset/config.json': config({ ignore: ['@x/core'] }) },
    /"@x\/a" depends on the skipped package/,
    '.changeset/config.json',
  ],
  [
    'a group member without a version',
    { ...good, 'packages/a/package.json': { name: '@x/a' }, '.changeset/config.json': config({ linked: [['@x/*']] }) },
    /linked or fixed group needs a "version"/,
    'packages/a/package.json',
  ],
  [
    'a pre.json that is not valid JSON',
    { ...good, '.changeset/pre.json': '{' },
    /not valid JSON/,
    '.changeset/pre.json',
    1,
  ],
  [
    'a pre.json without a mode',
    { ...good, '.changeset/pre.json': '{\n"mode": "on",\n"tag": 5 }' },
    /"mode" is "on"; expected "pre" or "exit"/,
    '.changeset/pre.json',
    2,
  ],
  [
    'a prerelease that does not count',
    { ...good, ...member('a', { version: '1.0.0-next.x' }), '.changeset/pre.json': { mode: 'pre', tag: 'next' } },
    /must count.*1\.0\.0-next\.x/,
    'packages/a/package.json',
  ],
  [
    'a pnpm-workspace.yaml that is no YAML',
    { ...good, 'pnpm-workspace.yaml': 'packages:\n  - "packages/*\n' },
    /quote/i,
    'pnpm-workspace.yaml',
    3,
  ],
  [
    'a pnpm-workspace.yaml whose packages are no list',
    { ...good, 'pnpm-workspace.yaml': 'packages: all\n' },
    /must be a list/,
    'pnpm-workspace.yaml',
    1,
  ],
];

test.each(cases)('%s', async (...[, files, message, file, line]: Case) => {
  const [fault] = await faultsOf(files);
  expect(fault?.message).toMatch(message);
  if (file) expect(fault?.file?.endsWith(`/${file}`)).toBe(true);
  if (line) expect(fault?.line).toBe(line);
});

test('all faults at once', async () => {
  const faults = await faultsOf({
    ...good,
    ...member('a', { version: 'x' }),
    '.changeset/config.json': '{"fixed": 1}',
    '.changeset/a.md': 'nothing',
    '.changeset/b.md': '---\n"@x/core": big\n"@x/a": small\n---\n',
    '.changeset/pre.json': '[]',
  });
  expect(faults.map(({ file }) => file?.split('/').at(-1))).toEqual([
    'package.json',
    'config.json',
    'pre.json',
    'a.md',
    'b.md',
    'b.md',
  ]);
});

test('a hostile changeset of a megabyte is refused at once', async () => {
  const files = {
    ...good,
    '.changeset/a.md': `---${'\n'.repeat(1_000_000)}`,
    '.changeset/b.md': `---\n${'a: &a [x]\n'}${'b: *a\n'.repeat(9)}---\n`,
  };
  expect((await faultsOf(files)).length).toBeGreaterThan(0);
});
