import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunOptions, runTemplate, type TemplateRun } from '../support/template-runner.ts';
import { type ReleaseWorld, type Repository, startReleaseWorld } from './release-world.ts';

const file = fileURLToPath(new URL('../../workflows-templates/release.yml', import.meta.url));
const manifest = (name: string, version: string, more = {}) =>
  `${JSON.stringify({ name, version, files: ['index.js'], scripts: { test: 'node index.js' }, ...more }, undefined, 2)}\n`;
let world: ReleaseWorld;
let count = 0;

beforeAll(async () => {
  world = await startReleaseWorld();
  await world.registry.release('@acme/domain', '1.0.0');
  await world.registry.release('@acme/domain', '2.0.0');
});
afterAll(() => world.close());

/** A new repository with a package at 1.0.0, which is published, and one change since. */
async function library({ publish = true, ...more }: { publish?: boolean } & Record<string, unknown> = {}) {
  count += 1;
  const name = `@acme/lib-${count}`;
  if (publish) await world.registry.release(name, '1.0.0');
  const repository = await world.addRepository(`lib-${count}`);
  await repository.commit({ 'package.json': manifest(name, '1.0.0', more), '.gitignore': 'node_modules\n' }, 'Begin');
  const sha = await repository.commit({ 'index.js': `export const name = '${name}';\n` }, 'Tell @everyone <b>');
  return { name, sha, repository, full: `acme/lib-${count}` };
}

type Library = Awaited<ReturnType<typeof library>>;

const release = (
  { repository, sha }: { repository: Repository; sha: string },
  inputs: Record<string, unknown> = {},
  more: Partial<RunOptions> = {},
) =>
  runTemplate({
    file,
    scratch: world.scratch,
    github: repository.at(sha),
    inputs: { version: '', release_type: '', dependency_versions: '{}', nonce: '', dry_run: false, ...inputs },
    env: world.env,
    idTokenEnv: world.npm.idTokenEnv,
    standIns: repository.standIns,
    ...more,
  });
/** A run that a pushed tag started. */
const byTag = (lib: Library, tag: string, sha = lib.sha): Partial<RunOptions> => ({
  github: lib.repository.at(sha, { event_name: 'push', ref: `refs/tags/${tag}`, ref_name: tag, ref_type: 'tag' }),
  inputs: {},
});
const results = (run: TemplateRun) =>
  Object.fromEntries(Object.entries(run.jobs).map(([id, { result }]) => [id, result]));
const all = { claim: 'success', build: 'success', publish: 'success', record: 'success' };
const refused = { claim: 'success', build: 'failure', publish: 'skipped', record: 'skipped' };
const neutral = { claim: 'success', build: 'success', publish: 'skipped', record: 'skipped' };
const uploads = ({ name }: Library) => world.npm.published.filter((one) => one.startsWith(`${name}@`));

/** What a finished release of 1.1.0 has left behind, each exactly once. */
async function expectReleased(lib: Library, version = '1.1.0') {
  const { repository, name, full } = lib;
  expect(uploads(lib)).toEqual([`${name}@${version}`]);
  expect(JSON.parse(await repository.remote('show', 'main:package.json')).version).toBe(version);
  expect(await repository.remote('tag', '--list')).toBe(`v${version}`);
  expect(await repository.remote('log', '--format=%s', 'main')).toBe(`Release v${version}\nTell @everyone <b>\nBegin`);
  const releases = world.github.repository(full).releases.map(({ tag, body }) => [tag, body]);
  expect(releases).toEqual([[`v${version}`, expect.stringContaining('Tell @\u200beveryone &lt;b&gt; (')]]);
  expect(world.github.violations).toEqual([]);
}

