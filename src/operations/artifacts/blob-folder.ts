import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../platform/errors.ts';
import { digestOf } from '../../platform/files/file-digest.ts';
import { whole } from '../../platform/files/partial-file.ts';
import { type Blob, type BlobStore, blobKey, notThere, type Stored } from './blob-store.ts';

/**
 * Blobs in a folder, laid out as in a bucket: for machines that share a disk. Nobody ever sees one half-written. A file that
 * changes while it is stored is a UserError.
 */
export function folderStore(
  directory: string,
  { signal, shownAs }: { signal: AbortSignal; shownAs: string },
): BlobStore {
  const pathOf = (key: string) => join(directory, ...key.split('/'));
  return {
    place: shownAs,
    async put(blob) {
      const target = pathOf(blobKey(blob.sha256));
      const there = await stat(target).catch(() => undefined);
      if (there?.size === blob.bytes && (await digestOf(target, signal)).sha256 === blob.sha256) {
        const now = new Date();
        await utimes(target, now, now);
        return 'there';
      }
      await whole(target, (temporary) => copyVerified(blob, temporary, signal));
      return 'stored';
    },
    async get(sha256, sink) {
      const path = pathOf(blobKey(sha256));
      if (!(await stat(path).catch(() => undefined))) throw notThere(shownAs, sha256);
      await sink.begin();
      for await (const chunk of createReadStream(path, { signal, highWaterMark: 1024 * 1024 }))
        await sink.write(chunk as Buffer);
    },
    note: (key, text) => whole(pathOf(key), (temporary) => writeFile(temporary, text)),
    async list(folder) {
      const root = pathOf(folder);
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(unlessAbsent);
      const files = (entries ?? []).filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
      const all = await Promise.all(files.map((entry) => stored(directory, join(entry.parentPath, entry.name))));
      return all.flatMap((one) => one ?? []);
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

/** Undefined of what somebody else has removed meanwhile. */
async function stored(directory: string, path: string): Promise<Stored | undefined> {
  const found = await stat(path).catch(unlessAbsent);
  const key = relative(directory, path).split(sep).join('/');
  return found && { key, bytes: found.size, writtenAt: found.mtimeMs };
}

/** What is not there is none; what cannot be read is not known, and prune would take it for none. */
function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw new UserError(`The store cannot be read: ${error.message}. Nothing was changed.`, { cause: error });
}

async function copyVerified(blob: Blob, temporary: string, signal: AbortSignal): Promise<void> {
  const hash = createHash('sha256');
  const through = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(blob.open(), through, createWriteStream(temporary), { signal });
  if (hash.digest('hex') !== blob.sha256)
    throw new UserError(
      'The file was changed while it was stored. Nothing was stored; store it once nothing writes it.',
    );
}
