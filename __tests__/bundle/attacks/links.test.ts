import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { SimulatedServiceRegistry, serveRegistry } from '../../../simulator/service-registry.ts';
import { packument, startPackageServer } from '../../support/package-server.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { runBundle } from '../run-action.ts';

/* What a checkout may hold: links that lead out of it. Nothing is read or written there. */
const folder = temporaryFolders();
const PACKAGE = '{ "name": "app", "version": "1.0.0", "dependencies": { "@acme/core": "^1.0.0" } }\n';
let outside: string;

beforeEach(async () => {
  outside = await folder({
    'package.json': PACKAGE,
    'notes.md': '## 1.1.0\n\nhost secret\n',
    'one.md': '---\n"app": minor\n---\nhost secret\n',
  });
});

const update = (cwd: string) =>
  runBundle('update-dependencies', { cwd, inputs: { versions: '{"@acme/core":"2.0.0"}', lockfile: 'skip' }, env: {} });

test('update-dependencies does not write a package.json that is a link', async () => {
  const workspace = await folder({ 'README.md': '' });
  await symlink(join(outside, 'package.json'), join(workspace, 'package.json'));
  const { exitCode, stdout } = await update(workspace);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^::error.*package\.json.*lies outside the workspace/m);
  expect(await readFile(join(outside, 'package.json'), 'utf8')).toBe(PACKAGE);
});

test('update-dependencies leaves a member alone whose folder is a link out, and changes the others', async () => {
  const root =
    '{ "name": "root", "private": true, "workspaces": ["packages/*"], "dependencies": { "@acme/core": "^1.0.0" } }\n';
  const workspace = await folder({ 'package.json': root, 'packages/own/package.json': PACKAGE.replace('app', 'own') });
  await symlink(outside, join(workspace, 'packages/out'));
  const { exitCode, outputs } = await update(workspace);
  expect(exitCode).toBe(0);
  expect(JSON.parse(outputs.files ?? '[]')).toEqual(['package.json', 'packages/own/package.json']);
  expect(await readFile(join(outside, 'package.json'), 'utf8')).toBe(PACKAGE);
});

test('a link within the checkout is followed, as before', async () => {
  const workspace = await folder({ 'real/package.json': PACKAGE });
  await symlink('real/package.json', join(workspace, 'package.json'));
  expect(await update(workspace)).toMatchObject({ exitCode: 0 });
  expect(await readFile(join(workspace, 'real/package.json'), 'utf8')).toContain('^2.0.0');
});

test.each([
  ['a changeset', 'one.md', '.changeset/one.md'],
  ['the settings', 'package.json', '.changeset/config.json'],
])('plan-release shows nothing of %s that is a link out', async (_, target, at) => {
  const workspace = await folder({ 'package.json': PACKAGE, '.changeset/README.md': '' });
  await symlink(join(outside, target), join(workspace, at));
  const { exitCode, stdout, summary } = await runBundle('plan-release', {
    cwd: workspace,
    inputs: { source: 'changesets' },
    env: {},
  });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^::error.*lies outside the workspace/m);
  expect(stdout + summary).not.toContain('host secret');
});

test('plan-release reads no manifest through a link out', async () => {
  const workspace = await folder({ 'README.md': '' });
  await symlink(join(outside, 'notes.md'), join(workspace, 'train.yml'));
  const inputs = { manifest: 'train.yml', token: 'none' };
  const { exitCode, stdout } = await runBundle('plan-release', {
    cwd: workspace,
    inputs,
    env: { GITHUB_REPOSITORY: 'acme/app' },
  });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^::error::"train\.yml" lies outside the workspace/m);
});

test('prepare-release writes no changelog through a link out', async () => {
  const workspace = await folder({ 'package.json': PACKAGE });
  await symlink(join(outside, 'notes.md'), join(workspace, 'CHANGELOG.md'));
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args], { cwd: workspace });
  await git('init', '--quiet');
  await git('add', '-A');
  await git('commit', '--quiet', '-m', 'Begin');
  const registry = await startPackageServer(() => ({ body: packument('app', { '1.0.0': {} }, { latest: '1.0.0' }) }));
  const { exitCode, stdout } = await runBundle('prepare-release', {
    cwd: workspace,
    inputs: { version: '1.1.0' },
    env: { npm_config_registry: registry.url, GITHUB_REPOSITORY: 'acme/app', GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  await registry.close();
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^::error.*CHANGELOG\.md.*lies outside the workspace/m);
  expect(await readFile(join(workspace, 'package.json'), 'utf8')).toBe(PACKAGE);
  expect(await git('log', '--format=%s')).toBe('Begin\n');
  expect(await readFile(join(outside, 'notes.md'), 'utf8')).toContain('host secret');
});

slow('the discovery file of register-service is not written through a link, nor by two dots', async () => {
  const workspace = await folder({ 'package.json': PACKAGE });
  await symlink(join(outside, 'notes.md'), join(workspace, 'discovery.json'));
  const simulated = new SimulatedServiceRegistry({ token: 'registry-token-1234' });
  const { url, close } = await serveRegistry(simulated);
  simulated.setDiscovery({ services: [{ name: 'app' }] });
  const discover = (file: string) =>
    runBundle('register-service', {
      cwd: workspace,
      inputs: {
        ...{ 'registry-url': url, 'allow-private-network': 'true', token: 'registry-token-1234' },
        ...{ operation: 'discover', 'discovery-file': file },
      },
    });
  for (const file of ['discovery.json', '../discovery.json', join(outside, 'x')]) {
    const { exitCode, stdout } = await discover(file);
    expect({ file, exitCode, stdout }).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^::error.*lies outside the workspace/m),
    });
  }
  expect(await discover('out/discovery.json')).toMatchObject({ exitCode: 0 });
  await close();
  simulated.close();
  expect(await readFile(join(workspace, 'out/discovery.json'), 'utf8')).toContain('app');
  expect(await readFile(join(outside, 'notes.md'), 'utf8')).toContain('host secret');
});
