import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pushCommit, pushTags } from '../../../src/packages/publish/record.ts';
import { commitStaged, type GitOptions, git as ourGit, stageChanges } from '../../../src/platform/process/git.ts';
import { createLog } from '../../../src/platform/runner/log.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();
const log = createLog(() => undefined, false);
/** A remote and a clone of it, copied for each test: git takes ten times as long to make them. */
let template: string;
let base: string;
let world: string;
let remote: string;
let work: string;

const git = async (cwd: string, ...args: string[]) =>
  (await run('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args], { cwd })).trim();
const options = (cwd: string): GitOptions => ({ cwd, env: process.env });
const record = () => ({ folder: work, gitOptions: options(work), log });

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'record-'));
  const [bare, first] = [join(template, 'remote'), join(template, 'work')];
  await git(template, 'init', '--quiet', '--template=', '--bare', '--initial-branch=main', 'remote');
  await git(template, 'init', '--quiet', '--template=', '--initial-branch=main', 'work');
  await writeFile(join(first, 'package.json'), '{"version":"1.0.0"}\n');
  await writeFile(join(first, '.gitignore'), 'out\n');
  await git(first, 'add', '-A');
  await git(first, 'commit', '--quiet', '-m', 'Begin');
  await git(first, 'remote', 'add', 'origin', '../remote');
  await git(first, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  base = await git(first, 'rev-parse', 'HEAD');
  for (const hooks of [join(bare, 'hooks'), join(first, '.git/hooks')]) await mkdir(hooks);
});
afterAll(() => rm(template, { recursive: true }));
beforeEach(async () => {
  world = await folders();
  await cp(template, world, { recursive: true });
  [remote, work] = [join(world, 'remote'), join(world, 'work')];
});

/** A clone of the remote as it is at the beginning, beside it. */
async function clone(): Promise<string> {
  const folder = await mkdtemp(join(world, 'clone-'));
  await cp(join(template, 'work'), folder, { recursive: true });
  return folder;
}

/** The release commit as prepare-release makes it. */
async function releaseCommit(folder = work): Promise<string> {
  await writeFile(join(folder, 'package.json'), '{"version":"1.1.0"}\n');
  await writeFile(join(folder, 'CHANGELOG.md'), '# Changelog\n');
  await writeFile(join(folder, 'left-behind.txt'), 'by a build\n');
  await stageChanges(['**/CHANGELOG.md'], options(folder));
  return (await commitStaged('Release v1.1.0', options(folder))) ?? '';
}

async function others(files: Record<string, string>): Promise<void> {
  const folder = await clone();
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  await git(folder, 'add', '-A');
  await git(folder, 'commit', '--quiet', '-m', 'Meanwhile');
  await git(folder, 'push', '--quiet', 'origin', 'main');
}

test('the release commit is the same wherever and whenever it is made, and holds nothing that a build left behind', async () => {
  const sha = await releaseCommit();
  expect(await releaseCommit(await clone())).toBe(sha);
  expect(await git(work, 'show', '--name-only', '--format=%cn', sha)).toBe(
    'github-actions[bot]\n\nCHANGELOG.md\npackage.json',
  );
  expect(await commitStaged('Nothing', options(work))).toBeUndefined();
});

test('tags are pushed once; one that is there stays where it is', async () => {
  const packages = ['v1.1.0', 'v1.0.0'].map((tag) => ({
    tag,
    name: 'lib',
    version: tag.slice(1),
    file: '',
    integrity: '',
  }));
  await git(remote, 'tag', '-a', '-m', 'by hand', 'v1.0.0', base).catch(() => git(remote, 'tag', 'v1.0.0', base));
  const head = await releaseCommit();
  for (let time = 0; time < 2; time += 1) await pushTags({ commit: head, head, packages }, record());
  expect(await git(remote, 'rev-parse', 'v1.1.0^{commit}')).toBe(head);
  expect(await git(remote, 'rev-parse', 'v1.0.0^{commit}')).toBe(base);
});

slow('the commit goes on top of what others pushed, once', async () => {
  const head = await releaseCommit();
  await others({ 'other.txt': 'other\n' });
  for (let time = 0; time < 2; time += 1) await pushCommit(head, 'main', { ...record(), folder: work });
  expect(await git(remote, 'log', '--format=%s', 'main')).toBe('Release v1.1.0\nMeanwhile\nBegin');
});

slow('a branch on which it does not fit is left alone, and a person is told what is missing', async () => {
  const head = await releaseCommit();
  await others({ 'package.json': '{"version":"1.0.1"}\n' });
  await expect(pushCommit(head, 'main', record())).rejects.toThrow(
    /does not fit on main any more.*The version is published and tagged; merge its tag into main by hand/,
  );
  expect(await git(remote, 'log', '--format=%s', 'main')).toBe('Meanwhile\nBegin');
});

test('a tag that a ruleset refuses is told with the rule, and what is missing', async () => {
  const head = await releaseCommit();
  const hook = join(remote, 'hooks', 'pre-receive');
  const said = [
    'error: GH013: Repository rule violations found for refs/tags/v1.1.0.',
    'Review all repository rules at https://github.com/acme/lib/rules?ref=refs%2Ftags%2Fv1.1.0',
    '- Cannot create ref due to creations being restricted.',
  ];
  await writeFile(hook, `#!/bin/sh\n${said.map((line) => `echo "${line}" >&2\n`).join('')}exit 1\n`);
  await chmod(hook, 0o755);
  const packages = [{ tag: 'v1.1.0', name: 'lib', version: '1.1.0', file: '', integrity: '' }];
  const refused = pushTags({ commit: head, head, packages }, record());
  await expect(refused).rejects.toThrow(
    /^The tag v1\.1\.0 could not be pushed: .*Review all .*rules\?ref=refs%2Ftags%2Fv1\.1\.0 - Cannot create ref due to creations being restricted\. A rule for tags stops it: .*bypass list.*Run this job again/,
  );
});

