import type { Command } from '../../train/machine/decide.ts';
import type { Train } from '../../train/machine/train.ts';
import { waitsForPeople } from '../../train/machine/waiting.ts';

/** How long a job waits for nothing but people before it ends: they may take days, and a job costs money and has six hours. */
const PARK_AFTER_MS = 10 * 60_000;

/** When a job that does nothing but wait for people is to leave the train parked (epoch milliseconds), and what it says then. */
export function parkForPeople(
  { plan, state }: Train,
  commands: readonly Command[],
  startedAt: number,
): { readonly at: number; readonly reason: string } | undefined {
  const waits = waitsForPeople(plan, state, commands);
  if (!waits) return undefined;
  const reason = `${waits.reason} Nothing is cancelled. When that is approved the train goes on by itself where advance.yml is set up, else run it again.`;
  return { at: Math.max(waits.since, startedAt) + PARK_AFTER_MS, reason };
}
