import { strToU8, zipSync } from 'fflate';
import { type Answer, json, notFound, Problem, rawJson, redirect } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import { pendingDeploymentBodies } from './pending-deployments.ts';
import { type Attempt, factsOf, type Job, type Run, snapshotAt } from './run.ts';
import { jobBody, jobLog, runText } from './run-bodies.ts';
import { approve, beginAttempt, cancel } from './run-life.ts';
import { findWorkflow } from './workflow-handlers.ts';
import type { Repository, Workflow, World } from './world.ts';

/** GitHub re-runs nothing older, and nothing more often. https://docs.github.com/actions/reference/limits */
const mostAttempts = 51;

export const runHandlers: RepositoryHandlers = {
  'actions/list-workflow-runs-for-repo': (repository, call) => listRuns(repository, call),
  'actions/list-workflow-runs': (repository, call) => listRuns(repository, call, findWorkflow(repository, call)),
  'actions/get-workflow-run': (repository, call) => {
    const run = findRun(repository, call);
    const snapshot = snapshotAt(run, call.world.timeline.now() - replicaLag(call.world));
    if (snapshot === undefined) throw notFound();
    return rawJson(runText(call.world.places, run, snapshot));
  },
  'actions/get-workflow-run-attempt': (repository, call) => {
    const run = findRun(repository, call);
    const attempt = Number(call.params.attempt_number);
    const snapshot = run.snapshots.findLast((one) => one.attempt === attempt);
    if (snapshot === undefined) throw notFound();
    return rawJson(runText(call.world.places, run, snapshot));
  },
  'actions/list-jobs-for-workflow-run': (repository, call) => {
    const run = findRun(repository, call);
    return listJobs(call, run, call.query.get('filter') === 'all' ? run.attempts : run.attempts.slice(-1));
  },
  'actions/list-jobs-for-workflow-run-attempt': (repository, call) => {
    const run = findRun(repository, call);
    const attempt = run.attempts[Number(call.params.attempt_number) - 1];
    if (attempt === undefined) throw notFound();
    return listJobs(call, run, [attempt]);
  },
  'actions/get-job-for-workflow-run': (repository, call) => {
    const found = findJob(repository, call);
    return json(200, jobBody(call.world.places, found, call.world.timeline.now()));
  },
  'actions/download-job-logs-for-workflow-run': (repository, call) => {
    const { job } = findJob(repository, call);
    if (job.startsAt > call.world.timeline.now()) throw notFound();
    return toBlob(call, `logs/${job.id}.txt`, { type: 'text/plain; charset=utf-8', read: () => strToU8(jobLog(job)) });
  },
  'actions/download-workflow-run-logs': (repository, call) => {
    const jobs = findRun(repository, call).attempts.at(-1)?.jobs ?? [];
    const files = Object.fromEntries(jobs.map((job, index) => [`${index}_${job.script.name}.txt`, jobLog(job)]));
    return toBlob(call, `logs/run-${call.params.run_id}.zip`, { type: 'application/zip', read: () => zipOf(files) });
  },
  'actions/cancel-workflow-run': (repository, call) => cancelRun(repository, call, 'cancel'),
  'actions/force-cancel-workflow-run': (repository, call) => cancelRun(repository, call, 'force-cancel'),
  'actions/re-run-workflow': (repository, call) => rerunRun(repository, call, false),
  'actions/re-run-workflow-failed-jobs': (repository, call) => rerunRun(repository, call, true),
  'actions/get-pending-deployments-for-run': (repository, call) => {
    const run = findRun(repository, call);
    return json(200, pendingDeploymentBodies(call.world.places, run));
  },
  'actions/approve-workflow-run': (repository, call) => {
    if (!approve(call.world, findRun(repository, call))) throw new Problem(403, 'This run is not waiting for approval');
    return json(201, {});
  },
};

function replicaLag({ lag, random }: World): number {
  if (lag.replica === 0 || random.replica.next() >= 0.05) return 0;
  return lag.replica * random.replica.next();
}

function findRun(repository: Repository, call: ApiCall): Run {
  const { world } = call;
  const run = world.runs.get(Number(call.params.run_id));
  const isYoung = run && world.timeline.now() < run.createdAt + world.lag.run * world.random.lag.next();
  if (run === undefined || run.repository !== repository || isYoung || !isShown(run, world.timeline.now()))
    throw notFound();
  return run;
}

