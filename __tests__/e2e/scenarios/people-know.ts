import assert from 'node:assert/strict';
import { type Hook, startHook } from '../repositories/hook.ts';
import { deployWorkflow, startLiveServices } from '../repositories/live-services.ts';
import { template, withInputs } from '../repositories/templates.ts';
import { type Ground, scenario } from '../scenario.ts';

const HOME = 'people/home';

const manifest = (url: string) => `name: shop
components:
  shop:
    repository: people/shop
    workflow: deploy.yml
    deployments: true
    timeout: 2m
    inputs: { version: "{version}", environment: "{environment}", nonce: "{nonce}" }
    health: [{ url: "{environment.base}/shop/health", version: "{version}" }]
    rollback: { workflow: deploy.yml, inputs: { version: "{previous-version}", environment: "{environment}", nonce: "{nonce}" } }
environments:
  production: { base: "${url}", health_timeout: 10s, rollback: true }
notifications:
  channels:
    hook: { webhook: HOOK_URL }
    incident: { issue: ${HOME}, labels: [incident] }
  rules:
    - { events: [failed, rolled-back, completed], channels: [incident] }
    - { severity: error, channels: [hook], escalate: { after: 1s, to: [hook], every: 1s, times: 9 } }
`;

export default scenario(
  'templates escalate and rollback-deployment: a failure is told and escalated, acknowledged, resolved; back to before on demand',
  async (ground) => {
    const services = await startLiveServices(['3.0.0-bad']);
    const hook = await startHook();
    try {
      await tell(ground, services, hook);
    } finally {
      await Promise.all([services.close(), hook.close()]);
    }
  },
);

async function tell(
  { world }: Ground,
  { url, deployments }: Awaited<ReturnType<typeof startLiveServices>>,
  hook: Hook,
): Promise<void> {
  world.addRepository('people/shop', { files: { '.github/workflows/deploy.yml': deployWorkflow('shop', url) } });
  const rights = { actions: 'write', contents: 'read', deployments: 'write' } as const;
  world.addToken('pat-of-people', ['people/shop'], rights);
  const filled = async (name: string, fillIn: Record<string, string>, lines: readonly string[]) =>
    withInputs((await template(name, fillIn)).replace(/^( +)# channels:/m, '$1channels:'), lines);
  const nearby = ['allow-private-network: true'];
  world.addRepository(HOME, {
    files: {
      '.github/workflows/deploy.yml': await filled('cross-repo-deploy.yml', { 'my-org': 'people' }, nearby),
      '.github/workflows/rollback.yml': await filled('rollback-deployment.yml', { 'my-org': 'people' }, nearby),
      '.github/workflows/escalate.yml': await filled(
        'escalate.yml',
        { '.github/release-train.yml': '.github/deploy-train.yml' },
        nearby,
      ),
      '.github/deploy-train.yml': manifest(url),
    },
    secrets: { MY_ORG_TOKEN: 'pat-of-people', CHANNELS: `HOOK_URL: ${hook.url}` },
  });
  const deployed = (version: string) =>
    world.run(HOME, 'deploy.yml', { environment: 'production', versions: JSON.stringify({ shop: version }) });
  for (const version of ['1.0.0', '2.0.0']) assert.equal((await deployed(version)).conclusion, 'success', version);
  assert.equal(hook.told.length, 0, 'nobody is told of what goes well');

  const back = await world.run(HOME, 'rollback.yml', { environment: 'production', reason: 'customers cannot pay' });
  assert.equal(back.conclusion, 'success', 'a rollback on demand');
  assert.deepEqual(deployments, ['shop 1.0.0', 'shop 2.0.0', 'shop 1.0.0']);
  const records = () =>
    world.github.repository('people/shop').deployments.map(({ statuses }) => statuses.at(-1)?.state);
  assert.deepEqual(records(), ['inactive', 'inactive', 'success']);

  const failed = await deployed('3.0.0-bad');
  assert.equal(failed.conclusion, 'failure');
  assert.match(failed.summary, /runs `1\.0\.0` again: healthy/);
  assert.deepEqual(records().slice(-3), ['inactive', 'failure', 'success']);
  assert.ok(hook.told.includes('train.failed'), 'the receiver was told');
  const issue = () => world.github.repository(HOME).issues[0];
  assert.equal(issue()?.title, 'shop/production: failed');

  const before = hook.told.length;
  const escalated = await world.run(HOME, 'escalate.yml', {});
  assert.equal(escalated.conclusion, 'success', 'the escalation');
  assert.deepEqual(hook.told.slice(before), ['event.escalated']);
  issue()?.assignees.push('alice');
  assert.equal((await world.run(HOME, 'escalate.yml', {})).conclusion, 'success');
  assert.equal(hook.told.length, before + 1, 'what is acknowledged is not escalated');

  assert.equal((await deployed('2.0.0')).conclusion, 'success');
  assert.equal(issue()?.state, 'closed', 'the next success closes the issue');
}
