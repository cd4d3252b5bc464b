import { appendHistory, type HubRecord, type PassRecord } from '../../engine/stores/history-lines.ts';
import { KnownError, messageOf } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { ownRepository, runContext, runUrl } from '../../platform/runner/context.ts';
import { flag, type InputsOf, optional, secret, text } from '../../platform/runner/inputs.ts';
import type { Reconciliation } from '../../services/reconcile/reconcile.ts';
import { connectTo } from './connect-github.ts';
import { openStore, stateInput } from './state-input.ts';

/** Whether and where what happened is kept for the figures. */
export const historyInputs = {
  history: optional(flag, false),
  'state-token': secret(optional(text)),
  state: optional(stateInput, { kind: 'branch' } as const),
} as const;

type Given = InputsOf<typeof historyInputs> & {
  readonly token: string | undefined;
  readonly apiUrl: string | undefined;
};

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
  const { stateToken, apiUrl } = given;
  try {
    const token = stateToken ?? given.token;
    const store = openStore(given.state, () => connectTo(ownRepository(runner.env), { token, apiUrl }, runner), runner);
    await appendHistory(store, kind, secrets.redactIn(line));
  } catch (error) {
    if (signal.aborted || !(error instanceof KnownError)) throw error;
    log.warning(
      `The history could not be kept, so the figures lack this one: ${messageOf(error)} ` +
        'The state branch is written with contents: write; where a ruleset protects it, by state-token.',
    );
  }
}
