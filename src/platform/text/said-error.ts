import { isRecord } from '../records.ts';

/**
 * The error that an answer in JSON tells in spite of its status, in short; undefined where it tells none. A count of errors is
 * none, and neither is a place for errors that is empty.
 */
export function saidError(body: unknown): string | undefined {
  const said = isRecord(body) ? [body.error, body.errors].find(isSaid) : undefined;
  if (said === undefined) return undefined;
  return (typeof said === 'string' ? said : JSON.stringify(said)).replace(/\s+/g, ' ').slice(0, 200);
}

function isSaid(value: unknown): boolean {
  if (typeof value === 'string') return !/^\s*(none|null|no|ok|false|0)?\s*$/i.test(value);
  return value === true || (typeof value === 'object' && value !== null && Object.keys(value).length > 0);
}
