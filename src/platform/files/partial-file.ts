import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DAY_MS } from '../time/duration.ts';

const SUFFIX = '.part';
/** What is older belongs to nobody any more, also on a disk that machines share. */
const ABANDONED_AFTER_MS = DAY_MS;

/**
 * Makes a file or folder beside its place and moves it there when it is whole: nobody ever sees a half of it. What a process that
 * was killed left there of the same one is removed first.
 */
export async function whole<T>(target: string, make: (partial: string) => Promise<T>): Promise<T> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  const start = `.${basename(target).slice(0, 80)}.`;
  await removeLeftOvers(folder, start);
  const partial = join(folder, `${start}${process.pid}@${hostname().slice(0, 60)}${SUFFIX}`);
  try {
    const made = await make(partial);
    await rename(partial, target);
    return made;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function removeLeftOvers(folder: string, start: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => one.startsWith(start) && one.endsWith(SUFFIX))) {
    const path = join(folder, name);
    const [pid, host] = name.slice(start.length, -SUFFIX.length).split('@', 2);
    const isDead = host === hostname().slice(0, 60) && !isAlive(Number(pid));
    const { mtimeMs = Date.now() } = (await stat(path).catch(() => undefined)) ?? {};
    if (isDead || Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
