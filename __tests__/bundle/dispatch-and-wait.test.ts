import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { createGitHub, type GitHubOptions, type SimulatedGitHub } from '../../simulator/github.ts';
import type { RunScript } from '../../simulator/types.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { ofMatrix, slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();
let github: SimulatedGitHub;
let close: () => Promise<void> = async () => {};
let url = '';

const inputs = {
  token: 'secret-token',
  repository: 'acme/service',
  workflow: 'release.yml',
  inputs: '{"version":"1.0.0"}',
  'nonce-input': 'nonce',
};

async function start(script: RunScript, options: Partial<GitHubOptions> = {}, defaultBranch = 'main'): Promise<void> {
  github = createGitHub({ clock: realClock, rateLimits: 'off', ...options });
  github.addRepository({
    owner: 'acme',
    name: 'service',
    defaultBranch,
    workflows: [
      {
        file: 'release.yml',
        on: ['workflow_dispatch', 'repository_dispatch'],
        inputs: { version: { required: true }, nonce: {}, notes: {} },
        runName: 'Release [${{ inputs.nonce }}${{ github.event.client_payload.nonce }}]',
        behaviour: () => script,
      },
    ],
  });
  github.addToken('secret-token', { owners: ['acme'] });
  ({ url, close } = await github.serve());
}

const dispatchAndWait = (given: Record<string, string> = {}, more: { signalAfter?: string } = {}) =>
  runBundle('dispatch-and-wait', { inputs: { ...inputs, ...given }, env: { GITHUB_API_URL: url }, ...more });

afterEach(() => close());

slow('starts a workflow, follows exactly that run, and hands on what it left', async () => {
  await start({ ms: 400, conclusion: 'success', artifacts: { out: { 'out.json': '{"sha":"abc"}' } } });
  github.startForeignRun('acme/service', 'release.yml', { version: '9.9.9' });
  const { exitCode, outputs, stdout, summary } = await dispatchAndWait({ 'outputs-artifact': 'out' });
  expect(stdout).not.toContain('::error');
  expect(exitCode).toBe(0);
  const created = github.effects.find(
    ({ kind, inputs: given }) => kind === 'run-created' && given?.version === '1.0.0',
  );
  expect(outputs).toMatchObject({
    'run-id': String(created?.runId),
    'run-attempt': '1',
    status: 'completed',
    conclusion: 'success',
    'correlated-by': 'run-details',
    'failed-jobs': '[]',
    outputs: '{"sha":"abc"}',
  });
  expect(outputs['run-url']).toContain(`/acme/service/actions/runs/${created?.runId}`);
  expect(Number(outputs['duration-seconds'])).toBeLessThan(20);
  expect(summary).toContain('✅');
  expect(github.violations).toEqual([]);
});

test('loads no other HTTP client, not even the one inside Node', async () => {
  await start({ ms: 50, conclusion: 'success' });
  const list = join(await folder(), 'list.cjs');
  await writeFile(list, "process.on('exit', () => console.log(process.moduleLoadList.join('\\n')));");
  const env = { GITHUB_API_URL: url, NODE_OPTIONS: `--require=${list}` };
  const { exitCode, stdout } = await runBundle('dispatch-and-wait', { inputs, env });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('NativeModule _http_client');
  expect(stdout).not.toContain('undici');
});

