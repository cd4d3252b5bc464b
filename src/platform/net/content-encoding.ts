import { promisify } from 'node:util';

/** Why a body could not be unpacked. */
type UnpackFailure = 'too-large' | 'unknown' | 'damaged';

/**
 * The body as it was before it was packed (RFC 9110 8.4), of at most `maxBytes`: a small body may unfold to one that fills the
 * memory. Several encodings are undone from the last to the first.
 */
export async function unpack(
  bytes: Uint8Array,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array | UnpackFailure> {
  const names = (encoding ?? '').split(',').map((name) => name.trim().toLowerCase());
  let unpacked: Uint8Array = bytes;
  for (const name of names.reverse()) {
    if (name === '' || name === 'identity' || unpacked.byteLength === 0) continue;
    const result = await unpackOne(unpacked, name, maxBytes);
    if (typeof result === 'string') return result;
    unpacked = result;
  }
  return unpacked;
}

async function unpackOne(bytes: Uint8Array, name: string, maxBytes: number): Promise<Uint8Array | UnpackFailure> {
  const zlib = await import('node:zlib');
  const options = { maxOutputLength: maxBytes };
  const ways: Readonly<Record<string, readonly (() => Promise<Buffer>)[]>> = {
    gzip: [() => promisify(zlib.gunzip)(bytes, options)],
    'x-gzip': [() => promisify(zlib.gunzip)(bytes, options)],
    br: [() => promisify(zlib.brotliDecompress)(bytes, options)],
    // Some servers leave out the frame that the name promises.
    deflate: [() => promisify(zlib.inflate)(bytes, options), () => promisify(zlib.inflateRaw)(bytes, options)],
    zstd: [() => promisify(zlib.zstdDecompress)(bytes, options)],
  };
  const attempts = Object.hasOwn(ways, name) ? (ways[name] ?? []) : [];
  let failure: UnpackFailure = attempts.length === 0 ? 'unknown' : 'damaged';
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') failure = 'too-large';
    }
  }
  return failure;
}
