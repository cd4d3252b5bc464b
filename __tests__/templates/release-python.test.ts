import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/needs.ts';
import { run } from '../support/processes.ts';
import { type PythonIndex, startPythonIndex } from '../support/python-index.ts';
import { type RunOptions, runTemplate, type StandIn, type TemplateRun } from '../support/template-runner.ts';
import { type ReleaseWorld, type Repository, startReleaseWorld } from './release-world.ts';

const template = fileURLToPath(new URL('../../workflows-templates/release-python.yml', import.meta.url));
const project = (version: string) => `[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "Acme.Lib"
version = "${version}"
`;
const results = ({ jobs }: TemplateRun) =>
  Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));
const ALL = { claim: 'success', build: 'success', publish: 'success', record: 'success' };

describeWith('python', 'the template for a Python package', () => {
  let world: ReleaseWorld;
  let index: PythonIndex;
  let repository: Repository;
  let options: Omit<RunOptions, 'github'>;
  let uploads: string[][];

  beforeAll(async () => {
    index = await startPythonIndex();
    world = await startReleaseWorld([index.bin]);
    const wheels = join(world.scratch, 'wheels');
    const pip = ['-m', 'pip', '--disable-pip-version-check', 'download', '--quiet', '--dest', wheels];
    await run(join(index.bin, 'python'), [...pip, 'setuptools', 'build==1.6.1']);
    await upload(wheels);
    repository = await world.addRepository('lib');
    const file = join(world.scratch, 'release.yml');
    await writeFile(file, (await readFile(template, 'utf8')).replace('PACKAGE: my-package', 'PACKAGE: Acme.Lib'));
    uploads = [];
    const publish: StandIn = async (inputs, { workspace }) => {
      expect(inputs).toMatchObject({ attestations: 'true', 'skip-existing': 'true' });
      const folder = join(workspace, inputs['packages-dir'] ?? '');
      const served = (await readdir(folder)).sort();
      uploads.push(served);
      await upload(folder).catch((error) => {
        if (uploads.length === 1) throw error;
      });
    };
    options = {
      ...{ file, scratch: world.scratch, idTokenEnv: world.npm.idTokenEnv },
      env: { ...index.env, ...world.env, PIP_CONFIG_FILE: index.env.PIP_CONFIG_FILE ?? '' },
      standIns: { ...repository.standIns, 'pypa/gh-action-pypi-publish': publish },
    };
  });
  afterAll(() => Promise.all([world.close(), index.close()]));

  const upload = (folder: string) =>
    run(join(index.bin, 'python'), [
      ...['-m', 'twine', 'upload', '--repository-url', index.url.replace('simple/', ''), '-u', 'x', '-p', 'x'],
      ...['--disable-progress-bar', join(folder, '*')],
    ]);
  const release = (sha: string, inputs: Readonly<Record<string, unknown>>, more: Partial<RunOptions> = {}) =>
    runTemplate({
      ...{ ...options, github: repository.at(sha, { repository: 'acme/lib' }) },
      inputs: { release_type: '', dependency_versions: '', nonce: '', dry_run: false, ...inputs },
      ...more,
    });
  const releases = () => world.github.repository('acme/lib').releases.map(({ tag }) => tag);
  const versionOn = async (ref: string) =>
    /version = "(.*)"/.exec(await repository.remote('show', `${ref}:pyproject.toml`))?.[1];

  test('a dry run builds and leaves nothing', async () => {
    const sha = await repository.commit({ 'pyproject.toml': project('1.0.0'), '.gitignore': '*.egg-info\nbuild\n' });
    const done = await release(sha, { version: '1.1.0', nonce: 'ra0.lib.1', dry_run: true });
    expect(done.log).not.toContain('::error');
    expect(results(done)).toEqual({ ...ALL, publish: 'skipped', record: 'skipped' });
    expect([await repository.remote('tag', '--list'), await versionOn('main'), uploads]).toEqual(['', '1.0.0', []]);
  });

  test('by a train: published, committed, tagged, released; a second run with its nonce does nothing', async () => {
    const sha = await repository.commit({ 'lib.py': 'A = 1\n' });
    const inputs = { version: '1.1.0-beta.2', release_type: 'prerelease', nonce: 'ra1.lib.1' };
    const first = await release(sha, inputs);
    expect(first.log).not.toContain('::error');
    expect(results(first)).toEqual(ALL);
    expect(uploads).toEqual([['acme_lib-1.1.0b2-py3-none-any.whl', 'acme_lib-1.1.0b2.tar.gz']]);
    expect(await repository.remote('tag', '--list')).toBe('v1.1.0-beta.2');
    expect([await versionOn('main'), await versionOn('v1.1.0-beta.2')]).toEqual(['1.1.0b2', '1.1.0b2']);
    expect(releases()).toEqual(['v1.1.0-beta.2']);
    const second = await release(sha, inputs);
    expect(results(second)).toEqual({ claim: 'success', build: 'skipped', publish: 'skipped', record: 'skipped' });
  });

  test('the branch that moved on meanwhile gets the commit all the same, and a run again doubles nothing', async () => {
    const sha = await repository.commit({ 'lib.py': 'A = 2\n' });
    await repository.commit({ 'other.py': 'B = 1\n' }, 'Meanwhile');
    const cut = await release(
      sha,
      // As somebody types it.
      { version: ' 1.2.0 ' },
      { crashBefore: (job, step) => job === 'record' && step === 'GitHub release' },
    );
    expect(results(cut)).toMatchObject({ publish: 'success', record: 'failure' });
    const again = await release(sha, { version: ' 1.2.0 ' }, { rerunFailedOf: cut });
    expect(again.log).toContain('The tag v1.2.0 is there already.');
    expect(results(again)).toEqual(ALL);
    expect(await versionOn('main')).toBe('1.2.0');
    expect(await repository.remote('show', 'main:other.py')).toBe('B = 1');
    expect(await repository.remote('log', '--format=%s', '--first-parent', '-2', 'main')).toBe(
      'Merge v1.2.0\nMeanwhile',
    );
    expect(releases().filter((tag) => tag === 'v1.2.0')).toHaveLength(1);
  });

  test('what the build smuggles in is not published', async () => {
    const smuggled = ['other-1.0.tar.gz', 'Acme.Lib-1.3.0.999-py3-none-any.whl', 'acme_lib_1-3.0.tar.gz'];
    const setup = `import os
folder = os.environ["DISTRIBUTIONS"]
os.makedirs(folder, exist_ok=True)
for name in ${JSON.stringify(smuggled)}: open(os.path.join(folder, name), "w").close()
from setuptools import setup
setup()
`;
    const sha = await repository.commit({
      'setup.py': setup,
      'pyproject.toml': `${project('1.2.0')}\n[tool.setuptools]\npy-modules = []\n`,
    });
    const before = uploads.length;
    const done = await release(sha, { version: '1.3.0' });
    expect(done.log).toContain(
      `::error::The release that was handed over is refused: expected files of Acme.Lib 1.3.0 only, found ${[
        ...smuggled,
      ]
        .sort()
        .map((one) => `"${one}"`)
        .join(', ')}`.replace(/, (?=[^,]*$)/, ' and '),
    );
    expect(results(done)).toMatchObject({ build: 'success', publish: 'failure', record: 'skipped' });
    expect(uploads).toHaveLength(before);
  });
});
