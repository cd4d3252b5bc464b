import { LOCKS, PROBLEMS } from '../../engine/stores/documents.ts';
import type { Lock } from '../../engine/stores/locks.ts';
import type { GoodVersion, LastGood, OpenTrain, StateStore } from '../../engine/stores/train-store.ts';
import { isRecord } from '../../platform/records.ts';
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
    seen(async () => problemsIn(await store.read(PROBLEMS))),
    seen(async () => locksIn(await store.read(LOCKS), span.to)),
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
    problems: flat(problems),
    locks: flat(locks),
    trains: history.entries,
    passes: passed.entries,
    faults: [...history.faults, ...passed.faults],
  };
}

/** A document that was read and says nothing readable is as unknown as one that was not read. */
function flat<T>(one: Seen<Seen<T>>): Seen<T> {
  return 'value' in one ? one.value : one;
}

/** Those that are open, the longest open first. */
function problemsIn(text: string | undefined): Seen<readonly (Problem & { key: string })[]> {
  const problems = entriesOf(text, PROBLEMS, isProblem);
  if ('unknown' in problems) return problems;
  const open = problems.value.filter(([, { resolvedAt }]) => resolvedAt === undefined);
  return { value: open.map(([key, problem]) => ({ ...problem, key })).sort((a, b) => a.openedAt - b.openedAt) };
}

/** Those that hold at a moment. */
function locksIn(text: string | undefined, now: number): Seen<readonly (Lock & { name: string })[]> {
  const locks = entriesOf(text, LOCKS, isLock);
  if ('unknown' in locks) return locks;
  const held = locks.value.filter(([, { until }]) => until === undefined || now < until);
  return { value: held.map(([name, lock]) => ({ ...lock, name })) };
}

function entriesOf<T>(
  text: string | undefined,
  path: string,
  isOne: (value: unknown) => value is T,
): Seen<[string, T][]> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    const entries = isRecord(value) ? Object.entries(value) : undefined;
    if (entries?.every((entry): entry is [string, T] => isOne(entry[1]))) return { value: entries };
  } catch {
    // Told below.
  }
  return { unknown: `${path} on the state branch cannot be read. Restore it from the branch's history.` };
}

function isProblem(value: unknown): value is Problem {
  return (
    isRecord(value) &&
    Number.isFinite(value.openedAt) &&
    typeof value.text === 'string' &&
    typeof value.severity === 'string'
  );
}

function isLock(value: unknown): value is Lock {
  return (
    isRecord(value) && typeof value.by === 'string' && typeof value.reason === 'string' && Number.isFinite(value.at)
  );
}

/** Environment → component → what was good last. What is no version is left out. */
export function goodVersions(
  lastGood: LastGood,
): [environment: string, versions: [component: string, good: GoodVersion][]][] {
  return Object.entries(lastGood).map(([environment, versions]) => [environment, Object.entries(versions)]);
}
