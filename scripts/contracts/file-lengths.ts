import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './source.ts';

const LONGEST = 250;
/** An entry reads inputs, calls one function and sets outputs. */
const LONGEST_ENTRY = 80;

/** The files of src that have become too long to know one thing. */
export function longFiles(project: string): Finding[] {
  const names = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.ts')).map((name) => name.replaceAll('\\', '/'));
  return files.flatMap((name) => tooLong(name, readFileSync(join(project, 'src', name), 'utf8')));
}

/** What is said of one file of src, by its path there. */
export function tooLong(name: string, text: string): Finding[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  const most = /^actions\/[^/]+$/.test(name) ? LONGEST_ENTRY : LONGEST;
  const message = `has ${lines} lines, ${most} at most: move what is another idea into a file of its own.`;
  return lines > most ? [{ file: `src/${name}`, line: most + 1, message }] : [];
}