describe('a release', () => {
  test('by hand: published by trusted publishing, committed, tagged, released', async () => {
    const lib = await library();
    const run = await release(lib, { version: '1.1.0' });
    expect(run.log).not.toContain('::error');
    expect(results(run)).toEqual(all);
    await expectReleased(lib);
    expect(await world.served(lib.name)).toEqual(['1.0.0', '1.1.0']);
    expect(run.jobs.publish?.outputs).toEqual({
      published: 'true',
      'published-packages': JSON.stringify([{ name: lib.name, version: '1.1.0' }]),
    });
    expect(await lib.repository.remote('show', 'main:CHANGELOG.md')).toContain('## 1.1.0 (');
    expect(await lib.repository.remote('rev-parse', 'v1.1.0')).toBe(await lib.repository.remote('rev-parse', 'main'));
  });

  test('by a release type, with end-to-end and AI tests', async () => {
    const lib = await library({ scripts: { 'test:e2e': 'echo E2E RAN', 'test:ai': 'echo AI RAN' } });
    const run = await release(lib, { release_type: 'minor' });
    expect(results(run)).toEqual(all);
    expect(run.log).toContain('\nE2E RAN');
    expect(run.log).toContain('\nAI RAN');
    await expectReleased(lib);
  });

  test('by a train: dependencies raised, and of two runs with one nonce only one releases', async () => {
    const lib = await library({ dependencies: { '@acme/domain': '^1.0.0' } });
    const inputs = {
      ...{ version: '1.1.0', release_type: 'coordinated', nonce: 'ra1f2e3d.lib.1' },
      dependency_versions: '{"@acme/domain":"2.0.0"}',
    };
    const first = await release(lib, inputs);
    expect(results(first)).toEqual(all);
    const second = await release(lib, inputs);
    expect(results(second)).toEqual({ claim: 'success', build: 'skipped', publish: 'skipped', record: 'skipped' });
    expect(second.log).toContain('ra1f2e3d.lib.1 was claimed by run 101 before. This run is a duplicate');
    expect(JSON.parse(await lib.repository.remote('show', 'main:package.json')).dependencies).toEqual({
      '@acme/domain': '^2.0.0',
    });
    await expectReleased(lib);
  });

  test('by a tag: what is tagged is published, and nothing is committed', async () => {
    const lib = await library();
    const sha = await lib.repository.commit({ 'package.json': manifest(lib.name, '1.1.0') }, 'Set the version');
    await lib.repository.remote('tag', 'v1.1.0', sha);
    const run = await release(lib, {}, byTag(lib, 'v1.1.0', sha));
    expect(run.log).not.toContain('::error');
    expect(results(run)).toEqual(all);
    expect(uploads(lib)).toEqual([`${lib.name}@1.1.0`]);
    expect(await lib.repository.remote('rev-parse', 'main')).toBe(sha);
    expect(world.github.repository(lib.full).releases.map(({ tag }) => tag)).toEqual(['v1.1.0']);
  });

  test('a run that its own tag started, or a second one for the same version, finds nothing to do', async () => {
    const lib = await library();
    await release(lib, { version: '1.1.0' });
    const tagged = await lib.repository.remote('rev-parse', 'v1.1.0');
    const again = await release(lib, {}, byTag(lib, 'v1.1.0', tagged));
    expect(results(again)).toEqual(neutral);
    expect(again.summary).toContain('is released already');
    const later = await release({ ...lib, sha: tagged }, { version: '1.1.0' });
    expect(later.log).not.toContain('::error');
    await expectReleased(lib);
  });

  const example = `${JSON.stringify({ name: 'example', private: true, version: '0.0.0' })}\n`;

  test.each([[['examples/*']], [['.', 'examples/*']]])(
    'a package with private ones beside it, of the workspace %j',
    async (workspaces) => {
      const lib = await library({ workspaces });
      const sha = await lib.repository.commit({ 'examples/one/package.json': example }, 'Show how');
      expect(results(await release({ ...lib, sha }, { version: '1.1.0' }))).toEqual(all);
      expect(await lib.repository.remote('tag', '--list')).toBe('v1.1.0');
      expect(await lib.repository.remote('show', '--name-only', '--format=%s', 'main')).toBe(
        'Release v1.1.0\n\nCHANGELOG.md\npackage.json',
      );
      expect(await world.served(lib.name)).toEqual(['1.0.0', '1.1.0']);
    },
  );

  test('a package that has the tags of changesets is known again by the tag with its name', async () => {
    const lib = await library({ workspaces: ['.', 'examples/*'] });
    const files = { 'examples/one/package.json': example, '.changeset/config.json': '{}\n' };
    const sha = await lib.repository.commit(files, 'Show how');
    const first = await release({ ...lib, sha }, { version: '1.1.0' });
    expect(results(first)).toEqual(all);
    const tag = `${lib.name}@1.1.0`;
    expect(await lib.repository.remote('log', '-1', '--format=%s', 'main')).toBe(`Release ${tag}`);
    const next = await lib.repository.commit({ 'index.js': 'export const name = 2;\n' }, 'Rename it');
    expect(results(await release({ ...lib, sha: next }, { version: '1.1.0' }))).toEqual(neutral);
    expect(results(await release({ ...lib, sha: next }, { version: '1.2.0' }))).toEqual(all);
    const [newest] = (await lib.repository.remote('show', 'main:CHANGELOG.md')).split('## 1.1.0');
    expect([newest?.includes('Rename it'), newest?.includes('Show how')]).toEqual([true, false]);
    expect(await lib.repository.remote('tag', '--list')).toBe(`${tag}\n${lib.name}@1.2.0`);
    expect(uploads(lib)).toEqual([`${lib.name}@1.1.0`, `${lib.name}@1.2.0`]);
  });

  test('a dry run does everything but claim, publish, push and tag', async () => {
    const lib = await library();
    const run = await release(lib, { version: '1.1.0', nonce: 'n1', dry_run: true });
    expect(results(run)).toEqual(neutral);
    expect(run.log).toContain(`Packed ${lib.name}@1.1.0.`);
    expect(uploads(lib)).toEqual([]);
    expect(await lib.repository.remote('tag', '--list')).toBe('');
    expect([...world.github.repository(lib.full).git.refs.keys()].filter((ref) => ref.includes('claims'))).toEqual([]);
  });
});

