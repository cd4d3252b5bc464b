import { isText, listOf, parsedJson } from '../../../platform/records.ts';

/** What we wrote to an instance that others could have written just as well, so that only ours is ever taken away. */
interface Memory {
  /** Whether we have written to the instance at all. */
  readonly written: boolean;
  /** Tags that were not there before us. */
  readonly tags: readonly string[];
  /** `address:port` where we chose it. */
  readonly address: string | undefined;
  /** The metadata that holds this. */
  readonly keys: readonly string[];
}

const TAGS = 'release-actions-tags';
const ADDRESS = 'release-actions-address';
/** Bytes of one value: Consul takes 512. */
const VALUE = 512;

/** Reads the memory out of an instance's metadata; damaged, it holds nothing, so that nothing is taken away by it. */
export function memoryOf(meta: Readonly<Record<string, string>>): Memory {
  const parts = Object.keys(meta).filter((key) => key === TAGS || key.startsWith(`${TAGS}-`));
  const text = Array.from({ length: parts.length }, (_, index) => meta[tagsKey(index)] ?? '').join('');
  const keys = [...parts, ...(ADDRESS in meta ? [ADDRESS] : [])];
  return { written: keys.length > 0, tags: text === '' ? [] : parseTags(text), address: meta[ADDRESS], keys };
}

/** The metadata that holds a memory. */
export function remember({ tags, address }: Pick<Memory, 'tags' | 'address'>): Record<string, string> {
  // Escaped to ASCII, so that characters are bytes.
  const text = JSON.stringify(tags).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const chunks = text.match(new RegExp(`.{1,${VALUE}}`, 'g')) ?? [];
  return {
    ...Object.fromEntries(chunks.map((chunk, index) => [tagsKey(index), chunk])),
    ...(address === undefined ? {} : { [ADDRESS]: address }),
  };
}

function tagsKey(index: number): string {
  return index === 0 ? TAGS : `${TAGS}-${index + 1}`;
}

function parseTags(text: string): string[] {
  return listOf(parsedJson(text)).filter(isText);
}
