import assert from 'node:assert/strict';
import { template } from '../repositories/templates.ts';
import { type Ground, scenario } from '../scenario.ts';

const REPOSITORY = 'pythons/adder';
const SMUGGLED = 'acme_adder-1.2.0.999-py3-none-any.whl';

export default scenario(
  'template release-python: rehearsed, released by a train, repeated; what a build smuggles in is not published',
  async (ground) => {
    const { world } = ground;
    world.addRepository(REPOSITORY, {
      files: {
        '.github/workflows/release.yml': await template('release-python.yml', {
          'PACKAGE: my-package': 'PACKAGE: Acme.Adder',
        }),
        'pyproject.toml': [
          ...['[build-system]', 'requires = ["setuptools"]', 'build-backend = "setuptools.build_meta"', ''],
          ...[
            '[project]',
            'name = "acme-adder"',
            'version = "1.0.0"',
            'readme = "README.md"',
            '',
            '[tool.setuptools]',
            'py-modules = ["adder"]',
            '',
          ],
        ].join('\n'),
        'README.md': '# Adder\n',
        'adder.py': 'def add(a, b):\n    return a + b\n',
        '.gitignore': 'build\n*.egg-info\n',
      },
    });
    const { git, releases } = world.github.repository(REPOSITORY);
    const read = (ref: string, path: string) =>
      git.blob(git.entryAt(git.resolve(ref)?.tree ?? '', path)?.sha ?? '')?.toString() ?? '';

    const rehearsal = await world.run(REPOSITORY, 'release.yml', { version: '1.1.0', dry_run: 'true' });
    assert.equal(rehearsal.conclusion, 'success', 'the rehearsal');
    assert.deepEqual(Object.keys(rehearsal.artifacts), ['python'], 'it builds');
    assert.deepEqual(await served(ground), [], 'and publishes nothing');
    assert.deepEqual([...git.refs.keys()], ['refs/heads/main']);

    const inputs = { version: '1.1.0-beta.2', release_type: 'prerelease', nonce: 'ra1.adder.1' };
    const first = await world.run(REPOSITORY, 'release.yml', inputs);
    assert.equal(first.conclusion, 'success', 'the release');
    assert.deepEqual(await served(ground), ['acme_adder-1.1.0b2-py3-none-any.whl', 'acme_adder-1.1.0b2.tar.gz']);
    assert.match(read('main', 'pyproject.toml'), /^version = "1\.1\.0b2"$/m, 'its commit');
    assert.equal(read('v1.1.0-beta.2', 'pyproject.toml'), read('main', 'pyproject.toml'), 'its tag');
    assert.deepEqual(
      releases.map(({ tag, prerelease }) => [tag, prerelease]),
      [['v1.1.0-beta.2', true]],
    );
    const second = await world.run(REPOSITORY, 'release.yml', inputs);
    assert.equal(second.conclusion, 'success', 'the same once more');
    assert.deepEqual(
      second.jobs.filter(({ conclusion }) => conclusion === 'success').map(({ name }) => name),
      ['Claim'],
      'does nothing',
    );

    const setup = `import os\nfolder = os.environ["DISTRIBUTIONS"]\nos.makedirs(folder, exist_ok=True)\nopen(os.path.join(folder, "${SMUGGLED}"), "w").close()\nfrom setuptools import setup\nsetup()\n`;
    world.github.commit(REPOSITORY, 'main', { 'setup.py': setup }, 'Of a dependency');
    const refused = await world.run(REPOSITORY, 'release.yml', { version: '1.2.0' });
    assert.equal(refused.conclusion, 'failure', 'what the build smuggled in');
    assert.match(refused.log, new RegExp(`expected files of Acme\\.Adder 1\\.2\\.0 only, found .*${SMUGGLED}`));
    assert.equal((await served(ground)).length, 2, 'nothing of it is published');
    assert.equal(releases.length, 1, 'nor tagged');
  },
  ['python'],
);

async function served({ services }: Ground): Promise<string[]> {
  const { url } = await services.python();
  const page = await (await fetch(`${url}acme-adder/`)).text();
  return [...page.matchAll(/>([^<]+\.(?:whl|tar\.gz))</g)].map(([, file = '']) => file).sort();
}
