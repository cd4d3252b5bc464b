import { createReadStream } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { UserError } from '../errors.ts';

const MOST_FILES = 65_000;
const LARGEST_BYTES = 4 * 1024 ** 3 - 64 * 1024 * 1024;
const UTF8 = 0x0800;
const DEFLATED = 8;
/** 1980-01-01: the same files give the same archive, whenever they were written. */
const DATE = 0x0021;

interface Packed {
  readonly name: Buffer;
  readonly mode: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Packs a folder into a zip archive at `target`, file by file: it needs little memory, however large they are. The same files
 * give the same bytes. Links and special files are faults: an archive with them would be unpacked nowhere. Throws a UserError.
 */
export async function zipFolder(folder: string, target: string, signal: AbortSignal): Promise<void> {
  const paths = await filesIn(folder);
  const file = await open(target, 'w');
  try {
    const entries: Packed[] = [];
    let at = 0;
    for (const path of paths) {
      const entry = await addFile(file, at, { folder, path, signal });
      at = entry.offset + 30 + entry.name.length + entry.packed;
      if (at > LARGEST_BYTES)
        throw new UserError('The folder is larger than 4 GB, packed: store its files one by one.');
      entries.push(entry);
    }
    const directory = Buffer.concat(entries.map(directoryEntry));
    await file.write(directory, 0, directory.length, at);
    const end = endRecord(entries.length, directory.length, at);
    await file.write(end, 0, end.length, at + directory.length);
  } finally {
    await file.close();
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/');
    if (entry.isFile()) paths.push(path);
    else if (!entry.isDirectory())
      throw new UserError(
        `${path} in the folder is a link or special file; only files are stored. Leave it out, or copy what it leads to.`,
      );
  }
  if (paths.length === 0) throw new UserError('The folder has no files.');
  if (paths.length > MOST_FILES)
    throw new UserError(
      `The folder has ${paths.length} files; expected at most ${MOST_FILES}. Pack it before, and store the archive.`,
    );
  return paths.sort((a, b) => (a < b ? -1 : 1));
}

interface Source {
  readonly folder: string;
  readonly path: string;
  readonly signal: AbortSignal;
}

/** Written with room for its header, which is filled in when the sizes are known. */
async function addFile(file: FileHandle, offset: number, { folder, path, signal }: Source): Promise<Packed> {
  const source = join(folder, path);
  const { mode } = await lstat(source);
  const name = Buffer.from(path);
  let [crc, size, packed] = [0, 0, 0];
  const measured = new Transform({
    transform(chunk: Buffer, _, done) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const start = offset + 30 + name.length;
  const written = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      await file.write(chunk, 0, chunk.length, start + packed);
      packed += chunk.length;
    }
  };
  await pipeline(createReadStream(source), measured, createDeflateRaw(), written, { signal });
  if (size > LARGEST_BYTES) throw new UserError(`${path} is larger than 4 GB: store it by itself.`);
  const entry: Packed = { name, mode: mode & 0o111 ? 0o100755 : 0o100644, crc, packed, size, offset };
  const header = localHeader(entry);
  await file.write(header, 0, header.length, offset);
  return entry;
}

function localHeader({ name, crc, packed, size }: Packed): Buffer {
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(UTF8, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  name.copy(header, 30);
  return header;
}

function directoryEntry({ name, mode, crc, packed, size, offset }: Packed): Buffer {
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  // Made on Unix, so that the mode counts.
  entry.writeUInt16LE((3 << 8) | 20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(UTF8, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE((mode << 16) >>> 0, 38);
  entry.writeUInt32LE(offset, 42);
  name.copy(entry, 46);
  return entry;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
