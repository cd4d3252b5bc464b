import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWithTools } from '../support/npm-tools.ts';
import { run } from '../support/processes.ts';
import { runTemplate, type TemplateRun } from '../support/template-runner.ts';
import { differences, type ReleaseWorld, startReleaseWorld } from './release-world.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = join(root, 'workflows-templates/release-changesets.yml');
const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;

interface Tools {
  readonly manager: 'npm' | 'pnpm' | 'yarn';
  /** What is on PATH before everything else. */
  readonly specs: readonly string[];
  readonly changesets: 2 | 3;
  readonly declared?: string;
}

const SETS: readonly Tools[] = [
  { manager: 'pnpm', specs: ['pnpm@8.15.9', '@changesets/cli@2.31.1'], changesets: 2 },
  { manager: 'pnpm', specs: ['pnpm@9.15.9'], changesets: 3 },
  { manager: 'pnpm', specs: ['pnpm@11.28.11', '@changesets/cli@2.31.1'], changesets: 2 },
  { manager: 'npm', specs: ['@changesets/cli@2.31.1'], changesets: 2 },
];

let world: ReleaseWorld;
let template: string;
beforeAll(async () => {
  world = await startReleaseWorld();
  template = join(world.scratch, 'release.yml');
  const text = await readFile(file, 'utf8');
  await writeFile(template, text.replace('PYTHON_PACKAGE: event-forge-inbox-outbox', 'PYTHON_PACKAGE: ""'));
});
afterAll(() => world.close());

const results = ({ jobs }: TemplateRun) =>
  Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));
const nothing = { plan: 'success', version: 'skipped', build: 'skipped', npm: 'skipped', record: 'skipped' };

