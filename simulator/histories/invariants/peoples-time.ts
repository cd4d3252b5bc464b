import type { EffectRecord } from '../../types.ts';
import type { Kept, Record } from '../record.ts';
import type { Facts } from './facts.ts';

/** What clocks that differ, lists that lag and a slow look may take away. */
const SLACK_MS = 3 * 60_000;

/** 10: what a run waits for people is not charged to its timeout: nothing is cancelled for being late before its own time is over. */
export function peoplesTime({ kept, scenario }: Record, { effects, nonces }: Facts): string[] {
  const judged = new Set<string>();
  const isKnown = (id: number, at: number) =>
    !scenario.features.has('unread') || kept.some((one) => one.at <= at && knowsWait(one, id));
  return kept.flatMap(({ saved }) =>
    Object.values(saved.state.components).flatMap(({ dispatch }) => {
      const { run, cancel, nonce = '' } = dispatch ?? {};
      const planned = nonces.get(nonce)?.component;
      if (!run || !planned || cancel?.because !== 'timeout' || judged.has(`${run.id} ${cancel.at}`)) return [];
      judged.add(`${run.id} ${cancel.at}`);
      const own = effects.filter(({ runId, at }) => runId === run.id && at <= cancel.at);
      const spentMs = cancel.at - (own[0]?.at ?? 0) - waitedMs(own, cancel.at);
      if (spentMs + SLACK_MS >= planned.timeout || !isKnown(run.id, cancel.at)) return [];
      const seconds = Math.round(spentMs / 1_000);
      return [
        `10: ${nonce} was cancelled for its timeout after ${seconds} s of ${planned.timeout / 1_000}, the rest was people's`,
      ];
    }),
  );
}

function knowsWait({ saved }: Kept, id: number): boolean {
  return Object.values(saved.state.components).some(
    ({ dispatch }) => dispatch?.run?.id === id && dispatch.waiting !== undefined,
  );
}

/** How long the run had waited by then. */
function waitedMs(own: readonly EffectRecord[], until: number): number {
  return own
    .filter(({ kind }) => kind === 'run-waits')
    .map(({ at: since }) => {
      const end = own.find(({ kind, at }) => at >= since && (kind === 'run-started' || kind === 'run-ended'));
      return (end?.at ?? until) - since;
    })
    .reduce((sum, ms) => sum + ms, 0);
}
