import { isRecord } from '../../platform/records.ts';
import { isInstant } from '../../platform/time/instant.ts';
import { readDocument, serialiseDocument } from './json-document.ts';
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
type Locks = Readonly<Record<string, Lock>>;

export const LOCKS = 'locks.json';
export const EVERYWHERE = '*';
export const RELEASE = 'release';

/** The lock that keeps a new train out of an environment at a moment. Throws a UserError where the locks cannot be read. */
export async function lockOn(
  store: StateStore,
  environment: string | undefined,
  now: number,
): Promise<{ readonly name: string; readonly lock: Lock } | undefined> {
  const locks = readLocks(await store.read(LOCKS));
  for (const name of [EVERYWHERE, environment ?? RELEASE]) {
    const lock = Object.hasOwn(locks, name) ? locks[name] : undefined;
    if (lock && (lock.until === undefined || now < lock.until)) return { name, lock };
  }
  return undefined;
}

/** Locks an environment; a lock that is there is replaced, and returned. */
export async function lockEnvironment(store: StateStore, name: string, lock: Lock): Promise<Lock | undefined> {
  let before: Lock | undefined;
  const edit = (text: string | undefined) => {
    const locks = readLocks(text);
    before = Object.hasOwn(locks, name) ? locks[name] : undefined;
    return serialiseDocument({ ...locks, [name]: lock });
  };
  await store.change(LOCKS, edit, `lock ${name}`);
  return before;
}

/** Takes the lock off; whether there was one. */
export async function unlockEnvironment(store: StateStore, name: string): Promise<Lock | undefined> {
  let lock: Lock | undefined;
  const edit = (text: string | undefined) => {
    const locks = readLocks(text);
    const { [name]: found, ...others } = locks;
    lock = Object.hasOwn(locks, name) ? found : undefined;
    return lock ? serialiseDocument(others) : undefined;
  };
  await store.change(LOCKS, edit, `unlock ${name}`);
  return lock;
}

/** Throws a UserError where they cannot be read: what cannot be read may be a lock, and nothing new is started over it. */
export function readLocks(text: string | undefined): Locks {
  return readDocument(text, LOCKS, isLock);
}

/** People edit this file by hand: a time that is none must not pass for one that is over. */
function isLock(value: unknown): value is Lock {
  if (!isRecord(value)) return false;
  const { by, reason, at, until = at } = value;
  return typeof by === 'string' && typeof reason === 'string' && isInstant(at) && isInstant(until);
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
