import assert from 'node:assert/strict';
import { minimalRelease } from '../repositories/minimal-workflows.ts';
import { template } from '../repositories/templates.ts';
import { addThreePackages } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario('template advance: a train that hangs is cancelled, and another may start', async (ground) => {
  const { world } = ground;
  const three = await addThreePackages(ground, {
    name: 'unwanted',
    release: minimalRelease,
    hanging: ['core'],
    workflows: {
      'release-train.yml': await template('release-train.yml', { 'my-org': 'unwanted', "'wait'": "'advance'" }),
      'advance.yml': await template('advance.yml', { 'my-org': 'unwanted' }),
    },
  });
  const train = await world.run(three.home, 'release-train.yml', { 'release-type': 'patch' });
  assert.equal(train.conclusion, 'success', 'the job that started the train');
  const cancel = await world.run(three.home, 'advance.yml', { train: `run-${train.id}`, cancel: 'true' });
  assert.equal(cancel.conclusion, 'success', 'the run that cancels it');
  assert.match(cancel.log, /is cancelled, and its repositories are free/);
  const child = await world.until(({ kind, repository }) => kind === 'run-ended' && repository === 'unwanted/core');
  assert.equal(child.conclusion, 'cancelled', "the child's run");
  assert.deepEqual(world.npm.exchanges, [], 'nothing is published');
  const sweep = await world.startOn(three.home, 'advance.yml', { name: 'schedule' }).ended;
  assert.match(sweep.log, /No train is open/);
});
