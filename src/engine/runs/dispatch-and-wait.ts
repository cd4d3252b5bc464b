import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { AmbiguousWrite, GitHubError, Paused } from '../../platform/github/client/github-errors.ts';
import { cancelRun, getRun, rerunFailedJobs } from '../../platform/github/runs.ts';
import type { Runner } from '../../platform/runner/action.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { describeRun } from './describe-run.ts';
import { type FailedJob, failedJobs } from './failed-jobs.ts';
import { follow } from './follow.ts';
import { launch } from './launch.ts';
import { seenRun } from './seen-run.ts';
import type { Order, OrderEvent } from './wanted-run.ts';

export interface DispatchAndWait {
  readonly repository: string;
  readonly target: Order['target'];
  readonly nonce: string | undefined;
  readonly wait: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly onTimeout: 'fail' | 'cancel';
  readonly cancelWithCaller: boolean;
  /** How often the failed jobs of the run are run again. */
  readonly retryFailedJobs: number;
  /** Name of the run's artifact whose JSON file holds its outputs. */
  readonly outputsArtifact: string | undefined;
  /** Conclusions that count as success besides `success`. */
  readonly acceptConclusions: readonly string[];
}

/** What became of it, as far as it is known; it is reported whether or not the step fails. */
export interface Outcome {
  readonly startedAt: number;
  /** Whether the dispatch may have been sent; nothing was, where it is absent. */
  sent?: 'unknown' | 'accepted';
  run?: SeenRun;
  failedJobs: readonly FailedJob[];
  outputs?: Readonly<Record<string, unknown>>;
  /** It took longer than its timeout and was asked to cancel. */
  overdue?: true;
  /** Why this is no success; for people. */
  problem?: string;
}

/**
 * Dispatches, finds the run, and follows it until it ends, through re-runs. Fills in `outcome` as it goes, so that whoever
 * interrupts it knows how far it came. Throws only when interrupted or when GitHub asks for a pause that is too long.
 */
export async function dispatchAndWait(
  wanted: DispatchAndWait,
  { runner, client, outcome }: { runner: Runner; client: GitHubClient; outcome: Outcome },
): Promise<void> {
  const order = orderOf(wanted, client, outcome.startedAt);
  await watchThroughPauses(order, wanted.wait ? follow : launchOnly, { runner, outcome });
  if (!wanted.wait || outcome.problem) return;
  for (let retries = wanted.retryFailedJobs; retries > 0 && isRetriable(outcome, wanted); retries -= 1) {
    await retry(order, { runner, client, outcome });
    if (outcome.problem) return;
  }
  await conclude(wanted, { client, outcome });
}

function orderOf(
  { repository, target, nonce, timeout, onTimeout }: DispatchAndWait,
  client: GitHubClient,
  at: number,
): Order {
  return {
    client,
    repository,
    target,
    ...(nonce === undefined ? {} : { nonce }),
    intendedAt: at,
    believesAnswer: true,
    sent: 'fresh',
    deadline: at + timeout,
    timeout,
    onTimeout,
  };
}

async function* launchOnly(order: Order, runner: Runner): AsyncGenerator<OrderEvent> {
  const launched = yield* launch(order, runner);
  if (launched) yield { type: 'run-seen', run: launched.run };
}

/** A pause that GitHub asks for is waited out, unless it outlasts the deadline; what was sent by then is not sent again. */
async function watchThroughPauses(
  order: Order,
  how: (order: Order, runner: Runner) => AsyncGenerator<OrderEvent>,
  { runner, outcome }: { runner: Runner; outcome: Outcome },
): Promise<void> {
  const { clock, log, signal } = runner;
  for (;;) {
    const { run, sent = 'fresh' } = outcome;
    const intendedAt = sent === 'fresh' ? clock.now() : order.intendedAt;
    try {
      return await watch(how({ ...order, sent, intendedAt, ...(run ? { run } : {}) }, runner), runner, outcome);
    } catch (error) {
      if (!(error instanceof Paused) || error.until >= order.deadline) throw error;
      log.info(`GitHub asked for a pause (${error.reason}) until ${new Date(error.until).toISOString()}.`);
      await clock.sleep(error.until - clock.now(), signal);
    }
  }
}

async function watch(events: AsyncIterable<OrderEvent>, { log }: Runner, outcome: Outcome): Promise<void> {
  let said = '';
  const say = (text: string) => {
    if (text !== said) log.info(text);
    said = text;
  };
  for await (const event of events) {
    switch (event.type) {
      case 'run-seen':
        outcome.run = { ...outcome.run, ...event.run };
        say(describeRun(event.run));
        break;
      case 'dispatch-unclear':
        outcome.sent = 'unknown';
        say(`Waiting: ${event.detail}.`);
        break;
      case 'waiting':
        say(`Waiting: ${event.detail}.`);
        break;
      case 'cancel-requested':
        outcome.overdue = true;
        say(`The run took longer than its timeout: ${event.detail}.`);
        break;
      case 'dispatched':
        outcome.sent = 'accepted';
        break;
      case 'resend-intended':
        say('No run appeared: the same nonce is dispatched again.');
        break;
      case 'taken-up':
        break;
      default:
        outcome.problem = event.reason;
    }
  }
}

