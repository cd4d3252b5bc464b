import { Paused } from '../../platform/github/client/github-errors.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { conclude, type ExpectedEnd, isAccepted } from './conclude.ts';
import { type DispatchOutcome, takeIn } from './dispatch-outcome.ts';
import { createSenders } from './dispatched-by.ts';
import { follow } from './follow.ts';
import { launch } from './launch.ts';
import { rerun } from './rerun.ts';
import { tellJobs } from './tell-jobs.ts';
import { type RunEvent, type RunSurroundings, targetName, type WantedRun } from './wanted-run.ts';

/** One dispatch, and what is expected of its run. */
export interface DispatchAndWait extends ExpectedEnd {
  readonly target: WantedRun['target'];
  readonly nonce: string | undefined;
  readonly wait: boolean;
  readonly timeoutMs: number;
  readonly onTimeout: 'fail' | 'cancel';
  /** How long the run may wait for people, which is no part of its timeout. */
  readonly approvalTimeoutMs: number;
  /** How often the failed jobs of the run are run again. */
  readonly retryFailedJobs: number;
  /** Whether jobs and steps of the run are told in the log as they go. */
  readonly showJobs?: boolean;
}

/** What following it needs, and who hears of it. */
export interface DispatchWorld extends RunSurroundings {
  readonly outcome: DispatchOutcome;
}

/**
 * Dispatches, finds the run, and follows it until it ends, through re-runs. Fills in the outcome as it goes, so that whoever
 * interrupts it knows how far it came. Throws only when interrupted or when GitHub asks for a pause that is too long.
 */
export async function dispatchAndWait(asked: DispatchAndWait, world: DispatchWorld): Promise<void> {
  const done = sendAndFollow(asked, world);
  if (asked.showJobs && asked.wait) {
    const { clock, log, signal, outcome } = world;
    await tellJobs({ clock, log, signal, repository: asked.repository, run: () => outcome.run }, done);
  }
  await done;
}

async function sendAndFollow(asked: DispatchAndWait, world: DispatchWorld): Promise<void> {
  const { outcome } = world;
  const wanted = wantedRun(asked, outcome.startedAt);
  await takeInThroughPauses(wanted, asked.wait ? follow : launchOnly, world);
  if (!asked.wait) return letGo(asked, world);
  if (outcome.problem) return;
  for (let retries = asked.retryFailedJobs; retries > 0; retries -= 1) {
    const { run } = outcome;
    if (!run || !isRetriable(run, asked.acceptConclusions)) break;
    const again = await rerun(wanted, run, world);
    if (!again) break;
    await takeIn(follow({ ...wanted, run: again }, world), outcome, world.log);
    if (outcome.problem) return;
  }
  await conclude(asked, outcome);
}

/** The run that is asked for, as it is followed from `at` on, epoch milliseconds. */
export function wantedRun(asked: DispatchAndWait, at: number): WantedRun {
  const { repository, target, nonce, wait, timeoutMs, onTimeout } = asked;
  return {
    ...{ repository, target, timeoutMs, onTimeout },
    ...(nonce === undefined ? {} : { nonce }),
    ...(wait ? {} : { fireAndForget: true as const }),
    intendedAt: at,
    believesAnswer: true,
    senders: createSenders(),
    sent: 'fresh',
    deadline: at + timeoutMs,
    approval: { timeoutMs: asked.approvalTimeoutMs, onTimeout: onTimeout === 'cancel' ? 'cancel' : 'leave' },
  };
}

/** Nobody waits for the run: that GitHub took the dispatch is all that was asked for. */
function letGo({ repository, target }: DispatchAndWait, { log, outcome }: DispatchWorld): void {
  if (outcome.sent !== 'accepted' || outcome.run) return;
  const { problem } = outcome;
  delete outcome.problem;
  if (problem) log.warning(problem);
  else
    log.notice(
      `GitHub took ${targetName(target)} in ${repository}. It did not say which run that became: run-id is empty.`,
    );
}

async function* launchOnly(wanted: WantedRun, world: RunSurroundings): AsyncGenerator<RunEvent> {
  const launched = yield* launch(wanted, world);
  if (launched) yield { type: 'run-seen', run: launched.run };
}

/** A pause that GitHub asks for is waited out, unless it outlasts the deadline; what was sent by then is not sent again. */
async function takeInThroughPauses(
  wanted: WantedRun,
  how: (wanted: WantedRun, world: RunSurroundings) => AsyncGenerator<RunEvent>,
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
