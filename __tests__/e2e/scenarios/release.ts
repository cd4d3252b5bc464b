import assert from 'node:assert/strict';
import { template } from '../repositories/templates.ts';
import { addThreePackages, installedName } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario(
  'template release: rehearsed by hand, refused to an untrusted workflow, released by a tag',
  async (ground) => {
    const { world } = ground;
    await addThreePackages(ground, { name: 'alone', release: await template('release.yml'), workflows: {} });
    const { git, releases } = world.github.repository('alone/core');
    const rehearsal = await world.run('alone/core', 'release.yml', { release_type: 'major', dry_run: 'true' });
    assert.equal(rehearsal.conclusion, 'success', 'the rehearsal');
    assert.deepEqual(Object.keys(rehearsal.artifacts), ['release'], 'it packs');
    assert.deepEqual(world.npm.exchanges, [], 'and publishes nothing');
    assert.deepEqual([...git.refs.keys()], ['refs/heads/main']);

    const trusted = world.npm.publishers.get('@alone/core');
    assert.ok(trusted);
    world.npm.publishers.set('@alone/core', { ...trusted, workflow: 'another.yml' });
    const refused = await world.run('alone/core', 'release.yml', { version: '1.1.0' });
    assert.equal(refused.conclusion, 'failure', 'a workflow that npm does not trust');
    assert.deepEqual([...git.refs.keys()], ['refs/heads/main'], 'what is not published is not tagged');

    world.npm.publishers.set('@alone/core', trusted);
    const manifest =
      git.blob(git.entryAt(git.resolve('main')?.tree ?? '', 'package.json')?.sha ?? '')?.toString() ?? '';
    const raised = { 'package.json': manifest.replace('"version": "1.0.0"', '"version": "1.2.0"') };
    git.refs.set('refs/tags/v1.2.0', world.github.commit('alone/core', 'main', raised, 'Version 1.2.0'));
    const pushed = await world.startOn('alone/core', 'release.yml', { name: 'push', branch: 'v1.2.0' }).ended;
    assert.equal(pushed.conclusion, 'success', 'the release of the tag');
    assert.deepEqual(
      releases.map(({ tag }) => tag),
      ['v1.2.0'],
    );
    assert.equal(await installedName(ground, '@alone/core@1.2.0'), 'core');
  },
);
