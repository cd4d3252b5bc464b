import assert from 'node:assert/strict';
import { minimalRelease } from '../repositories/minimal-workflows.ts';
import { template } from '../repositories/templates.ts';
import { addThreePackages, installedName } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario(
  'template release-train: cancelled under way it saves where it is, and a second run releases the rest',
  async (ground) => {
    const { world } = ground;
    const three = await addThreePackages(ground, {
      name: 'halted',
      release: minimalRelease,
      workflows: { 'release-train.yml': await template('release-train.yml', { 'my-org': 'halted' }) },
    });
    const first = world.start(three.home, 'release-train.yml', { 'release-type': 'minor' });
    await world.until(({ kind, repository }) => kind === 'run-ended' && repository === 'halted/core');
    await world.until(({ kind, repository }) => kind === 'run-started' && repository === 'halted/adapter');
    world.github.cancelByHuman(three.home, first.id);
    assert.equal((await first.ended).conclusion, 'cancelled', 'the first run');

    const second = await world.run(three.home, 'release-train.yml', { 'train-id': `run-${first.id}` });
    assert.equal(second.conclusion, 'success', 'the second run');
    const ended = world.github.effects.filter(
      ({ kind, conclusion }) => kind === 'run-ended' && conclusion === 'success',
    );
    assert.deepEqual(
      ended.map(({ repository }) => repository),
      ['halted/core', 'halted/adapter', 'halted/app', three.home],
      'each was released once',
    );
    assert.equal(await installedName(ground, '@halted/app@1.1.0'), 'core/adapter/app');
  },
);
