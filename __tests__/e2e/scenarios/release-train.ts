import assert from 'node:assert/strict';
import { template } from '../repositories/templates.ts';
import { addThreePackages, installedName } from '../repositories/three-packages.ts';
import { type Ground, scenario } from '../scenario.ts';

export default scenario(
  'template release-train: plan, three releases in order, one tag and release for the whole',
  async (ground) => {
    const { world } = ground;
    const three = await addThreePackages(ground, {
      name: 'whole',
      release: await template('release.yml'),
      workflows: { 'release-train.yml': await template('release-train.yml', { 'my-org': 'whole' }) },
    });
    const rehearsal = await world.ended(await dispatchByApi(ground, three.home));
    assert.equal(rehearsal.conclusion, 'success', 'the dry run');
    assert.equal(world.runs.length, 1, 'a dry run starts nothing');

    const train = await world.run(three.home, 'release-train.yml', {
      'release-type': 'minor',
      'ecosystem-tag': 'v2026.11',
    });
    assert.equal(train.conclusion, 'success', 'the train');
    assert.deepEqual(
      world.runs.slice(2).map(({ repository }) => repository),
      ['whole/core', 'whole/adapter', 'whole/app'],
    );
    assert.deepEqual(
      Object.keys(train.artifacts).map((name) => name.replace(/\d{5,}/, 'ID')),
      ['release-train-run-ID-1'],
    );
    const { git, releases } = world.github.repository(three.home);
    assert.deepEqual(
      releases.map(({ tag }) => tag),
      ['v2026.11'],
    );
    assert.ok(git.refs.has('refs/heads/release-actions/state'));
    assert.equal(await installedName(ground, '@whole/app@1.1.0'), 'core/adapter/app');
  },
);

/** What another system does: an event that starts a dry run. Answers the id of the run. */
async function dispatchByApi({ world }: Ground, repository: string): Promise<number> {
  world.addToken('token-of-another-system', [repository]);
  const response = await fetch(`${world.github.url}/repos/${repository}/dispatches`, {
    method: 'POST',
    headers: { authorization: 'Bearer token-of-another-system', 'x-github-api-version': '2026-03-10' },
    body: JSON.stringify({ event_type: 'release-train', client_payload: { 'release-type': 'minor', 'dry-run': true } }),
  });
  assert.equal(response.status, 204);
  const { runId = 0 } = await world.until(
    ({ kind, event }) => kind === 'run-created' && event === 'repository_dispatch',
  );
  return runId;
}