describe('a failed run', () => {
  const hostile = 'fine\n::set-output name=stolen::yes\n##[error]not ours\nsecret-token';
  const jobs = [
    {
      name: 'publish',
      conclusion: 'failure' as const,
      log: hostile,
      steps: [{ name: 'npm publish', conclusion: 'failure' as const }],
    },
  ];
  beforeEach(() => start({ jobs, conclusion: 'failure' }));

  test('is one error with its cause, outputs included, and its log cannot give commands or leak the token', async () => {
    const { exitCode, outputs, stdout, summary } = await dispatchAndWait();
    expect(exitCode).toBe(1);
    expect(stdout.match(/^::error/gm)).toHaveLength(1);
    expect(stdout).toMatch(/^::error::Run \S+ concluded failure/m);
    expect(outputs).toMatchObject({ conclusion: 'failure' });
    expect(JSON.parse(outputs['failed-jobs'] ?? '')).toEqual([
      expect.objectContaining({ name: 'publish', steps: ['npm publish'] }),
    ]);
    expect(stdout).toContain('set-output name=stolen');
    expect(stdout).not.toMatch(/^(::set-output|##\[error\])/m);
    expect(stdout.replace(/^::add-mask::.*$/m, '')).not.toContain('secret-token');
    expect(summary).not.toContain('secret-token');
  });
});

test.each([
  ['cancels the run and says that it ended', {}, 1, /cancelled/],
  [
    'leaves the run alone when it was told to',
    { 'cancel-with-caller': 'false' },
    0,
    /goes on, as cancel-with-caller is false/,
  ],
])('a cancelled step %s', async (_, given, cancels, words) => {
  await start({ ms: 600_000, conclusion: 'success', cancelMs: 300 });
  const started = Date.now();
  const { exitCode, stdout, outputs } = await dispatchAndWait(given, { signalAfter: 'in progress' });
  expect(exitCode).not.toBe(0);
  expect(stdout).toMatch(words);
  expect(outputs['run-id']).toBeDefined();
  expect(github.effects.filter(({ kind }) => kind === 'cancel')).toHaveLength(cancels);
  expect(Date.now() - started).toBeLessThan(12_000);
});

describe('a workflow that is named as the Actions page shows it', () => {
  beforeEach(async () => {
    await start({ ms: 100, conclusion: 'success' });
    const common = {
      on: ['workflow_dispatch' as const],
      behaviour: () => ({ ms: 100, conclusion: 'success' as const }),
    };
    const workflows = [
      { ...common, file: 'ship.yml', name: 'Ship it' },
      { ...common, file: 'one.yml', name: 'Twice' },
      { ...common, file: 'two.yml', name: 'Twice' },
    ];
    github.addRepository({ owner: 'acme', name: 'named', workflows });
  });
  const named = (workflow: string, more: Record<string, string> = {}) =>
    dispatchAndWait({ repository: 'acme/named', workflow, inputs: '', 'nonce-input': '', ...more });

  const names = ['Ship it', 'ship IT', 'ship.yml', '.github/workflows/ship.yml'];

  test.each(ofMatrix(names, (name) => name === 'Ship it'))('%s is started', async (workflow) => {
    expect(await named(workflow)).toMatchObject({ exitCode: 0, outputs: { conclusion: 'success' } });
    expect(github.effects.filter(({ kind }) => kind === 'dispatch').map(({ workflow: file }) => file)).toEqual([
      'ship.yml',
    ]);
  });

  test.each([
    ['Twice', '2 workflows are called "Twice" in acme/named; there are Twice (one.yml) and Twice (two.yml)'],
    ['Shop it', 'no workflow is called "Shop it" in acme/named; there are Ship it (ship.yml), Twice (one.yml)'],
  ])('%s is refused with what there is, and nothing is sent', async (workflow, message) => {
    const { exitCode, stdout } = await named(workflow);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.stringContaining(message) });
    expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toEqual([]);
  });

  test.each(['0a'.repeat(20), 'refs/pull/67/merge'])('a dry run refuses the ref %s', async (ref) => {
    const { exitCode, stdout } = await named('ship.yml', { ref, 'dry-run': 'true' });
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: expect.stringContaining(
        'a workflow is dispatched on a branch or a tag, never on a commit or a pull request',
      ),
    });
  });
});

test('jobs and steps are in the log on request', async () => {
  await start({ conclusion: 'success', jobs: [{ name: 'build', steps: [{ name: 'compile', ms: 300 }] }] });
  const { exitCode, stdout } = await dispatchAndWait({ 'show-jobs': 'true' });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^ {2}build › compile: success$/m);
});

test('an App mints its own token, which is masked and never printed', async () => {
  await start({ ms: 300, conclusion: 'success' });
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  github.addApp({ appId: 4711, publicKey, installations: [{ id: 1, owner: 'acme' }] });
  const { exitCode, stdout } = await dispatchAndWait({ token: '', 'app-id': '4711', 'private-key': privateKey });
  expect(stdout).not.toContain('::error');
  expect(exitCode).toBe(0);
  const minted = github.effects.filter(({ kind }) => kind === 'access-token');
  expect(minted).toHaveLength(1);
  const masks = stdout.match(/^::add-mask::.*$/gm) ?? [];
  expect(masks.length).toBeGreaterThan(2);
  expect(stdout.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/ghs_|BEGIN PRIVATE KEY/);
});