describe('after a crash', () => {
  const points = [
    ['publish', 'publish'],
    ['publish', 'Wait until the registry serves it'],
    ['record', 'org/release-actions/actions/record-release'],
  ] as const;
  test.each(points)('in the job %s before %j, the failed jobs are run again, or all of them', async (job, step) => {
    for (const way of ['failed', 'all'] as const) {
      const lib = await library();
      const github = lib.repository.at(lib.sha);
      const crashBefore = (inJob: string, name: string) => inJob === job && name === step;
      const crashed = await release(lib, { version: '1.1.0' }, { github, crashBefore });
      expect(results(crashed)[job]).toBe('failure');
      const again = await release(
        lib,
        { version: '1.1.0' },
        { github, ...(way === 'failed' && { rerunFailedOf: crashed }) },
      );
      expect(again.log).not.toContain('::error');
      expect(results(again)).toEqual(all);
      await expectReleased(lib);
    }
  });

  test('killed while GitHub is asked to make the release, with a branch that moved on meanwhile', async () => {
    const lib = await library();
    const github = lib.repository.at(lib.sha);
    let uploaded = false;
    const kill = (end: () => void, step: string) => {
      if (!step.endsWith('record-release') || uploaded) return;
      const stop = world.github.subscribe(({ kind, repository }) => {
        if (repository !== lib.full || kind !== 'release') return;
        uploaded = true;
        stop();
        end();
      });
    };
    const crashed = await release(lib, { version: '1.1.0' }, { github, onSpawn: kill });
    expect(results(crashed).record).toBe('failure');
    expect(uploaded).toBe(true);
    await lib.repository.commit({ 'README.md': 'Moved on\n' }, 'Move on');
    const again = await release(lib, { version: '1.1.0' }, { github });
    expect(again.log).not.toContain('::error');
    expect(results(again)).toEqual(all);
    expect(uploads(lib)).toHaveLength(1);
    expect(await lib.repository.remote('log', '--format=%s', 'main')).toBe(
      'Release v1.1.0\nMove on\nTell @everyone <b>\nBegin',
    );
  });

  test('a branch that moved on while the release was built gets its commit on top', async () => {
    const lib = await library();
    const github = lib.repository.at(lib.sha);
    await lib.repository.commit({ 'README.md': 'Moved on\n' }, 'Move on');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const run = await release(lib, { version: '1.1.0' }, { github });
      expect(run.log).not.toContain('::error');
      expect(results(run)).toEqual(all);
    }
    expect(await lib.repository.remote('log', '--format=%s', 'main')).toBe(
      'Release v1.1.0\nMove on\nTell @everyone <b>\nBegin',
    );
    expect(await lib.repository.remote('rev-parse', 'v1.1.0^')).toBe(lib.sha);
    expect(uploads(lib)).toHaveLength(1);
  });
});

