import assert from 'node:assert/strict';
import { minimalRelease } from '../repositories/minimal-workflows.ts';
import { template } from '../repositories/templates.ts';
import { addThreePackages } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario(
  'template advance: a child fails while nobody waits; the sweep that sees it fails',
  async (ground) => {
    const { world } = ground;
    const three = await addThreePackages(ground, {
      name: 'unswept',
      release: minimalRelease,
      broken: ['core'],
      workflows: {
        'release-train.yml': await template('release-train.yml', { 'my-org': 'unswept', "'wait'": "'advance'" }),
        'advance.yml': await template('advance.yml', { 'my-org': 'unswept' }),
      },
    });
    const train = await world.run(three.home, 'release-train.yml', { 'release-type': 'patch' });
    assert.equal(train.conclusion, 'success', 'the job that started the train');
    await world.until(({ kind, repository }) => kind === 'run-ended' && repository === 'unswept/core');
    const sweep = await world.startOn(three.home, 'advance.yml', { name: 'schedule' }).ended;
    assert.equal(sweep.conclusion, 'failure', 'the sweep that sees it');
    assert.match(sweep.log, /it has a name/, "the child's log");
    assert.deepEqual(world.npm.exchanges, [], 'nothing is published');
    assert.deepEqual(
      world.runs.map(({ repository }) => repository),
      [three.home, 'unswept/core', three.home],
      'what needs it is not started',
    );
    const next = await world.startOn(three.home, 'advance.yml', { name: 'schedule' }).ended;
    assert.equal(next.conclusion, 'success', 'the sweep after it');
    assert.match(next.log, /No train is open/);
  },
);
