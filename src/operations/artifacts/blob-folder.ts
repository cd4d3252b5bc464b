import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../platform/errors.ts';
import { whole } from '../../platform/files/partial-file.ts';
import { type Blob, type BlobStore, blobKey, type Stored } from './blob-store.ts';

/** Blobs in a folder, laid out as in a bucket: for machines that share a disk. Nobody ever sees one half-written. */
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
      if (there?.size === blob.bytes && (await digestOf(target)) === blob.sha256) {
        const now = new Date();
        await utimes(target, now, now);
        return 'there';
      }
      await whole(target, (temporary) => copyVerified(blob, temporary, signal));
      return 'stored';
    },
    async get(sha256, sink) {
      const path = pathOf(blobKey(sha256));
      if (!(await stat(path).catch(() => undefined)))
        throw new UserError(
          `The artifact is not in ${shownAs} any more, or never was: ${blobKey(sha256)} is not there. Was it pruned?`,
        );
      await sink.begin();
      for await (const chunk of createReadStream(path, { signal, highWaterMark: 1024 * 1024 }))
        await sink.write(chunk as Buffer);
    },
    note: (key, text) => whole(pathOf(key), (temporary) => writeFile(temporary, text)),
    async list(folder) {
      const root = pathOf(folder);
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
      return Promise.all(files.map((entry) => stored(directory, join(entry.parentPath, entry.name))));
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

async function stored(directory: string, path: string): Promise<Stored> {
  const { size, mtimeMs } = await stat(path);
  return { key: relative(directory, path).split(sep).join('/'), bytes: size, writtenAt: mtimeMs };
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

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
