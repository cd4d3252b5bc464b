import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { writeVersion } from '../../../src/packages/publish/set-version.ts';
import { Secrets } from '../../../src/platform/runner/secrets.ts';
import { writeJson } from '../../../src/services/register/output-file.ts';
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
  await expect(writeVersion(workspace, '1.1.0', { file: 'CHANGELOG.md', text: 'changed' })).rejects.toThrow(
    /lies outside the workspace/,
  );
  expect(await readFile(join(workspace, 'package.json'), 'utf8')).toBe(PACKAGE);
  expect(await readFile(join(outside, 'notes.md'), 'utf8')).toContain('host secret');
});

test('the discovery file of register-service is not written through a link, nor by two dots', async () => {
  const workspace = await folder({ 'README.md': '' });
  await symlink(join(outside, 'notes.md'), join(workspace, 'discovery.json'));
  const runner = { workspace, env: {}, secrets: new Secrets(() => {}) };
  for (const file of ['discovery.json', '../discovery.json', join(outside, 'x')])
    await expect(writeJson({}, { runner, file, standard: 'discovery.json' })).rejects.toThrow(
      /lies outside the workspace/,
    );
  expect(await writeJson({}, { runner, file: 'out/discovery.json', standard: 'discovery.json' })).toBe(
    'out/discovery.json',
  );
  expect(await readFile(join(outside, 'notes.md'), 'utf8')).toContain('host secret');
});
