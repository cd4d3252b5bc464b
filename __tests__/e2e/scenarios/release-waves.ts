import assert from 'node:assert/strict';
import { minimalRelease } from '../repositories/minimal-workflows.ts';
import { addThreePackages, fix, installedName } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

const caller = (owner: string) => `name: Waves
on:
  workflow_dispatch:
    inputs:
      release-type: { type: string }
      packages: { type: string, default: all }
permissions: {}
jobs:
  waves:
    uses: org/release-actions/.github/workflows/release-waves.yml@v1
    permissions:
      contents: read
    with:
      release-type: \${{ inputs.release-type }}
      packages: \${{ inputs.packages }}
    secrets:
      tokens: |
        ${owner}: \${{ secrets.MY_ORG_TOKEN }}
`;

export default scenario(
  'release-waves: a wave that fails stops the next; fixed, the rest is released',
  async (ground) => {
    const { world } = ground;
    const three = await addThreePackages(ground, {
      name: 'waves',
      release: minimalRelease,
      workflows: { 'waves.yml': caller('waves') },
      broken: ['adapter'],
    });
    const failed = await world.run(three.home, 'waves.yml', { 'release-type': 'minor' });
    assert.equal(failed.conclusion, 'failure');
    const started = () => world.runs.map(({ repository }) => repository).filter((name) => name !== three.home);
    assert.deepEqual(started(), ['waves/core', 'waves/adapter']);

    fix(ground, three, 'adapter');
    const rest = await world.run(three.home, 'waves.yml', { 'release-type': 'minor', packages: 'adapter, app' });
    assert.equal(rest.conclusion, 'success');
    assert.deepEqual(started().slice(2), ['waves/adapter', 'waves/app']);
    assert.equal(await installedName(ground, '@waves/app@1.1.0'), 'core/adapter/app');
  },
);