describe('a protected branch', () => {
  const protect = async () => {
    const hook = join(remote, 'hooks', 'pre-receive');
    await writeFile(hook, '#!/bin/sh\necho "GH006: Protected branch update failed for refs/heads/main." >&2\nexit 1\n');
    await chmod(hook, 0o755);
  };
  const TOLD = /could not be pushed to main: .*GH006.*If the branch is protected, let this workflow bypass the rule/;

  test('is told as such', async () => {
    await protect();
    await expect(pushCommit(await releaseCommit(), 'main', record())).rejects.toThrow(TOLD);
  });

  test('is a warning where that is asked for: the tag keeps the commit', async () => {
    await protect();
    const lines: string[] = [];
    const head = await releaseCommit();
    await pushCommit(head, 'main', {
      ...record(),
      log: createLog((line) => lines.push(line), false),
      onFailure: 'warn',
    });
    expect(lines.join('')).toMatch(/^::warning::/);
    expect(lines.join('')).toMatch(TOLD);
    expect(await git(remote, 'log', '--format=%s', 'main')).toBe('Begin');
  });
});

test('credentials reach git by its environment, and no error shows them', async () => {
  const withToken = { ...options(work), token: 'ghs_secret', serverUrl: 'https://github.com' };
  const header = await ourGit(['config', '--get', 'http.https://github.com/.extraheader'], withToken);
  expect(header).toBe(`AUTHORIZATION: basic ${Buffer.from('x-access-token:ghs_secret').toString('base64')}`);
  await expect(ourGit(['fetch', 'nowhere'], withToken)).rejects.toThrow(/^(?!.*ghs_secret).*git fetch failed/s);
});

slow.each([
  ['another file', { 'index.js': 'evil()' }, 'its commit changes "index.js"'],
  [
    'its scripts',
    { 'package.json': '{"version":"1.1.0","scripts":{"prepare":"evil"}}\n' },
    'changes "scripts" of package.json',
  ],
  ['another version', { 'package.json': '{"version":"9.0.0"}\n' }, 'its commit has the version "9.0.0"'],
  [
    'a new dependency',
    { 'package.json': '{"version":"1.1.0","dependencies":{"evil":"1.0.0"}}\n' },
    'changes "dependencies"',
  ],
])('a commit that was handed over and changes %s is not pushed', async (_, files, message) => {
  const builder = await clone();
  await releaseCommit(builder);
  for (const [path, text] of Object.entries(files)) await writeFile(join(builder, path), text);
  await git(builder, 'add', '-A');
  await git(builder, 'commit', '--quiet', '--amend', '--no-edit');
  const head = await git(builder, 'rev-parse', 'HEAD');
  await git(builder, 'bundle', 'create', '--quiet', join(work, 'commit.bundle'), 'HEAD', `^${base}`);
  const packages = [{ tag: 'v1.1.0', name: 'lib', version: '1.1.0', file: '', integrity: '' }];
  await expect(pushTags({ commit: base, head, packages }, record())).rejects.toThrow(message);
  expect(await git(remote, 'tag', '--list')).toBe('');
});

test('a commit that does not stand directly on the commit of the run is not pushed', async () => {
  const builder = await clone();
  await releaseCommit(builder);
  await writeFile(join(builder, 'CHANGELOG.md'), '# Changelog\n\nMore\n');
  await git(builder, 'commit', '--quiet', '-a', '-m', 'Second');
  const head = await git(builder, 'rev-parse', 'HEAD');
  await git(builder, 'bundle', 'create', '--quiet', join(work, 'commit.bundle'), 'HEAD', `^${base}`);
  const packages = [{ tag: 'v1.1.0', name: 'lib', version: '1.1.0', file: '', integrity: '' }];
  await expect(pushTags({ commit: base, head, packages }, record())).rejects.toThrow('does not stand directly on');
});

slow('the commit that prepare-release makes is pushed from its bundle', async () => {
  const builder = await clone();
  const head = await releaseCommit(builder);
  await git(builder, 'bundle', 'create', '--quiet', join(work, 'commit.bundle'), 'HEAD', `^${base}`);
  const packages = [{ tag: 'v1.1.0', name: 'lib', version: '1.1.0', file: '', integrity: '' }];
  await pushTags({ commit: base, head, packages }, record());
  expect(await git(remote, 'rev-parse', 'v1.1.0^{commit}')).toBe(head);
});

test('git starts no hook of the checkout, and none sees the token', async () => {
  await writeFile(join(work, '.git/hooks/pre-push'), `#!/bin/sh\nenv > "${work}/stolen"\nexit 1\n`);
  await chmod(join(work, '.git/hooks/pre-push'), 0o755);
  await git(work, 'config', 'core.fsmonitor', `touch "${work}/stolen" #`);
  await ourGit(['status'], options(work));
  await ourGit(['push', '--quiet', 'origin', 'HEAD:refs/heads/side'], { ...options(work), token: 'hush-hush' });
  expect(await git(remote, 'rev-parse', 'side')).toBe(base);
  expect(await readdir(work)).not.toContain('stolen');
});
