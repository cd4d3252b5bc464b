import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { interpolate } from '../support/expressions.ts';
import { temporaryFolders } from '../support/temporary.ts';

interface Step {
  readonly with?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly run?: string;
}
interface Workflow {
  readonly on: { readonly workflow_call: { readonly inputs: Record<string, { readonly default?: string }> } };
  readonly jobs: Record<string, { readonly if?: string; readonly steps: readonly Step[] }>;
}

const file = new URL('../../.github/workflows/deploy-service.yml', import.meta.url);
const workflow = parse(readFileSync(file, 'utf8')) as Workflow;
const folder = temporaryFolders();

/** Runs a script of the workflow as the runner does `shell: bash`. */
async function runScript(job: string, name: string, env: Readonly<Record<string, string>>) {
  const script = workflow.jobs[job]?.steps.find((step) => step.name === name)?.run ?? '';
  const files = await folder({ script, output: '', summary: '' });
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', 'script'], {
    cwd: files,
    encoding: 'utf8',
    env: {
      ...{ PATH: process.env.PATH ?? '', RUNNER_TEMP: files },
      ...{ GITHUB_OUTPUT: join(files, 'output'), GITHUB_STEP_SUMMARY: join(files, 'summary') },
      ...env,
    },
  });
  const read = (what: string) => readFileSync(join(files, what), 'utf8');
  return { status, text: stdout + stderr, output: read('output'), summary: read('summary') };
}

const ENVIRONMENTS = workflow.on.workflow_call.inputs.environments?.default ?? '';
const decide = (env: Readonly<Record<string, string>>) =>
  runScript('gate', 'Decide the environment from the ref', {
    ...{ ENVIRONMENTS, STAGES: 'all', DEPLOY_COMMAND: './deploy.sh', GITHUB_REF: 'refs/heads/main', SERVICE: 'tasks' },
    ...env,
  });

const MAP = 'main: production\nrelease/*: production\r\n  \'develop\' :  staging  \nhotfix/*: "production eu"\n';
test.each([
  ['refs/heads/main', ENVIRONMENTS, 'production'],
  ['refs/heads/develop', ENVIRONMENTS, 'staging'],
  ['refs/heads/MAIN', ENVIRONMENTS, 'staging'],
  ['refs/heads/feature/main', ENVIRONMENTS, 'staging'],
  ['refs/heads/main2', ENVIRONMENTS, 'staging'],
  ['refs/tags/main', ENVIRONMENTS, 'staging'],
  ['refs/pull/12/merge', ENVIRONMENTS, 'staging'],
  ['refs/heads/$(touch pwned);"`', ENVIRONMENTS, 'staging'],
  ['refs/heads/release/1.2', MAP, 'production'],
  ['refs/heads/develop', MAP, 'staging'],
  ['refs/heads/hotfix/7', MAP, 'production eu'],
])('%s is deployed where the map says', async (ref, environments, expected) => {
  const { status, output } = await decide({ GITHUB_REF: ref, ENVIRONMENTS: environments });
  expect({ status, output }).toEqual({ status: 0, output: `environment=${expected}\nartifact=discovery-tasks\n` });
});

test.each([
  ['tasks', 'discovery-tasks'],
  ['team/tasks', 'discovery-team-tasks-1127668376'],
  ['team:tasks', 'discovery-team-tasks-3741961990'],
  ['a\nenvironment=evil', 'discovery-a-environment-evil-18957562'],
])('the discovery document of %j is an artifact that GitHub takes, called %s', async (SERVICE, artifact) => {
  const { output } = await decide({ SERVICE });
  expect(output).toBe(`environment=production\nartifact=${artifact}\n`);
});

test.each<[string, Record<string, string>, string]>([
  ['a ref that no line fits', { ENVIRONMENTS: 'main: production', GITHUB_REF: 'refs/heads/x' }, 'refs/heads/x'],
  ['a branch without environment', { ENVIRONMENTS: 'main:' }, 'No environment belongs to refs/heads/main'],
  ['nothing to deploy with', { DEPLOY_COMMAND: ' \n' }, 'give deploy-command, or deploy in a job of yours'],
  ['an unknown stage', { STAGES: 'gates' }, 'expected all, gate or prove'],
])('%s ends the run before anything is deployed', async (_, env, message) => {
  const { status, text, output } = await decide(env);
  expect({ status, output }).toEqual({ status: 1, output: '' });
  expect(text).toMatch(/^::error title=Deploy service::/m);
  expect(text).toContain(message);
});

test('a job of the caller deploys between gate and prove: no command is needed', async () => {
  for (const stages of ['gate', 'prove']) {
    expect(await decide({ STAGES: stages, DEPLOY_COMMAND: '' })).toMatchObject({ status: 0 });
  }
});

test('the deploy command is a script of its own, ends with its first failure, and may tell its version', async () => {
  const told = 'echo "version=1.2.3" >> "$GITHUB_OUTPUT"\necho "to $DEPLOY_ENVIRONMENT: \'quoted\' \\"too\\""';
  const deploy = (command: string) =>
    runScript('deploy', 'Deploy', { DEPLOY_COMMAND: command, DEPLOY_ENVIRONMENT: 'staging' });
  expect(await deploy(told)).toMatchObject({
    ...{ status: 0, output: 'version=1.2.3\n', text: 'to staging: \'quoted\' "too"\n' },
  });
  expect(await deploy('false | cat\necho deployed')).toMatchObject({ status: 1, text: '' });
});

