import { isRecord } from '../../platform/records.ts';

/** A document that is a map; undefined where there is no text. Throws where it is none. */
export function parseDocument<T extends object>(text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) throw new Error('It is not a JSON object.');
  return value as T;
}

/** As a text that people can read and git can compare. */
export function serialiseDocument(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
