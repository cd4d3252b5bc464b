import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startProxy } from '../support/delaying-proxy.ts';
import { type NpmRegistry, startNpmRegistry } from '../support/npm-registry.ts';
import { run } from '../support/processes.ts';
import { slow } from '../support/slow.ts';
import { runBundle } from './run-action.ts';

let registry: NpmRegistry;
let cwd: string;
/** npm's lock file of the workspace that each test begins with. */
let locked: string;
beforeAll(async () => {
  registry = await startNpmRegistry();
  await registry.release('lib', '1.0.0');
  await registry.release('lib', '2.0.0');
  const workspace = await mkdtemp(join(tmpdir(), 'bundle-'));
  await writeFile(join(workspace, 'package.json'), manifest);
  await run('npm', ['install', '--package-lock-only'], { cwd: workspace, env: registry.env });
  locked = await readFile(join(workspace, 'package-lock.json'), 'utf8');
  await rm(workspace, { recursive: true });
});
afterAll(() => registry.close());
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bundle-'));
  await writeFile(join(cwd, 'package.json'), manifest);
  await writeFile(join(cwd, 'package-lock.json'), locked);
});
afterEach(() => rm(cwd, { recursive: true }));

const manifest =
  '{\n\t"name": "app",\n\t"dependencies": { "lib": "^1.0.0" },\n\t"devDependencies": { "tool": "file:./tool" }\n}\n';
const update = (inputs: Record<string, string>, more = {}) =>
  runBundle('update-dependencies', { cwd, env: registry.env, inputs, ...more });
const texts = async () => [
  await readFile(join(cwd, 'package.json'), 'utf8'),
  await readFile(join(cwd, 'package-lock.json'), 'utf8'),
];

slow('ranges and lock file are updated, and the outputs and the summary say so', async () => {
  const { exitCode, outputs, summary, stdout } = await update({
    versions: '{"lib": "2.0.0", "tool": "1.0.0", "unused": "3.0.0"}',
  });
  expect(stdout).toContain('package.json: dependencies: lib ^1.0.0 → ^2.0.0');
  expect(exitCode).toBe(0);
  expect(outputs).toMatchObject({ changed: 'true', files: '["package.json","package-lock.json"]' });
  expect(JSON.parse(outputs.updated ?? '')).toEqual([
    { file: 'package.json', kind: 'dependencies', package: 'lib', from: '^1.0.0', to: '^2.0.0' },
  ]);
  expect(JSON.parse(outputs['left-alone'] ?? '')).toEqual([
    expect.objectContaining({ package: 'tool', reason: 'file:./tool is a folder or a file' }),
  ]);
  expect(summary).toContain('1 range updated');
  const [json, lock = ''] = await texts();
  expect(json).toBe(manifest.replace('^1.0.0', '^2.0.0'));
  expect(JSON.parse(lock).packages['node_modules/lib'].version).toBe('2.0.0');

  const again = await update({ versions: 'lib: 2.0.0' });
  expect(again).toMatchObject({ exitCode: 0, outputs: { changed: 'false', files: '[]', updated: '[]' } });
});

test.each([
  ['check', 1],
  ['dry-run', 0],
])('%s writes nothing and shows the diff', async (input, exitCode) => {
  const before = await texts();
  const result = await update({ versions: 'lib: 2.0.0', [input]: 'true' });
  expect(result).toMatchObject({ exitCode, outputs: { changed: 'true', files: '["package.json"]' } });
  expect(result.stdout).toContain('+\t"dependencies": { "lib": "^2.0.0" },');
  expect(result.summary).toContain('1 range would be updated');
  expect(
    result.stdout.includes('::error file=package.json::package.json: dependencies has lib ^1.0.0, expected ^2.0.0'),
  ).toBe(input === 'check');
  expect(await texts()).toEqual(before);
});

slow('all bad inputs are reported together, before anything is read', async () => {
  const { exitCode, stdout } = await update({
    versions: 'lib: 2.0.0',
    lockfile: 'maybe',
    check: 'perhaps',
    timeout: 'soon',
  });
  expect(exitCode).toBe(1);
  expect(stdout.match(/^::error/gm)).toHaveLength(3);
  const missing = await update({});
  expect(missing.stdout).toContain('Input versions is missing');
});

slow('cancelled while it waits for the registry: nothing is written', async () => {
  const before = await texts();
  const proxy = await startProxy(registry.url, () => ({ status: 404 }));
  const env = { ...registry.env, npm_config_registry: proxy.url };
  const result = await update({ versions: 'lib: 2.0.0' }, { env, signalAfter: 'lib 2.0.0: absent' });
  await proxy.close();
  expect(result.exitCode).toBe(1);
  expect(result.stdout).toContain('::error::Cancelled');
  expect(result.outputs).toMatchObject({ changed: 'false', files: '[]' });
  expect(await texts()).toEqual(before);
});

slow('cancelled while the lock file is refreshed: every file is as it was', async () => {
  const before = await texts();
  const result = await update({ versions: 'lib: 2.0.0' }, { signalAfter: 'Refreshing package-lock.json' });
  expect(result.stdout).toContain('::error::Cancelled');
  expect(result).toMatchObject({ exitCode: 1, outputs: { changed: 'false' } });
  expect(await texts()).toEqual(before);
});

slow('a version that does not come in time fails the step with what was seen', async () => {
  const { exitCode, stdout, outputs } = await update({ versions: 'lib: 9.0.0', timeout: '0s' });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/::error::npm:lib@9\.0\.0 is not verified as published.*not-yet-visible.*nothing was changed/);
  expect(outputs).toMatchObject({ changed: 'false', updated: '[]' });
});
