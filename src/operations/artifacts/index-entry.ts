import type { Stored } from './blob-store.ts';

/** Of what an artifact is, and what it is of. */
interface IndexEntry {
  readonly component: string | undefined;
  readonly environment: string | undefined;
  readonly name: string;
  readonly sha256: string;
}

export interface Indexed extends IndexEntry {
  readonly key: string;
  readonly storedAt: number;
}

const NONE = '-';

/** All that prune asks is in the key, so that a list of keys answers it; the same thing stored again is the same entry. */
export function entryKey({ component = NONE, environment = NONE, name, sha256 }: IndexEntry): string {
  return ['index', ...[component, environment, name].map(segment), sha256].join('/');
}

/** One that leads neither up nor deeper. */
function segment(text: string): string {
  const encoded = encodeURIComponent(text);
  return /^\.+$/.test(encoded) ? encoded.replaceAll('.', '%2E') : encoded;
}

/** What a key says; undefined for one that is none of ours. */
export function indexedOf({ key, writtenAt }: Stored): Indexed | undefined {
  const [index, component = '', environment = '', name = '', sha256 = '', ...more] = key.split('/');
  if (index !== 'index' || more.length > 0 || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  try {
    const [of, within, called] = [component, environment, name].map(decodeURIComponent);
    const given = (text: string | undefined) => (text === NONE ? undefined : text);
    return { key, storedAt: writtenAt, component: given(of), environment: given(within), name: called ?? '', sha256 };
  } catch {
    return undefined;
  }
}
