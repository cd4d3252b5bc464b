import { randomUUID } from 'node:crypto';
import { access, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Fault, messageOf, UserError } from '../errors.ts';
import { pathInside } from './path-inside.ts';

/** A file's whole new text, by absolute path. */
export interface Replacement {
  readonly path: string;
  /** The name to show. */
  readonly file: string;
  readonly text: string;
}

/** A new text that waits beside its file. */
interface Staged {
  readonly file: string;
  readonly target: string;
  readonly sibling: string;
}

interface Together {
  /** Nothing outside of this folder is written, whatever links say. */
  readonly within: string;
  /** Files, by path, that `finish` may change, make or remove. */
  readonly guarded?: readonly string[];
  readonly finish?: () => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Replaces files such that either all of them and what `finish` does succeed, or every file is as it was before, also those in
 * `guarded`. Every new text is first written beside its file, so that a full disk or a read-only file is met before anything
 * has changed. Throws what failed; a UserError with every file that cannot be written.
 */
export async function replaceFiles(replacements: readonly Replacement[], together: Together): Promise<void> {
  const { within, guarded = [], finish, signal } = together;
  const originals = new Map<string, Buffer | undefined>();
  const staged: Staged[] = [];
  try {
    await stageAll(replacements, staged, within);
    signal?.throwIfAborted();
    for (const path of guarded) originals.set(path, await bytesOf(path));
    for (const one of staged) {
      const before = await takePlace(one);
      originals.set(one.target, before);
    }
    await finish?.();
  } catch (error) {
    await putBack(originals, error);
    throw error;
  } finally {
    await Promise.all(staged.map(({ sibling }) => rm(sibling, { force: true })));
  }
}

async function stageAll(replacements: readonly Replacement[], staged: Staged[], within: string): Promise<void> {
  const faults: Fault[] = [];
  for (const { path, file, text } of replacements) {
    try {
      const target = await pathInside(within, path, file);
      const sibling = join(dirname(target), `.${randomUUID()}.tmp`);
      staged.push({ file, target, sibling });
      const { mode } = await stat(target);
      // The person who made it read-only meant it, even where the user may write anything.
      if ((mode & 0o222) === 0) throw new Error('it is read-only');
      await access(target, constants.W_OK);
      await writeFile(sibling, text, { mode, flag: 'wx' });
    } catch (error) {
      faults.push(faultOf(file, error));
    }
  }
  if (faults.length > 0) throw new UserError(faults);
}

/** By a rename, so that nobody ever sees a file half-written; returns what stood there. */
async function takePlace({ file, target, sibling }: Staged): Promise<Buffer> {
  try {
    const before = await readFile(target);
    await rename(sibling, target);
    return before;
  } catch (error) {
    throw new UserError(faultOf(file, error), { cause: error });
  }
}

async function putBack(originals: ReadonlyMap<string, Buffer | undefined>, cause: unknown): Promise<void> {
  const lost: string[] = [];
  for (const [path, bytes] of originals) await restore(path, bytes).catch(() => lost.push(path));
  if (lost.length === 0) return;
  throw new UserError(
    `Writing failed halfway (${messageOf(cause)}), and ${lost.join(', ')} could not be put back. Restore it with git checkout.`,
    { cause },
  );
}

async function restore(path: string, bytes: Buffer | undefined): Promise<void> {
  const now = await bytesOf(path);
  if (bytes === undefined) await rm(path, { force: true });
  else if (!now?.equals(bytes)) await writeFile(path, bytes);
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function faultOf(file: string, error: unknown): Fault {
  return { message: `${file} cannot be written: ${messageOf(error)}. No file was changed; make it writable.`, file };
}
