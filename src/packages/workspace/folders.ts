import { trimEnd } from '../../platform/text/trim-end.ts';
import type { SourceTree } from './source-tree.ts';

/** Deeper folders than this are not looked into. */
const DEEPEST = 20;

/**
 * The folders that a pattern names and no `!pattern` takes away (with all that is below it), whatever their order, as manypkg
 * has it; sorted, the root as `.`. Only the folders that a pattern can reach are listed, and none outside of the tree.
 */
export async function matchingFolders(tree: SourceTree, patterns: readonly string[]): Promise<string[]> {
  const { default: picomatch } = await import('picomatch');
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!') && !leaves(pattern)).map(plain);
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => plain(pattern.slice(1)));
  const found = await Promise.all(
    wanted.map(async (pattern) => {
      const { base, glob } = picomatch.scan(pattern);
      const folders = await foldersBelow(tree, base, depthOf(glob));
      const matches = picomatch(pattern);
      return glob === '' ? folders : folders.filter((folder) => matches(folder));
    }),
  );
  const isUnwanted = unwanted.length > 0 ? picomatch(unwanted) : () => false;
  return [...new Set(found.flat())].filter((folder) => !withParents(folder).some((one) => isUnwanted(one))).sort();
}

function withParents(folder: string): string[] {
  const parts = folder.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Whether a pattern leads out of the tree: what is out there is not ours to read, or to write. */
function leaves(pattern: string): boolean {
  return /^([\\/]|[A-Za-z]:)/.test(pattern) || pattern.split(/[\\/]/).includes('..');
}

/** Without the `./` before and the `/` behind, which mean nothing here; the root itself is `.`. */
function plain(pattern: string): string {
  return trimEnd(pattern.replace(/^(\.\/)+/, ''), '/') || '.';
}

function depthOf(glob: string): number {
  if (glob.includes('**')) return DEEPEST;
  return glob === '' ? 0 : glob.split('/').length;
}

async function foldersBelow(tree: SourceTree, folder: string, depth: number): Promise<string[]> {
  if (depth === 0) return [folder];
  const root = folder === '' || folder === '.';
  const { folders } = await tree.list(root ? '' : folder);
  const inside = folders.filter((name) => name !== 'node_modules' && name !== '.git');
  const below = inside.map((name) => foldersBelow(tree, root ? name : `${folder}/${name}`, depth - 1));
  return [folder, ...(await Promise.all(below)).flat()];
}
