import assert from 'node:assert/strict';
import { minimalRelease, minimalTrain } from '../repositories/minimal-workflows.ts';
import { addThreePackages, installedName } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario('the root action alone releases three repositories in order', async (ground) => {
  const three = await addThreePackages(ground, {
    name: 'three',
    release: minimalRelease,
    token: 'everything',
    workflows: { 'train.yml': minimalTrain },
  });
  const { world } = ground;
  const train = await world.run(three.home, 'train.yml', { 'release-type': 'minor' });
  assert.equal(train.conclusion, 'success', 'the train');
  assert.match(train.log, /Released \["core","adapter","app"\]/);
  assert.deepEqual(
    world.runs.map(({ repository }) => repository),
    [three.home, 'three/core', 'three/adapter', 'three/app'],
  );
  assert.deepEqual(
    world.npm.exchanges.map(({ package: name, granted }) => `${name} ${granted}`),
    ['@three/core true', '@three/adapter true', '@three/app true'],
    'each was published by its own workflow, without a token',
  );
  assert.equal(await installedName(ground, '@three/app@1.1.0'), 'core/adapter/app');
});
