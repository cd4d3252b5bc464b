import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ScriptedSlack, scriptedSlack } from '../../simulator/channels/slack.ts';
import type { RepositoryDefinition } from '../../simulator/definitions.ts';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { type Servers, startServers } from '../support/servers.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const folder = temporaryFolders();

const MANIFEST = `name: product
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  backend: { repository: acme/backend }
  web: { repository: acme/web, needs: [backend] }
environments: { production: {}, staging: {} }
`;

const HOOK = `notifications:
  channels: { hook: { webhook: HOOK_URL } }
  rules: [{ channels: [hook] }]
`;

/** Its deployments are rolled back when they fail. */
const UNDO = MANIFEST.replace(
  '{ repository: acme/backend }',
  '{ repository: acme/backend, rollback: { workflow: release.yml, inputs: { version: "{previous-version}", nonce: "{nonce}" } } }',
).replace('production: {}', 'production: { rollback: true }');

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
let servers: Servers;
let slack: ScriptedSlack;
let workspace: string;

async function world(
  fail: readonly string[] = [],
  guards: Pick<RepositoryDefinition, 'protectedBranches' | 'rulesets'> = {},
): Promise<void> {
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  const inputs = { version: '', nonce: '' };
  const components = [
    { id: 'backend', repository: 'acme/backend', needs: [], inputs },
    { id: 'web', repository: 'acme/web', needs: ['backend'], inputs },
  ];
  addEcosystem(github, components, { fail, queuedMs: 10, runMs: 100, registryLagMs: 10 });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' }, ...guards });
  github.addToken('acme-secret', { owners: ['acme'] });
  served = await github.serve();
}

beforeEach(async () => {
  servers = startServers();
  slack = scriptedSlack();
  const api = `${await servers.http(slack.handler)}/api`;
  const notifications = `notifications:
  channels:
    alerts: { slack: SLACK_TOKEN, channel: "#alerts", api: ${api} }
    incident: { issue: acme/releases }
  rules:
    - { channels: [alerts] }
    - { severity: error, channels: [incident] }
`;
  workspace = await folder({
    'product.yml': MANIFEST,
    'loud.yml': MANIFEST + notifications,
    'undo.yml': UNDO,
    'hook.yml': MANIFEST + HOOK,
  });
  await world();
});
afterEach(async () => {
  await served.close();
  await servers.close();
});

let runs = 0;

/** The train's action, in a run of its own. */
function train(inputs: Readonly<Record<string, string>>, action = 'train'): Promise<BundleRun> {
  runs += 1;
  return runBundle(action, {
    cwd: workspace,
    inputs: { token: 'acme-secret', manifest: 'product.yml', state: 'file:.trains', ...inputs },
    env: {
      GITHUB_API_URL: served.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/releases',
      GITHUB_RUN_ID: String(runs),
      GITHUB_ACTOR: 'alice',
      GITHUB_EVENT_NAME: 'workflow_dispatch',
    },
  });
}

const deploy = (versions: string, more: Readonly<Record<string, string>> = {}) =>
  train({ environment: 'production', versions, ...more });

