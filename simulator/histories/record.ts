import type { Saved } from '../../src/engine/stores/train-store.ts';
import type { Places } from './places.ts';
import type { Process, Sent } from './process.ts';
import type { Scenario } from './scenario.ts';
import type { Universe } from './universe.ts';

/** The state as it was kept after a write, by whomever. */
export interface Kept {
  readonly at: number;
  readonly saved: Saved;
}

/** Everything that can be known of a history once it is over. */
export interface Record {
  readonly scenario: Scenario;
  readonly universe: Universe;
  readonly places: Places;
  readonly sent: readonly Sent[];
  readonly kept: readonly Kept[];
  readonly processes: readonly Process[];
  /** Whoever kept it last. */
  readonly final: Saved | undefined;
  /** What orchestrators promised and did not keep; found while the history ran. */
  readonly broken: readonly string[];
}

/** So long whoever looks before it writes may know nothing of what somebody else wrote meanwhile. */
export const LOOKED_MS = 30_000;

/** The machines that stood still at some time: what they send may be about what they saw long before. */
export function frozenIn({ processes }: Record): Set<string> {
  return new Set(processes.flatMap(({ wasFrozen, name }) => (wasFrozen ? [name] : [])));
}

/** When the last process began that could see what is on GitHub, in the world's time. */
export function lastLookFrom({ processes }: Record): number {
  return processes.findLast(({ hadNothingToDo }) => !hadNothingToDo)?.startedAt ?? 0;
}
