import type { Reply } from '../../net/transport.ts';
import { isRecord } from '../../records.ts';

/** What an answer holds: a JSON value (undefined where it has no body), or why it cannot be read. */
type Content = { readonly data: unknown } | { readonly fault: string };

const UTF8 = new TextDecoder();

/** Reads the body as JSON: whatever stands in between (a proxy, a login page, a broken connection) is told apart. */
export function contentOf({ bytes, headers }: Pick<Reply, 'bytes' | 'headers'>): Content {
  const text = UTF8.decode(bytes);
  if (text.trim() === '') return { data: undefined };
  try {
    return { data: JSON.parse(text) };
  } catch {
    const start = JSON.stringify(text.slice(0, 60));
    if (isHtml(text, headers)) {
      return {
        fault: `The answer is an HTML page (${start}), not GitHub's JSON: check that api-url is GitHub's API and that no proxy or login page stands in between.`,
      };
    }
    return { fault: `The answer is not complete JSON (it begins ${start}, ${bytes.byteLength} bytes).` };
  }
}

/** GitHub's own words in an error: its message and, for a validation, what is wrong with which field. */
export function messageIn(reply: Reply): string {
  const content = contentOf(reply);
  if (!('data' in content) || !isRecord(content.data)) return '';
  const { message, errors } = content.data;
  const details = Array.isArray(errors) ? errors.map(detailOf).filter((detail) => detail !== '') : [];
  return [typeof message === 'string' ? message : '', ...details].filter((part) => part !== '').join('; ');
}

function detailOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (!isRecord(error)) return '';
  if (typeof error.message === 'string') return error.message;
  return [error.resource, error.field, error.code].filter((part) => typeof part === 'string').join(' ');
}

export function isHtml(text: string, headers: Reply['headers']): boolean {
  return /text\/html/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html)/i.test(text);
}
