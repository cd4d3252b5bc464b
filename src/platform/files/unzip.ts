import { crc32, inflateRawSync } from 'node:zlib';
import { KnownError, UserError } from '../errors.ts';

export interface UnzipLimits {
  /** Bytes of all files together, unpacked. */
  readonly maxBytes: number;
  readonly maxFiles: number;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  /** Type bits of the Unix mode; 0 where the archive has none. */
  readonly type: number;
  readonly encrypted: boolean;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const SHORTEST_END = 22;
const LONGEST_COMMENT = 0xffff;
const REGULAR = 0x8000;
const FOLDER = 0x4000;
const HIGHEST_RATIO = 200;
/** Below this size a high ratio is nothing unusual. */
const RATIO_FROM = 1024 * 1024;

/**
 * The files of a zip archive that somebody else made, by their paths. Nothing is unpacked before the whole directory was found
 * harmless: paths stay inside, plain files only (no links), sizes and ratio within limits; contents are checked against the
 * archive's checksums. Throws a UserError. (The usual libraries do not tell what is a link.)
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function unzip(archive: Uint8Array, limits: UnzipLimits): Map<string, Uint8Array> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const entries = readDirectory(bytes, limits.maxFiles);
    checkSizes(entries, limits);
    const files = new Map<string, Uint8Array>();
    for (const entry of entries) {
      checkEntry(entry);
      if (entry.name.endsWith('/')) continue;
      if (files.has(entry.name)) throw broken(`it holds ${JSON.stringify(entry.name)} twice`);
      files.set(entry.name, unpack(bytes, entry));
    }
    return files;
  } catch (error) {
    // What is left is a number in the archive that points outside of it.
    throw error instanceof KnownError ? error : broken('it is cut off or damaged');
  }
}

function readDirectory(bytes: Buffer, maxFiles: number): Entry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > maxFiles) throw broken(`it holds ${count} files, more than the ${maxFiles} allowed`);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY) throw broken('its directory is damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      type: (bytes.readUInt32LE(at + 38) >>> 16) & 0xf000,
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - SHORTEST_END - LONGEST_COMMENT);
  for (let at = bytes.length - SHORTEST_END; at >= first; at -= 1) {
    const ends = bytes.readUInt32LE(at) === END && at + SHORTEST_END + bytes.readUInt16LE(at + 20) === bytes.length;
    if (ends) return at;
  }
  throw broken('it is no zip archive, or cut off');
}

function checkSizes(entries: readonly Entry[], { maxBytes }: UnzipLimits): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (size > maxBytes) throw broken(`it unpacks to ${size} bytes, more than the ${maxBytes} allowed`);
  if (size > RATIO_FROM && size > packed * HIGHEST_RATIO) {
    throw broken(`it unpacks ${packed} bytes to ${size}, as only an attack does`);
  }
}

function checkEntry({ name, type, encrypted, method }: Entry): void {
  const shown = JSON.stringify(name);
  const segments = name.replace(/\/$/, '').split('/');
  const leaves = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  if (leaves || /[\\\0]|^[A-Za-z]:/.test(name)) throw broken(`the path ${shown} in it leads outside`);
  if (type !== 0 && type !== REGULAR && type !== FOLDER) throw broken(`${shown} in it is a link or special file`);
  if (encrypted) throw broken(`${shown} in it is encrypted`);
  if (method !== 0 && method !== 8) throw broken(`${shown} in it is packed by an unknown method (${method})`);
}

function unpack(bytes: Buffer, { name, offset, packed, size, method, crc }: Entry): Uint8Array {
  if (bytes.readUInt32LE(offset) !== LOCAL) throw broken('its directory is damaged');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw broken('it is cut off');
  const data = bytes.subarray(start, start + packed);
  const contents = method === 0 ? Buffer.from(data) : inflate(data, size);
  if (contents?.length !== size || crc32(contents) !== crc) {
    throw broken(`${JSON.stringify(name)} in it is not what its directory says`);
  }
  return contents;
}

/** Undefined where the data is damaged or more than it claims to be. */
function inflate(data: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return undefined;
  }
}

function broken(reason: string): UserError {
  return new UserError(`The archive was not unpacked: ${reason}.`);
}
