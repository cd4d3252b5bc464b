import { access, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageOf, UserError } from '../errors.ts';

/** A file's new text. */
export interface Replacement {
  readonly path: string;
  /** How messages name it. */
  readonly shown: string;
  readonly text: string;
}

/**
 * Replaces all files or none. Every new text is first written beside its file, so that a full disk or a read-only file is
 * met before anything has changed; then the new files take the places of the old ones, and what was replaced is put back
 * if one of them cannot. Throws a UserError that says so.
 */
export async function replaceFiles(files: readonly Replacement[], signal?: AbortSignal): Promise<void> {
  const staged: (Replacement & { temporary: string; before: Buffer; mode: number })[] = [];
  const replaced: typeof staged = [];
  try {
    for (const file of files) staged.push(await stage(file));
    signal?.throwIfAborted();
    for (const file of staged) {
      await rename(file.temporary, file.path).catch((error) => fail(file, error));
      replaced.push(file);
    }
  } catch (error) {
    for (const { path, before, mode } of replaced) await writeFile(path, before, { mode });
    throw error;
  } finally {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
  }
}

async function stage(file: Replacement) {
  const temporary = join(dirname(file.path), `.${basename(file.path)}.${process.pid}.new`);
  try {
    const { mode } = await stat(file.path);
    // Whoever made it read-only meant it, even where the user may write anything.
    if ((mode & 0o222) === 0) throw new Error('it is read-only');
    await access(file.path, constants.W_OK);
    const before = await readFile(file.path);
    await writeFile(temporary, file.text, { mode, flag: 'wx' });
    return { ...file, temporary, before, mode };
  } catch (error) {
    return fail(file, error);
  }
}

function fail({ shown }: Replacement, error: unknown): never {
  throw new UserError(
    { message: `${shown} cannot be written: ${messageOf(error)}. No file was changed; make it writable.`, file: shown },
    { cause: error },
  );
}
