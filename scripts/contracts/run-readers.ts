import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './source.ts';

/** Who tells the others of the run, with the toolkit behind it. */
const DOOR = 'platform/runner/context.ts';
/** What the runner says of the run; the files that a step writes to and the folder it works in are not of the run. */
const OF_THE_RUN =
  /env(?:\.|\[')GITHUB_(?!PATH|OUTPUT|STEP_SUMMARY|WORKSPACE)|\bGITHUB_\w+: \w+[,\s].*\} = .*env|given\('GITHUB_/;
const TOOLKIT = /['/]@actions\/github\b/;

/** The lines of src that read what only `platform/runner/context` reads. */
export function runReaders(project: string): Finding[] {
  const names = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.ts')).map((name) => name.replaceAll('\\', '/'));
  return files.flatMap((name) => runReadersIn(name, readFileSync(join(project, 'src', name), 'utf8')));
}

/** The same of one file, by its path there. */
export function runReadersIn(name: string, text: string): Finding[] {
  if (name === DOOR) return [];
  return text.split('\n').flatMap((line, index) => {
    const what = OF_THE_RUN.test(line) ? 'reads what the runner says of the run' : 'imports @actions/github';
    const isRead = OF_THE_RUN.test(line) || TOOLKIT.test(line);
    return isRead ? [{ file: `src/${name}`, line: index + 1, message: `${what}: ask ${DOOR}.` }] : [];
  });
}
