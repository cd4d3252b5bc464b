import { messageOf } from '../../platform/errors.ts';
import { withoutMark } from '../../platform/text/byte-order-mark.ts';
import { depthOf, MOST_NESTED, TOO_DEEP } from '../../platform/text/nesting.ts';

export type Json =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not-json'; readonly reason: string };

/** Reads text from elsewhere as JSON; text nested too deeply counts as none. */
export function readJson(text: string): Json {
  if (depthOf(text) > MOST_NESTED) return { kind: 'not-json', reason: TOO_DEEP };
  try {
    return { kind: 'json', value: JSON.parse(withoutMark(text)) };
  } catch (error) {
    return { kind: 'not-json', reason: text.trim() === '' ? 'it is empty' : messageOf(error).slice(0, 120) };
  }
}

/** The value at a JSON pointer (`/a/0/b`, RFC 6901) or at dotted names (`a.b`); undefined where there is none. */
export function valueAt(value: unknown, path: string): unknown {
  const keys = path.startsWith('/')
    ? path
        .slice(1)
        .split('/')
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    : path.split('.').filter((key) => key !== '');
  let current = value;
  for (const key of keys) {
    if (current === null || typeof current !== 'object' || !Object.hasOwn(current, key)) return undefined;
    if (Array.isArray(current) && key === 'length') return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}
