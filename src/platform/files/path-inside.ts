import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { quote } from '../text/wording.ts';

/**
 * A path inside a folder tree with all links in it resolved: the one way from a name that somebody wrote to a file that is read or
 * written. Of what is not there yet the folders that are there are resolved, and a link to it as well. Throws a UserError where it
 * leads out, by `..` or by a link. A caller that may also use the runner's temporary folder gives both trees; relative paths are the
 * first one's.
 */
export async function pathInside(
  tree: string | readonly [string, ...(string | undefined)[]],
  path: string,
  shownAs = path,
): Promise<string> {
  const [first, ...others] = typeof tree === 'string' ? [tree] : tree;
  const root = await realpath(first);
  const real = await resolved(resolve(root, path));
  if (isInside(root, real)) return real;
  for (const other of others) if (other && isInside(await realpath(other), real)) return real;
  throw new UserError(
    `${quote(shownAs)} lies outside the workspace. Only files of the workspace are read and written; ` +
      'give a path inside it, and no link that leads out.',
  );
}

/** Both with links resolved. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENAMETOOLONG') throw new UserError(`${quote(basename(path))} is too long to be the name of a file.`);
    if (code === 'ELOOP') throw new UserError(`${path} is a symbolic link that leads to itself.`);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    const parent = dirname(path);
    if (parent === path) return path;
    const folder = await resolved(parent);
    // Anyone who writes to a link makes what it leads to.
    const link = await readlink(path).catch(() => undefined);
    return link === undefined ? join(folder, basename(path)) : resolved(resolve(folder, link));
  }
}

/**
 * A file that an input names, to be read: the author of a workflow may name any, but a link in the checkout leads to nothing
 * outside of it.
 */
export async function namedPath(tree: string, path: string): Promise<string> {
  const full = resolve(tree, path);
  return isInside(tree, full) ? pathInside(tree, path) : full;
}
