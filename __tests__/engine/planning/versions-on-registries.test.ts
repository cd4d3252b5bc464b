import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { lookUpCurrentVersions } from '../../../src/engine/planning/current-versions.ts';
import { trainRegistry } from '../../../src/engine/planning/train-registry.ts';
import { cliRegistry } from '../../../src/packages/registries/package-registry.ts';
import { describeWith } from '../../support/needs.ts';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { type PythonIndex, startPythonIndex } from '../../support/python-index.ts';
import { slow } from '../../support/slow.ts';
import { component, manifest, versionsFor } from '../../train/samples.ts';

const both = component('core', { package: [{ npm: '@acme/core' }, { pypi: 'acme-core' }] });

// The clients of both registries are real; so is what they serve.
describeWith('python', 'on a real npm registry and a real Python index', () => {
  let npm: NpmRegistry;
  let pypi: PythonIndex;

  beforeAll(async () => {
    [npm, pypi] = await Promise.all([startNpmRegistry(), startPythonIndex()]);
    // One component in two registries, of which the index is behind; its prereleases are called otherwise there.
    const onNpm = async () => {
      for (const version of ['1.9.5', '2.0.0-beta.1']) await npm.release('@acme/core', version);
    };
    const onPyPI = async () => {
      for (const version of ['1.9.0', '2.0.0b0']) await pypi.release('acme-core', version);
    };
    await Promise.all([onNpm(), onPyPI()]);
  });
  afterAll(() => Promise.all([npm.close(), pypi.close()]));

  const planned = async (request: object) => {
    const env = { ...npm.env, ...pypi.env, PATH: `${pypi.bin}:${process.env.PATH}` };
    const registry = trainRegistry(cliRegistry({ cwd: tmpdir(), env }));
    const sources = { served: registry.versions, tags: async () => [], packageJson: async () => undefined };
    const currentVersions = await lookUpCurrentVersions([both], sources);
    const { versions, faults } = versionsFor(manifest([both]), { packages: ['core'], currentVersions, ...request });
    return faults.length > 0 ? faults.map(({ message }) => message) : versions.get('core')?.version;
  };

  slow.each<[string, object, unknown]>([
    ['a patch follows the highest of both', { releaseType: 'patch' }, '1.9.6'],
    ['a prerelease counts on after that of npm', { releaseType: 'prerelease', prereleaseId: 'beta' }, '2.0.0-beta.2'],
    ['a major is what its prereleases led to', { releaseType: 'major' }, '2.0.0'],
    [
      'what the index alone serves is refused',
      { versions: { core: '2.0.0-beta.0' } },
      [expect.stringContaining('not above')],
    ],
    ['what nobody serves is taken', { versions: { core: '2.0.0-beta.2' } }, '2.0.0-beta.2'],
  ])('%s', async (_, request, expected) => {
    expect(await planned(request)).toEqual(expected);
  });
});
