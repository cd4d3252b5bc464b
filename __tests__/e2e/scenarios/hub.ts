import assert from 'node:assert/strict';
import { type ScriptedSlack, scriptedSlack } from '../../../simulator/channels/slack.ts';
import { startServers } from '../../support/servers.ts';
import { type Hook, startHook } from '../repositories/hook.ts';
import { template } from '../repositories/templates.ts';
import { type Ground, scenario } from '../scenario.ts';

const HUB = 'central/infra';
const SERVICES = 'central/services';
const FRONT = 'central/front';
const STATE = 'release-actions/state';

const HUB_FILE = `sources:
  ${SERVICES}: { events: [services-changed], components: { auth: services/auth, users: services/users } }
  ${FRONT}: { events: [frontend-changed], components: { web: . } }
environments:
  - { branch: main, environment: production }
  - { branch: "feature/*", environment: dev, deploys: false }
`;

const CHANNEL_SECRETS = 'channel-secrets: ${{ secrets.HUB_CHANNEL_SECRETS }}';

export default scenario(
  'templates hub, hub-status, trigger-hub: pushed, admitted, built, deployed and told on the commit; superseded, refused, forged, killed',
  async (ground) => {
    const [hook, servers, slack] = [await startHook(), startServers(), scriptedSlack()];
    try {
      await tell(ground, { hook, slack, api: `${await servers.http(slack.handler)}/api` });
    } finally {
      await Promise.all([hook.close(), servers.close()]);
    }
  },
);

interface People {
  readonly hook: Hook;
  readonly slack: ScriptedSlack;
  readonly api: string;
}

async function tell(ground: Ground, people: People): Promise<void> {
  const { world } = ground;
  await addRepositories(ground, people);

  const first = await pushed(ground, SERVICES, 'trigger-hub.yml', { 'services/auth/version': '1' });
  assert.equal(first.hub.conclusion, 'success', 'a change of auth');
  assert.match(first.hub.log, /built auth in services\/auth for refs\/heads\/main/);
  assert.match(first.hub.log, /deployed auth to production/);
  assert.doesNotMatch(first.hub.log, /built users/);
  assert.deepEqual(statusesOf(ground, SERVICES, first.sha), ['pending', 'success']);
  assert.match(first.trigger.log, /The hub answered on the commit: hub\./);

  const web = await pushed(ground, FRONT, 'trigger-hub.yml', { 'index.html': '<p>1' });
  assert.match(web.hub.log, /deployed web to production/, 'the second source');
  assert.deepEqual(statusesOf(ground, FRONT, web.sha), ['pending', 'success']);

  const broken = await pushed(ground, SERVICES, 'trigger-hub.yml', { 'services/users/broken': '1' });
  assert.equal(broken.hub.conclusion, 'failure', 'a build that fails');
  assert.doesNotMatch(broken.hub.log, /deployed users/);
  assert.deepEqual(statusesOf(ground, SERVICES, broken.sha), ['pending', 'failure']);

  const superseded = await sent(ground, { sha: first.sha });
  assert.match(superseded.log, /Event superseded: Superseded by/);
  assert.doesNotMatch(superseded.log, /deployed/);
  const refused = await sent(ground, { source_repo: 'central/stranger', sha: first.sha });
  assert.match(refused.log, /Event refused: central\/stranger is no source of the hub file/);
  const shaless = await sent(ground, { sha: undefined });
  assert.match(shaless.log, /the event has no sha/);

  const feature = world.github.commit(SERVICES, 'feature/x', { 'services/auth/version': '2' });
  const forged = await sent(ground, { sha: feature, ref: 'refs/heads/feature/x', environment: 'production' });
  assert.match(forged.log, /The event names an environment\. It is not believed/);
  assert.match(forged.log, /built auth in services\/auth for refs\/heads\/feature\/x/);
  assert.doesNotMatch(forged.log, /deployed/);
  assert.deepEqual(statusesOf(ground, SERVICES, feature), ['pending', 'success']);

  await peopleHear(ground, people, { broken, refused });
  await killed(ground, first);
}

