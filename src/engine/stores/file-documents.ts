import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { UserError } from '../../platform/errors.ts';
import type { StateStore } from './train-store.ts';

/** A process that holds a document longer is dead. */
const STALE_MS = 10_000;
const LOOK_MS = 20;

/**
 * Documents in a folder, written under a lock: of all who change one at once, each sees what the one before wrote. Rejects with
 * a UserError where a lock does not go away.
 */
export function fileDocuments(folder: string): {
  readonly read: StateStore['read'];
  change(path: string, edit: (before: string | undefined) => string | undefined): Promise<string | undefined>;
} {
  const read = (path: string) => readText(join(folder, path));
  return {
    read,
    async change(path, edit) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      return locked(`${file}.lock`, async () => {
        const before = await read(path);
        const contents = edit(before);
        if (contents === undefined || contents === before) return before;
        await replaceFile(file, contents);
        return contents;
      });
    },
  };
}

async function locked<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + 2 * STALE_MS;
  while (!(await createOnce(lock, String(process.pid)))) {
    if (Date.now() > until) throw new UserError(`${lock} does not go away. Delete it if no other process works there.`);
    const age =
      Date.now() -
      (await stat(lock).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      ));
    if (age > STALE_MS) await rm(lock, { force: true });
    else await after(LOOK_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** The text of a file; undefined where there is none. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the file whole: a reader meanwhile sees the old one or the new one. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = draftOf(path);
  await writeFile(draft, text);
  await rename(draft, path);
}

/** Creates the file whole or not at all; false where it exists already. */
export async function createOnce(path: string, text: string): Promise<boolean> {
  const draft = draftOf(path);
  await writeFile(draft, text);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function draftOf(path: string): string {
  return `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
}