slow('of three at once, each with another fault and lists that are late, none makes a second run', async () => {
  const faults: (Fault | undefined)[] = [
    { kind: 'reset', when: 'after' },
    { kind: 'status', status: 502, when: 'after' },
    { kind: 'rate-limited', status: 403, hint: 'retry-after', seconds: 2 },
  ];
  await start(
    { ms: 300, conclusion: 'success' },
    {
      faults: ({ operation }) => {
        if (operation === 'actions/create-workflow-dispatch') return faults.shift();
        return operation.startsWith('actions/list-workflow-runs') ? { kind: 'stale', ms: 1_000 } : undefined;
      },
    },
  );
  const outcomes = await Promise.all([dispatchAndWait(), dispatchAndWait(), dispatchAndWait()]);
  expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(outcomes.map(({ outputs }) => outputs['correlated-by']).sort()).toEqual(['nonce', 'nonce', 'run-details']);
  expect(new Set(outcomes.map(({ outputs }) => outputs['run-id'])).size).toBe(3);
  expect(github.effects.filter(({ kind }) => kind === 'run-created')).toHaveLength(3);
});

test('faults of inputs are all told at once, before any request', async () => {
  await start({ ms: 1, conclusion: 'success' });
  const { exitCode, stdout } = await dispatchAndWait({
    repository: 'nonsense',
    timeout: 'soon',
    wait: 'maybe',
    inputs: '[1',
  });
  expect(exitCode).toBe(1);
  expect(stdout.match(/^::error/gm)).toHaveLength(4);
  expect(stdout).toMatch(/Input repository: "nonsense" is not valid: expected a repository as owner\/name/);
  expect(stdout).toMatch(/Input timeout: "soon" is not valid: expected a duration such as 90s, 30m or 2h/);
  expect(github.requests).toEqual([]);
});

test('a workflow may be given by its path, and runs on the default branch where no ref is said', async () => {
  await start({ ms: 300, conclusion: 'success' }, {}, 'master');
  const { exitCode, stdout } = await dispatchAndWait({ workflow: '.github/workflows/release.yml' });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Dispatching release.yml in acme/service at master');
});

test('fire and forget is green without a run id', async () => {
  await start({ ms: 300, conclusion: 'success' });
  const { exitCode, stdout, outputs } = await dispatchAndWait({
    ...{ workflow: '', inputs: '', 'nonce-input': '' },
    ...{ 'event-type': 'release', wait: 'false' },
  });
  expect({ exitCode, runId: outputs['run-id'] ?? '' }).toEqual({ exitCode: 0, runId: '' });
  expect(stdout).toMatch(/^::notice::GitHub took event release/m);
});

test('an old server, which names no run: who wants none is green, and who wants one hears it before anything starts', async () => {
  await start({ ms: 300, conclusion: 'success' }, { apiVersion: 'ghes-old' });
  const unnamed = { 'nonce-input': '', ref: 'main' };
  const refused = await dispatchAndWait(unnamed);
  expect(refused.exitCode).toBe(1);
  expect(refused.stdout).toMatch(/^::error::Nothing was sent.*3\.21/m);
  expect(github.effects).toEqual([]);
  const sent = await dispatchAndWait({ ...unnamed, wait: 'false' });
  expect({ exitCode: sent.exitCode, runId: sent.outputs['run-id'] ?? '' }).toEqual({ exitCode: 0, runId: '' });
  expect(github.effects.map(({ kind }) => kind)).toContain('dispatch');
});

test.each(['{"version":"1","notes":null}', 'version: 1\nnotes:'])(
  'what has no value, %j, is the empty text',
  async (given) => {
    await start({ ms: 1, conclusion: 'success' });
    await dispatchAndWait({ inputs: given, wait: 'false' });
    expect(github.effects.find(({ kind }) => kind === 'dispatch')?.inputs).toMatchObject({ version: '1', notes: '' });
  },
);

test.each([
  ['unknown input', { inputs: '{"version":"1","colour":"red"}' }, /colour/],
  ['no such workflow', { workflow: 'deploy.yml' }, /deploy\.yml/],
  ['no such repository', { repository: 'acme/other' }, /acme\/other/],
])('a dispatch that GitHub refuses is explained: %s', async (_, given, words) => {
  await start({ ms: 1, conclusion: 'success' });
  const { exitCode, stdout } = await dispatchAndWait(given);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(words);
  expect(stdout).toMatch(/Request id/);
});

test.each([
  ['a good one', {}, 0, /can be dispatched\. Nothing was started\./],
  ['an undeclared input', { inputs: '{"version":"1","colour":"red"}' }, 1, /declares no input colour/],
  ['a missing input', { inputs: '{}' }, 1, /requires the input version/],
])('a dry run tells without starting anything: %s', async (_, given, code, words) => {
  await start({ ms: 1, conclusion: 'success' });
  const { exitCode, stdout } = await dispatchAndWait({ ...given, 'dry-run': 'true' });
  expect(stdout).toMatch(words);
  expect(exitCode).toBe(code);
  expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toEqual([]);
});
