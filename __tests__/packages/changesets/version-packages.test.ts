import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runBundle } from '../../bundle/run-action.ts';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { changeset, cli3, config } from './workspaces.ts';

const folders = temporaryFolders();
const bin = join(process.cwd(), 'node_modules/.bin');
const env = { PATH: [bin, process.env.PATH].join(delimiter), HOME: '/nonexistent', GIT_CONFIG_GLOBAL: '/dev/null' };

async function repository(
  files: Record<string, string | object>,
): Promise<{ cwd: string; git: (...args: string[]) => Promise<string> }> {
  const texts = Object.entries(files).map(([path, one]) => [path, typeof one === 'string' ? one : JSON.stringify(one)]);
  const cwd = await folders(Object.fromEntries(texts));
  const identity = ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com'];
  const git = async (...args: string[]) => (await run('git', [...identity, ...args], { cwd })).trimEnd();
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '-A');
  await git('commit', '--quiet', '-m', 'Begin');
  return { cwd, git };
}

const core = { 'package.json': { name: 'core', version: '1.0.0' }, '.gitignore': 'node_modules\n' };
const pending = { '.changeset/one.md': changeset({ core: 'minor' }, 'About one.') };

slow('in prerelease mode the changesets that are put aside are kept, and nothing that lay around is', async () => {
  const { cwd, git } = await repository({
    ...core,
    ...pending,
    '.changeset/config.json': config({ changelog: '@changesets/cli/changelog' }),
    '.changeset/pre.json': { mode: 'pre', tag: 'next' },
  });
  await writeFile(join(cwd, 'left-behind.txt'), 'by a build\n');
  const { exitCode, stdout } = await runBundle('version-packages', { cwd, env });
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining('::group::changeset version')]);
  await git('add', '--update');
  await git('commit', '--quiet', '-m', 'Version packages');
  expect((await git('ls-files')).split('\n')).toEqual([
    ...['.changeset/config.json', '.changeset/pre.json', '.changeset/pre/one.md', '.gitignore'],
    ...['CHANGELOG.md', 'package.json'],
  ]);
  expect(await git('show', 'HEAD:.changeset/pre/one.md')).toContain('About one.');
});

slow.each([true, ['@changesets/cli/commit', {}]])(
  'with "commit": %j the versions are changes of the working tree all the same, without an identity in the job',
  async (commit) => {
    const { cwd, git } = await repository({ ...core, ...pending, '.changeset/config.json': config({ commit }) });
    const before = await git('rev-parse', 'HEAD');
    const { exitCode, stdout } = await runBundle('version-packages', { cwd, env });
    expect(stdout).not.toContain('::error');
    expect(exitCode).toBe(0);
    expect(await git('rev-parse', 'HEAD')).toBe(before);
    expect((await git('status', '--porcelain')).split('\n').sort()).toEqual([
      ' D .changeset/one.md',
      ' M package.json',
    ]);
    expect(await git('diff', '--', 'package.json')).toMatch(/^\+.*"version": ?"1\.1\.0"/m);
  },
);

let registry: NpmRegistry;
beforeAll(async () => {
  registry = await startNpmRegistry();
});
afterAll(() => registry.close());

slow('with Plug’n’Play the command is found through yarn, which alone knows where it is', async () => {
  // The real changesets, behind a package that a registry without any other package can serve.
  const packed = await folders({
    'package.json': JSON.stringify({ name: '@changesets/cli', version: '3.0.99', bin: { changeset: 'bin.cjs' } }),
    'bin.cjs': `#!/usr/bin/env node
const { NODE_OPTIONS, ...env } = process.env;
const { status } = require('node:child_process').spawnSync(process.execPath, [${JSON.stringify(cli3)}, ...process.argv.slice(2)], { stdio: 'inherit', env });
process.exit(status);
`,
  });
  await chmod(join(packed, 'bin.cjs'), 0o755);
  await registry.publish(packed);
  const { cwd, git } = await repository({
    ...pending,
    'package.json': { name: 'core', version: '1.0.0', devDependencies: { '@changesets/cli': '3.0.99' } },
    '.changeset/config.json': config(),
    '.gitignore': '.yarn\n.pnp*\n',
    'yarn.lock': '',
  });
  const yarnEnv = {
    ...registry.env,
    ...{ PATH: env.PATH, HOME: registry.env.HOME ?? '', YARN_NPM_REGISTRY_SERVER: registry.url },
    ...{
      YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
      YARN_ENABLE_TELEMETRY: '0',
      YARN_NPM_MINIMAL_AGE_GATE: '0',
      YARN_ENABLE_GLOBAL_CACHE: 'false',
    },
  };
  await run('yarn', ['install'], { cwd, env: { ...yarnEnv, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' } });
  await git('add', '-A');
  await git('commit', '--quiet', '-m', 'Lock');
  // Without the command on PATH: only yarn's own knowledge is left.
  const bare = await folders({ yarn: `#!/bin/sh\nexec ${process.execPath} ${join(bin, 'yarn')} "$@"\n` });
  await chmod(join(bare, 'yarn'), 0o755);
  const PATH = [bare, join(process.execPath, '..'), '/usr/bin', '/bin'].join(delimiter);
  const { exitCode, stdout } = await runBundle('version-packages', { cwd, env: { ...yarnEnv, PATH } });
  expect(stdout).not.toContain('::error');
  expect(exitCode).toBe(0);
  expect(await git('diff', '--', 'package.json')).toMatch(/^\+.*"version": ?"1\.1\.0"/m);
});

test('a command that is nowhere is told with what to add', async () => {
  const { cwd } = await repository({ ...core, ...pending, '.changeset/config.json': config() });
  const { exitCode, stdout } = await runBundle('version-packages', { cwd, env: { ...env, PATH: '/usr/bin:/bin' } });
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining('Add @changesets/cli to the devDependencies')]);
});
