import { messageOf, UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';

/** A document that is a map; empty where there is none. Throws a UserError where it cannot be read: anyone may have edited it. */
export function parseDocument(text: string | undefined, path: string): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable(path, messageOf(error));
  }
  if (!isRecord(value)) throw unreadable(path, 'it is not a JSON object');
  return value;
}

/** A document that is a map of one kind of thing. Throws a UserError where one of them is none. */
export function readDocument<T>(
  text: string | undefined,
  path: string,
  isOne: (value: unknown) => value is T,
): Readonly<Record<string, T>> {
  const document = parseDocument(text, path);
  const odd = Object.entries(document).find(([, value]) => !isOne(value));
  if (odd) throw unreadable(path, `its entry ${JSON.stringify(odd[0])} is not what it should be`);
  return document as Readonly<Record<string, T>>;
}

function unreadable(path: string, why: string): UserError {
  return new UserError(`${path} on the state branch cannot be read: ${why}. Restore it from the branch's history.`);
}

/** As a text that people can read and git can compare. */
export function serialiseDocument(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