describe('a rollback on demand', () => {
  slow('deploys what was good before, and refuses where nothing is known', async () => {
    const nothing = await deploy('previous');
    expect(nothing.exitCode).toBe(1);
    expect(nothing.stdout).toContain('No version of backend is known in production: no train has deployed it there.');
    await deploy('{ backend: 1.0.0, web: 1.0.0 }');
    const one = await deploy('previous');
    expect(one.stdout).toContain(
      '::error::No version before 1.0.0 of backend is known in production: there is nothing to roll back to.',
    );
    await deploy('{ backend: 2.0.0, web: 2.0.0 }');
    const back = await deploy('previous', { packages: 'backend' });
    expect(back.exitCode).toBe(0);
    expect(JSON.parse(back.outputs.versions ?? '')).toEqual({ backend: '1.0.0' });
    expect(back.summary).toContain('`2.0.0`\u00a0→\u00a0`1.0.0`');
    const again = await deploy('previous', { packages: 'backend' });
    expect(again.stdout).toContain('No version before 1.0.0 of backend is known in production');
  });

  slow('after a deployment that failed goes back to what was good, and stays there when it fails itself', async () => {
    const undo = { manifest: 'undo.yml', packages: 'backend' };
    expect((await deploy('backend: 1.0.0', undo)).exitCode).toBe(0);
    await served.close();
    await world(['backend']);
    expect((await deploy('backend: 2.0.0', { ...undo, rollback: 'false' })).outputs.status).toBe('failed');
    const failed = await deploy('previous', undo);
    expect(failed.outputs.status).toBe('rollback-failed');
    const sent = github.effects.filter(({ kind }) => kind === 'dispatch');
    expect(sent.map(({ inputs }) => inputs?.version)).toEqual(['2.0.0', '1.0.0']);
    expect(failed.summary).toContain('## 🔥 Rollback of product in production failed: 0 of 1 deployed, 1 failed');
    expect(failed.summary).toContain('**Running now:** **unknown, look:** `backend 1.0.0 or 2.0.0`.');
    expect(failed.stdout).toMatch(
      /::error::Train run-\d+-production rollback-failed: .* Nothing was returned to what you wanted to leave\./,
    );
    const asked = await deploy('previous', { ...undo, rollback: 'true' });
    expect(asked.outputs.status).toMatch(/^rollback-failed|rolled-back$/);
    expect(github.effects.filter(({ kind }) => kind === 'dispatch').map(({ inputs }) => inputs?.version)).toEqual([
      ...['2.0.0', '1.0.0', '1.0.0', '2.0.0'],
    ]);
  });
});

