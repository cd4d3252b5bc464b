import assert from 'node:assert/strict';
import { template } from '../repositories/templates.ts';
import { addThreePackages, installedName } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario('template release: stopped by a ruleset for tags, and finished once it may', async (ground) => {
  const { world } = ground;
  await addThreePackages(ground, { name: 'guarded', release: await template('release.yml'), workflows: {} });
  const { git, releases } = world.github.repository('guarded/core');
  world.github.changeSettings('guarded/core', { rulesets: [{ id: 1, tag: 'v*', rules: ['creation'] }] });
  const stopped = await world.run('guarded/core', 'release.yml', { version: '1.1.0' });
  assert.equal(stopped.conclusion, 'failure', 'a tag that a ruleset keeps from being made');
  assert.match(
    stopped.log,
    /The tag v1\.1\.0 could not be pushed: .*GH013: Repository rule violations found for refs\/tags\/v1\.1\.0/,
  );
  assert.equal(await installedName(ground, '@guarded/core@1.1.0'), 'core', 'it is published');
  assert.deepEqual([...git.refs.keys()], ['refs/heads/main'], 'and not tagged');

  world.github.changeSettings('guarded/core', { rulesets: [] });
  const again = await world.run('guarded/core', 'release.yml', { version: '1.1.0' });
  assert.equal(again.conclusion, 'success', 'the same once more');
  assert.deepEqual([...git.refs.keys()].sort(), ['refs/heads/main', 'refs/tags/v1.1.0'], 'what is missing is made');
  assert.deepEqual(
    releases.map(({ tag }) => tag),
    ['v1.1.0'],
  );
});