for (const { manager, specs, changesets } of SETS)
  describeWithTools(specs, `with ${specs.join(', ')} and changesets ${changesets}`, (bins) => {
    test('a repository that published by hand before is taken over, and loses no release on the way', async () => {
      const id = `${manager}-${specs.join('-').replace(/\W+/g, '-')}`.toLowerCase();
      const [core, top] = [`@${id}/core`, `@${id}/top`];
      const range = manager === 'npm' ? '^1.0.0' : 'workspace:^';
      const config = {
        ...{ changelog: false, format: false, prettier: false, access: 'public' },
        // Changesets 2 looks for what commits in the workspace itself, where it is not installed here.
        commit: changesets === 3,
        $schema: `https://unpkg.com/@changesets/config@${changesets === 2 ? '3.1.1' : '4.0.0'}/schema.json`,
      };
      const files: Record<string, string> = {
        'package.json': json({
          ...{ name: 'root', private: true, scripts: { test: 'echo TESTED' } },
          ...(manager === 'npm' && { workspaces: ['packages/*'] }),
        }),
        ...(manager === 'pnpm' && { 'pnpm-workspace.yaml': 'packages: [packages/*]\n' }),
        'packages/core/package.json': json({ name: core, version: '1.0.0' }),
        'packages/top/package.json': json({ name: top, version: '1.0.0', dependencies: { [core]: range } }),
        'packages/fixture/package.json': json({ name: 'fixture', private: true, version: 'none' }),
        '.changeset/config.json': json(config),
        '.gitignore': 'node_modules\n',
      };
      const env = { ...world.env, PATH: [...bins, join(root, 'node_modules/.bin'), world.env.PATH].join(':') };
      for (const name of [core, top]) await world.registry.release(name, '1.0.0', { description: 'from a laptop' });
      const repository = await world.addRepository(id);
      world.github.commit(`acme/${id}`, 'changeset-release/main', { 'a.txt': 'a' });
      Object.assign(files, await lockFile(manager, files, env));
      const at = (sha: string) => ({
        ...{ file: template, scratch: world.scratch, env, idTokenEnv: world.npm.idTokenEnv },
        ...{ standIns: repository.standIns, github: repository.at(sha, { event_name: 'push' }) },
      });
      const version = async (ref: string, name: string) =>
        JSON.parse(await repository.remote('show', `${ref}:packages/${name}/package.json`)).version;
      const tags = async () => (await repository.remote('tag', '--list')).split('\n').filter(Boolean);

      // The first push: all is published, nothing is tagged, and nothing is wrong.
      const adopted = await runTemplate(at(await repository.commit(files, 'Begin')));
      expect(adopted.log).not.toContain('::error');
      expect(results(adopted)).toMatchObject(nothing);
      expect(adopted.log).toMatch(new RegExp(`::notice::${core}@1\\.0\\.0, ${top}@1\\.0\\.0: published before`));

      // A changeset is proposed, though changesets commits by itself and the job has no identity; it is merged.
      const add = (name: string, releases: Record<string, string>) =>
        repository.commit({
          [`.changeset/${name}.md`]: `---\n${Object.entries(releases)
            .map(([one, type]) => `"${one}": ${type}\n`)
            .join('')}---\n\nAbout ${name}.\n`,
        });
      const first = await add('first', { [core]: 'minor', [top]: 'minor' });
      const proposed = await runTemplate(at(first));
      expect(proposed.log).not.toContain('::error');
      expect(results(proposed)).toMatchObject({ ...nothing, version: 'success' });
      const branch = 'changeset-release/main';
      expect(await repository.remote('log', '--format=%s', '-2', branch)).toBe('Version packages\nA change');
      expect(await version(branch, 'top')).toBe('1.1.0');
      const merge = await differences(repository, 'main', branch);

      // A run that was late opens no second pull request for what is merged.
      const merged = await repository.commit(merge, 'Version packages (#1)');
      const late = await runTemplate(at(first));
      expect(late.log).toContain('main has moved on to');
      expect(await repository.remote('rev-parse', branch)).not.toBe(merged);

      // The next changeset lands before the release has run, and its second package is refused.
      const next = await add('next', { [core]: 'patch' });
      const { published } = world.npm;
      const before = published.length;
      world.npm.onUpload = (_, name) => (name === top ? 422 : undefined);
      const failed = await runTemplate(at(next));
      world.npm.onUpload = undefined;
      expect(results(failed)).toMatchObject({
        version: 'success',
        build: 'success',
        npm: 'failure',
        record: 'success',
      });
      expect(failed.log).toContain('TESTED');
      expect(published.slice(before)).toEqual([`${core}@1.1.0`]);
      expect(failed.log).toContain(`${top}@1.1.0 is not published yet, so it gets no tag yet.`);
      expect(await tags()).toEqual([`${core}@1.1.0`]);
      expect(await version(branch, 'core')).toBe('1.1.1');

      // The next push finishes it, still with a changeset waiting.
      const again = await runTemplate(at(await repository.commit({ 'README.md': 'More\n' })));
      expect(again.log).not.toContain('::error');
      expect(results(again)).toMatchObject({ version: 'success', build: 'success', npm: 'success', record: 'success' });
      expect(published.slice(before)).toEqual([`${core}@1.1.0`, `${top}@1.1.0`]);
      expect(await tags()).toEqual([`${core}@1.1.0`, `${top}@1.1.0`]);
      const served = await run('npm', ['view', `${top}@1.1.0`, 'dependencies', '--json'], { env: world.env });
      expect(JSON.parse(served)).toEqual({ [core]: '^1.1.0' });
      const releases = world.github.repository(`acme/${id}`).releases.map(({ tag }) => tag);
      expect(releases.sort()).toEqual([`${core}@1.1.0`, `${top}@1.1.0`]);

      // And the last one is released, until nothing is left.
      const last = await repository.commit(await differences(repository, 'main', branch), 'Version packages (#2)');
      expect(results(await runTemplate(at(last)))).toMatchObject({
        version: 'skipped',
        npm: 'success',
        record: 'success',
      });
      expect(results(await runTemplate(at(last)))).toMatchObject(nothing);
      expect(world.github.violations).toEqual([]);
    });
  });

/** The lock file that the manager itself makes of these files. */
async function lockFile(manager: Tools['manager'], files: Record<string, string>, env: Record<string, string>) {
  const folder = await mkdtemp(join(world.scratch, 'lock-'));
  for (const [path, text] of Object.entries(files)) {
    await run('mkdir', ['-p', join(folder, path, '..')]);
    await writeFile(join(folder, path), text);
  }
  const args = manager === 'npm' ? ['install', '--package-lock-only'] : ['install', '--lockfile-only'];
  await run(manager, args, { cwd: folder, env });
  const made = (await readdir(folder)).filter((name) => ['package-lock.json', 'pnpm-lock.yaml'].includes(name));
  return Object.fromEntries(
    await Promise.all(made.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}
