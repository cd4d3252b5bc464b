import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** One replacement in a text: `length` UTF-16 units at `offset` become `text`. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** The text with every edit made and all else as it was. Edits do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length), text);
}

/**
 * The file's text, byte-order mark included, such that writing it back gives the same bytes; undefined where there is no file.
 * Throws a UserError where it cannot be read.
 */
export async function readText(path: string, shownAs: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UserError({
      message: `${shownAs.slice(0, 120)} could not be read: ${whyUnreadable(error)}`,
      file: shownAs,
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError({ message: `${shownAs} is not UTF-8 text. Save it as UTF-8.`, file: shownAs });
  }
}