function isRetriable({ run }: Outcome, { acceptConclusions }: DispatchAndWait): boolean {
  if (run?.status !== 'completed' || isAccepted(run, acceptConclusions)) return false;
  return run.conclusion === 'failure' || run.conclusion === 'timed_out';
}

/** Runs the failed jobs again and follows the new attempt. A lost answer is not repeated: the attempt shows what came of it. */
async function retry(
  order: Order,
  { runner, client, outcome }: { runner: Runner; client: GitHubClient; outcome: Outcome },
): Promise<void> {
  const { run } = outcome;
  if (!run) return;
  runner.log.info(`Attempt ${run.attempt} concluded ${run.conclusion}: running its failed jobs again.`);
  try {
    await rerunFailedJobs(client, order.repository, run.id, { signal: runner.signal });
  } catch (error) {
    if (!(error instanceof AmbiguousWrite)) throw error;
    runner.log.warning(messageOf(error));
  }
  const { conclusion: _, ...again } = { ...run, attempt: run.attempt + 1, status: 'queued' };
  await watch(follow({ ...order, run: again }, runner), runner, outcome);
}

function isAccepted({ conclusion }: SeenRun, accepted: readonly string[]): boolean {
  return conclusion === 'success' || (conclusion !== undefined && accepted.includes(conclusion));
}

const MEANING: Readonly<Record<string, string>> = {
  neutral: 'it ended neutral: nothing failed, but nothing says that it did its work',
  skipped: 'it was skipped: a condition in the workflow was not met',
  stale: 'GitHub gave it up as stale after 14 days',
  action_required: 'it waits for a person, for example to approve a first contribution',
  startup_failure: 'it did not start: its workflow file is not valid, or it calls something it may not',
  timed_out: 'a job exceeded its timeout',
  cancelled: 'it was cancelled',
};

const OVERDUE = 'it took longer than its timeout, and was cancelled';

async function conclude(
  wanted: DispatchAndWait,
  { client, outcome }: { client: GitHubClient; outcome: Outcome },
): Promise<void> {
  const { run } = outcome;
  if (run?.status !== 'completed') {
    outcome.problem ??= 'The run did not end.';
    return;
  }
  if (isAccepted(run, wanted.acceptConclusions)) {
    if (wanted.outputsArtifact !== undefined) await readOutputs(wanted, { client, outcome, run });
    return;
  }
  const meaning = outcome.overdue ? OVERDUE : MEANING[run.conclusion ?? ''];
  outcome.problem = `Run ${run.url} concluded ${run.conclusion ?? 'without a conclusion'}${meaning ? `: ${meaning}` : ''}.`;
  try {
    outcome.failedJobs = await failedJobs(client, wanted.repository, run);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    outcome.problem += ` Its jobs cannot be read: ${messageOf(error)}`;
  }
}

/** The run's outputs: the one JSON file of the artifact, which holds a map. */
async function readOutputs(
  { repository, outputsArtifact: name = '' }: DispatchAndWait,
  { client, outcome, run }: { client: GitHubClient; outcome: Outcome; run: SeenRun },
): Promise<void> {
  const told = `The run succeeded, but its outputs cannot be read from its artifact ${JSON.stringify(name)}`;
  try {
    const { downloadArtifact, findArtifact } = await import('../../platform/github/artifacts.ts');
    const artifact = await findArtifact(client, repository, { runId: run.id, name });
    if (!artifact || artifact.expired)
      throw new UserError(artifact ? 'it has expired' : 'the run left none of that name');
    const files = [...(await downloadArtifact(client, repository, artifact))];
    const [path, bytes] = files.find(([file]) => file.endsWith('.json')) ?? [];
    if (!bytes) throw new UserError('it holds no .json file');
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new UserError(`${path} holds no map`);
    outcome.outputs = value as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof KnownError) && !(error instanceof SyntaxError)) throw error;
    outcome.problem = `${told}: ${messageOf(error)}.`;
  }
}

/** What the runner's few seconds leave for cancelling the run and seeing that it ended. */
const CANCEL_MS = 1_500;
const VERIFY_MS = 2_500;

/** Cancels the run after the caller was cancelled, looks whether it ended, and says what is true. */
export async function cancelChild(
  repository: string,
  { runner, client, outcome, run }: { runner: Runner; client: GitHubClient; outcome: Outcome; run: SeenRun },
): Promise<string> {
  const { clock } = runner;
  try {
    await cancelRun(client, repository, run.id, { deadline: CANCEL_MS });
    const until = clock.now() + VERIFY_MS;
    while (true) {
      const now = seenRun(await getRun(client, repository, run.id, { deadline: Math.max(1, until - clock.now()) }));
      outcome.run = { ...outcome.run, ...now };
      if (now.status === 'completed') return `${run.url} ended ${now.conclusion}.`;
      if (clock.now() + 500 >= until)
        return `${run.url} was asked to cancel and was still ${now.status} when this step had to end.`;
      await clock.sleep(500);
    }
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return `${run.url} may still be running, because it could not be cancelled: ${messageOf(error)}`;
  }
}
