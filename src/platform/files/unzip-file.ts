import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { quote } from '../text/wording.ts';
import { asBroken, broken, type Entry, findDirectory, harmlessEntries, type UnzipLimits } from './unzip.ts';

const LONGEST_END = 22 + 0xffff;
const LARGEST_DIRECTORY_BYTES = 64 * 1024 * 1024;
const LOCAL = 0x04034b50;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Unpacks an archive that is too large for memory into a folder that is there and has none of its files, by the rules of `unzip`:
 * nothing before all of its directory was found harmless. A folder that is left half-full is the caller's to remove. Throws a UserError.
 */
export async function unzipFile(
  archive: string,
  folder: string,
  rules: UnzipLimits & { signal: AbortSignal },
): Promise<void> {
  const file = await open(archive, 'r');
  try {
    for (const entry of await entriesOf(file, rules)) await extract(file, entry, { folder, signal: rules.signal });
  } catch (error) {
    throw asBroken(error);
  } finally {
    await file.close();
  }
}

async function entriesOf(file: FileHandle, limits: UnzipLimits): Promise<Entry[]> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  const { count, start, bytes } = findDirectory(tail, limits.maxFiles);
  if (bytes > LARGEST_DIRECTORY_BYTES) throw broken('its directory is too large');
  return harmlessEntries(await bytesAt(file, start, bytes), count, limits);
}

async function extract(
  file: FileHandle,
  { name, offset, packed, size, crc, method, executable }: Entry,
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
): Promise<void> {
  const header = await bytesAt(file, offset, 30);
  if (header.readUInt32LE(0) !== LOCAL) throw broken('its directory is damaged');
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const target = join(folder, ...name.split('/'));
  const isNot = () => broken(`${JSON.stringify(name)} in it is not what its directory says`);
  let [found, length] = [0, 0];
  const verified = new Transform({
    transform(chunk: Buffer, _, done) {
      found = crc32(chunk, found);
      length += chunk.length;
      // More than it claims to be is written nowhere.
      done(length > size ? isNot() : null, chunk);
    },
  });
  const unpacked = method === 0 ? new PassThrough() : createInflateRaw();
  try {
    await mkdir(dirname(target), { recursive: true });
    const out = createWriteStream(target, { flags: 'wx', mode: executable ? 0o755 : 0o644 });
    await pipeline(pieces(file, start, packed), unpacked, verified, out, { signal });
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) throw isNot();
    // Its name is too long for this disk, or the same as another's here; or the disk is full.
    throw syscall === undefined ? error : broken(`${quote(name)} in it cannot be written: ${code}`);
  }
  if (length !== size || found !== crc) throw isNot();
}

async function* pieces(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += CHUNK_BYTES)
    yield await bytesAt(file, start + at, Math.min(CHUNK_BYTES, length - at));
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw broken('it is cut off');
  return buffer;
}