/** GitHub starts hub-status after every run of the hub. */
async function hubStatus({ world }: Ground, { id }: { readonly id: number }, conclusion: string) {
  const url = `${world.git.url}/${HUB}/actions/runs/${id}`;
  const run = { id, html_url: url, conclusion, event: 'repository_dispatch' };
  const event = { name: 'workflow_run', payload: { action: 'completed', workflow_run: run } };
  const status = await world.startOn(HUB, 'hub-status.yml', event).ended;
  assert.equal(status.conclusion, 'success', status.log);
  return status;
}

/** A failure is told once and kept up to date; the next success of the same branch resolves it; who sent what is refused, too. */
async function peopleHear(
  ground: Ground,
  { hook, slack }: People,
  { broken, refused }: { readonly broken: Pushed; readonly refused: Pushed['hub'] },
): Promise<void> {
  await hubStatus(ground, broken.hub, 'failure');
  assert.deepEqual(hook.told, ['event.pipeline-failed']);
  await hubStatus(ground, refused, 'success');
  assert.deepEqual(hook.told.slice(1), ['event.event-refused']);
  const fixed = await pushed(ground, SERVICES, 'trigger-hub.yml', { 'services/auth/version': '3' });
  await hubStatus(ground, fixed.hub, 'success');
  assert.deepEqual(hook.told.slice(2), ['event.completed']);
  const said = slack.messages.map(({ text, thread, edits }) => `${thread === undefined ? '' : '↳ '}${text} (${edits})`);
  assert.deepEqual(
    said.map((text) => text.replace(/@[0-9a-f]{7}/, '@SHA')),
    [
      '✅ hub/central/services/main: completed (1)',
      '🟠 hub: event refused (0)',
      '↳ 🔵 auth of central/services@SHA went through the hub. (0)',
    ],
  );
  assert.ok(slack.calls.every(({ authorization }) => authorization === 'Bearer xoxb-of-the-hub'));
}

/** A run that was killed leaves a status pending; GitHub starts hub-status after it. */
async function killed(ground: Ground, { sha, hub }: Pushed): Promise<void> {
  const { world } = ground;
  const url = `${world.git.url}/${HUB}/actions/runs/${hub.id}`;
  const body = { state: 'pending', context: 'hub', target_url: url, description: 'auth: on its way to production' };
  await call({ world }, 'POST', `/repos/${SERVICES}/statuses/${sha}`, body);
  const status = await hubStatus(ground, hub, 'cancelled');
  assert.match(status.log, /Finished hub on central\/services@[0-9a-f]{7} with cancelled/);
  assert.deepEqual(statusesOf({ world }, SERVICES, sha).slice(-2), ['pending', 'error']);
  const month = new Date().toISOString().slice(0, 7);
  const { content } = await call({ world }, 'GET', `/repos/${HUB}/contents/history/hub/${month}.json?ref=${STATE}`);
  const line = JSON.parse(Buffer.from(String(content), 'base64').toString())[`run-${hub.id}`];
  assert.equal(line?.verdict, 'admitted', 'the line of the event');
  assert.deepEqual([line.environment, line.conclusion, line.sha], ['production', 'cancelled', sha]);
}