describe('a lock', () => {
  const lockFile = (content: object) => writeFile(join(workspace, '.trains', 'locks.json'), JSON.stringify(content));

  slow('keeps new deployments out with who, why and how, and lets in whoever has a reason', async () => {
    expect((await train({ mode: 'lock', environment: 'production' })).stdout).toContain('Input reason is missing');
    const wrong = await train({ mode: 'lock', environment: 'prodution', reason: 'x' });
    expect(wrong.stdout).toContain('no environment "prodution"; did you mean "production"?');
    const locked = await train({ mode: 'lock', environment: 'production', reason: 'database migration', until: '2h' });
    expect(locked.stdout).toMatch(/::notice::production is locked by alice since .*: database migration\. Until/);
    const refused = await deploy('{ backend: 1.0.0, web: 1.0.0 }');
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout).toMatch(
      /production is locked by alice since 20\d\d-[^:]+:\d\dZ: database migration\. Until [^.]+\. Unlock it \(mode: unlock\), or give override-lock a reason\. Nothing was started\./,
    );
    expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toEqual([]);
    const urgent = await deploy('{ backend: 1.0.0, web: 1.0.0 }', { 'override-lock': 'customers cannot pay' });
    expect(urgent.exitCode).toBe(0);
    expect((await train({ environment: 'staging', versions: '{ backend: 1.0.0, web: 1.0.0 }' })).exitCode).toBe(0);
    expect((await train({ mode: 'unlock', environment: 'production' })).stdout).toContain('production is unlocked.');
    expect((await train({ mode: 'unlock', environment: 'production' })).stdout).toContain('production is not locked.');
    expect((await deploy('{ backend: 2.0.0, web: 2.0.0 }')).exitCode).toBe(0);
  });

  slow('is known before anybody approves a plan: in its warnings and its summary, which a comment copies', async () => {
    const onBranch = { state: 'branch', environment: 'production' };
    const versions = '{ backend: 1.0.0, web: 1.0.0 }';
    await train({ ...onBranch, mode: 'lock', reason: '*database* migration', until: '2h' });
    const looks = [
      await train({ ...onBranch, versions, 'dry-run': 'true' }),
      await train({ ...onBranch, versions }, 'plan-release'),
    ];
    for (const { exitCode, stdout, summary } of looks) {
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(
        /::warning.*::production is locked by alice since .*: \*database\* migration\. Until .*Z\. As long as it is, this is refused/,
      );
      expect(summary).toMatch(/> ⚠️ production is locked by alice since .*\\\*database\\\* migration/);
    }
    expect((await train({ environment: 'staging', versions }, 'plan-release')).summary).not.toContain('locked');
    // A train that is there is only resumed, which no lock keeps out.
    await train({ ...onBranch, mode: 'unlock' });
    await train({ ...onBranch, versions, 'train-id': 'there' });
    await train({ ...onBranch, mode: 'lock', reason: 'x' });
    const there = await train({ ...onBranch, versions, 'train-id': 'there' }, 'plan-release');
    expect(there.summary).not.toContain('locked');
  });

  slow('in a rehearsal locks and unlocks nothing', async () => {
    const lock = { mode: 'lock', environment: 'production', reason: 'x' };
    expect((await train({ ...lock, 'dry-run': 'true' })).stdout).toContain('Dry run: nothing is locked. It would be:');
    expect((await train({ mode: 'unlock', environment: 'production' })).stdout).toContain('production is not locked.');
    await train(lock);
    const rehearsed = await train({ mode: 'unlock', environment: 'production', 'dry-run': 'true' });
    expect(rehearsed.stdout).toContain('Dry run: nothing is unlocked. production is locked by alice');
    const again = await train({ ...lock, reason: 'y' });
    expect(again.stdout).toMatch(
      /: y\..* This replaces another lock: production is locked by alice since [^:]+:\d\dZ: x\./,
    );
  });

  slow('of two who lock at once one hears that it replaced the other', async () => {
    const lock = { mode: 'lock', environment: 'production' };
    const both = await Promise.all([train({ ...lock, reason: 'one' }), train({ ...lock, reason: 'two' })]);
    const replaced = both.map(({ stdout }) => /This replaces another lock: .*: (one|two)\./.exec(stdout)?.[1]);
    expect(replaced.filter(Boolean)).toHaveLength(1);
    expect((await train({ mode: 'unlock', environment: 'production' })).stdout).not.toContain(
      `: ${replaced.find(Boolean)}.`,
    );
  });

  test.each([
    ['a time in words', { by: 'bob', reason: 'x', at: 0, until: '2099-01-01' }],
    ['no time at all', { by: 'bob', reason: 'x', at: 0, until: null }],
    ['a time that no calendar has', { by: 'bob', reason: 'x', at: 1e20 }],
  ])('that somebody wrote by hand with %s keeps everybody out', async (_, lock) => {
    await mkdir(join(workspace, '.trains'), { recursive: true });
    await lockFile({ production: lock });
    const run = await deploy('{ backend: 1.0.0, web: 1.0.0 }');
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('locks.json on the state branch cannot be read: its entry');
    expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toEqual([]);
  });

  slow('of an environment that was renamed since is told, and taken off by its old name', async () => {
    await mkdir(join(workspace, '.trains'), { recursive: true });
    await lockFile({ live: { by: 'bob', reason: 'migration', at: 0 } });
    const other = await train({ mode: 'unlock', environment: 'production' });
    expect(other.stdout).toContain(
      'production is not locked. Still: live is locked by bob since 1970-01-01T00:00Z: migration.',
    );
    expect((await train({ mode: 'unlock', environment: 'life' })).stdout).toContain('has no environment "life"');
    expect((await train({ mode: 'unlock', environment: 'live' })).stdout).toContain(
      'live is unlocked. It was: live is',
    );
  });
});

