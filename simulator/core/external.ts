import type { Conclusion, ExternalJob, ExternalOrder, ExternalResult, RunScript } from '../types.ts';
import type { Attempt, Job, Run } from './run.ts';
import type { World } from './world.ts';

interface Handover {
  readonly run: Run;
  readonly attempt: Attempt;
  readonly start: (order: ExternalOrder) => Promise<ExternalResult>;
}

/** Starts the engine outside and takes over what it reports; resolves to how the run ends. An engine that breaks is a startup failure. */
export async function followExternal(world: World, { run, attempt, start }: Handover): Promise<Conclusion> {
  const { signal } = attempt.cancelled;
  const show = (jobs: readonly ExternalJob[]) => {
    if (attempt.endedAt === undefined) attempt.jobs = takeOver(world, attempt.jobs, jobs);
  };
  try {
    const order = { run: attempt.facts, branch: run.branch, sha: run.sha, signal, report: show };
    const { jobs, artifacts, conclusion } = await start(order);
    show(jobs);
    keepArtifacts(world, run, artifacts);
    // A run that was done before the cancel reached it has done its work.
    return signal.aborted && conclusion !== 'success' ? 'cancelled' : conclusion;
  } catch (error) {
    const now = world.timeline.now();
    show([{ name: 'engine', steps: [], startedAt: now, endedAt: now, conclusion: 'failure', log: String(error) }]);
    return 'startup_failure';
  }
}

/** A job keeps its id from one report to the next. */
function takeOver(world: World, known: readonly Job[], reported: readonly ExternalJob[]): Job[] {
  return reported.map(({ startedAt, endedAt, ...script }) => ({
    id: known.find((job) => job.script.name === script.name)?.id ?? 48_000_000_000 + world.nextId(),
    script,
    startsAt: startedAt,
    endsAt: endedAt ?? Number.POSITIVE_INFINITY,
    conclusion: script.conclusion ?? 'success',
  }));
}

/** Keeps what a run leaves behind. */
export function keepArtifacts(world: World, run: Run, artifacts: RunScript['artifacts'] = {}): void {
  for (const [name, files] of Object.entries(artifacts)) {
    run.artifacts.push({ id: 3_000_000_000 + world.nextId(), name, files, createdAt: world.timeline.now() });
  }
}
