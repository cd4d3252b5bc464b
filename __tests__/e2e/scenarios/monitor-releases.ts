import assert from 'node:assert/strict';
import type { Status } from '../../../src/operations/status/status.ts';
import { template } from '../repositories/templates.ts';
import { addThreePackages } from '../repositories/three-packages.ts';
import { scenario } from '../scenario.ts';

export default scenario(
  'template monitor-releases: before, after a train, and after a merge; one board, a page each time',
  async (ground) => {
    const { world } = ground;
    const three = await addThreePackages(ground, {
      name: 'watched',
      release: await template('release.yml'),
      token: 'everything',
      workflows: {
        'release-train.yml': await template('release-train.yml', { 'my-org': 'watched' }),
        'monitor-releases.yml': await template('monitor-releases.yml', {
          'my-org': 'watched',
          'pages: false': 'pages: true',
        }),
      },
    });
    const board = () =>
      world.github.repository(three.home).issues.filter(({ labels }) => labels.includes('release-status'));
    const look = async () => {
      const run = await world.startOn(three.home, 'monitor-releases.yml', { name: 'schedule' }).ended;
      assert.equal(run.conclusion, 'success', run.log.slice(-2_000));
      const page = run.artifacts['github-pages'] ?? {};
      const text = (name: string) => Buffer.from(page[name] ?? []).toString();
      return { run, text, status: JSON.parse(text('status.json')) as Status };
    };
    const states = ({ components }: Status) => Object.fromEntries(components.map(({ id, state }) => [id, state]));

    const before = await look();
    // Packages that are served, and no tag of any: what is not released cannot be said.
    assert.deepEqual(states(before.status), { core: 'unknown', adapter: 'unknown', app: 'unknown' });
    assert.equal(board().length, 1);

    const train = await world.run(three.home, 'release-train.yml', { 'release-type': 'minor' });
    assert.equal(train.conclusion, 'success', 'the train');
    const after = await look();
    assert.deepEqual(states(after.status), { core: 'current', adapter: 'current', app: 'current' });
    assert.deepEqual(
      after.status.components.map(({ registry, tagged, unreleased }) => [registry, tagged, unreleased]),
      [
        ['1.1.0', '1.1.0', 0],
        ['1.1.0', '1.1.0', 0],
        ['1.1.0', '1.1.0', 0],
      ],
    );
    assert.equal(after.status.trains.count, 1);
    assert.match(after.text('index.html'), /All is well/);
    assert.match(after.text('feed.xml'), /core 1\.1\.0/);
    assert.match(after.run.log, /Published: github-pages/);

    world.github.commit('watched/adapter', 'main', { 'README.md': '# Merged\n' });
    const merged = await look();
    assert.deepEqual(states(merged.status), { core: 'current', adapter: 'unreleased', app: 'current' });
    assert.equal(board().length, 1);
    assert.match(board()[0]?.body ?? '', /📦\u00a0unreleased/);
  },
);
