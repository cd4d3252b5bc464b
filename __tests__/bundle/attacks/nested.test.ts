import { expect, test } from '@jest/globals';
import { temporaryFolders } from '../../support/temporary.ts';
import { type BundleRun, runBundle } from '../run-action.ts';

/* Files that are nested without end: a clear error, and those beside them are told, too. */
const folder = temporaryFolders();
const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
const DEEP_PACKAGE = `{ "name": "deep", "version": "1.0.0", "x": ${deep('[', ']')} }`;
const app = (version: string) => `{ "name": "app", "version": "${version}" }`;

/** Told in words, as one fault of the file, and no defect of ours. */
function expectClear({ exitCode, stdout }: BundleRun, file: string): void {
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(new RegExp(`^::error[^\\n]*${file.replace('.', '\\.')}[^\\n]*nested`, 'm'));
  expect(stdout).not.toMatch(/call stack|defect of release-actions|RangeError/);
}

test('a package.json, in update-dependencies', async () => {
  const cwd = await folder({ 'package.json': DEEP_PACKAGE });
  const inputs = { versions: '{"lib":"2.0.0"}', lockfile: 'skip' };
  expectClear(await runBundle('update-dependencies', { cwd, inputs }), 'package.json');
});

test('a package.json of one member, in plan-release, beside the fault of another', async () => {
  const cwd = await folder({
    'package.json': '{ "name": "root", "private": true, "workspaces": ["p/*"] }',
    'p/deep/package.json': DEEP_PACKAGE,
    'p/app/package.json': app('not a version'),
    '.changeset/config.json': '{}',
    '.changeset/one.md': '---\n"app": minor\n---\n\nOne.\n',
  });
  const run = await runBundle('plan-release', { cwd, inputs: { source: 'changesets' } });
  expectClear(run, 'p/deep/package.json');
  expect(run.stdout).toMatch(/^::error[^\n]*p\/app\/package\.json/m);
});

test.each([
  ['lists', `[project]\nname = "app"\nversion = "1.0.0"\nx = ${deep('[', ']')}\n`],
  ['tables', `[project]\nname = "app"\nversion = "1.0.0"\nx = ${deep('{a=', '}')}\n`],
])('a pyproject.toml of %s, in sync-python-version', async (_, text) => {
  const cwd = await folder({ 'pyproject.toml': text, 'package.json': app('1.1.0') });
  expectClear(await runBundle('sync-python-version', { cwd, inputs: { to: '.' } }), 'pyproject.toml');
});

test('a manifest, in plan-release', async () => {
  const cwd = await folder({ 'train.yml': `name: x\ncomponents: ${deep('{a: ', '}')}\n` });
  const inputs = { manifest: 'train.yml', token: 'none' };
  expectClear(await runBundle('plan-release', { cwd, inputs, env: { GITHUB_REPOSITORY: 'acme/x' } }), 'train.yml');
});

test('a catalog, in update-dependencies', async () => {
  const cwd = await folder({
    'package.json': app('1.0.0'),
    'pnpm-workspace.yaml': `packages: [p/*]\ncatalog:\n  lib: ${deep('[', ']')}\n`,
  });
  const inputs = { versions: '{"lib":"2.0.0"}', lockfile: 'skip' };
  expectClear(await runBundle('update-dependencies', { cwd, inputs }), 'pnpm-workspace.yaml');
});