describe('people', () => {
  const loud = {
    manifest: 'loud.yml',
    'allow-private-network': 'true',
    'channel-secrets': 'SLACK_TOKEN: xoxb-secret-token',
  };

  slow(
    'are told once of a failure, in one message and one issue, which closes when the next one succeeds',
    async () => {
      await served.close();
      await world(['web']);
      const failed = await deploy('{ backend: 1.0.0, web: 1.0.0 }', loud);
      expect(failed.exitCode).toBe(1);
      const [main, ...more] = slack.messages.filter(({ thread }) => thread === undefined);
      expect(more).toEqual([]);
      expect(main?.text).toBe('❌ product → production: failed');
      const [issue] = github.repository('acme/releases').issues;
      expect(issue).toMatchObject({ state: 'open', title: 'product/production: failed' });
      expect(failed.stdout).toContain('incident was told: web component-failed, failed.');
      expect(failed.stdout.replace(/::add-mask::.*/g, '')).not.toContain('xoxb-secret-token');
      const ledger = JSON.parse(
        await readFile(join(workspace, '.trains', failed.outputs['train-id'] ?? '', 'ledger.json'), 'utf8'),
      );
      expect(Object.keys(ledger.untold)).toEqual([]);
      const { issues } = github.repository('acme/releases');
      await served.close();
      await world();
      github.repository('acme/releases').issues.push(...issues);
      expect((await deploy('{ backend: 1.0.0, web: 1.0.0 }', loud)).exitCode).toBe(0);
      expect(github.repository('acme/releases').issues).toMatchObject([{ state: 'closed' }]);
    },
  );

  test('a secret that is missing is a fault before anything is started', async () => {
    const { 'channel-secrets': _, ...without } = loud;
    const run = await deploy('{ backend: 1.0.0, web: 1.0.0 }', without);
    expect(run.stdout).toContain(
      '::error::The secret SLACK_TOKEN that notifications names is not given: pass it by channel-secrets.',
    );
    expect(github.requests).toEqual([]);
  });

  slow('a Slack that takes nothing is a warning, and the deployment succeeds', async () => {
    for (let refusals = 0; refusals < 20; refusals += 1)
      slack.script.push((response) => response.writeHead(200).end('{"ok":false,"error":"not_in_channel"}'));
    const run = await deploy('{ backend: 1.0.0, web: 1.0.0 }', loud);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain(
      '::warning::Channel alerts: Slack refused the message (not_in_channel). Invite the bot to #alerts, then run notify with operation: test.',
    );
  });

  slow('a receiver that quotes its secret address in a refusal puts it nowhere', async () => {
    const quoting = await servers.http((request, response) =>
      response.writeHead(400).end(`no hook ${request.url} here, signed ${request.headers['webhook-signature']}`),
    );
    const secrets = `HOOK_URL: ${quoting}/services/T00/very-secret-path`;
    const run = await deploy('{ backend: 1.0.0, web: 1.0.0 }', {
      manifest: 'hook.yml',
      'allow-private-network': 'true',
      'channel-secrets': secrets,
    });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('::warning::Channel hook: 127.0.0.1:');
    const ledger = await readFile(join(workspace, '.trains', run.outputs['train-id'] ?? '', 'ledger.json'), 'utf8');
    expect(ledger).toContain('answered 400');
    for (const text of [run.stdout.replace(/::add-mask::.*/g, ''), run.summary, ledger])
      expect(text).not.toContain('very-secret-path');
  });

  const NOWHERE = `{
    slow: { slack: SLACK_TOKEN, channel: "#a", api: "http://127.0.0.1:9/api" },
    hook: { webhook: HOOK_URL },
    mail: { email: [lead@example.com], from: train@example.com, smtp: SMTP_URL },
    teams: { teams: TEAMS_URL }
  }`;
  const tell = {
    event: 'x',
    severity: 'error',
    state: 'file:.kept',
    rules: '[{ channels: [slow, hook, mail, teams] }]',
  };

  slow('whom no channel reaches: one annotation a channel where the step requires it', async () => {
    const inputs = { ...tell, channels: NOWHERE, required: 'true', 'allow-private-network': 'true' };
    const secrets = { SLACK_TOKEN: 'xoxb-a-token', HOOK_URL: 'http://127.0.0.1:9/h', SMTP_URL: 'smtp://127.0.0.1:9' };
    const all = JSON.stringify({ ...secrets, TEAMS_URL: 'http://127.0.0.1:9/t' });
    const run = await train({ ...inputs, 'channel-secrets': all }, 'notify');
    expect(run.exitCode).toBe(1);
    const errors = run.stdout.split('\n').filter((line) => line.startsWith('::error::'));
    expect(errors.map((line) => /Channel (\w+): /.exec(line)?.[1])).toEqual(['slow', 'hook', 'mail', 'teams']);
    expect(JSON.parse(run.outputs.failed ?? '')).toHaveLength(4);
  });

  test('every secret that is missing is told at once, and one that is no address, before anything is asked', async () => {
    const inputs = { ...tell, channels: NOWHERE };
    const run = await train({ ...inputs, 'channel-secrets': 'HOOK_URL: https://example.com/hook' }, 'notify');
    expect(run.stdout).toContain(
      '::error::The secrets SLACK_TOKEN, SMTP_URL and TEAMS_URL that notifications names are not given: pass them by channel-secrets.',
    );
    const wrong = { SLACK_TOKEN: 'xoxb-a-token', HOOK_URL: 'hooks.example.com/x', SMTP_URL: 'mail.example.com:587' };
    const teams = 'https://acme.webhook.office.com/webhookb2/abcdefgh';
    const all = JSON.stringify({ ...wrong, TEAMS_URL: teams });
    const { stdout } = await train({ ...inputs, 'channel-secrets': all }, 'notify');
    const bare = JSON.stringify({ SMTP_URL: 'smtp://user:100%zz@mail.example.com:587' });
    const plain = await train({ ...inputs, only: 'email', 'channel-secrets': bare }, 'notify');
    expect(plain.stdout).toContain('::error::Channel mail: the secret SMTP_URL is no address of a mail server');
    expect(plain.stdout.replace(/::add-mask::.*/g, '')).not.toContain('100%zz');
    for (const words of [
      'Channel hook: the secret HOOK_URL is no http or https URL.',
      'Channel mail: the secret SMTP_URL is no address of a mail server; expected smtps://user:password@host:465',
      'Channel teams: the secret TEAMS_URL is the address of an Office 365 connector, which Microsoft has switched off.',
    ])
      expect(stdout).toContain(`::error::${words}`);
    expect(stdout.replace(/::add-mask::.*/g, '')).not.toMatch(/webhookb2|hooks\.example|xoxb-a-token/);
    expect(github.requests).toEqual([]);
  });

  slow('hear nothing where nobody is to be told', async () => {
    await deploy('{ backend: 1.0.0, web: 1.0.0 }', { ...loud, notify: 'none', 'channel-secrets': '' });
    expect(slack.calls).toEqual([]);
    const wrong = await deploy('{ backend: 1.0.0, web: 1.0.0 }', { ...loud, notify: 'alarms' });
    expect(wrong.stdout).toContain('Input notify: there is no channel "alarms".');
  });

  slow('hear the same of a step that runs again and again once, and its end only where it had begun', async () => {
    const step = { ...loud, key: 'services', state: 'branch', once: 'true' };
    const well = () => train({ ...step, event: 'completed', resolves: 'true', text: 'All is well.' }, 'notify');
    const ill = (text: string) => train({ ...step, event: 'service-unhealthy', text }, 'notify');
    expect((await well()).stdout).toContain('services is no open problem: nobody need be told.');
    slack.script.push(
      ...Array.from({ length: 3 }, () => (response: ServerResponse) => void response.writeHead(500).end()),
    );
    github.repository('acme/releases').archived = true;
    await ill('Not healthy: tasks.');
    github.repository('acme/releases').archived = false;
    expect(slack.messages).toEqual([]);
    await ill('Not healthy: tasks.');
    expect((await ill('Not healthy: tasks.')).stdout).toContain('services was told of this already.');
    expect(slack.messages.map(({ text, edits }) => [text, edits])).toEqual([['🔴 services: service unhealthy', 0]]);
    await ill('Not healthy: tasks, users.');
    await well();
    expect((await well()).stdout).toContain('services is no open problem');
    expect(slack.messages.map(({ text }) => text)).toEqual([
      ...['✅ services: completed', '🔴 Not healthy: tasks, users.', '🔵 All is well.'],
    ]);
    expect(github.repository('acme/releases').issues).toMatchObject([{ state: 'closed' }]);
    // A warning has a beginning and an end, too, and no issue.
    const routes = { ...step, key: 'routes', event: 'route-conflict', text: 'tasks and users claim /tasks.' };
    const conflicts = [await train(routes, 'notify'), await train(routes, 'notify'), await train(routes, 'notify')];
    expect(conflicts.map(({ stdout }) => stdout.includes('Channel alerts: delivered'))).toEqual([true, false, false]);
    const over = { ...routes, event: 'completed', resolves: 'true', text: 'No conflict any more.' };
    const ends = [await train(over, 'notify'), await train(over, 'notify')];
    expect(ends.map(({ stdout }) => stdout.includes('Channel alerts: delivered'))).toEqual([true, false]);
    expect((await train(routes, 'notify')).stdout).toContain('Channel alerts: delivered');
    expect(github.repository('acme/releases').issues).toHaveLength(1);
  });

  describe('where a ruleset lets only one writer through', () => {
    const step = { ...loud, event: 'import-failed', severity: 'error', text: 'No import.', state: 'branch' };
    const kept = () => {
      const { git } = github.repository('acme/releases');
      const entry = git.entryAt(git.resolve('release-actions/state')?.tree ?? '', 'problems.json');
      return entry === undefined ? '{}' : String(git.blob(entry.sha));
    };
    beforeEach(async () => {
      await served.close();
      await world([], { protectedBranches: ['release-actions/state'] });
      const writer = { repositories: ['acme/releases'], permissions: { contents: 'write' }, bypass: true } as const;
      github.addToken('state-writer', writer);
    });

    slow('a step of its own tells with its token, and keeps the problem with state-token', async () => {
      const refused = await train(step, 'notify');
      expect(JSON.parse(refused.outputs.delivered ?? '')).toHaveLength(2);
      expect(refused.stdout).toContain('::warning::The problem could not be kept');
      expect(refused.stdout).toContain('its bypass list has to name whose token it is (state-token or state-by-app)');
      expect(kept()).toBe('{}');
      const { stdout } = await train({ ...step, 'state-token': 'state-writer' }, 'notify');
      expect(stdout).not.toContain('::warning::');
      expect(JSON.parse(kept())).toHaveProperty('workflow/release');
      expect(github.repository('acme/releases').issues).toHaveLength(1);
    });

    describe('that is the App', () => {
      const { publicKey, privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
      const byApp = { 'app-id': '4711', 'private-key': privateKey, 'state-by-app': 'true', state: 'branch' };
      beforeEach(async () => {
        await served.close();
        const only = { id: 9, branch: 'release-actions/state', rules: ['creation', 'update'], bypassApps: [4711] };
        await world([], { rulesets: [only] });
        github.addApp({ appId: 4711, publicKey, installations: [{ id: 1, owner: 'acme' }] });
      });

      slow('a step of its own keeps the problem, and an escalation that somebody looks after it', async () => {
        const inputs = { ...step, ...byApp };
        const refused = await train({ ...inputs, 'state-by-app': 'false' }, 'notify');
        expect(refused.stdout).toContain('::warning::The problem could not be kept');
        expect(kept()).toBe('{}');
        expect((await train(inputs, 'notify')).stdout).not.toContain('::warning::');
        expect(JSON.parse(kept())).toHaveProperty('workflow/release');
        const call = { ...loud, ...byApp, operation: 'escalate', acknowledge: 'workflow/release' };
        const called = await train(call, 'notify');
        expect(called.stdout).toContain('::notice::workflow/release is acknowledged.');
        expect(JSON.parse(kept())).toMatchObject({ 'workflow/release': { acknowledged: { by: 'alice' } } });
        expect(called.stdout.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/ghs_|BEGIN PRIVATE KEY/);
      });

      slow('a train and a rollback keep their state, and nobody without it does', async () => {
        const refused = await deploy('{ backend: 1.0.0, web: 1.0.0 }', { state: 'branch' });
        expect(refused.stdout).toContain('its bypass list has to name whose token it is (state-token or state-by-app)');
        expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toEqual([]);
        for (const version of ['1.0.0', '2.0.0'])
          expect((await deploy(`{ backend: ${version}, web: ${version} }`, byApp)).outputs.status).toBe('succeeded');
        const back = await deploy('previous', { ...byApp, packages: 'backend' });
        expect(back.outputs.status).toBe('succeeded');
        expect(JSON.parse(back.outputs.versions ?? '')).toEqual({ backend: '1.0.0' });
        expect(github.violations).toEqual([]);
      });
    });

    test('state-by-app wants the App', async () => {
      const { exitCode, stdout } = await train({ ...step, 'state-by-app': 'true' }, 'notify');
      expect({ exitCode, requests: github.requests }).toEqual({ exitCode: 1, requests: [] });
      expect(stdout).toContain('::error::Input state-by-app wants app-id and private-key');
    });
  });

  slow('end with what resolves several problems: an issue each, and one message', async () => {
    const ill = { ...loud, key: 'tasks/release', event: 'failed', text: 'The gate failed before it knew where to.' };
    await train(ill, 'notify');
    const key = 'tasks/production\ntasks/release\n';
    const { outputs } = await train({ ...loud, key, event: 'completed', resolves: 'true' }, 'notify');
    expect(github.repository('acme/releases').issues).toMatchObject([{ state: 'closed' }]);
    expect(outputs).toMatchObject({ problem: 'tasks/production', 'issue-number': '1' });
    expect(slack.messages).toHaveLength(2);
    const two = await train({ ...ill, key }, 'notify');
    expect(two.stdout).toContain('::error::Input key: 2 keys, one a line; only what resolves ends several problems');
  });

  test('an issue here is written with the token for its owner where the step has none of its own', async () => {
    const step = { ...loud, event: 'import-failed', severity: 'error', only: 'issue' };
    const { outputs, stdout } = await train({ ...step, token: '', tokens: 'acme: acme-secret' }, 'notify');
    expect({ issue: outputs['issue-number'], stdout }).toMatchObject({ issue: '1' });
  });

  slow('are reached by a test of every channel, and by a step of its own', async () => {
    const tried = await train({ ...loud, operation: 'test' }, 'notify');
    expect(tried.exitCode).toBe(0);
    expect(slack.messages[0]?.text).toContain('Test of alerts');
    expect(github.repository('acme/releases').issues).toMatchObject([{ state: 'closed' }]);
    const told = await train({ ...loud, event: 'import-failed', severity: 'error', text: 'No import.' }, 'notify');
    expect(JSON.parse(told.outputs.delivered ?? '')).toHaveLength(2);
    expect(told.outputs['issue-number']).toBe('2');
    const nobody = await train({ ...loud, only: 'email', event: 'x' }, 'notify');
    expect(nobody.stdout).toContain('Input only: there is no channel "email".');
  });
});
