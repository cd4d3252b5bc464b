import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { whole } from '../../platform/files/partial-file.ts';
import { unzipFile } from '../../platform/files/unzip-file.ts';
import type { Sink } from '../../platform/net/body.ts';
import type { Pointer } from './pointer.ts';
import { receive } from './verified-file.ts';

export interface FetchOptions {
  readonly pointer: Pointer;
  /** Streams the bytes that the pointer names. */
  readonly get: (sink: Sink) => Promise<void>;
  /** Where it goes: a folder for an archive; for a file its own path, or a folder that is there. */
  readonly path: string;
  readonly shownAs: string;
  readonly signal: AbortSignal;
}

const MOST_FILES = 65_000;
const LARGEST_FOLDER_BYTES = 64 * 1024 ** 3;

/**
 * Fetches what a pointer names: streamed into a file beside its place, verified, only then unpacked, and moved into place
 * whole. Whatever goes wrong before leaves nothing there. Returns the path where it is. Throws a UserError where something is
 * there already, or what came is not what was named.
 */
export async function fetchArtifact({ pointer, get, path, shownAs, signal }: FetchOptions): Promise<string> {
  const { form } = pointer;
  const there = await stat(path).catch(() => undefined);
  if ('file' in form) {
    const target = there?.isDirectory() ? join(path, form.file) : path;
    await whole(target, (partial) => receive(partial, pointer, get));
    return target;
  }
  if (there && !(there.isDirectory() && (await readdir(path)).length === 0))
    throw new UserError(
      `Input path: ${shownAs} is there already and not an empty folder. Give another, or empty it before.`,
    );
  await whole(path, async (partial) => {
    await mkdir(partial);
    // Nobody can name a file of the archive like this.
    const archive = join(partial, `.${randomUUID()}`);
    await receive(archive, pointer, get);
    await unpack(archive, partial, { name: pointer.name, signal });
    await rm(archive, { force: true });
    // An empty folder gives way; a rename onto it does not work everywhere.
    if (there) await rm(path, { recursive: true });
  });
  return path;
}

/** An upload of one file that GitHub was told not to pack comes as it is. */
async function unpack(
  archive: string,
  folder: string,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Promise<void> {
  if (await isZip(archive))
    return unzipFile(archive, folder, { maxBytes: LARGEST_FOLDER_BYTES, maxFiles: MOST_FILES, signal });
  await rename(archive, join(folder, name));
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return ['PK\x03\x04', 'PK\x05\x06'].includes(buffer.toString('latin1'));
  } finally {
    await file.close();
  }
}
