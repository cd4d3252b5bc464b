/**
 * Why the files that are served are not the expected ones, or undefined where they are. Digests are written `sha512-BASE64`
 * (as npm prints them) or `sha256:HEX` (as PyPI does), several separated by blanks; one that is equal is enough.
 */
export function compareIntegrity(expected: string, served: readonly string[]): string | undefined {
  const wanted = expected.split(/\s+/).map(parseDigest);
  const found = served.map(parseDigest).filter((one) => one !== undefined);
  const comparable = found.filter(({ algorithm }) => wanted.some((one) => one?.algorithm === algorithm));
  if (comparable.length === 0) {
    const offered =
      found.length === 0 ? 'no digest that could be read' : found.map(({ algorithm }) => algorithm).join(' and ');
    return `it is served, but its bytes could not be compared: planned was ${expected}, the registry offers ${offered}`;
  }
  const same = comparable.some((one) =>
    wanted.some((other) => other?.algorithm === one.algorithm && other.hex === one.hex),
  );
  if (same) return undefined;
  const shown = comparable.map((one) => (expected.includes(':') ? `${one.algorithm}:${one.hex}` : formatDigest(one)));
  return `it is served with other bytes: planned was ${expected}, served is ${shown.join(' ')}`;
}

/** The digest as npm prints it. */
export function formatDigest({ algorithm, hex }: Digest): string {
  return `${algorithm}-${Buffer.from(hex, 'hex').toString('base64')}`;
}

interface Digest {
  readonly algorithm: string;
  readonly hex: string;
}

const LENGTHS: Readonly<Record<string, number>> = { sha1: 40, sha256: 64, sha384: 96, sha512: 128 };

/** Reads one digest, or undefined where the text is none. */
export function parseDigest(text: string): Digest | undefined {
  const match = /^(sha1|sha256|sha384|sha512)([-:=])([0-9A-Za-z+/=]+)$/.exec(text);
  const [, algorithm = '', separator, value = ''] = match ?? [];
  const hex = separator === '-' ? Buffer.from(value, 'base64').toString('hex') : value.toLowerCase();
  return hex.length === LENGTHS[algorithm] && /^[0-9a-f]+$/.test(hex) ? { algorithm, hex } : undefined;
}
