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

type Staged = Replacement & { readonly temporary: string; readonly before: Buffer };

/**
 * Replaces all files or none. Every new text is first written beside its file, so that a full disk or a read-only file is
 * met before anything has changed; then the new files take the places of the old ones, and what was replaced is put back
 * if one of them cannot. Throws a UserError that says so.
 */
export async function replaceFiles(files: readonly Replacement[], signal?: AbortSignal): Promise<void> {
  const staged: Staged[] = [];
  const replaced: Staged[] = [];
  try {
    for (const file of files) staged.push(await stage(file));
    signal?.throwIfAborted();
    for (const file of staged) {
      await rename(file.temporary, file.path).catch((error) => fail(file, error));
      replaced.push(file);
    }
  } catch (error) {
    await putBack(replaced);
    throw error;
  } finally {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
  }
}

async function stage(file: Replacement): Promise<Staged> {
  const temporary = join(dirname(file.path), `.${basename(file.path)}.${process.pid}.new`);
  try {
    const { mode } = await stat(file.path);
    // Whoever made it read-only meant it, even where the user may write anything.
    if ((mode & 0o222) === 0) throw new Error('it is read-only');
    await access(file.path, constants.W_OK);
    const before = await readFile(file.path);
    await writeFile(temporary, file.text, { mode, flag: 'wx' });
    return { ...file, temporary, before };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(temporary, { force: true });
    return fail(file, error);
  }
}

async function putBack(files: readonly Staged[]): Promise<void> {
  const results = await Promise.allSettled(files.map(({ path, before }) => writeFile(path, before)));
  const lost = files.filter((_, index) => results[index]?.status === 'rejected').map(({ shown }) => shown);
  if (lost.length === 0) return;
  throw new UserError(
    `Writing failed halfway, and ${lost.join(', ')} could not be put back. Restore what is half-written with git checkout.`,
  );
}

function fail({ shown }: Replacement, error: unknown): never {
  throw new UserError(
    { message: `${shown} cannot be written: ${messageOf(error)}. No file was changed; make it writable.`, file: shown },
    { cause: error },
  );
}
