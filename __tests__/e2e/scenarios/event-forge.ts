import assert from 'node:assert/strict';
import { eventForgeFiles, PACKAGES } from '../repositories/event-forge.ts';
import { template } from '../repositories/templates.ts';
import { type Ground, scenario } from '../scenario.ts';

const REPOSITORY = 'event-forge/event-forge';

export default scenario(
  'template release-changesets: a version pull request; merged, five npm packages and a Python package in step',
  async (ground) => {
    const { world } = ground;
    const registry = await ground.services.npm();
    for (const name of PACKAGES) {
      await registry.release(name, '1.0.0');
      world.npm.publishers.set(name, { repository: REPOSITORY, workflow: 'release.yml' });
    }
    world.addRepository(REPOSITORY, {
      files: {
        ...(await eventForgeFiles()),
        '.github/workflows/release.yml': await template('release-changesets.yml'),
      },
    });
    const push = () => world.startOn(REPOSITORY, 'release.yml', { name: 'push' }).ended;

    const proposal = await push();
    assert.equal(proposal.conclusion, 'success', 'the run that proposes');
    const { pulls, git } = world.github.repository(REPOSITORY);
    assert.equal(pulls.length, 1, 'one version pull request');
    merge(ground);
    const read = (path: string) =>
      git.blob(git.entryAt(git.resolve('main')?.tree ?? '', path)?.sha ?? '')?.toString() ?? '';
    const version = (JSON.parse(read('packages/core/package.json')) as { version: string }).version;
    assert.match(read('packages/python/pyproject.toml'), new RegExp(`version = "${version}"`), 'Python is in step');

    const release = await push();
    assert.equal(release.conclusion, 'success', 'the run that releases');
    assert.deepEqual(
      world.npm.exchanges.map(({ package: name, granted }) => `${name} ${granted}`).sort(),
      PACKAGES.map((name) => `${name} true`),
    );
    const { url } = await ground.services.python();
    assert.match(await (await fetch(`${url}event-forge-inbox-outbox/`)).text(), new RegExp(`-${version}-py3`));
    assert.ok(git.refs.has(`refs/tags/@event-forge/inbox-outbox-core@${version}`), 'the tags');

    const again = await push();
    assert.equal(again.conclusion, 'success', 'a push with nothing to release');
    assert.equal(world.npm.exchanges.length, PACKAGES.length);
  },
  ['python'],
);

/** Somebody merges the one pull request. */
function merge({ world }: Ground): void {
  const { git, pulls } = world.github.repository(REPOSITORY);
  const head = git.refs.get(`refs/heads/${pulls[0]?.head}`);
  assert.ok(head, 'the branch of the pull request');
  git.refs.set('refs/heads/main', head);
}
