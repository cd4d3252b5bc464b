import { crc32, inflateRawSync } from 'node:zlib';
import { KnownError, UserError } from '../errors.ts';

export interface UnzipLimits {
  /** Bytes of all files together, unpacked. */
  readonly maxBytes: number;
  readonly maxFiles: number;
}

export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  /** Type bits of the Unix mode; 0 where the archive has none. */
  readonly type: number;
  readonly executable: boolean;
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
    const { start, count } = findDirectory(bytes, limits.maxFiles);
    const entries = harmlessEntries(bytes.subarray(start), count, limits);
    return new Map(entries.map((entry) => [entry.name, unpack(bytes, entry)]));
  } catch (error) {
    throw asBroken(error);
  }
}

/** What is no failure of ours is a number in the archive that points outside of it. */
export function asBroken(error: unknown): unknown {
  const isNumber = (error as Error | null)?.name === 'RangeError';
  return error instanceof KnownError || !isNumber ? error : broken('it is cut off or damaged');
}

/** Of an archive's last bytes: how many entries its directory has, where that starts in the archive, and how long it is. */
export function findDirectory(tail: Buffer, maxFiles: number): { count: number; start: number; bytes: number } {
  const end = findEnd(tail);
  const count = tail.readUInt16LE(end + 10);
  if (count > maxFiles) throw broken(`it holds ${count} files, more than the ${maxFiles} allowed`);
  return { count, start: tail.readUInt32LE(end + 16), bytes: tail.readUInt32LE(end + 12) };
}

/** The files of a directory, once all of it was found harmless. Throws a UserError. */
export function harmlessEntries(directory: Buffer, count: number, limits: UnzipLimits): Entry[] {
  const entries = readDirectory(directory, count);
  const why = whyHarmful(entries, limits);
  if (why !== undefined) throw broken(why);
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** Why an archive with these entries is not unpacked; undefined where it is. */
export function whyHarmful(entries: readonly Entry[], limits: Pick<UnzipLimits, 'maxBytes'>): string | undefined {
  const names = new Set(entries.map(({ name }) => name));
  const seen = new Set<string>();
  const again = ({ name }: Entry) => {
    if (seen.has(name)) return `it holds ${JSON.stringify(name)} twice`;
    seen.add(name);
    return undefined;
  };
  for (const entry of entries) {
    const why = entryHarm(entry) ?? again(entry) ?? folderHarm(entry.name, names);
    if (why !== undefined) return why;
  }
  return sizeHarm(entries, limits);
}

/** What a file is in is no file itself. */
function folderHarm(name: string, names: ReadonlySet<string>): string | undefined {
  for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) {
    const folder = name.slice(0, at);
    if (names.has(folder)) return `${JSON.stringify(folder)} in it is a file and a folder`;
  }
  return undefined;
}

/** The entries of a directory, whatever they are. Throws a UserError where it is damaged. */
export function readDirectory(bytes: Buffer, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
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
      executable: ((bytes.readUInt32LE(at + 38) >>> 16) & 0o111) !== 0,
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

function sizeHarm(entries: readonly Entry[], { maxBytes }: Pick<UnzipLimits, 'maxBytes'>): string | undefined {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (size > maxBytes) return `it unpacks to ${size} bytes, more than the ${maxBytes} allowed`;
  const isBomb = size > RATIO_FROM && size > packed * HIGHEST_RATIO;
  return isBomb ? `it unpacks ${packed} bytes to ${size}, as only an attack does` : undefined;
}

function entryHarm({ name, type, encrypted, method }: Entry): string | undefined {
  const shown = JSON.stringify(name);
  const segments = name.replace(/\/$/, '').split('/');
  const leaves = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  if (leaves || /[\\\0]|^[A-Za-z]:/.test(name)) return `the path ${shown} in it leads outside`;
  if (type !== 0 && type !== REGULAR && type !== FOLDER) return `${shown} in it is a link or special file`;
  if (encrypted) return `${shown} in it is encrypted`;
  if (method !== 0 && method !== 8) return `${shown} in it is packed by an unknown method (${method})`;
  return undefined;
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

export function broken(reason: string): UserError {
  return new UserError(`The archive was not unpacked: ${reason}.`);
}
