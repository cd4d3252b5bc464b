import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addEcosystem } from '../../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import { planHash } from '../../../src/engine/planning/plan-train.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient, type GitHubClient } from '../../../src/platform/github/client/client.ts';
import { createCommitOnBranch } from '../../../src/platform/github/commits.ts';
import { readFile } from '../../../src/platform/github/contents.ts';
import { getRef } from '../../../src/platform/github/refs.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { runBundle } from '../run-action.ts';

/*
 * Whoever has contents: write in the train's repository can write release-actions/state. What he writes there is carried out
 * only where the manifest says the same, or a person gave the hash of exactly that plan.
 */
const folder = temporaryFolders();
const HOME = 'acme/releases';
const STATE = 'release-actions/state';
const MANIFEST = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core }
  plugin: { repository: acme/plugin, needs: [core] }
`;

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
let workspace: string;
let attacker: GitHubClient;
/** Whether releases that start now go on until they are let go. */
let isHeld = false;

beforeEach(async () => {
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  const inputs = { version: '', nonce: '' };
  const components = ['core', 'plugin', 'bank'].map((id) => ({ id, repository: `acme/${id}`, needs: [], inputs }));
  addEcosystem(github, components, {
    queuedMs: 10,
    runMs: () => (isHeld ? Number.POSITIVE_INFINITY : 100),
    registryLagMs: 10,
  });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('owners-token', { owners: ['acme'] });
  github.addToken('hub-writer', { repositories: [HOME], permissions: { contents: 'write' } });
  served = await github.serve();
  workspace = await folder({ '.github/release-train.yml': MANIFEST });
  attacker = createClient({ token: staticToken('hub-writer'), apiUrl: served.url, clock: realClock });
});

afterEach(async () => served.close());

const env = () => ({
  GITHUB_API_URL: served.url,
  GITHUB_REPOSITORY: HOME,
  GITHUB_RUN_ID: '7',
  GITHUB_ACTOR: 'octocat',
});

const run = (action: 'train' | 'plan-release', inputs: Readonly<Record<string, string>>, manifest = workspace) => {
  const npm_config_registry = `${served.url}/registry/npm/`;
  const common = { token: 'owners-token', 'release-type': 'minor' };
  return runBundle(action, { cwd: manifest, inputs: { ...common, ...inputs }, env: { ...env(), npm_config_registry } });
};

const dispatched = () => github.effects.filter(({ kind }) => kind === 'dispatch').map(({ repository }) => repository);

/** A train that was begun and waits to be swept on: its first release goes on until it is let go. */
async function begun(trainId: string): Promise<{ letGo(): void }> {
  isHeld = true;
  const { outputs } = await run('train', { mode: 'advance', 'train-id': trainId });
  isHeld = false;
  expect(outputs.status).toBe('running');
  const { runId = 0 } = github.effects.findLast(({ kind }) => kind === 'run-started') ?? {};
  return { letGo: () => github.finishRun('acme/core', runId) };
}

async function saved(trainId: string): Promise<{ plan: Plan; state: Record<string, unknown> }> {
  const read = async (name: string) =>
    JSON.parse(
      (await readFile(openRepository(attacker, HOME), { path: `trains/${trainId}/${name}.json`, ref: STATE })) ?? '{}',
    );
  return { plan: await read('plan'), state: await read('state') };
}

/** Writes a self-consistent train under an id, made from one that is there, as anybody can who may write the branch. */
async function forge(trainId: string, from: string, change: (plan: Plan) => Plan, status = 'pending'): Promise<Plan> {
  const { plan: before, state } = await saved(from);
  const plan = change(before);
  const fresh = { status, attempt: 1, since: 0 };
  const components = Object.fromEntries(plan.components.map(({ id }) => [id, fresh]));
  const forged = { ...state, trainId, planHash: planHash(plan), status: 'running', components };
  const open = [{ trainId, name: plan.name, status: 'running', startedAt: 1, repositories: [] }];
  const home = openRepository(attacker, HOME);
  await createCommitOnBranch(home, {
    branch: STATE,
    expectedHeadOid: (await getRef(home, `heads/${STATE}`)) ?? '',
    message: 'nothing to see',
    additions: [
      { path: `trains/${trainId}/plan.json`, contents: JSON.stringify(plan) },
      { path: `trains/${trainId}/state.json`, contents: JSON.stringify(forged) },
      { path: 'open.json', contents: JSON.stringify(open) },
    ],
  });
  return plan;
}

const toTheBank = (plan: Plan): Plan => ({
  ...plan,
  components: plan.components.map((one) =>
    one.id === 'plugin' ? { ...one, repository: 'acme/bank', needs: [] } : one,
  ),
});

describe('a plan that nobody approved', () => {
  slow('written under the train id of a run that waits for its approval is refused by the approved hash', async () => {
    await begun('earlier');
    const approved = await run('plan-release', { packages: 'core' });
    const before = dispatched().length;
    await forge('run-7', 'earlier', (plan) => plan);
    const { exitCode, stdout } = await run('train', {
      packages: 'core',
      'plan-hash': approved.outputs['plan-hash'] ?? '',
    });
    expect({ exitCode, dispatched: dispatched().length - before }).toEqual({ exitCode: 1, dispatched: 0 });
    expect(stdout).toContain(
      '::error::branch release-actions/state of acme/releases: the plan of train run-7 is not the one that was approved',
    );
    expect(stdout).toContain('If nobody of you wrote it, somebody else did');
  });

  slow('is not swept, resumed or advanced by a hint with a repository that the manifest does not name', async () => {
    await begun('earlier');
    const before = dispatched().length;
    const plan = await forge('forged', 'earlier', toTheBank);
    for (const inputs of [
      { mode: 'advance', 'train-id': '*', resume: 'false' },
      { 'train-id': 'forged' },
      { mode: 'advance', 'train-id': 'forged', resume: 'false' },
    ]) {
      const { exitCode, stdout } = await run('train', inputs);
      expect({ inputs, exitCode, dispatched: dispatched().length - before }).toEqual({
        ...{ inputs, exitCode: 1, dispatched: 0 },
      });
      expect(stdout).toContain('plugin: its repository is "acme/bank", the manifest makes it "acme/plugin"');
      expect(stdout).toContain(`plan-hash: ${planHash(plan)}`);
    }
  });

  slow('cancels nothing in a repository that the manifest does not name', async () => {
    await begun('earlier');
    await forge('forged', 'earlier', toTheBank, 'dispatching');
    const asked = github.requests.length;
    const { exitCode, stdout } = await run('train', { mode: 'cancel', 'train-id': 'forged' });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('plugin: its repository is "acme/bank", the manifest has "acme/plugin"');
    expect(github.requests.slice(asked).filter(({ path }) => path.includes('/acme/bank/'))).toEqual([]);
  });

  slow("is not shown to reviewers as if it were the manifest's", async () => {
    await begun('earlier');
    await forge('forged', 'earlier', toTheBank);
    const { exitCode, outputs } = await run('plan-release', { 'train-id': 'forged' });
    expect({ exitCode, hash: outputs['plan-hash'] }).toEqual({ exitCode: 1, hash: undefined });
  });
});

describe('an approval that was asked for', () => {
  test.each([
    ['a new train', {}],
    ['an unknown train-id', { 'train-id': 'never-seen' }],
    ['a sweep', { mode: 'advance', 'train-id': '*', resume: 'false' }],
  ])('is not left out by an empty plan-hash: %s', async (_, inputs) => {
    const { exitCode, stdout } = await run('train', { ...inputs, 'plan-hash': '', 'require-plan-hash': 'true' });
    expect({ exitCode, requests: github.requests, dispatched: dispatched() }).toEqual({
      exitCode: 1,
      requests: [],
      dispatched: [],
    });
    expect(stdout).toContain('::error::Input plan-hash is empty, and require-plan-hash is true');
  });
});

describe('the honest user', () => {
  slow('starts, is swept on and ends with the plan that was approved', async () => {
    const { outputs } = await run('plan-release', { 'train-id': 'run-7' });
    const hash = outputs['plan-hash'] ?? '';
    const given = { 'plan-hash': hash, 'require-plan-hash': 'true' };
    expect((await run('train', given)).outputs.status).toBe('succeeded');
    expect(dispatched()).toEqual(['acme/core', 'acme/plugin']);
    const again = await run('plan-release', { 'train-id': 'run-7' });
    expect({ exitCode: again.exitCode, hash: again.outputs['plan-hash'] }).toEqual({ exitCode: 0, hash });
    expect(again.stdout).toContain('::notice::Train run-7 exists already and is succeeded');
    expect(again.summary).toContain('This is the plan that it began with, and resumes.');
    expect((await run('train', given)).stdout).toContain('has succeeded already');
  });

  slow('goes on with exactly the plan whose hash is given after the manifest was changed', async () => {
    const { letGo } = await begun('mine');
    const { plan } = await saved('mine');
    const changed = await folder({ '.github/release-train.yml': MANIFEST.replace('needs: [core]', 'ref: next') });
    const refused = await run('train', { 'train-id': 'mine' }, changed);
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout).toContain('plugin: its ref is "main", the manifest makes it "next"');
    expect(refused.stdout).toContain(`train-id: mine and plan-hash: ${planHash(plan)}`);
    letGo();
    const { outputs } = await run('train', { 'train-id': 'mine', 'plan-hash': planHash(plan) }, changed);
    expect(outputs.status).toBe('succeeded');
  });
});

describe('a ruleset that lets only one token write the state branch', () => {
  slow('keeps the others out, and the train in by state-token', async () => {
    github.addRepository({ owner: 'acme', name: 'hub', files: { 'README.md': '' }, protectedBranches: [STATE] });
    github.addToken('state-writer', { repositories: ['acme/hub'], permissions: { contents: 'write' }, bypass: true });
    const hub = (inputs: Readonly<Record<string, string>>) =>
      runBundle('train', {
        cwd: workspace,
        inputs: { token: 'owners-token', 'release-type': 'minor', packages: 'core', ...inputs },
        env: { ...env(), GITHUB_REPOSITORY: 'acme/hub', npm_config_registry: `${served.url}/registry/npm/` },
      });
    const kept = await hub({});
    expect({ exitCode: kept.exitCode, dispatched: dispatched() }).toEqual({ exitCode: 1, dispatched: [] });
    expect(kept.stdout).toContain('its bypass list has to name whose token it is (state-token or state-by-app)');
    expect((await hub({ 'state-token': 'state-writer' })).outputs.status).toBe('succeeded');
  });

  test('by the App wants the App', async () => {
    const { exitCode, stdout } = await run('train', { 'state-by-app': 'true' });
    expect({ exitCode, requests: github.requests }).toEqual({ exitCode: 1, requests: [] });
    expect(stdout).toContain('::error::Input state-by-app wants app-id and private-key');
  });
});
