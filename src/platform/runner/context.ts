import { accessSync } from 'node:fs';
import { resolve } from 'node:path';
// By its path: the package's own entry brings Octokit and undici, 27 ms and 33 kB, and exports this file under no other name.
import { Context } from '../../../node_modules/@actions/github/lib/context.js';
import { messageOf, UserError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The run that a step belongs to, as the runner tells it; what it does not tell is undefined. The only reader of these variables:
 * https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export interface RunContext {
  /** `owner/name` */
  readonly repository: string | undefined;
  readonly owner: string | undefined;
  readonly runId: string | undefined;
  readonly runAttempt: string | undefined;
  readonly commit: string | undefined;
  /** The branch that the run is for; undefined where it is for a tag or a pull request. */
  readonly branch: string | undefined;
  readonly tag: string | undefined;
  /** The branch, tag or `7/merge` that the run is for. */
  readonly refName: string | undefined;
  /** The same in full: `refs/heads/main`. */
  readonly ref: string | undefined;
  /** Of a pull request. */
  readonly headBranch: string | undefined;
  readonly actor: string | undefined;
  /** What started the run, such as `push`. */
  readonly event: string | undefined;
  /** The workflow's name, the job's id, and the step's. */
  readonly workflow: string | undefined;
  readonly job: string | undefined;
  readonly step: string | undefined;
  /** `owner/name/.github/workflows/file@ref` of the caller's workflow. */
  readonly workflowRef: string | undefined;
  /** `owner/name` of the action that runs. */
  readonly actionRepository: string | undefined;
  readonly serverUrl: string | undefined;
  /** GitHub's own where the runner does not say. */
  readonly apiUrl: string;
  readonly eventPath: string | undefined;
}

export function runContext(env: Environment): RunContext {
  const given = (name: string) => env[name] || undefined;
  const { sha, ref, workflow, action, actor, job, eventName } = contextOf(env, undefined);
  const refName = given('GITHUB_REF_NAME');
  const refType = given('GITHUB_REF_TYPE');
  const headBranch = given('GITHUB_HEAD_REF');
  return {
    repository: given('GITHUB_REPOSITORY'),
    owner: given('GITHUB_REPOSITORY_OWNER'),
    runId: given('GITHUB_RUN_ID'),
    runAttempt: given('GITHUB_RUN_ATTEMPT'),
    commit: sha || undefined,
    branch: refType === 'branch' && headBranch === undefined ? refName : undefined,
    tag: refType === 'tag' ? refName : undefined,
    refName,
    ref: ref || undefined,
    headBranch,
    actor: actor || undefined,
    event: eventName || undefined,
    workflow: workflow || undefined,
    job: job || undefined,
    step: action || undefined,
    workflowRef: given('GITHUB_WORKFLOW_REF'),
    actionRepository: given('GITHUB_ACTION_REPOSITORY'),
    serverUrl: given('GITHUB_SERVER_URL'),
    apiUrl: given('GITHUB_API_URL') ?? 'https://api.github.com',
    eventPath: given('GITHUB_EVENT_PATH'),
  };
}

/**
 * The toolkit's context of an environment, with the event in the file of that path. It knows the process's own environment only,
 * so that stands for this one while it is made; nothing runs in between.
 */
function contextOf(env: Environment, eventPath: string | undefined): Context {
  const own = process.env;
  process.env = { ...env, GITHUB_EVENT_PATH: eventPath };
  try {
    return new Context();
  } finally {
    process.env = own;
  }
}

/** Where people look at the run; undefined outside of one. */
export function runUrl({ serverUrl, repository, runId }: RunContext): string | undefined {
  return serverUrl && repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined;
}

/** `owner/name` of the repository that this job belongs to. Throws a UserError where the runner does not say. */
export function ownRepository(env: Environment): string {
  const { repository } = runContext(env);
  if (repository !== undefined) return repository;
  throw new UserError('GITHUB_REPOSITORY is not set: this action runs in a job of GitHub Actions, which sets it.');
}

/**
 * The event that started the run; undefined where there is none. Throws a UserError where it cannot be read.
 * https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export async function readEvent(env: Environment, workspace = ''): Promise<unknown> {
  const { eventPath } = runContext(env);
  if (eventPath === undefined) return undefined;
  const path = resolve(workspace, eventPath);
  try {
    // Of a file that is not there the toolkit only tells the log.
    accessSync(path);
    return contextOf(env, path).payload;
  } catch (error) {
    throw new UserError(`The event of this job cannot be read from GITHUB_EVENT_PATH: ${messageOf(error)}`);
  }
}
