import assert from 'node:assert/strict';
import { minimalRelease } from '../repositories/minimal-workflows.ts';
import { template } from '../repositories/templates.ts';
import { addThreePackages, installedName } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario('template advance: nobody waits; sweeps take the train to its end', async (ground) => {
  const { world } = ground;
  const three = await addThreePackages(ground, {
    name: 'swept',
    release: minimalRelease,
    workflows: {
      'release-train.yml': await template('release-train.yml', { 'my-org': 'swept', "'wait'": "'advance'" }),
      'advance.yml': await template('advance.yml', { 'my-org': 'swept' }),
    },
  });
  const idle = await world.startOn(three.home, 'advance.yml', { name: 'schedule' }).ended;
  assert.equal(idle.conclusion, 'success', 'a sweep with nothing to do');
  assert.match(idle.log, /No train is open/);

  const train = await world.run(three.home, 'release-train.yml', { 'release-type': 'patch' });
  assert.equal(train.conclusion, 'success', 'the job that started the train');
  for (const id of ['core', 'adapter', 'app']) {
    await world.until(({ kind, repository }) => kind === 'run-ended' && repository === `swept/${id}`);
    // The hint of a child that has ended; the last one comes from the clock.
    const hint = { train: `run-${train.id}`, component: id };
    const swept =
      id === 'app'
        ? await world.startOn(three.home, 'advance.yml', { name: 'schedule' }).ended
        : await world.run(three.home, 'advance.yml', hint);
    assert.equal(swept.conclusion, 'success', `the sweep after ${id}`);
  }
  const forged = await world.run(three.home, 'advance.yml', { train: 'run-1' });
  assert.match(forged.log, /Train run-1 is not open/);
  assert.equal(await installedName(ground, '@swept/app@1.0.1'), 'core/adapter/app');
});
