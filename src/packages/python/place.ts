import { UserError } from '../../platform/errors.ts';
import type { SourceFile } from '../../platform/files/folder-tree.ts';

/** Where a version stands in a file, without its quotes. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** One place that holds the project's version and can be written. */
export interface Place extends TextSpan {
  readonly type: 'place';
  readonly file: SourceFile;
  /** What a reader calls it: `[project].version`, `__version__`. */
  readonly name: string;
  readonly spelling: 'pep440' | 'cargo';
  /** A lock file is brought in line whatever it says; another copy only where it says the same as the source. */
  readonly role: 'source' | 'lock' | 'copy';
}

/** What the search for a project's version brought to light. */
export type VersionFinding =
  | Place
  /** The version is made at build time: there is nothing to write. */
  | { readonly type: 'elsewhere'; readonly reason: string }
  /** Something looked like a version but is not ours to write. */
  | { readonly type: 'left-alone'; readonly reason: string };

/** A place that is a source in PEP 440, which nearly all are. */
export function place(file: SourceFile, name: string, span: TextSpan): Place {
  return { type: 'place', file, name, start: span.start, end: span.end, spelling: 'pep440', role: 'source' };
}

/** The text that stands at a place now. */
export function textAt({ file, start, end }: Place): string {
  return file.text.slice(start, end);
}

/** How a message names a place: its file and its name there. */
export function shownPlace({ file, name }: Place): string {
  return `${file.shown} (${name})`;
}

/** The span without white space at its ends. */
export function trimmed(text: string, { start, end }: TextSpan): TextSpan {
  const content = text.slice(start, end);
  const lead = content.length - content.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + content.trimEnd().length) };
}

/** A fault of the reader's at an offset of a file. */
export function faultAt(file: SourceFile, offset: number, message: string): UserError {
  const before = file.text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return new UserError({ message, file: file.shown, line, column });
}
