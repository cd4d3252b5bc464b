import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();
const pyproject = (version: string) => `[project]\nname = "forge"\nversion = "${version}" # by CI\n`;
const lock = (version: string) => `[[package]]\nname = "forge"\nversion = "${version}"\nsource = { editable = "." }\n`;
const monorepo = (python = '1.4.2') => ({
  'packages/core/package.json': '{ "name": "@event-forge/core", "version": "1.5.0-beta.3" }',
  'packages/python/pyproject.toml': pyproject(python),
  'packages/python/uv.lock': lock(python),
});
const inputs = { from: 'packages/core/package.json', to: 'packages/python', channels: '', check: 'false' };

test('writes the version, and nothing the second time', async () => {
  const cwd = await folder(monorepo());
  const first = await runBundle('sync-python-version', { cwd, inputs });
  expect(first).toMatchObject({
    exitCode: 0,
    outputs: {
      version: '1.5.0b3',
      changed: 'true',
      files: '["packages/python/pyproject.toml","packages/python/uv.lock"]',
    },
  });
  expect(first.stdout).toContain('packages/python/pyproject.toml: [project].version 1.4.2 → 1.5.0b3');
  expect(first.summary).toContain('| `packages/python/uv.lock` | `[[package]] version` | `1.4.2` | `1.5.0b3` |');
  expect(await readFile(join(cwd, 'packages/python/pyproject.toml'), 'utf8')).toBe(pyproject('1.5.0b3'));

  const second = await runBundle('sync-python-version', { cwd, inputs });
  expect(second).toMatchObject({ exitCode: 0, outputs: { version: '1.5.0b3', changed: 'false', files: '[]' } });
  expect(second.stdout).toContain('Nothing to write for 1.5.0b3.');
});

test('check fails on drift, shows a diff and writes nothing', async () => {
  const cwd = await folder(monorepo());
  const run = await runBundle('sync-python-version', { cwd, inputs: { ...inputs, check: 'true' } });
  expect(run).toMatchObject({ exitCode: 1, outputs: { version: '1.5.0b3', changed: 'true' } });
  expect(run.stdout).toContain('-version = "1.4.2" # by CI\n+version = "1.5.0b3" # by CI\n');
  expect(run.stdout).toMatch(
    /^::error::The Python version is not in step: expected 1\.5\.0b3 in packages\/python\/pyproject/m,
  );
  expect(await readFile(join(cwd, 'packages/python/pyproject.toml'), 'utf8')).toBe(pyproject('1.4.2'));
});

test('check passes when all is in step', async () => {
  const cwd = await folder(monorepo('1.5.0b3'));
  const run = await runBundle('sync-python-version', { cwd, inputs: { ...inputs, check: 'true' } });
  expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'false', files: '[]' } });
});

test('without inputs: package.json at the root, and the one Python project', async () => {
  const cwd = await folder({ 'package.json': '{"version":"2.0.0"}', 'python/pyproject.toml': pyproject('1.0') });
  const run = await runBundle('sync-python-version', { cwd });
  expect(run).toMatchObject({ exitCode: 0, outputs: { version: '2.0.0', files: '["python/pyproject.toml"]' } });
});

slow('a version and its channel instead of a package.json', async () => {
  const cwd = await folder({ 'pyproject.toml': pyproject('1.0') });
  const given = { version: '2.0.0-next.7', previous: '2.0.0-next.6', channels: 'next: dev' };
  const run = await runBundle('sync-python-version', { cwd, inputs: given });
  expect(run).toMatchObject({ exitCode: 0, outputs: { version: '2.0.0.dev7', changed: 'true' } });
});

test.each([
  ['gone.json', 'there is no file "gone.json"'],
  ['broken.json', 'broken.json is not valid JSON'],
  ['empty.json', 'empty.json has no "version"'],
  ['../package.json', 'lies outside the workspace'],
])('from: %s', async (from, message) => {
  const cwd = await folder({ 'pyproject.toml': pyproject('1.0'), 'broken.json': '{', 'empty.json': '{}' });
  const run = await runBundle('sync-python-version', { cwd, inputs: { from } });
  expect(run).toMatchObject({ exitCode: 1, outputs: {} });
  expect(run.stdout).toMatch(/^::error/m);
  expect(run.stdout).toContain(message);
});

test('a read-only file: one annotation, the version known, nothing changed', async () => {
  const cwd = await folder(monorepo());
  await chmod(join(cwd, 'packages/python/uv.lock'), 0o444);
  const run = await runBundle('sync-python-version', { cwd, inputs });
  expect(run).toMatchObject({ exitCode: 1, outputs: { version: '1.5.0b3' } });
  expect(run.outputs).not.toHaveProperty('changed');
  expect(run.stdout.match(/^::error/gm)).toHaveLength(1);
  expect(run.stdout).toContain('packages/python/uv.lock cannot be written');
  expect(await readFile(join(cwd, 'packages/python/pyproject.toml'), 'utf8')).toBe(pyproject('1.4.2'));
});

test('text from a file cannot speak to the runner', async () => {
  const cwd = await folder({
    'pyproject.toml': '[project]\nversion = "1"\nreadme = """\n::set-output name=x::y\n"""\n',
  });
  const run = await runBundle('sync-python-version', { cwd, inputs: { version: '1.0.1', check: 'true' } });
  expect(run.stdout).toContain('set-output name=x::y');
  expect(run.stdout).not.toMatch(/^\s*::set-output/m);
});