describe('in a public repository', () => {
  const event = { repository: { visibility: 'public', private: false } };
  afterEach(() => {
    world.npm.home = undefined;
  });

  test('a package that names it is published with the registry holding it against provenance', async () => {
    const home = `https://github.com/acme/lib-${count + 1}`;
    const lib = await library({ repository: { type: 'git', url: `git+${home}.git` } });
    world.npm.home = home;
    const run = await release(lib, { version: '1.1.0' }, { event });
    expect(run.log).not.toContain('::error');
    expect(results(run)).toEqual(all);
    await expectReleased(lib);
  });

  test('one that does not is told the line to add, before anything runs', async () => {
    const lib = await library({ repository: 'https://github.com/acme/other' });
    const run = await release(lib, { version: '1.1.0' }, { event });
    expect(results(run)).toEqual(refused);
    expect(run.log).toMatch(
      new RegExp(`::error::${lib.name}: "repository" in its package.json says "https://github.com/acme/other".*Write`),
    );
    expect(run.log).toContain(`"url":"git+https://github.com/${lib.full}.git"`);
    expect(uploads(lib)).toEqual([]);
  });
});

describe('refused, before anything is published:', () => {
  test.each([
    [
      'a name that does not exist',
      { publish: false },
      { version: '1.1.0' },
      /knows no package named .*Trusted publishing cannot create a name/,
    ],
    ['a downgrade', {}, { version: '0.9.0' }, /0\.9\.0 is before 1\.0\.0/],
    ['no version', {}, { version: 'latest' }, /"latest" is not an exact version/],
    ['nothing at all', {}, {}, /give the input version or release-type/],
    [
      'an unknown type',
      {},
      { release_type: 'huge' },
      /"huge" does not say which version comes next: expected major, minor/,
    ],
    ['a private package', { private: true }, { version: '1.1.0' }, /Expected one public package/],
  ])('%s', async (_, more, inputs, message) => {
    const lib = await library(more);
    const run = await release(lib, inputs);
    expect(results(run)).toEqual(refused);
    expect(run.log).toMatch(message);
    expect(run.log).toMatch(/^::error/m);
    expect(uploads(lib)).toEqual([]);
    expect(await lib.repository.remote('tag', '--list')).toBe('');
  });

  test('a tag that does not match the version', async () => {
    const lib = await library();
    await lib.repository.remote('tag', 'v1.2.0', lib.sha);
    const run = await release(lib, {}, byTag(lib, 'v1.2.0'));
    expect(results(run)).toEqual(refused);
    expect(run.log).toContain('The tag v1.2.0 does not match package.json, which has the version 1.0.0');
  });

  test('a version that is taken by other bytes', async () => {
    const lib = await library();
    await world.registry.release(lib.name, '1.1.0', { description: 'by somebody else' });
    const run = await release(lib, { version: '1.1.0' });
    expect(results(run)).toMatchObject({ build: 'success', publish: 'failure', record: 'skipped' });
    expect(run.log).toContain('is taken: it is served with other bytes');
    expect(await lib.repository.remote('tag', '--list')).toBe('');
  });

  test('a registry that is down is not one that has nothing', async () => {
    const lib = await library();
    world.npm.down = true;
    const run = await release(lib, { version: '1.1.0' }).finally(() => {
      world.npm.down = false;
    });
    expect(results(run)).toEqual(refused);
    expect(run.log).toContain('Nobody can say whether');
    expect(uploads(lib)).toEqual([]);
  });
});
