import assert from 'node:assert/strict';
import { SimulatedServiceRegistry, serveRegistry } from '../../../simulator/service-registry.ts';
import { type Hook, startHook } from '../repositories/hook.ts';
import { type LiveServices, startLiveServices } from '../repositories/live-services.ts';
import { template, withInputs } from '../repositories/templates.ts';
import { type Ground, scenario } from '../scenario.ts';

const TOKEN = 'registry-token';

export default scenario(
  'templates deploy-service and reconcile: deployed, proven, registered; a broken version is not; reality is reconciled',
  async (ground) => {
    const live = await startLiveServices(['2.0.0']);
    const registry = new SimulatedServiceRegistry({ token: TOKEN });
    const served = await serveRegistry(registry);
    const hook = await startHook();
    try {
      await tell(ground, { live, registry, registryUrl: served.url, hook });
    } finally {
      await Promise.all([live.close(), served.close(), hook.close()]);
      registry.close();
    }
  },
);

interface Services {
  readonly live: LiveServices;
  readonly registry: SimulatedServiceRegistry;
  readonly registryUrl: string;
  readonly hook: Hook;
}

/** Who is told, in a job that calls one of the workflows. */
const told = (repository: string) => [
  `notify-channels: '{ hook: { webhook: HOOK_URL }, incident: { issue: ${repository} } }'`,
  "notify-rules: '[{ channels: [hook, incident] }]'",
];
const withChannels = (workflow: string) => workflow.replace(/^( +)# (CHANNELS:|TOKENS:| +OWNER:)/gm, '$1$2');

async function tell({ world }: Ground, { live, registry, registryUrl, hook }: Services): Promise<void> {
  const health = `${live.url}/tasks/health`;
  const filled = await template('deploy-service.yml', {
    'my-service.staging.example.com/health': new URL(health).host + new URL(health).pathname,
    'https://my-service.example.com/health': health,
    'https://registry.example.com': registryUrl,
    'https://gateway.example.com/my-service/health': health,
    'service-name: my-service': 'service-name: tasks',
    'consecutive-successes: "5"': 'consecutive-successes: "2"',
    // Files that the API commits are not executable.
    './deploy.sh': 'bash ./deploy.sh',
  });
  const nearby = ['allow-private-network: true', 'health-timeout: 10s'];
  const deploying = withInputs(withChannels(filled), [...nearby, ...told('chitty/tasks')]).replace('OWNER:', 'chitty:');
  world.addToken('issues-of-chitty', ['chitty/tasks'], { issues: 'write' });
  world.addRepository('chitty/tasks', {
    files: {
      '.github/workflows/deploy-service.yml': deploying,
      'service.yml': `name: tasks\nendpoints: { health: "${health}" }\ncapabilities: [tasks]\nroutes: [/tasks]\n`,
      'package.json': '{ "name": "tasks", "version": "1.0.0" }\n',
      'deploy.sh': deployScript(live.url),
    },
    secrets: { REGISTRY_TOKEN: TOKEN, CHANNELS: `HOOK_URL: ${hook.url}`, ISSUES_TOKEN: 'issues-of-chitty' },
  });
  const push = () => world.startOn('chitty/tasks', 'deploy-service.yml', { name: 'push' }).ended;
  const first = await push();
  assert.equal(first.conclusion, 'success', 'the first deployment');
  assert.match(first.log, /Gate tasks\].*hook, incident would be told\. Nothing was sent/);
  assert.deepEqual(live.deployments, ['tasks 1.0.0']);
  assert.partialDeepStrictEqual(registry.record('tasks'), { name: 'tasks', version: '1.0.0', status: 'active' });

  world.github.commit('chitty/tasks', 'main', { 'package.json': '{ "name": "tasks", "version": "2.0.0" }\n' });
  const second = await push();
  assert.equal(second.conclusion, 'failure', 'the second deployment');
  assert.match(second.summary, /deployed to production, but not proven/);
  assert.deepEqual(hook.told, ['event.completed', 'event.integration-failed']);

  world.github.commit('chitty/tasks', 'main', { 'deploy.sh': 'exit 1\n' });
  const third = await push();
  assert.equal(third.conclusion, 'failure', 'the third deployment');
  assert.equal(hook.told.at(-1), 'event.failed', 'that nothing was deployed is told');

  const lacking = deploying.replace('HOOK_URL }', 'HOOK_UR }');
  world.github.commit('chitty/tasks', 'main', { '.github/workflows/deploy-service.yml': lacking });
  const deployed = live.deployments.length;
  assert.match((await push()).log, /Gate tasks\].*The secret HOOK_UR that notifications names is not given/);
  assert.equal(live.deployments.length, deployed, 'nothing is deployed of which nobody could be told');

  // No registry listens there.
  const nowhere = deploying.replaceAll(registryUrl, 'http://127.0.0.1:9');
  world.github.commit('chitty/tasks', 'main', { '.github/workflows/deploy-service.yml': nowhere });
  assert.equal((await push()).conclusion, 'failure', 'a gate that fails');
  assert.deepEqual(
    [hook.told.length, hook.texts.at(-1)],
    [4, 'tasks was not deployed to production: its gate failed, and nothing was changed. The run says why.'],
  );
  const [incident, ...others] = world.github.repository('chitty/tasks').issues;
  assert.deepEqual(
    [incident?.title, incident?.comments.length, others],
    ['tasks/production: integration-failed', 2, []],
  );

  const reconciling = await template('reconcile.yml', {
    'https://registry.example.com': registryUrl,
    'https://gateway.example.com/{name}/health': `${live.url}/{name}/health`,
    'services.yml': 'service.yml',
  });
  world.addToken('issues-of-ops', ['ops/incidents'], { issues: 'write' });
  world.addRepository('ops/incidents', { files: { 'README.md': '# Incidents\n' } });
  const incidents = () => world.github.repository('ops/incidents').issues.map(({ title, state }) => [title, state]);
  world.addRepository('chitty/fleet', {
    files: {
      '.github/workflows/reconcile.yml': withInputs(withChannels(reconciling), [
        'allow-private-network: true',
        ...told('ops/incidents'),
      ]).replace('OWNER:', 'ops:'),
      'service.yml': `name: tasks\nendpoints: { health: "${health}" }\ncapabilities: [tasks]\nroutes: [/tasks]\n`,
    },
    secrets: { REGISTRY_TOKEN: TOKEN, CHANNELS: `HOOK_URL: ${hook.url}`, ISSUES_TOKEN: 'issues-of-ops' },
  });
  const pass = () => world.startOn('chitty/fleet', 'reconcile.yml', { name: 'schedule' }).ended;
  const found = await pass();
  assert.equal(found.conclusion, 'success', 'a pass that finds something warns');
  const open = () => world.github.repository('chitty/fleet').issues.filter(({ state }) => state === 'open');
  assert.notEqual(open().length, 0, 'an issue per cause');
  assert.ok(hook.told.slice(4).includes('event.service-unhealthy'), 'what a pass finds is told');
  const unhealthy = 'services/unhealthy: service-unhealthy';
  assert.deepEqual(incidents(), [[unhealthy, 'open']], 'elsewhere, too, with the token for its owner');

  live.versions.set('tasks', '1.0.0');
  registry.store('tasks', { ...registry.record('tasks'), version: '1.0.0' });
  registry.refreshDiscovery();
  registry.addRoute('/tasks', 'tasks');
  await pass();
  assert.deepEqual(
    open().map(({ title }) => title),
    [],
    'issues whose cause is gone are closed',
  );
  assert.equal(hook.told.at(-1), 'event.completed', 'that all is well again is told');
  assert.deepEqual(incidents(), [[unhealthy, 'closed']], 'and closed there');
}

function deployScript(url: string): string {
  return [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    '[[ $DEPLOY_ENVIRONMENT == production && -s $DISCOVERY_FILE ]]',
    'version=$(node --print "require(\'./package.json\').version")',
    `curl --fail --silent --show-error --request PUT --data "$version" ${url}/tasks`,
    'echo "version=$version" >> "$GITHUB_OUTPUT"',
    '',
  ].join('\n');
}
