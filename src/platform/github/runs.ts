import type { CallOptions, Polled } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import type { Repository } from './repository.ts';

/** A workflow run, by the few fields we use; times are ISO 8601. */
export interface Run {
  readonly id: number;
  readonly url: string;
  /** The run's own title: `run-name`, where a nonce is looked for. */
  readonly displayTitle: string;
  readonly event: string;
  readonly status: string;
  readonly conclusion: string | undefined;
  /** 1, and one more with each re-run under the same id. */
  readonly attempt: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When the present attempt started. */
  readonly startedAt: string;
  /** The workflow file. */
  readonly path: string;
  readonly actor: string;
}

export interface Workflow {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  /** `active`, or why it is not: `disabled_manually`, `disabled_inactivity`, … */
  readonly state: string;
}

interface RawRun {
  readonly id: number;
  readonly html_url?: string;
  readonly display_title?: string;
  readonly event?: string;
  readonly status?: string | null;
  readonly conclusion?: string | null;
  readonly run_attempt?: number;
  readonly created_at?: string;
  readonly updated_at?: string;
  readonly run_started_at?: string;
  readonly path?: string;
  readonly actor?: { readonly login?: string } | null;
}

const RUN = '/repos/{owner}/{repo}/actions/runs/{run_id}';

/** One run as it is now. */
export async function getRun(repository: Repository, id: number, options?: CallOptions): Promise<Run> {
  return toRun(await repository.read<RawRun>(`GET ${RUN}`, { run_id: id }, options));
}

/** One run, asked conditionally: costs nothing of the rate limit while it is unchanged. */
export async function pollRun(repository: Repository, id: number, options?: CallOptions): Promise<Polled<Run>> {
  const { data, changed } = await repository.poll<RawRun>(`GET ${RUN}`, { run_id: id }, options);
  return { data: toRun(data), changed };
}

interface RunsFilter {
  /** File name or id; all workflows where it is not given. */
  readonly workflow?: string | number | undefined;
  readonly event?: string | undefined;
  readonly branch?: string | undefined;
  readonly status?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly createdSince?: number | undefined;
  /** Items a page, at most 100. */
  readonly perPage?: number | undefined;
  /** Runs in all; 100 where not given. */
  readonly limit?: number | undefined;
}

/** Runs, newest first. The list is eventually consistent: a new run may be missing for a while. */
export async function listRuns(
  repository: Repository,
  { workflow, createdSince, perPage = 100, limit = 100, ...filter }: RunsFilter = {},
  options: CallOptions = {},
): Promise<Run[]> {
  const params = {
    ...filter,
    workflow_id: workflow,
    created: createdSince === undefined ? undefined : `>=${new Date(createdSince).toISOString().slice(0, 19)}Z`,
    per_page: perPage,
  };
  const route = workflow === undefined ? 'runs' : 'workflows/{workflow_id}/runs';
  const runs = await repository.list<RawRun>(`GET /repos/{owner}/{repo}/actions/${route}`, params, {
    ...options,
    limit,
    key: 'workflow_runs',
  });
  return runs.map(toRun);
}

/** The few newest runs of a workflow, or of an event; asked conditionally. */
export async function recentRuns(
  repository: Repository,
  { workflow, event, branch }: Pick<RunsFilter, 'workflow' | 'event' | 'branch'>,
  options: CallOptions = {},
): Promise<Run[]> {
  const params = { workflow_id: workflow, event, branch, per_page: 5 };
  const place = workflow === undefined ? 'runs' : 'workflows/{workflow_id}/runs';
  const route = `GET /repos/{owner}/{repo}/actions/${place}` as const;
  const { data } = await repository.poll<{ readonly workflow_runs: readonly RawRun[] }>(route, params, options);
  return data.workflow_runs.map(toRun);
}

/** Asks for the run to be cancelled: `requested`, or `refused`, as a run that is over already is. What it came to, its status says. */
export function cancelRun(repository: Repository, id: number, options?: CallOptions): Promise<'requested' | 'refused'> {
  return cancel(repository, 'cancel', id, options);
}

/** The same past `always()` and whatever else keeps a run alive; only after an ordinary cancel did not help. */
export function forceCancelRun(
  repository: Repository,
  id: number,
  options?: CallOptions,
): Promise<'requested' | 'refused'> {
  return cancel(repository, 'force-cancel', id, options);
}

async function cancel(
  repository: Repository,
  operation: 'cancel' | 'force-cancel',
  id: number,
  options?: CallOptions,
): Promise<'requested' | 'refused'> {
  return unlessConflict(repository.writeIdempotent(`POST ${RUN}/${operation}`, { run_id: id }, options));
}

async function unlessConflict(request: Promise<unknown>): Promise<'requested' | 'refused'> {
  try {
    await request;
    return 'requested';
  } catch (error) {
    if (error instanceof GitHubError && error.status === 409) return 'refused';
    throw error;
  }
}

/** Runs the failed jobs of a run again, at most once: the run keeps its id and its attempt goes up. */
export async function rerunFailedJobs(repository: Repository, id: number, options?: CallOptions): Promise<void> {
  await repository.write(`POST ${RUN}/rerun-failed-jobs`, { run_id: id }, options);
}

/** A workflow of the default branch, by its file name or id; asked conditionally. */
export async function getWorkflow(
  repository: Repository,
  workflow: string | number,
  options?: CallOptions,
): Promise<Workflow> {
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}';
  return (await repository.poll<Workflow>(route, { workflow_id: workflow }, options)).data;
}

/** The workflows of the default branch, at most a hundred. */
export async function listWorkflows(repository: Repository, options?: CallOptions): Promise<Workflow[]> {
  const route = 'GET /repos/{owner}/{repo}/actions/workflows';
  const { data } = await repository.poll<{ workflows: Workflow[] }>(route, { per_page: 100 }, options);
  return data.workflows;
}

/** Those that the Actions page shows under this name: written so, or else in other letters of upper and lower case. */
export function namedWorkflows(workflows: readonly Workflow[], name: string): readonly Workflow[] {
  const exact = workflows.filter((workflow) => workflow.name === name);
  return exact.length > 0 ? exact : workflows.filter((one) => one.name.toLowerCase() === name.toLowerCase());
}

function toRun(raw: RawRun): Run {
  const createdAt = raw.created_at ?? '';
  return {
    id: raw.id,
    url: raw.html_url ?? '',
    displayTitle: raw.display_title ?? '',
    event: raw.event ?? '',
    status: raw.status ?? '',
    conclusion: raw.conclusion ?? undefined,
    attempt: raw.run_attempt ?? 1,
    createdAt,
    updatedAt: raw.updated_at ?? createdAt,
    startedAt: raw.run_started_at ?? createdAt,
    path: raw.path ?? '',
    actor: raw.actor?.login ?? '',
  };
}
