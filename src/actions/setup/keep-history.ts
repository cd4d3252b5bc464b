import { appendHistory, type HubRecord, type PassRecord } from '../../engine/stores/history-lines.ts';
import { KnownError, messageOf } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { ownRepository, runContext, runUrl } from '../../platform/runner/context.ts';
import { flag, type InputsOf, optional } from '../../platform/runner/inputs.ts';
import type { Reconciliation } from '../../services/reconcile/reconcile.ts';
import { type Connection, connectTo } from './connect-github.ts';
import { openStore, stateHome, stateInputs } from './state-input.ts';

/** Whether and where what happened is kept for the figures. */
export const historyInputs = {
  history: optional(flag, false),
  'state-token': stateInputs['state-token'],
  state: stateInputs.state,
} as const;

type Given = InputsOf<typeof historyInputs> & Pick<Connection, 'token' | 'apiUrl'>;

/** Keeps the figures of a pass that began at a moment (epoch milliseconds). */
export async function keepPass(
  { healthy, causes, repairs, metrics }: Reconciliation,
  startedAt: number,
  { given, runner }: { readonly given: Given & { readonly dryRun: boolean }; readonly runner: Runner },
): Promise<void> {
  if (given.dryRun) return;
  const context = runContext(runner.env);
  const made = repairs.filter(({ result }) => result === 'done').length;
  const endedAt = runner.clock.now();
  const figures = { healthy, causes: causes.length, repairs: made, ...metrics, runUrl: runUrl(context) };
  const { runId = 'local', runAttempt = '1' } = context;
  const id = `run-${runId}/${runAttempt}/${startedAt.toString(36)}`;
  await keepLine('passes', { id, record: { at: startedAt, endedAt, ...figures } }, { given, runner });
}

/** Keeps a line of the history. That it could not be kept is a warning: what happened has happened. */
export async function keepLine(
  kind: 'passes' | 'hub',
  line: { readonly id: string; readonly record: PassRecord | HubRecord },
  { given, runner }: { readonly given: Given; readonly runner: Runner },
): Promise<void> {
  if (!given.history) return;
  const { log, signal, secrets } = runner;
  const { token, apiUrl } = given;
  try {
    const home = () => stateHome(given, runner) ?? connectTo(ownRepository(runner.env), { token, apiUrl }, runner);
    const store = openStore(given.state, home, runner);
    await appendHistory(store, kind, secrets.redactIn(line));
  } catch (error) {
    if (signal.aborted || !(error instanceof KnownError)) throw error;
    log.warning(`The history could not be kept, so the figures lack this one: ${messageOf(error)}`);
  }
}
