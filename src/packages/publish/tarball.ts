import { gunzipSync } from 'node:zlib';
import { UserError } from '../../platform/errors.ts';

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
      const renames = (type === 'x' || type === 'g' || type === 'L') && content.includes('package.json');
      if (renames) throw new Error('it renames a package.json');
      if (/^[^/]+\/+(?:\.\/+)*package\.json$/.test(name.replace(/^(?:\.\/+)+/, ''))) manifests.push(content);
    }
    if (manifests.length !== 1) throw new Error(`it holds ${manifests.length} of them`);
    const manifest: unknown = JSON.parse(String(manifests[0]).replace(/^\uFEFF/, ''));
    if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) throw new Error('it is no map');
    return manifest as Record<string, unknown>;
  } catch (error) {
    throw new UserError(`${shownAs} is no package: its package.json cannot be read: ${(error as Error).message}.`);
  }
}

function largestOf({ length }: Uint8Array): number {
  return Math.min(LARGEST, Math.max(ORDINARY, length * HIGHEST_RATIO));
}

function* entriesOf(tar: Buffer): Generator<{ name: string; type: string; content: Buffer }> {
  const text = (from: number, length: number) => {
    const bytes = tar.subarray(from, from + length);
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end < 0 ? length : end);
  };
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    if (!Number.isSafeInteger(size) || size < 0 || at + BLOCK + size > tar.length) throw new Error('it is damaged');
    const prefix = text(at + 257, 5) === 'ustar' ? text(at + 345, 155) : '';
    const name = prefix === '' ? text(at, 100) : `${prefix}/${text(at, 100)}`;
    yield { name, type: text(at + 156, 1), content: tar.subarray(at + BLOCK, at + BLOCK + size) };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
