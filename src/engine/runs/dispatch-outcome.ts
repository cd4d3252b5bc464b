import type { Log } from '../../platform/runner/log.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import type { FailedJob } from './failed-jobs.ts';
import type { RunEvent } from './wanted-run.ts';

/** What became of a dispatch, as far as it is known; it is reported whether or not the step fails. */
export interface DispatchOutcome {
  readonly startedAt: number;
  /** Whether the dispatch may have been sent; nothing was, where it is absent. */
  sent?: 'unknown' | 'accepted';
  run?: SeenRun;
  failedJobs: readonly FailedJob[];
  outputs?: Readonly<Record<string, unknown>>;
  /** It took longer than its timeout, or nobody approved it in time, and was asked to cancel. */
  overdue?: 'timeout' | 'approval';
  /** Why this is no success; for people. */
  problem?: string;
}

/** Takes what happens into the outcome, and says in the log what is new. */
export async function takeIn(
  events: AsyncIterable<RunEvent>,
  outcome: DispatchOutcome,
  log: Pick<Log, 'info'>,
): Promise<void> {
  let said = '';
  for await (const event of events) {
    const text = taken(event, outcome);
    if (text === undefined || text === said) continue;
    log.info(text);
    said = text;
  }
}

/** Changes the outcome by an event; a line for the log, where there is something to say. */
function taken(event: RunEvent, outcome: DispatchOutcome): string | undefined {
  switch (event.type) {
    case 'run-seen':
      outcome.run = { ...outcome.run, ...event.run };
      return describeRun(event.run);
    case 'dispatch-unclear':
      outcome.sent = 'unknown';
      return `Waiting: ${event.detail}. ${event.said ?? ''}`.trimEnd();
    case 'waiting':
      return `Waiting: ${event.detail}.`;
    case 'cancel-requested':
      outcome.overdue = event.because === 'approval' ? 'approval' : 'timeout';
      return event.because === 'approval'
        ? `Nobody approved the run in time: ${event.detail}.`
        : `The run took longer than its timeout: ${event.detail}.`;
    case 'approval-pending':
      return `The run waits for ${event.whom}. The timeout does not count while it does.`;
    case 'dispatched':
      outcome.sent = 'accepted';
      return undefined;
    case 'resend-intended':
      return 'No run appeared: the same nonce is dispatched again.';
    case 'earlier-alive':
      return undefined;
    default:
      outcome.problem = event.reason;
      return undefined;
  }
}

/** A run in a log line: what it is now and where to look. */
function describeRun({ id, url, attempt, status, conclusion }: SeenRun): string {
  const state = status === 'completed' ? (conclusion ?? 'completed without a conclusion') : status.replaceAll('_', ' ');
  const again = attempt > 1 ? ` (attempt ${attempt})` : '';
  return `Run ${id}${again}: ${state}${hint(status)} ${url}`.trimEnd();
}

function hint(status: string): string {
  if (status === 'waiting') return ', for an approval or a timer of its environment';
  if (status === 'pending' || status === 'requested') return ', for a runner or its concurrency group';
  return '';
}
