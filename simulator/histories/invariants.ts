import { factsOf } from './invariants/facts.ts';
import { forwardOnly } from './invariants/forward-only.ts';
import { goesBack } from './invariants/going-back.ts';
import { handsOn } from './invariants/handed-on.ts';
import { hasEnd } from './invariants/has-end.ts';
import { isIntended, ownRuns } from './invariants/intents.ts';
import { keepsPauses } from './invariants/keeps-pauses.ts';
import { withinLimits } from './invariants/limits.ts';
import { looksFirst } from './invariants/looks-first.ts';
import { namedEffects } from './invariants/named-effects.ts';
import { needsFirst } from './invariants/needs-first.ts';
import { onceOnly } from './invariants/once-only.ts';
import { peoplesTime } from './invariants/peoples-time.ts';
import { keepsRecords } from './invariants/records.ts';
import { asksRestored } from './invariants/restored.ts';
import { rollbackOrder } from './invariants/rollback-order.ts';
import { tellsAll } from './invariants/telling.ts';
import { unforeseen } from './invariants/unforeseen.ts';
import type { Record } from './record.ts';

const RULES = [
  needsFirst,
  isIntended,
  onceOnly,
  looksFirst,
  ownRuns,
  rollbackOrder,
  asksRestored,
  keepsRecords,
  forwardOnly,
  withinLimits,
  hasEnd,
  keepsPauses,
  peoplesTime,
  namedEffects,
  handsOn,
  goesBack,
  tellsAll,
  unforeseen,
];

/** What a history proves wrong, each as `<number of the invariant>: what happened`. Judged by the truth, not by what was told. */
export function findViolations(record: Record): string[] {
  const facts = factsOf(record);
  const found = RULES.flatMap((rule) => rule(record, facts));
  const { violations } = record.universe.github;
  return [...record.broken, ...found, ...violations.map(({ operation, message }) => `api: ${operation}: ${message}`)];
}
