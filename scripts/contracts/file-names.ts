import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './source.ts';

/** An entry is named as its action, which people call by that name; so may be the file of what it calls. */
const ENTRY = /^actions\/[^/]+$/;

/** Files of src that have the name of another one: anyone who reads it does not know which is meant. */
export function sharedNames(project: string): Finding[] {
  const names = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' });
  return sharedAmong(names.filter((name) => name.endsWith('.ts')).map((name) => name.replaceAll('\\', '/')));
}

/** The same of these paths below src. */
export function sharedAmong(paths: readonly string[]): Finding[] {
  const files = paths.filter((path) => !ENTRY.test(path)).sort();
  return files.flatMap((file) => {
    const other = files.find((one) => one < file && nameOf(one) === nameOf(file));
    if (other === undefined) return [];
    return [{ file: `src/${file}`, line: 1, message: `has the name of src/${other}: call it by what it alone knows.` }];
  });
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}
