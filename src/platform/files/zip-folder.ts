import { createReadStream } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { UserError } from '../errors.ts';
import { quote } from '../text/wording.ts';
import { readDirectory, whyHarmful } from './unzip.ts';
import { writeAt } from './write-at.ts';

const MOST_FILES = 65_000;
const LARGEST_BYTES = 4 * 1024 ** 3 - 64 * 1024 * 1024;
/** Of the format: what it takes to unpack it. */
const VERSION = 20;
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
 * give the same bytes. Empty folders are left out. Links and special files are faults, and whatever else `unzip` would unpack nowhere.
 * Throws a UserError.
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
    const why = whyHarmful(readDirectory(directory, entries.length), { maxBytes: Number.POSITIVE_INFINITY });
    if (why !== undefined)
      throw new UserError(
        `The folder cannot be stored, for nobody could fetch it: ${why}. Pack it before, and store the archive.`,
      );
    await writeAt(file, Buffer.concat([directory, endRecord(entries.length, directory.length, at)]), at);
  } finally {
    await file.close();
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    const unfit = path.includes('\\') ? 'has a backslash' : path.includes('\uFFFD') ? 'is not valid UTF-8' : undefined;
    if (unfit) throw new UserError(`${quote(path)} in the folder cannot be stored: its name ${unfit}. Rename it.`);
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
      await writeAt(file, chunk, start + packed);
      packed += chunk.length;
    }
  };
  await pipeline(createReadStream(source), measured, createDeflateRaw(), written, { signal });
  if (size > LARGEST_BYTES) throw new UserError(`${path} is larger than 4 GB: store it by itself.`);
  const entry: Packed = { name, mode: mode & 0o111 ? 0o100755 : 0o100644, crc, packed, size, offset };
  await writeAt(file, localHeader(entry), offset);
  return entry;
}

function localHeader(entry: Packed): Buffer {
  return Buffer.concat([signature(0x04034b50), facts(entry), entry.name]);
}

function directoryEntry(entry: Packed): Buffer {
  const more = Buffer.alloc(14);
  more.writeUInt32LE((entry.mode << 16) >>> 0, 6);
  more.writeUInt32LE(entry.offset, 10);
  // Made on Unix, so that the mode counts.
  return Buffer.concat([signature(0x02014b50), Buffer.from([VERSION, 3]), facts(entry), more, entry.name]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** What a file's own header and its entry in the directory both say. */
function facts({ name, crc, packed, size }: Packed): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(UTF8, 2);
  bytes.writeUInt16LE(DEFLATED, 4);
  bytes.writeUInt16LE(DATE, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
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
