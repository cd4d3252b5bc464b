import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunOptions, runTemplate } from '../support/template-runner.ts';
import { type ReleaseWorld, startReleaseWorld } from './release-world.ts';

const file = fileURLToPath(new URL('../../workflows-templates/release.yml', import.meta.url));
const manifest = (name: string, version: string, more = {}) =>
  `${JSON.stringify({ name, version, files: ['index.js'], scripts: { test: 'node index.js' }, ...more }, undefined, 2)}\n`;
let world: ReleaseWorld;
let names = 0;

beforeAll(async () => {
  world = await startReleaseWorld();
  await world.registry.release('@acme/domain', '1.0.0');
  await world.registry.release('@acme/domain', '2.0.0');
}, 60_000);
afterAll(() => world.close());

/** A new package at 1.0.0, which is published, with one change since. */
async function library(more = {}) {
  names += 1;
  const name = `@acme/lib-${names}`;
  await world.registry.release(name, '1.0.0');
  const base = { 'index.js': 'export {};\n', '.gitignore': 'node_modules\n', 'CHANGELOG.md': '' };
  await world.commit({ ...base, 'package.json': manifest(name, '1.0.0', more) }, `Begin ${name}`);
  const sha = await world.commit({ 'index.js': `export const name = '${name}';\n` }, 'Say the name to @everyone');
  return { name, sha };
}

const release = (github: RunOptions['github'], inputs: Record<string, unknown> = {}, more: Partial<RunOptions> = {}) =>
  runTemplate({
    file,
    github,
    inputs: { version: '', release_type: '', dependency_versions: '{}', nonce: '', dry_run: false, ...inputs },
    env: world.env,
    idTokenEnv: world.npm.idTokenEnv,
    standIns: world.standIns,
    ...more,
  });
const results = (run: Awaited<ReturnType<typeof release>>) =>
  Object.fromEntries(Object.entries(run.jobs).map(([id, { result }]) => [id, result]));
const all = { claim: 'success', build: 'success', publish: 'success', record: 'success' };
const uploads = (name: string) => world.npm.published.filter((one) => one.startsWith(`${name}@`));
const show = (path: string, rev = 'main') => world.remote('show', `${rev}:${path}`);

test('by hand, with a version: published by trusted publishing, committed, tagged, released', async () => {
  const { name, sha } = await library();
  const run = await release(world.at(sha), { version: '1.1.0' });
  expect(run.log).not.toContain('::error');
  expect(results(run)).toEqual(all);
  expect(uploads(name)).toEqual([`${name}@1.1.0`]);
  expect(await world.served(name)).toEqual(['1.0.0', '1.1.0']);
  expect(run.jobs.publish?.outputs).toEqual({
    published: 'true',
    'published-packages': JSON.stringify([{ name, version: '1.1.0' }]),
  });
  expect(JSON.parse(await show('package.json')).version).toBe('1.1.0');
  expect(await show('CHANGELOG.md')).toContain('## 1.1.0 (');
  expect(await show('CHANGELOG.md')).toContain('- Say the name to @\u200beveryone (');
  expect(await world.remote('rev-parse', 'v1.1.0')).toBe(await world.remote('rev-parse', 'main'));
  expect(await world.remote('rev-parse', 'v1.1.0^')).toBe(sha);
  expect(world.github.violations).toEqual([]);
}, 120_000);
