import { gunzipSync } from 'node:zlib';
import { UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { withoutMark } from '../../platform/text/byte-order-mark.ts';

const BLOCK = 512;
/** npm's own limit for a package is far below. */
const LARGEST = 1024 * 1024 * 1024;
/** What unpacks to more than this, and to more than so many times its size, is no package but a trap. */
const ORDINARY = 64 * 1024 * 1024;
const HIGHEST_RATIO = 100;

/**
 * The package.json inside an npm tarball, whose name and version are what npm publishes, whatever the file is called. Throws a
 * UserError where there is none, or more than one of which npm might take another.
 */
export function packedManifest(tarball: Uint8Array, shownAs: string): Readonly<Record<string, unknown>> {
  const manifests: Buffer[] = [];
  try {
    const tar = gunzipSync(tarball, { maxOutputLength: largestOf(tarball) });
    for (const { name, type, content } of entriesOf(tar)) {
      // npm drops the first folder, whatever it is called; an extended header may rename the entry behind it.
      const renames = type === EXTENDED && content.includes('package.json');
      if (renames) throw new Error('it renames a package.json');
      if (/^[^/]+\/+(?:\.\/+)*package\.json$/.test(name.replace(/^(?:\.\/+)+/, ''))) manifests.push(content);
    }
    if (manifests.length !== 1) throw new Error(`it holds ${manifests.length} of them`);
    const manifest: unknown = JSON.parse(withoutMark(String(manifests[0])));
    if (!isRecord(manifest)) throw new Error('it is no map');
    return manifest;
  } catch (error) {
    throw new UserError(`${shownAs} is no package: its package.json cannot be read: ${(error as Error).message}.`);
  }
}

function largestOf({ length }: Uint8Array): number {
  return Math.min(LARGEST, Math.max(ORDINARY, length * HIGHEST_RATIO));
}

/** What package managers pack: files, folders, links (which npm leaves out), and extended headers of what comes behind them. */
const FILE = new Set(['', '0']);
const EXTENDED = 'x';
const EMPTY = new Set(['1', '2', '5']);
/** What an extended header may say; by anything else another reader might take the entry behind it for something else. */
const KEYS = /^\d+ (?:path|size|[acm]time|[ug]id|[ug]name|comment|(?:SCHILY|LIBARCHIVE)\.[\w.]+)=/;

/**
 * The entries of an archive that every reader reads alike. Readers differ in what they do with a header that is not in order (pass
 * over it alone, or with what it is said to hold), and npm's goes on behind the end: such an archive is refused.
 */
function* entriesOf(tar: Buffer): Generator<{ name: string; type: string; content: Buffer }> {
  let announced: readonly number[] | undefined;
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK);
    if (!header.some(Boolean)) {
      if (tar.subarray(at).some(Boolean)) throw new Error('something stands behind its end');
      return;
    }
    const { name, type, size } = readHeader(header);
    const isAsAnnounced = announced === undefined || (type !== EXTENDED && announced.every((one) => one === size));
    if (at + BLOCK + size > tar.length || !isAsAnnounced) throw new Error('it is damaged');
    const content = tar.subarray(at + BLOCK, at + BLOCK + size);
    announced = type === EXTENDED ? sizesIn(content.toString()) : undefined;
    yield { name, type, content };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** What an extended header says of the size of the entry behind it, once or more; a name that ends in a slash says that it has none. */
function sizesIn(records: string): number[] {
  if (records.split('\n').some((line) => line !== '' && !KEYS.test(line)))
    throw new Error('it has an extended header that no package manager writes');
  const folder = /^\d+ path=.*\/$/m.test(records) ? [0] : [];
  return [...folder, ...[...records.matchAll(/^\d+ size=(.*)$/gm)].map(([, size]) => Number(size))];
}

/** https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html, ustar interchange format */
function readHeader(header: Buffer): { name: string; type: string; size: number } {
  const text = (from: number, length: number) => header.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  const octal = (from: number, length: number) => Number.parseInt(text(from, length).trim() || '0', 8);
  const size = octal(124, 12);
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (!Number.isSafeInteger(size) || size < 0 || octal(148, 8) !== sum) throw new Error('it is damaged');
  const [type, link] = [text(156, 1), text(157, 100)];
  // Of the older format of GNU tar, other things stand where the prefix does.
  const prefix = header.toString('latin1', 257, 265) === 'ustar\x0000' ? text(345, 155) : '';
  const name = prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
  const holds = type === EXTENDED || (FILE.has(type) && !name.endsWith('/'));
  const isKnown = holds || EMPTY.has(type) || FILE.has(type);
  if (!isKnown || name === '' || (size > 0 && !holds) || (link !== '' && (holds || FILE.has(type))))
    throw new Error(`its entry ${JSON.stringify(name)} is none that a package manager packs`);
  return { name, type, size };
}
