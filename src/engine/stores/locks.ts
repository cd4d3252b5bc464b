import { UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { LOCKS } from './documents.ts';
import { parseDocument, serialiseDocument } from './json-document.ts';
import type { StateStore } from './train-store.ts';

/** Why nothing new is started in an environment. Times are epoch milliseconds. */
export interface Lock {
  readonly by: string;
  readonly reason: string;
  readonly at: number;
  readonly until?: number;
  readonly url?: string;
}

/** By environment, `release` where there is none, `*` for everything. */
export type Locks = Readonly<Record<string, Lock>>;

export const EVERYWHERE = '*';
export const RELEASE = 'release';

/** The lock that keeps a new train out of an environment at a moment. Throws a UserError where the locks cannot be read. */
export async function lockOn(
  store: StateStore,
  environment: string | undefined,
  now: number,
): Promise<{ readonly name: string; readonly lock: Lock } | undefined> {
  const locks = readLocks(await store.read(LOCKS), store.place);
  for (const name of [EVERYWHERE, environment ?? RELEASE]) {
    const lock = Object.hasOwn(locks, name) ? locks[name] : undefined;
    if (lock && (lock.until === undefined || now < lock.until)) return { name, lock };
  }
  return undefined;
}

/** Locks an environment; a lock that is there is replaced. */
export async function lockEnvironment(store: StateStore, name: string, lock: Lock): Promise<void> {
  const edit = (text: string | undefined) => serialiseDocument({ ...readLocks(text, store.place), [name]: lock });
  await store.change(LOCKS, edit, `lock ${name}`);
}

/** Takes the lock off; whether there was one. */
export async function unlockEnvironment(store: StateStore, name: string): Promise<Lock | undefined> {
  let lock: Lock | undefined;
  const edit = (text: string | undefined) => {
    const { [name]: found, ...others } = readLocks(text, store.place);
    lock = found;
    return found ? serialiseDocument(others) : undefined;
  };
  await store.change(LOCKS, edit, `unlock ${name}`);
  return lock;
}

/** What cannot be read may be a lock: nothing new is started over it. */
export function readLocks(text: string | undefined, place: string): Locks {
  try {
    const locks = parseDocument<Locks>(text) ?? {};
    if (Object.values(locks).every(isLock)) return locks;
  } catch {
    // Told below.
  }
  throw new UserError(
    `${place}: ${LOCKS} cannot be read, so nothing new is started. Restore it from the branch's history.`,
  );
}

function isLock(value: unknown): value is Lock {
  return (
    isRecord(value) && typeof value.by === 'string' && typeof value.reason === 'string' && Number.isFinite(value.at)
  );
}

/** `production is locked by alice since 2026-11-25T10:00Z: database migration.` */
export function describeLock(name: string, { by, reason, at, until }: Lock): string {
  const what = name === EVERYWHERE ? 'Everything' : name;
  const end = until === undefined ? '' : ` Until ${minute(until)}.`;
  return `${what} is locked by ${by} since ${minute(at)}: ${reason}.${end}`;
}

function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
