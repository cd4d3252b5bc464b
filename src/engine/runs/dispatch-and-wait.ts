import { messageOf } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { AmbiguousWrite, Paused } from '../../platform/github/client/github-errors.ts';
import { rerunFailedJobs } from '../../platform/github/runs.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { conclude, type Expected, isAccepted } from './conclude.ts';
import { type DispatchOutcome, takeIn } from './dispatch-outcome.ts';
import { follow } from './follow.ts';
import { launch } from './launch.ts';
import type { RunEvent, Surroundings, WantedRun } from './wanted-run.ts';

/** One dispatch, and what is expected of its run. */
export interface DispatchAndWait extends Expected {
  readonly target: WantedRun['target'];
  readonly nonce: string | undefined;
  readonly wait: boolean;
  readonly timeoutMs: number;
  readonly onTimeout: 'fail' | 'cancel';
  /** How often the failed jobs of the run are run again. */
  readonly retryFailedJobs: number;
}

/** Where it is dispatched, and who hears of it. */
export interface DispatchWorld extends Surroundings {
  readonly client: GitHubClient;
  readonly outcome: DispatchOutcome;
}

/**
 * Dispatches, finds the run, and follows it until it ends, through re-runs. Fills in the outcome as it goes, so that whoever
 * interrupts it knows how far it came. Throws only when interrupted or when GitHub asks for a pause that is too long.
 */
export async function dispatchAndWait(asked: DispatchAndWait, world: DispatchWorld): Promise<void> {
  const { client, outcome } = world;
  const wanted = wantedRun(asked, client, outcome.startedAt);
  await takeInThroughPauses(wanted, asked.wait ? follow : launchOnly, world);
  if (!asked.wait || outcome.problem) return;
  for (let retries = asked.retryFailedJobs; retries > 0; retries -= 1) {
    const { run } = outcome;
    if (!run || !isRetriable(run, asked.acceptConclusions)) break;
    await retry(wanted, run, world);
    if (outcome.problem) return;
  }
  await conclude(asked, client, outcome);
}

function wantedRun(asked: DispatchAndWait, client: GitHubClient, at: number): WantedRun {
  const { repository, target, nonce, timeoutMs, onTimeout } = asked;
  return {
    ...{ client, repository, target, timeoutMs, onTimeout },
    ...(nonce === undefined ? {} : { nonce }),
    intendedAt: at,
    believesAnswer: true,
    sent: 'fresh',
    deadline: at + timeoutMs,
  };
}

async function* launchOnly(wanted: WantedRun, world: Surroundings): AsyncGenerator<RunEvent> {
  const launched = yield* launch(wanted, world);
  if (launched) yield { type: 'run-seen', run: launched.run };
}

/** A pause that GitHub asks for is waited out, unless it outlasts the deadline; what was sent by then is not sent again. */
async function takeInThroughPauses(
  wanted: WantedRun,
  how: (wanted: WantedRun, world: Surroundings) => AsyncGenerator<RunEvent>,
  world: DispatchWorld,
): Promise<void> {
  const { clock, log, signal, outcome } = world;
  for (;;) {
    const { run, sent = 'fresh' } = outcome;
    const intendedAt = sent === 'fresh' ? clock.now() : wanted.intendedAt;
    const events = how({ ...wanted, sent, intendedAt, ...(run ? { run } : {}) }, world);
    try {
      return await takeIn(events, outcome, log);
    } catch (error) {
      if (!(error instanceof Paused) || error.until >= wanted.deadline) throw error;
      log.info(`GitHub asked for a pause (${error.reason}) until ${new Date(error.until).toISOString()}.`);
      await clock.sleep(error.until - clock.now(), signal);
    }
  }
}

function isRetriable(run: SeenRun, accepted: readonly string[]): boolean {
  if (run.status !== 'completed' || isAccepted(run, accepted)) return false;
  return run.conclusion === 'failure' || run.conclusion === 'timed_out';
}

/** Runs the failed jobs again and follows the new attempt. A lost answer is not repeated: the attempt shows what came of it. */
async function retry(wanted: WantedRun, run: SeenRun, world: DispatchWorld): Promise<void> {
  const { log, signal, outcome } = world;
  log.info(`Attempt ${run.attempt} concluded ${run.conclusion}: running its failed jobs again.`);
  try {
    await rerunFailedJobs(wanted.client, wanted.repository, run.id, { signal });
  } catch (error) {
    if (!(error instanceof AmbiguousWrite)) throw error;
    log.warning(messageOf(error));
  }
  const { conclusion: _, ...again } = { ...run, attempt: run.attempt + 1, status: 'queued' };
  await takeIn(follow({ ...wanted, run: again }, world), outcome, log);
}
