import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect } from '@jest/globals';
import { verifyReleaseCommit } from '../../../src/packages/publish/release-commit.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

/* A job that ran foreign code made the commit: it may raise versions, and ranges of the packages that are there. */
const folders = temporaryFolders();
const manifest = (more: object = {}) => ({
  ...{ name: 'lib', version: '1.0.0', workspaces: { catalog: { core: '^1.0.0' } } },
  ...{ dependencies: { core: '^1.0.0', other: 'npm:core@^1.0.0', own: 'workspace:^1.0.0' } },
  ...more,
});
const next = (more: object = {}) => ({ 'package.json': JSON.stringify(manifest({ version: '1.1.0', ...more })) });
const catalogs = (range: string, more = '') =>
  `packages: [p/*]\ncatalog:\n  core: ${range}\ncatalogs:\n  old:\n    core: 1.0.0\n${more}`;
const YARN = 'yarnPath: .yarn/releases/yarn.cjs\ncatalog:\n  core: ^1.0.0\n';
const BUN = '{"lockfileVersion":1,"packages":{"core":["core@1.0.0","",{},"sha512-a"]}}\n';
const LOCK = '"core@npm:^1.0.0":\n  resolution: "core@npm:1.0.0"\n';

let repository: string;
let base: string;
const git = async (...args: string[]) =>
  (await run('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args], { cwd: repository })).trim();

beforeEach(async () => {
  repository = await folders({
    'package.json': JSON.stringify(manifest()),
    ...{ 'pnpm-workspace.yaml': catalogs('^1.0.0'), '.yarnrc.yml': YARN, 'bun.lock': BUN, 'yarn.lock': LOCK },
  });
  await git('init', '--quiet');
  await git('add', '-A');
  await git('commit', '--quiet', '-m', 'Begin');
  base = await git('rev-parse', 'HEAD');
});

async function verified(files: Readonly<Record<string, string>>): Promise<void> {
  await git('reset', '--quiet', '--hard', base);
  for (const [path, text] of Object.entries(files)) await writeFile(join(repository, path), text);
  await git('commit', '--quiet', '--all', '-m', 'Release v1.1.0');
  const head = await git('rev-parse', 'HEAD');
  const packages = [{ tag: 'v1.1.0', name: 'lib', version: '1.1.0', file: '', integrity: '' }];
  await verifyReleaseCommit({ commit: base, head, packages }, { cwd: repository, env: process.env });
}

slow('ranges of the same packages are raised wherever they stand, with the lock file of any manager', async () => {
  const dependencies = { core: '^2.0.0', other: 'npm:core@^2.0.0', own: 'workspace:^2.0.0' };
  await verified({
    ...next({ dependencies, workspaces: { catalog: { core: '^2.0.0' } } }),
    'pnpm-workspace.yaml': catalogs("'>=2'"),
    '.yarnrc.yml': YARN.replace('^1', '^2'),
    'bun.lock': BUN.replaceAll('1.0.0', '2.0.0'),
    'yarn.lock': LOCK.replaceAll('1.0.0', '2.0.0'),
  });
});

const dependsOn = (core: unknown) => next({ dependencies: { ...manifest().dependencies, core } });
slow.each<[string, Readonly<Record<string, string>>, string]>([
  ['from a URL', dependsOn('https://evil.test/x.tgz'), '"dependencies.core" of package.json'],
  ['from a repository', dependsOn('evil/core'), '"dependencies.core" of package.json'],
  ['from a folder', dependsOn('file:../x'), '"dependencies.core" of package.json'],
  ['that is another', dependsOn('npm:evil@^1.0.0'), '"dependencies.core" of package.json'],
  ['that is a map', dependsOn({ core: '^2.0.0' }), '"dependencies.core" of package.json'],
  ['under another name', next({ dependencies: { ...manifest().dependencies, evil: '^1.0.0' } }), '"dependencies.evil"'],
  ['from bun’s catalog', next({ workspaces: { catalog: { core: 'npm:evil@1.0.0' } } }), '"workspaces.catalog.core"'],
  [
    'of another folder',
    next({ workspaces: { catalog: manifest().workspaces.catalog, packages: ['x'] } }),
    '"workspaces.packages"',
  ],
  [
    'from pnpm’s catalog',
    { ...next(), 'pnpm-workspace.yaml': catalogs('evil/core') },
    '"catalog.core" of pnpm-workspace.yaml',
  ],
  [
    'by an override',
    { ...next(), 'pnpm-workspace.yaml': catalogs('^1.0.0', 'overrides: { core: npm:evil@1 }\n') },
    '"overrides"',
  ],
  ['by a setting', { ...next(), 'pnpm-workspace.yaml': catalogs('^1.0.0', 'pnpmfile: evil.cjs\n') }, '"pnpmfile"'],
  [
    'by a setting twice',
    { ...next(), 'pnpm-workspace.yaml': catalogs('^1.0.0', 'catalog: {}\n') },
    'pnpm-workspace.yaml in its commit cannot be read',
  ],
  ['by another yarn', { ...next(), '.yarnrc.yml': YARN.replace('yarn.cjs', 'evil.cjs') }, '"yarnPath" of .yarnrc.yml'],
  ['by no JSON', { 'package.json': '{' }, 'package.json in its commit cannot be read'],
  ['by a deep map', { 'package.json': '{"a":'.repeat(5_000) }, 'package.json in its commit cannot be read'],
  [
    'that is locked elsewhere',
    { ...next(), 'yarn.lock': LOCK.replace('npm:1.0.0', 'git@evil.test:core.git') },
    'take packages from git@evil.test:',
  ],
  [
    'that is locked in a folder',
    { ...next(), 'bun.lock': BUN.replace('core@1.0.0', 'core@file:x') },
    'take packages from file:',
  ],
])('a package %s is refused', async (_, files, why) => {
  await expect(verified(files)).rejects.toThrow(why);
});