test('without a version nothing is proven', async () => {
  const know = (env: Record<string, string>) => runScript('prove', 'Know the version', env);
  expect(await know({ VERSION: '1.2.3', VERIFY_VERSION: 'true' })).toMatchObject({ output: 'version=1.2.3\n' });
  expect(await know({ VERSION: '1\nhealthy=true', VERIFY_VERSION: 'true' })).toMatchObject({
    output: 'version=1 healthy=true\n',
  });
  expect(await know({ VERSION: '', VERIFY_VERSION: 'false' })).toMatchObject({ status: 0, output: 'version=\n' });
  const unknown = await know({ VERSION: '', VERIFY_VERSION: 'true' });
  expect(unknown).toMatchObject({ status: 1, output: '' });
  expect(unknown.text).toContain('give service-version');
});

test('a deployment that is not proven says how things stand and what to do', async () => {
  const { summary } = await runScript('prove', 'Say how things stand', {
    ...{ ENVIRONMENT: 'production', SERVICE_NAME: 'id`', VERSION: '1.5.0', VERDICT: 'unhealthy', REGISTERED: 'true' },
  });
  expect(summary).toContain('### ❌ `id` `1.5.0` is deployed to production, but not proven');
  expect(summary).toContain('Nothing was rolled back');
});

const SAID = 'The run says how far it came.';
test.each<[string, Record<string, string>, string, string]>([
  ['is proven', {}, 'completed', 'is deployed to production and proven.'],
  ['is proven, and cancelled then', { CANCELLED: 'success' }, 'completed', 'is deployed to production and proven.'],
  [
    'fails at its gate',
    { GATED: 'failure', DEPLOYED: 'skipped', PROVED: 'skipped' },
    ...([
      'failed',
      'was not deployed to production: its gate failed, and nothing was changed. The run says why.',
    ] as const),
  ],
  [
    'belongs to no environment',
    { ENVIRONMENT: '', GATED: 'failure', DEPLOYED: 'skipped', PROVED: 'skipped' },
    ...([
      'failed',
      'was not deployed to its environment: its gate failed, and nothing was changed. The run says why.',
    ] as const),
  ],
  [
    'fails, or is refused by its reviewers',
    { DEPLOYED: 'failure', PROVED: 'skipped' },
    ...(['failed', `was not deployed to production: its deployment failed or was refused. ${SAID}`] as const),
  ],
  [
    'takes too long',
    { DEPLOYED: 'cancelled', PROVED: 'skipped' },
    ...(['failed', `was not deployed to production in time, and its job was stopped. ${SAID}`] as const),
  ],
  [
    'is cancelled while it is deployed',
    { DEPLOYED: 'cancelled', PROVED: 'skipped', CANCELLED: 'success' },
    ...([
      'cancelled',
      'was to be deployed to production, and the run was cancelled. It says how far it came.',
    ] as const),
  ],
  [
    'is cancelled, and so is the job that notices it',
    { DEPLOYED: 'cancelled', PROVED: 'skipped', CANCELLED: 'cancelled' },
    ...([
      'cancelled',
      'was to be deployed to production, and the run was cancelled. It says how far it came.',
    ] as const),
  ],
  [
    'is not registered',
    { PROVED: 'failure', REGISTERED: 'failure' },
    ...([
      'registration-failed',
      'is deployed to production, but not registered; the summary of the run says how things stand.',
    ] as const),
  ],
  [
    'takes too long to prove',
    { PROVED: 'cancelled' },
    ...([
      'integration-failed',
      'is deployed to production, but not proven; the summary of the run says how things stand.',
    ] as const),
  ],
])('a deployment that %s is told as what it is', async (_, env, event, words) => {
  const { status, output } = await runScript('tell', 'Say what became of it', {
    ...{ SERVICE: 'ta\nsks', ENVIRONMENT: 'production', CANCELLED: 'skipped' },
    ...{ GATED: 'success', DEPLOYED: 'success', PROVED: 'success', REGISTERED: 'success' },
    ...env,
  });
  expect({ status, output }).toEqual({ status: 0, output: `event=${event}\ntext=ta sks ${words}\n` });
});

test('what fails before its environment is known is a problem that the next deployment ends', () => {
  const text = workflow.jobs.tell?.steps.find(({ name }) => name === 'Tell it')?.with?.key ?? '';
  const keys = (environment: string, event: string) =>
    interpolate(text, {
      inputs: { 'service-name': 'tasks' },
      needs: { gate: { outputs: { environment } } },
      steps: { fact: { outputs: { event } } },
    })
      .split('\n')
      .filter((line) => line !== '');
  expect(keys('', 'failed')).toEqual(['tasks/release']);
  expect(keys('production', 'failed')).toEqual(['tasks/production']);
  expect(keys('production', 'completed')).toEqual(['tasks/production', 'tasks/release']);
});

/** A step that begins after a run was cancelled sees a job of its own that is well: `cancelled()` of a job's condition sees the run. */
test('whether the run was cancelled is asked of a job, not of a step', () => {
  expect(workflow.jobs.cancelled?.if).toMatch(/^\$\{\{ cancelled\(\) && /);
  expect(JSON.stringify(workflow.jobs.tell)).not.toContain('cancelled()');
});