async function addRepositories({ world }: Ground, { hook, api }: People): Promise<void> {
  const trigger = (fillIn: Record<string, string>) =>
    template('trigger-hub.yml', { 'my-org/infrastructure': HUB, ...fillIn });
  world.addToken('pat-of-sources', [SERVICES, FRONT], { contents: 'read', statuses: 'write' });
  world.addToken('pat-of-hub', [HUB], { contents: 'write' });
  const build = `        cd "$COMPONENT_PATH"
        npm ci --ignore-scripts
        npm test`;
  world.addRepository(HUB, {
    files: {
      '.github/hub.yml': HUB_FILE,
      '.github/workflows/hub.yml': await template('hub.yml', {
        'my-org': 'central',
        [build]:
          '        test ! -e "$COMPONENT_PATH/broken" && echo "built $COMPONENT in $COMPONENT_PATH for $SOURCE_REF"',
      }),
      '.github/workflows/hub-status.yml': await template('hub-status.yml', {
        'my-org': 'central',
        [CHANNEL_SECRETS]: `${CHANNEL_SECRETS}\n          allow-private-network: true`,
      }),
      'deploy.sh': '#!/bin/sh\necho "deployed $COMPONENTS to $DEPLOY_ENVIRONMENT with ${DEPLOY_TOKEN:+a token}"\n',
    },
    executable: ['deploy.sh'],
    secrets: {
      SOURCES_TOKEN: 'pat-of-sources',
      DEPLOY_TOKEN: 'deploy-secret',
      HUB_CHANNEL_SECRETS: `SLACK_TOKEN: xoxb-of-the-hub\nHOOK_URL: ${hook.url}`,
    },
    vars: {
      HUB_CHANNELS: `alerts: { slack: SLACK_TOKEN, channel: "#hub", api: "${api}" }\nhook: { webhook: HOOK_URL }`,
      HUB_RULES: '- { events: [pipeline-failed, event-refused, completed], channels: [alerts, hook] }',
    },
  });
  const secrets = { HUB_TOKEN: 'pat-of-hub' };
  world.addRepository(SERVICES, {
    files: { '.github/workflows/trigger-hub.yml': await trigger({}), 'services/auth/a': '', 'services/users/a': '' },
    secrets,
  });
  const web = { 'services-changed\n': 'frontend-changed\n', 'auth: services/auth/**': 'web: "**"' };
  const front = (await trigger(web)).replace('            users: services/users/**\n', '');
  world.addRepository(FRONT, { files: { '.github/workflows/trigger-hub.yml': front, 'index.html': '' }, secrets });
}

interface Pushed {
  readonly sha: string;
  readonly trigger: Awaited<ReturnType<Ground['world']['ended']>>;
  readonly hub: Awaited<ReturnType<Ground['world']['ended']>>;
}

/** A push to main, the run of the source that it starts, and the run of the hub that this starts. */
async function pushed(
  { world }: Ground,
  source: string,
  workflow: string,
  files: Record<string, string>,
): Promise<Pushed> {
  const before = world.github.repository(source).git.refs.get('refs/heads/main');
  const sha = world.github.commit(source, 'main', files);
  const known = new Set(world.runs.map(({ id }) => id));
  const trigger = world.startOn(source, workflow, { name: 'push', payload: { before, after: sha } });
  const created = await world.until(
    ({ kind, repository, runId = 0 }) => kind === 'run-created' && repository === HUB && !known.has(runId),
  );
  const hub = await world.ended(created.runId ?? 0);
  return { sha, hub, trigger: await trigger.ended };
}

/** An event as anybody with the hub's token can send it. */
async function sent({ world }: Ground, payload: object): Promise<Pushed['hub']> {
  const known = new Set(world.runs.map(({ id }) => id));
  const client_payload = { source_repo: SERVICES, ref: 'refs/heads/main', component: 'auth', ...payload };
  await call({ world }, 'POST', `/repos/${HUB}/dispatches`, { event_type: 'services-changed', client_payload });
  const created = await world.until(
    ({ kind, repository, runId = 0 }) => kind === 'run-created' && repository === HUB && !known.has(runId),
  );
  return world.ended(created.runId ?? 0);
}

async function call(
  { world }: Pick<Ground, 'world'>,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly content?: unknown }> {
  world.github.addToken('scenario', { repositories: [HUB, SERVICES, FRONT] });
  const headers = { authorization: 'Bearer scenario', 'content-type': 'application/json' };
  const answer = await fetch(world.github.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  assert.ok(answer.ok, `${method} ${path} answered ${answer.status}`);
  return method === 'GET' ? ((await answer.json()) as object) : {};
}

function statusesOf({ world }: Pick<Ground, 'world'>, source: string, sha: string): string[] {
  const { effects } = world.github;
  return effects
    .filter((effect) => effect.kind === 'commit-status' && effect.repository === source && effect.sha === sha)
    .map(({ message = '' }) => message.replace(/^hub: /, ''));
}
