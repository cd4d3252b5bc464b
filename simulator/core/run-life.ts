import type { Behaviour, Conclusion, RunFacts, RunStatus } from '../types.ts';
import { followExternal, keepArtifacts } from './external.ts';
import { type Attempt, factsOf, type Run, type RunRequest } from './run.ts';
import { claim } from './run-claim.ts';
import { planJobs } from './run-jobs.ts';
import type { World } from './world.ts';

const defaultScript: Behaviour = () => ({ conclusion: 'success', ms: 10_000 });

/** Creates a run and lets it take its course. */
export function createRun(world: World, request: RunRequest): Run {
  const { repository, workflow, inputs, payload } = request;
  const id = 17_000_000_000 + world.nextId() * 64 + world.random.ids.between(0, 63);
  const nonceKey = workflow.definition.nonceInput ?? 'nonce';
  const nonce = inputs[nonceKey] ?? payload[nonceKey];
  const run: Run = {
    ...request,
    id,
    number: ++workflow.runNumber,
    title: titleOf(request, id),
    nonce: nonce === undefined ? undefined : String(nonce),
    createdAt: world.timeline.now(),
    attempts: [],
    snapshots: [],
    artifacts: [],
  };
  repository.runs.push(run);
  world.runs.set(id, run);
  world.record({ kind: 'run-created', ...factsOf(run) });
  beginAttempt(world, run, request.actor);
  return run;
}

function titleOf({ workflow, inputs, payload }: RunRequest, id: number): string {
  const value = (path: string): unknown => {
    const [root, ...rest] = path.split('.');
    if (path === 'github.run_id') return id;
    if (root === 'inputs') return inputs[rest.join('.')];
    const prefix = 'github.event.client_payload.';
    if (path.startsWith(prefix)) return payload[path.slice(prefix.length)];
    return path.startsWith('github.event.inputs.') ? inputs[path.slice('github.event.inputs.'.length)] : undefined;
  };
  const template = workflow.definition.runName ?? workflow.name;
  return template.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, path: string) => String(value(path) ?? '')).trim();
}

/** Starts the first or the next attempt; with `failedOnly` the jobs that succeeded are carried over. */
export function beginAttempt(world: World, run: Run, actor: string, failedOnly = false): void {
  const previous = run.attempts.at(-1);
  const facts: RunFacts = {
    id: run.id,
    attempt: run.attempts.length + 1,
    repository: run.repository.fullName,
    workflow: run.workflow.definition.file,
    event: run.event,
    ...(run.eventType !== undefined && { eventType: run.eventType }),
    inputs: run.inputs,
    payload: run.payload,
    nonce: run.nonce,
    actor,
    now: world.timeline.now(),
    random: world.random.runs.next,
  };
  const attempt: Attempt = {
    number: facts.attempt,
    facts,
    triggeredBy: actor,
    createdAt: facts.now,
    script: (run.workflow.definition.behaviour ?? defaultScript)(facts),
    jobs: failedOnly ? (previous?.jobs.filter(({ conclusion }) => conclusion === 'success') ?? []) : [],
    status: 'queued',
    startedAt: undefined,
    endedAt: undefined,
    conclusion: undefined,
    cancelled: new AbortController(),
  };
  run.attempts.push(attempt);
  snap(world, run, attempt);
  world.timeline.schedule(attempt.script.queuedMs ?? 1_000, () => leaveQueue(world, run, attempt));
}

/** Whether this attempt has not been ended by somebody in the meantime. */
function isGoingOn(attempt: Attempt): boolean {
  return attempt.endedAt === undefined;
}

function leaveQueue(world: World, run: Run, attempt: Attempt): void {
  if (!isGoingOn(attempt)) return;
  const start = () => {
    const { waitingMs, waitsAfterMs } = attempt.script;
    if (waitingMs === undefined || waitsAfterMs !== undefined) startJobs(world, run, attempt);
    else wait(world, run, attempt);
  };
  if (enterGroup(world, run, { attempt, start })) start();
}

/** Says whether the run may start; else it is started when those before it in its concurrency group have ended. */
function enterGroup(world: World, run: Run, { attempt, start }: { attempt: Attempt; start: () => void }): boolean {
  const { definition, groups } = run.workflow;
  if (definition.concurrency === undefined) return true;
  const { group: name, queue } = definition.concurrency;
  const group = groups.get(name) ?? [];
  groups.set(name, group);
  group.push({ run, start });
  if (group.length === 1) return true;
  changeStatus(world, run, attempt, 'pending');
  // Without `queue: max` only the newest of those that wait is kept.
  const replaced = queue === 'max' || group.length < 3 ? undefined : group[1]?.run;
  const pending = replaced?.attempts.at(-1);
  if (replaced && pending) end(world, replaced, pending, 'cancelled');
  return false;
}

function wait(world: World, run: Run, attempt: Attempt): void {
  if (!isGoingOn(attempt)) return;
  changeStatus(world, run, attempt, 'waiting');
  world.record({ kind: 'run-waits', ...factsOf(run), attempt: attempt.number });
  world.timeline.schedule(attempt.script.waitingMs ?? 0, () => attempt === run.attempts.at(-1) && approve(world, run));
}

