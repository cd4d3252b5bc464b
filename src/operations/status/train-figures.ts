import { type ComponentRecord, ROLLED_BACK } from '../../engine/stores/history.ts';
import type { EndedTrain } from './train-records.ts';

const COUNTED: ReadonlySet<string> = new Set(['succeeded', 'failed', 'rolled-back', 'rollback-failed']);

/** It came to an end of its own; who cancels a train says nothing of it. */
export function isCounted({ status }: EndedTrain): boolean {
  return COUNTED.has(status);
}

export function hasDeployed({ status }: ComponentRecord): boolean {
  return status === 'succeeded' || ROLLED_BACK.has(status);
}

export function hasRolledBack({ components }: EndedTrain): boolean {
  return Object.values(components).some(({ status }) => ROLLED_BACK.has(status));
}

/**
 * From start to end without the time in which people were waited for. Undefined of a train that a person resumed (when they came
 * is not recorded), and where a clock went back.
 */
export function durationOf(train: EndedTrain): number | undefined {
  const duration = train.endedAt - train.startedAt - waitedForPeople(train);
  return train.resumed > 0 || duration < 0 ? undefined : duration;
}

/** The longest that people held up a chain of components that wait for each other. */
export function waitedForPeople({ components }: EndedTrain): number {
  if (!Object.values(components).some(({ waitedMs = 0 }) => waitedMs > 0)) return 0;
  const known = new Map<string, number>();
  const upTo = (id: string): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const component = Object.hasOwn(components, id) ? components[id] : undefined;
    // Needs that go round, as only an edited history has them, end here.
    known.set(id, 0);
    let longest = 0;
    for (const need of component?.needs ?? []) longest = Math.max(longest, upTo(need));
    const total = longest + (component?.waitedMs ?? 0);
    known.set(id, total);
    return total;
  };
  let most = 0;
  for (const id of Object.keys(components)) most = Math.max(most, upTo(id));
  return most;
}

/** Of each component: how long after all that it needs had ended it was dispatched. What people held up is none of it. */
export function latenciesOf({ components, startedAt, resumed }: EndedTrain): number[] {
  if (resumed > 0) return [];
  return Object.values(components).flatMap(({ dispatchedAt, needs = [] }) => {
    const ends = needs.map((need) => (Object.hasOwn(components, need) ? components[need]?.finishedAt : undefined));
    if (dispatchedAt === undefined || ends.some((end) => end === undefined)) return [];
    const latency = dispatchedAt - Math.max(startedAt, ...ends.flatMap((end) => end ?? []));
    return latency < 0 ? [] : [latency];
  });
}

export function deployTimesOf({ components }: EndedTrain): number[] {
  return Object.values(components).flatMap(({ status, dispatchedAt, finishedAt, waitedMs = 0 }) => {
    if (status !== 'succeeded' || dispatchedAt === undefined || finishedAt === undefined) return [];
    const time = finishedAt - dispatchedAt - waitedMs;
    return time < 0 ? [] : [time];
  });
}
