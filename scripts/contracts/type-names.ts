import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './source.ts';

/** The same thing in rooms that may not import each other. */
const SAME = ['PackageName', 'ReleaseType'];

/** Types that src exports from more than one file: anyone who reads the name does not know which is meant. */
export function sharedTypes(project: string): Finding[] {
  const names = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.ts')).map((name) => name.replaceAll('\\', '/'));
  return sharedTypesIn(new Map(files.sort().map((name) => [name, readFileSync(join(project, 'src', name), 'utf8')])));
}

/** The same of these texts by their paths below src. */
export function sharedTypesIn(texts: ReadonlyMap<string, string>): Finding[] {
  const seen = new Map<string, string>();
  return [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/^export (?:declare )?(?:interface|type|class) (\w+)/gm)].flatMap(({ 1: type = '', index }) => {
      const other = seen.get(type);
      seen.set(type, other ?? file);
      if (other === undefined || SAME.includes(type)) return [];
      const line = text.slice(0, index).split('\n').length;
      return [{ file: `src/${file}`, line, message: `exports ${type}, as src/${other} does: say whose it is.` }];
    }),
  );
}
