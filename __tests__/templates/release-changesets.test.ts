import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/needs.ts';
import { run } from '../support/processes.ts';
import { type PythonIndex, startPythonIndex } from '../support/python-index.ts';
import { type RunOptions, runTemplate, type StandIn, type TemplateRun } from '../support/template-runner.ts';
import { differences, type ReleaseWorld, type Repository, startReleaseWorld } from './release-world.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = join(root, 'examples/event-forge');
const file = join(root, 'workflows-templates/release-changesets.yml');
const full = (name: string) => `@event-forge/inbox-outbox-${name}`;
const members = ['core', 'mongoose', 'rabbitmq', 'typeorm', 'nestjs'];

async function filesOf(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true })) {
    const path = join(folder, entry);
    if ((await stat(path)).isFile()) found[relative(folder, path)] = await readFile(path, 'utf8');
  }
  return found;
}

const results = ({ jobs }: TemplateRun) =>
  Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));

describeWith('python', 'the template for an npm workspace with a Python package', () => {
  let world: ReleaseWorld;
  let index: PythonIndex;
  let repository: Repository;
  let options: Omit<RunOptions, 'github'>;

  beforeAll(async () => {
    index = await startPythonIndex();
    world = await startReleaseWorld([index.bin, join(root, 'node_modules/.bin')]);
    // What the template's own build asks the index for.
    const wheels = join(world.scratch, 'wheels');
    const pip = [join(index.bin, 'python'), '-m', 'pip', '--disable-pip-version-check'] as const;
    await run(pip[0], [...pip.slice(1), 'download', '--quiet', '--dest', wheels, 'setuptools', 'build==1.6.1']);
    await upload(wheels);
    const old = join(world.scratch, 'event-forge');
    await cp(example, old, { recursive: true });
    for (const name of members) await world.registry.publish(join(old, 'packages', name));
    await index.publish(join(old, 'packages/python'));

    repository = await world.addRepository('event-forge');
    // GitHub's side of the branch that the pull request is made from; git's is pushed by the action itself.
    world.github.commit('acme/event-forge', 'changeset-release/main', { 'a.txt': 'a' });
    const env = { ...index.env, ...world.env, PIP_CONFIG_FILE: index.env.PIP_CONFIG_FILE ?? '' };
    const standIns = { ...repository.standIns, 'pypa/gh-action-pypi-publish': publishToPypi };
    // A public one: npm will hold every package against it.
    world.npm.home = 'https://github.com/acme/event-forge';
    const event = { repository: { visibility: 'public', private: false } };
    options = { file, event, scratch: world.scratch, env, idTokenEnv: world.npm.idTokenEnv, standIns };
  });
  afterAll(() => Promise.all([world.close(), index.close()]));

  const upload = (folder: string) =>
    run(join(index.bin, 'python'), [
      ...['-m', 'twine', 'upload', '--repository-url', index.url.replace('simple/', ''), '-u', 'x', '-p', 'x'],
      ...['--disable-progress-bar', join(folder, '*')],
    ]);
  const publishToPypi: StandIn = async (inputs, { workspace }) => {
    expect(inputs).toMatchObject({ attestations: 'true' });
    await upload(join(workspace, inputs['packages-dir'] ?? ''));
  };
  const pushed = (sha: string) => ({ ...options, github: repository.at(sha, { event_name: 'push' }) });

  test('from two changesets to npm install and pip install, with a publish that is killed after the second package', async () => {
    const before = await repository.commit(await filesOf(example), 'Begin');
    for (const name of members) {
      const { version } = JSON.parse(await repository.remote('show', `main:packages/${name}/package.json`));
      await repository.remote('tag', `${full(name)}@${version}`, before);
    }

    // While changesets wait, a pull request proposes the versions, the Python one among them.
    const proposed = await runTemplate(pushed(before));
    expect(proposed.log).not.toContain('::error');
    expect(results(proposed)).toMatchObject({
      plan: 'success',
      version: 'success',
      propose: 'success',
      build: 'skipped',
      pypi: 'skipped',
    });
    const branch = 'changeset-release/main';
    expect(await repository.remote('log', '--format=%s', branch)).toBe('Version packages\nBegin');
    for (const name of members) {
      expect(JSON.parse(await repository.remote('show', `${branch}:packages/${name}/package.json`)).version).toBe(
        '1.1.0',
      );
    }
    expect(await repository.remote('show', `${branch}:packages/python/pyproject.toml`)).toContain(
      'version = "1.1.0" #',
    );
    expect(await repository.remote('ls-tree', '--name-only', branch, '.changeset/')).toBe('.changeset/config.json');
    const [pull] = world.github.repository('acme/event-forge').pulls;
    expect(pull?.issue).toMatchObject({
      title: 'Version packages',
      body: expect.stringMatching(
        /`1\.0\.1` \| `1\.1\.0`[\s\S]*`event-forge-inbox-outbox \(PyPI\)` \| `–` \| `1\.1\.0`/,
      ),
    });

    // The same push again changes nothing.
    const proposal = await repository.remote('rev-parse', branch);
    await runTemplate(pushed(before));
    expect(await repository.remote('rev-parse', branch)).toBe(proposal);
    expect(world.github.repository('acme/event-forge').pulls).toHaveLength(1);

    // It is merged, and the runner dies while the third package is uploaded.
    const merged = await repository.commit(await differences(repository, 'main', branch), 'Version packages (#1)');
    let kill = () => {};
    world.npm.onUpload = (n) => {
      if (n === 3) kill();
      return undefined;
    };
    const github = repository.at(merged, { event_name: 'push' });
    const onSpawn = (end: () => void, step: string) => {
      if (step === 'publish') kill = end;
    };
    const killed = await runTemplate({ ...options, github, onSpawn });
    world.npm.onUpload = undefined;
    expect(results(killed)).toEqual({
      ...{
        plan: 'success',
        version: 'skipped',
        propose: 'skipped',
        build: 'success',
        npm: 'failure',
        record: 'success',
        pypi: 'skipped',
      },
    });
    // What is published has its tag and its release, whatever became of the others.
    const half = (await repository.remote('tag', '--list', '*@1.1.0')).split('\n').sort();
    // The registry may have taken the third one, too, though nobody was there to hear it.
    expect(half).toEqual([...world.npm.published].sort());
    expect(half).toEqual(expect.arrayContaining([`${full('core')}@1.1.0`, `${full('mongoose')}@1.1.0`]));
    expect(killed.jobs.npm?.outputs).toMatchObject({ published: 'true' });
    const first = JSON.parse(killed.jobs.npm?.outputs['published-packages'] ?? '[]') as { name: string }[];
    expect(first.map(({ name }) => name)).toEqual([full('core'), full('mongoose')]);

    // The failed jobs are run again, and cut off before the tags; then all jobs are.
    const crashBefore = (job: string) => job === 'record';
    const second = await runTemplate({ ...options, github, rerunFailedOf: killed, crashBefore });
    expect(second.log).not.toContain('::error');
    expect(results(second)).toMatchObject({ npm: 'success', record: 'failure', pypi: 'success' });
    const completed = await runTemplate({ ...options, github });
    expect(completed.log).not.toContain('::error');
    const done = { plan: 'success', build: 'success', npm: 'success', record: 'success', pypi: 'success' };
    expect(results(completed)).toEqual({ ...done, version: 'skipped', propose: 'skipped', pypi: 'skipped' });
    expect([...world.npm.published].sort()).toEqual(members.map((name) => `${full(name)}@1.1.0`).sort());
    expect(second.jobs.npm?.outputs.published).toBe('true');
    expect(completed.jobs.npm?.outputs).toEqual({ published: 'false', 'published-packages': '[]' });
    const tags = (await repository.remote('tag', '--list', '*@1.1.0')).split('\n');
    expect(tags.sort()).toEqual(members.map((name) => `${full(name)}@1.1.0`).sort());
    const releases = world.github.repository('acme/event-forge').releases;
    expect(releases.map(({ tag }) => tag).sort()).toEqual(tags);
    expect(releases.find(({ tag }) => tag.includes('core'))?.body).toContain('A relay publishes in batches');

    await installFromEmptyFolders();

    // Nothing is left to do, and a further push does nothing.
    const idle = await runTemplate(pushed(merged));
    expect(results(idle)).toEqual({
      ...{
        plan: 'success',
        version: 'skipped',
        propose: 'skipped',
        build: 'skipped',
        npm: 'skipped',
        record: 'skipped',
        pypi: 'skipped',
      },
    });
    expect(world.github.violations).toEqual([]);
  });

  test('a Python package that was not published with the npm packages is published by the next run', async () => {
    const sha = await repository.commit({
      'packages/python/pyproject.toml': (
        await repository.remote('show', 'main:packages/python/pyproject.toml')
      ).replace('event-forge-inbox-outbox', 'event-forge-outbox-only'),
    });
    const text = await readFile(file, 'utf8');
    const own = join(world.scratch, 'release.yml');
    await writeFile(
      own,
      text.replace('PYTHON_PACKAGE: event-forge-inbox-outbox', 'PYTHON_PACKAGE: event-forge-outbox-only'),
    );
    const later = await runTemplate({ ...pushed(sha), file: own });
    expect(later.log).not.toContain('::error');
    expect(results(later)).toMatchObject({ build: 'success', npm: 'skipped', record: 'skipped', pypi: 'success' });
    expect(world.npm.published).toHaveLength(5);
  });

  async function installFromEmptyFolders(): Promise<void> {
    const consumer = join(world.scratch, 'consumer');
    await mkdir(consumer);
    const { env } = world;
    await run('npm', ['install', ...members.map(full)], { cwd: consumer, env });
    const program = `const { relay } = await import('${full('core')}'); await import('${full('nestjs')}'); console.log(typeof relay)`;
    expect(await run('node', ['--input-type=module', '-e', program], { cwd: consumer, env })).toBe('function\n');
    const listed = JSON.parse(await run('npm', ['ls', '--json', '--depth=0'], { cwd: consumer, env }));
    expect(new Set(Object.values(listed.dependencies).map((one) => (one as { version: string }).version))).toEqual(
      new Set(['1.1.0']),
    );
    const target = ['--target', join(consumer, 'python'), '--quiet', 'event-forge-inbox-outbox'];
    await run(join(index.bin, 'python'), ['-m', 'pip', 'install', ...target], { env: index.env });
    expect(await readdir(join(consumer, 'python'))).toContain('event_forge_inbox_outbox-1.1.0.dist-info');
  }
});
