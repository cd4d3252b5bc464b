import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { digestOf } from '../../platform/files/file-digest.ts';
import { zipFolder } from '../../platform/files/zip-folder.ts';
import type { Blob } from './blob-store.ts';
import { isFileName, type Pointer } from './pointer.ts';

interface LocalBlob {
  readonly blob: Blob;
  readonly form: Pointer['form'];
  /** Removes what was made for it. */
  close(): Promise<void>;
}

const CHUNK_BYTES = 1024 * 1024;

/** A file as it is, or a folder as an archive; read twice, once for its digest and once to be sent. Throws a UserError. */
export async function openLocal(
  path: string,
  {
    shownAs,
    temporary,
    signal,
  }: { readonly shownAs: string; readonly temporary: string; readonly signal: AbortSignal },
): Promise<LocalBlob> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UserError(`Input path: ${shownAs} does not exist. Expected a file or a folder.`);
  if (found.isFile()) {
    const file = basename(path);
    if (!isFileName(file))
      throw new UserError(`Input path: the name of ${shownAs} cannot be stored; give it a plainer one.`);
    return { blob: await blobOf(path, signal), form: { file }, close: async () => {} };
  }
  if (!found.isDirectory()) throw new UserError(`Input path: ${shownAs} is neither a file nor a folder.`);
  const home = await mkdtemp(join(temporary, 'share-artifact-'));
  const close = () => rm(home, { recursive: true, force: true });
  try {
    const archive = join(home, 'folder.zip');
    await zipFolder(path, archive, signal);
    return { blob: await blobOf(archive, signal), form: { zip: true }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function blobOf(path: string, signal: AbortSignal): Promise<Blob> {
  const { sha256, bytes } = await digestOf(path, signal);
  // Not one byte more than was counted: a file that grows meanwhile is refused by its digest, not sent for ever.
  const open = () => createReadStream(path, { highWaterMark: CHUNK_BYTES, ...(bytes > 0 && { end: bytes - 1 }) });
  return { sha256, bytes, open };
}
