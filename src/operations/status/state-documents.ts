import { PROBLEMS, readProblems } from '../../engine/stores/kept-problems.ts';
import { LOCKS, type Lock, readLocks } from '../../engine/stores/locks.ts';
import type { LastGood, OpenTrain, StateStore } from '../../engine/stores/train-store.ts';
import type { Problem } from '../../train/telling/problems.ts';
import { type PassFigures, readPasses } from './pass-records.ts';
import { type Seen, seen } from './seen.ts';
import { type EndedTrain, readTrains } from './train-records.ts';

/** What the state branch says around the trains. What cannot be read is unknown, never empty. */
export interface StateDocuments {
  readonly open: Seen<readonly OpenTrain[]>;
  readonly lastGood: Seen<LastGood>;
  readonly problems: Seen<readonly (Problem & { readonly key: string })[]>;
  readonly locks: Seen<readonly (Lock & { readonly name: string })[]>;
  readonly trains: readonly EndedTrain[];
  readonly passes: readonly PassFigures[];
  /** What of the history could not be read. */
  readonly faults: readonly string[];
}

/** Reads it all; where no train has ever run, everything is empty. */
export async function readStateDocuments(
  store: StateStore,
  span: { readonly from: number; readonly to: number },
): Promise<StateDocuments> {
  const [open, lastGood, problems, locks, trains, passes] = await Promise.all([
    seen(() => store.open()),
    seen(() => store.lastGood()),
    seen(async () => openProblems(await store.read(PROBLEMS))),
    seen(async () => heldLocks(await store.read(LOCKS), span.to)),
    seen(() => readTrains(store, span)),
    seen(() => readPasses(store, span)),
  ]);
  const nothing = { entries: [], faults: [] };
  const readable = <T>(one: Seen<T>, otherwise: T & { readonly faults: readonly string[] }) =>
    'value' in one ? one.value : { ...otherwise, faults: [one.unknown] };
  const [history, passed] = [readable(trains, nothing), readable(passes, nothing)];
  return {
    open,
    lastGood,
    problems,
    locks,
    trains: history.entries,
    passes: passed.entries,
    faults: [...history.faults, ...passed.faults],
  };
}

/** Those that are open, the longest open first. */
function openProblems(text: string | undefined): (Problem & { readonly key: string })[] {
  const all = Object.entries(readProblems(text)).map(([key, problem]) => ({ ...problem, key }));
  return all.filter(({ resolvedAt }) => resolvedAt === undefined).sort((a, b) => a.openedAt - b.openedAt);
}

/** Those that hold at a moment. */
function heldLocks(text: string | undefined, now: number): (Lock & { readonly name: string })[] {
  const all = Object.entries(readLocks(text)).map(([name, lock]) => ({ ...lock, name }));
  return all.filter(({ until }) => until === undefined || now < until);
}
