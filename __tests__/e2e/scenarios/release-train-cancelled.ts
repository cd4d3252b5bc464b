import assert from 'node:assert/strict';
import { template } from '../repositories/templates.ts';
import { addThreePackages, fix, installedName } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario(
  'template release-train: cancelled, it cancels what is under way; a second run releases the rest',
  async (ground) => {
    const { world } = ground;
    const three = await addThreePackages(ground, {
      name: 'halted',
      release: await template('release.yml'),
      workflows: { 'release-train.yml': await template('release-train.yml', { 'my-org': 'halted' }) },
      hanging: ['adapter'],
    });
    const first = world.start(three.home, 'release-train.yml', { 'release-type': 'minor' });
    await world.until(({ kind, repository }) => kind === 'run-started' && repository === 'halted/adapter');
    world.github.cancelByHuman(three.home, first.id);
    assert.equal((await first.ended).conclusion, 'cancelled', 'the first run');
    const child = await world.until(({ kind, repository }) => kind === 'run-ended' && repository === 'halted/adapter');
    assert.equal(child.conclusion, 'cancelled', 'the child that was under way');

    fix(ground, three, 'adapter');
    const second = await world.run(three.home, 'release-train.yml', { 'train-id': `run-${first.id}` });
    assert.equal(second.conclusion, 'success', 'the second run');
    assert.deepEqual(
      world.npm.exchanges.map(({ package: name }) => name),
      ['@halted/core', '@halted/adapter', '@halted/app'],
      'each was published once',
    );
    assert.equal(await installedName(ground, '@halted/app@1.1.0'), 'core/adapter/app');
  },
);