function listRuns(repository: Repository, call: ApiCall, workflow?: Workflow): Answer {
  const { world, query } = call;
  const time = call.asOf ?? world.timeline.now() - world.lag.list * world.random.lag.next();
  const found: { run: Run; text: () => string }[] = [];
  for (let index = repository.runs.length - 1; index >= 0; index--) {
    const run = repository.runs[index];
    const isAsked = run && (workflow === undefined || run.workflow === workflow) && isShown(run, world.timeline.now());
    const snapshot = isAsked ? snapshotAt(run, time) : undefined;
    if (run && snapshot && matches(query, run, [snapshot.status, snapshot.conclusion])) {
      found.push({ run, text: () => runText(world.places, run, snapshot) });
    }
  }
  const base = `/repos/${repository.fullName}/actions`;
  const path = workflow ? `${base}/workflows/${call.params.workflow_id}/runs` : `${base}/runs`;
  const { items, headers } = paginate(call, found, path);
  const runs = items.map(({ text }) => text()).join(',');
  return rawJson(`{"total_count":${found.length},"workflow_runs":[${runs}]}`, headers);
}

function isShown({ createdAt, hiddenMs = 0 }: Run, now: number): boolean {
  return now >= createdAt + hiddenMs;
}

function matches(query: URLSearchParams, run: Run, states: readonly (string | null)[]): boolean {
  const is = (name: string, value: string) => (query.get(name) ?? value) === value;
  const status = query.get('status');
  return (
    is('event', run.event) &&
    is('branch', run.branch) &&
    is('actor', run.actor) &&
    is('head_sha', run.sha) &&
    (status === null || states.includes(status)) &&
    isInside(query.get('created'), run.createdAt)
  );
}

/** https://docs.github.com/search-github/getting-started-with-searching-on-github/understanding-the-search-syntax#query-for-dates */
function isInside(range: string | null, time: number): boolean {
  if (range === null) return true;
  const seconds = Math.floor(time / 1000) * 1000;
  const at = (text: string, end = false) =>
    Date.parse(end && /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59Z` : text);
  const [, operator, value = ''] = /^(>=|<=|>|<)(.+)$/.exec(range) ?? [];
  if (operator === '>=') return seconds >= at(value);
  if (operator === '<=') return seconds <= at(value, true);
  if (operator === '>') return seconds > at(value, true);
  if (operator === '<') return seconds < at(value);
  const [low = '', high = low] = range.split('..');
  return (low === '*' || seconds >= at(low)) && (high === '*' || seconds <= at(high, true));
}

function listJobs(call: ApiCall, run: Run, attempts: readonly Attempt[]): Answer {
  const { world } = call;
  const all = attempts.flatMap((attempt) => attempt.jobs.map((job) => ({ run, attempt, job })));
  const path = `/repos/${run.repository.fullName}/actions/runs/${run.id}/jobs`;
  const { items, headers } = paginate(call, all, path);
  const jobs = items.map((place) => jobBody(world.places, place, world.timeline.now()));
  return json(200, { total_count: all.length, jobs }, headers);
}

function findJob(repository: Repository, call: ApiCall): { run: Run; attempt: Attempt; job: Job } {
  const id = Number(call.params.job_id);
  for (const run of repository.runs) {
    for (const attempt of run.attempts) {
      const job = attempt.jobs.find((one) => one.id === id);
      if (job) return { run, attempt, job };
    }
  }
  throw notFound();
}

function cancelRun(repository: Repository, call: ApiCall, kind: 'cancel' | 'force-cancel'): Answer {
  const run = findRun(repository, call);
  if (!cancel(call.world, run, kind === 'force-cancel')) {
    throw new Problem(409, 'Cannot cancel a workflow run that is completed.');
  }
  call.world.record({ kind, ...factsOf(run), attempt: run.attempts.length, actor: call.access.name });
  return json(202, {});
}

function rerunRun(repository: Repository, call: ApiCall, failedOnly: boolean): Answer {
  const run = findRun(repository, call);
  const refusal = rerunRefusal(run, failedOnly, call.world.timeline.now());
  if (refusal) throw new Problem(403, refusal);
  beginAttempt(call.world, run, call.access.name, failedOnly);
  call.world.record({ kind: 'rerun', ...factsOf(run), attempt: run.attempts.length, actor: call.access.name });
  return json(201, {});
}

/** Why a run cannot be run again now. */
export function rerunRefusal(run: Run, failedOnly: boolean, now: number): string | undefined {
  const attempt = run.attempts.at(-1);
  if (attempt?.endedAt === undefined || now < attempt.endedAt + (attempt.script.rerunAfterMs ?? 0))
    return 'This workflow is already running';
  if (run.attempts.length >= mostAttempts) return 'Unable to retry this workflow run because it was retried too often';
  return failedOnly && attempt.conclusion === 'success' ? 'This workflow run cannot be retried' : undefined;
}

export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  // A date of its own would make the bytes depend on when they were asked for.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
}

/** Where logs and archives are really served: another origin, where the token has no business. */
export function toBlob(call: ApiCall, name: string, blob: { type: string; read: () => Uint8Array }): Answer {
  call.world.blobs.set(name, blob);
  return redirect(`${call.world.places.blobs}/_blobs/${name}?sig=${call.world.random.ids.between(1e8, 1e9)}`);
}