/** Lets a run go on that waits for an approval; says whether one was waiting. */
export function approve(world: World, run: Run): boolean {
  const attempt = run.attempts.at(-1);
  if (attempt?.status !== 'waiting') return false;
  startJobs(world, run, attempt);
  return true;
}

function startJobs(world: World, run: Run, attempt: Attempt): void {
  if (!isGoingOn(attempt) || attempt.status === 'in_progress') return;
  const now = world.timeline.now();
  if (attempt.startedAt === undefined) {
    attempt.startedAt = now;
    claim(world, run, attempt);
    const changed = attempt.script.atStart?.({ now, run: attempt.facts, registry: world.registry });
    attempt.script = { ...attempt.script, ...changed };
  }
  const { waitsAfterMs: buildMs, ...script } = attempt.script;
  attempt.script = script;
  const { external } = script;
  if (external === undefined) {
    const build = buildMs === undefined ? {} : { jobs: [{ name: 'build', ms: buildMs }] };
    attempt.jobs = [...attempt.jobs, ...planJobs(world, { ...attempt, script: { ...script, ...build } }, now)];
  }
  changeStatus(world, run, attempt, 'in_progress');
  world.record({ kind: 'run-started', ...factsOf(run), attempt: attempt.number });
  if (buildMs !== undefined) {
    world.timeline.schedule(buildMs, () => wait(world, run, attempt));
    return;
  }
  if (external) {
    void followExternal(world, { run, attempt, start: external }).then((conclusion) => {
      world.timeline.catchUp();
      if (isGoingOn(attempt)) end(world, run, attempt, conclusion);
    });
    return;
  }
  const endsAt = Math.max(now, ...attempt.jobs.map((job) => job.endsAt));
  world.timeline.schedule(endsAt - now, () => finish(world, run, attempt));
}

/** Ends now what goes on, as its script says; false where nothing does. */
export function finishNow(world: World, run: Run): boolean {
  const attempt = run.attempts.at(-1);
  if (attempt?.status !== 'in_progress') return false;
  const now = world.timeline.now();
  attempt.jobs = attempt.jobs.map((job) => ({ ...job, endsAt: Math.min(job.endsAt, now) }));
  finish(world, run, attempt);
  return true;
}

function finish(world: World, run: Run, attempt: Attempt): void {
  if (!isGoingOn(attempt)) return;
  const { script } = attempt;
  const decided = script.atEnd?.({ now: world.timeline.now(), run: attempt.facts, registry: world.registry });
  const conclusion = decided ?? script.conclusion;
  if (conclusion === 'never') return;
  keepArtifacts(world, run, script.artifacts);
  const isDone = conclusion !== 'success' || publishAll(world, run, attempt);
  end(world, run, attempt, isDone ? conclusion : 'failure');
}

function publishAll(world: World, run: Run, attempt: Attempt): boolean {
  let allDone = true;
  for (const publication of attempt.script.publishes ?? []) {
    const outcome = world.registry.publish({ ...publication, at: world.timeline.now() });
    const { registry, name, version } = publication;
    const kind = outcome === 'published' ? 'publish' : 'publish-refused';
    world.record({ kind, ...factsOf(run), attempt: attempt.number, package: `${registry}:${name}`, version });
    allDone &&= outcome !== 'conflict';
  }
  return allDone;
}

function end(world: World, run: Run, attempt: Attempt, conclusion: Conclusion): void {
  attempt.endedAt = world.timeline.now();
  attempt.conclusion = conclusion;
  changeStatus(world, run, attempt, 'completed');
  world.record({ kind: 'run-ended', ...factsOf(run), attempt: attempt.number, conclusion });
  const { concurrency } = run.workflow.definition;
  const group = concurrency && run.workflow.groups.get(concurrency.group);
  const index = group?.findIndex((member) => member.run === run) ?? -1;
  if (group === undefined || index < 0) return;
  group.splice(index, 1);
  if (index === 0) group[0]?.start();
}

/** Asks for the end of a run; false where it has ended already. */
export function cancel(world: World, run: Run, force: boolean): boolean {
  const attempt = run.attempts.at(-1);
  if (attempt === undefined || attempt.endedAt !== undefined) return false;
  if (attempt.script.ignoresCancel && !force) return true;
  attempt.cancelled.abort();
  // An engine outside says itself when it has stopped.
  if (attempt.script.external && attempt.startedAt !== undefined && !force) return true;
  const ends = () => isGoingOn(attempt) && end(world, run, attempt, 'cancelled');
  world.timeline.schedule(force ? 0 : (attempt.script.cancelMs ?? 2_000), ends);
  return true;
}

function changeStatus(world: World, run: Run, attempt: Attempt, status: RunStatus): void {
  attempt.status = status;
  snap(world, run, attempt);
}

function snap(world: World, run: Run, attempt: Attempt): void {
  run.snapshots.push({
    at: world.timeline.now(),
    status: attempt.status,
    conclusion: attempt.conclusion ?? null,
    attempt: attempt.number,
    startedAt: attempt.startedAt ?? attempt.createdAt,
    triggeredBy: attempt.triggeredBy,
  });
}
