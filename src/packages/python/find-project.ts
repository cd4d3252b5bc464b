import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import type { FolderWorkspace } from '../../platform/files/folder-tree.ts';
import { parseToml } from './toml.ts';

const DEEPEST = 4;
const MOST_FOLDERS = 10_000;
const SKIPPED = new Set(['node_modules', 'site-packages', 'venv', 'build', 'dist', '__pycache__']);

/**
 * The one Python project of a workspace, for when none was named. None is a UserError, and so are several: a guess could
 * write into an example or a fixture. Hidden folders, virtual environments and links are not searched.
 */
export async function onlyProject(workspace: FolderWorkspace): Promise<string> {
  const found: string[] = [];
  const queue = [{ folder: workspace.root, depth: 0 }];
  for (let seen = 0; seen < MOST_FOLDERS; seen += 1) {
    const next = queue.shift();
    if (!next) break;
    const entries = await readdir(next.folder, { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    if (files.includes('pyvenv.cfg')) continue;
    if (await isProject(workspace, next.folder, files)) found.push(workspace.shown(next.folder));
    if (next.depth === DEEPEST) continue;
    const folders = entries.filter(
      (entry) => entry.isDirectory() && !/^\./.test(entry.name) && !SKIPPED.has(entry.name),
    );
    queue.push(...folders.map(({ name }) => ({ folder: join(next.folder, name), depth: next.depth + 1 })));
  }
  const [first, ...others] = found.sort();
  if (first !== undefined && others.length === 0) return first;
  throw new UserError(
    first === undefined
      ? `No Python project was found in the workspace, down to ${DEEPEST} folders deep: no pyproject.toml with [project] or ` +
          '[tool.poetry], no setup.cfg with [metadata], no setup.py. Name its folder in the input to.'
      : `${found.length} Python projects were found: ${found.slice(0, 10).join(', ')}. Name the ones to synchronise in the input to, one a line.`,
  );
}

/** A pyproject.toml that only configures tools (a linter at the root) is no project. */
async function isProject(workspace: FolderWorkspace, folder: string, files: readonly string[]): Promise<boolean> {
  if (files.includes('setup.py')) return true;
  const read = (name: string) => (files.includes(name) ? workspace.read(join(folder, name)) : undefined);
  if (/^\[metadata\]/m.test((await read('setup.cfg'))?.text ?? '')) return true;
  const file = await read('pyproject.toml');
  if (!file) return false;
  const toml = await parseToml(file);
  return [['project'], ['tool', 'poetry'], ['tool', 'flit', 'metadata']].some(
    (path) => toml.get(...path) !== undefined,
  );
}
