import assert from 'node:assert/strict';
import { template } from '../repositories/templates.ts';
import { scenario } from '../scenario.ts';

const HEAR = `name: Deploy
on: { repository_dispatch: { types: [deploy] } }
permissions: {}
jobs:
  hear:
    runs-on: ubuntu-latest
    steps:
      - run: echo "heard $PAYLOAD"
        env: { PAYLOAD: "\${{ toJSON(github.event.client_payload) }}" }
`;

const MANIFEST = `name: product
defaults: { workflow: deploy.yml, inputs: { version: "{version}", environment: "{environment}", nonce: "{nonce}" } }
components:
  backend: { repository: acme/backend, compatible: { web: ">=2.0.0" } }
  web: { repository: acme/web }
environments: { staging: {} }
`;

export default scenario(
  'templates deploy-backend and rollback, by hand and by a push: what does not fit is refused, a rehearsal pushes nothing, an image of somebody else is not run',
  async ({ world }) => {
    const token = 'pat-of-acme';
    const workflows = {
      '.github/workflows/deploy.yml': await template('deploy-backend.yml', { 'my-org/releases': 'acme/releases' }),
      '.github/workflows/rollback.yml': await template('rollback.yml'),
    };
    const files = { ...workflows, Dockerfile: 'FROM scratch\n', 'server.txt': 'server\n' };
    const secrets = { DEPLOY_TOKEN: 'deploy-secret', TRAIN_TOKEN: token };
    world.addRepository('acme/backend', { files, secrets, tags: ['v1.0.0'] });
    world.addRepository('acme/web', { files: workflows, tags: ['v2.0.0'] });
    world.addRepository('acme/old', { files: workflows, tags: ['v1.0.0'] });
    world.addRepository('acme/releases', {
      files: { '.github/workflows/deploy.yml': HEAR, '.github/deploy-train.yml': MANIFEST },
    });
    const all = ['acme/backend', 'acme/web', 'acme/old', 'acme/releases'];
    world.addToken(token, all, { actions: 'write', contents: 'write' });
    const byHand = (inputs: Record<string, string> = {}) =>
      world.run('acme/backend', 'deploy.yml', { version: '1.0.0', environment: 'staging', dry_run: 'true', ...inputs });

    const rehearsed = await byHand();
    assert.equal(rehearsed.conclusion, 'success', rehearsed.log.slice(-4_000));
    assert.doesNotMatch(rehearsed.log, /⭐ Run Main (Deploy it|Sign in to the registry)/, 'a rehearsal pushes nothing');

    world.github.commit('acme/releases', 'main', {
      '.github/deploy-train.yml': MANIFEST.replace('acme/web', 'acme/old'),
    });
    const odd = await byHand();
    assert.equal(odd.conclusion, 'failure', 'a version that does not fit');
    assert.match(odd.log, /backend.*web.*>=2\.0\.0/);
    assert.doesNotMatch(odd.log, /⭐ Run Main Build it/, 'nothing is built of it');

    const image = `ghcr.io/evil/image@sha256:${'0'.repeat(64)}`;
    const inputs = { version: '1.0.0', environment: 'staging', image };
    const stranger = await world.run('acme/backend', 'rollback.yml', inputs);
    assert.equal(stranger.conclusion, 'failure', 'an image of somebody else');
    assert.match(stranger.log, /is no image of this repository by its digest/);

    const push = world.startOn('acme/backend', 'deploy.yml', { name: 'push', branch: 'main' });
    const { runId = 0 } = await world.until((one) => one.kind === 'run-created' && one.repository === 'acme/releases');
    const [pushed, heard] = await Promise.all([push.ended, world.ended(runId)]);
    assert.equal(pushed.conclusion, 'success', pushed.log.slice(-4_000));
    assert.match(heard.log, /"include-dependents": "true"/);
    assert.match(heard.log, /backend.{0,10}[0-9a-f]{40}/);
  },
);
