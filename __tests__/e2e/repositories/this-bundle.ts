import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/project.ts';
import { run } from '../../support/processes.ts';
import type { RepositoryFiles } from '../engine/world.ts';

/** The tests that the copy keeps: quick ones, without anything random. */
const TESTS = /^__tests__\/(?:scripts\/release|yaml)\.test\.ts$/;

/**
 * This repository as it is in the working tree, with few of its tests, so that `npm test` takes seconds. `npm ci` links the
 * packages that are installed here.
 */
export async function thisBundle(changes: Readonly<Record<string, string>> = {}): Promise<RepositoryFiles> {
  const listed = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: root,
  });
  const deleted = new Set((await run('git', ['ls-files', '--deleted'], { cwd: root })).split('\n'));
  const paths = listed.split('\n').filter((path) => path !== '' && !deleted.has(path) && isKept(path));
  const files = paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const);
  return {
    files: { ...Object.fromEntries(await Promise.all(files)), ...changes },
    executable: ['.ci/audit', '.ci/run'],
    installed: join(root, 'node_modules'),
    immutableReleases: true,
  };
}

function isKept(path: string): boolean {
  return !path.endsWith('.test.ts') || TESTS.test(path);
}
