import assert from 'node:assert/strict';
import { template } from '../repositories/templates.ts';
import { addThreePackages, fix, installedName } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario(
  'template release-train: tests fail in the second of three; fixed, a second run takes the same train up',
  async (ground) => {
    const { world } = ground;
    const three = await addThreePackages(ground, {
      name: 'fixed',
      release: await template('release.yml'),
      workflows: { 'release-train.yml': await template('release-train.yml', { 'my-org': 'fixed' }) },
      broken: ['adapter'],
    });
    const first = await world.run(three.home, 'release-train.yml', { 'release-type': 'minor' });
    assert.equal(first.conclusion, 'failure', 'the first run');
    const started = () => world.runs.map(({ repository }) => repository).filter((name) => name !== three.home);
    assert.deepEqual(started(), ['fixed/core', 'fixed/adapter'], 'what needs the failed one is not started');
    assert.match(first.log, /something else/, 'the log shows why the tests failed');
    assert.match(first.summary, /adapter/);

    fix(ground, three, 'adapter');
    const second = await world.run(three.home, 'release-train.yml', { 'train-id': `run-${first.id}` });
    assert.equal(second.conclusion, 'success', 'the second run');
    assert.deepEqual(started(), ['fixed/core', 'fixed/adapter', 'fixed/adapter', 'fixed/app']);
    assert.equal(await installedName(ground, '@fixed/app@1.1.0'), 'core/adapter/app');
  },
);
