import { randomUUID } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, UserError } from '../errors.ts';

/** A file's whole new text, by absolute path. */
export interface Replacement {
  readonly path: string;
  /** The name to show. */
  readonly file: string;
  readonly text: string;
}

/**
 * Replaces files such that either all of them and what `then` does succeed, or every file is as it was before, also those
 * in `guarded` (by path), which `then` may change, make or remove. Throws what failed.
 */
export async function replaceFiles(
  replacements: readonly Replacement[],
  guarded: readonly string[],
  then: () => Promise<void>,
): Promise<void> {
  await refuseReadOnly(replacements);
  const originals = new Map<string, Buffer | undefined>();
  for (const path of [...replacements.map(({ path }) => path), ...guarded]) originals.set(path, await bytesOf(path));
  try {
    for (const { path, file, text } of replacements) await write(path, text, file);
    await then();
  } catch (error) {
    for (const [path, bytes] of originals) await restore(path, bytes);
    throw error;
  }
}

/** Root may write a read-only file, and a rename replaces one: so the mode is asked, before anything is written. */
async function refuseReadOnly(replacements: readonly Replacement[]): Promise<void> {
  const modes = await Promise.all(replacements.map(({ path }) => stat(path)));
  const faults = replacements
    .filter((_, index) => ((modes[index]?.mode ?? 0) & 0o222) === 0)
    .map(({ file }) => ({ message: `${file} is read-only. Make it writable; nothing was changed.`, file }));
  if (faults.length > 0) throw new UserError(faults);
}

/** The file is never seen half-written: a sibling is written first and takes its place, with its mode. */
async function write(path: string, content: string | Buffer, file: string): Promise<void> {
  const target = await realpath(path);
  const sibling = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    const { mode } = await stat(target);
    await writeFile(sibling, content, { mode });
    await rename(sibling, target);
  } catch (error) {
    await rm(sibling, { force: true });
    throw new UserError({ message: `${file} could not be written: ${messageOf(error)}. Nothing was changed.`, file });
  }
}

async function restore(path: string, bytes: Buffer | undefined): Promise<void> {
  const now = await bytesOf(path);
  if (bytes === undefined) await rm(path, { force: true });
  else if (now === undefined) await writeFile(path, bytes);
  else if (!now.equals(bytes)) await write(path, bytes, path);
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
