import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Fault } from '../../platform/errors.ts';
import { isInside, pathInside } from '../../platform/files/path-inside.ts';
import { readText } from '../../platform/text/edits.ts';
import { mapPooled } from '../../platform/time/pool.ts';

/** The files a plan is made from, wherever they are. Paths are relative to the tree's root, with `/`. */
export interface SourceTree {
  /** What stands directly in a folder (`''` is the root), by name; nothing where there is no such folder. */
  list(folder: string): Promise<Listing>;
  /** The texts of these files; what is not there is left out. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A fault in one of its files, told so that the reader finds the file. */
  fault(message: string, path?: string, place?: { readonly line: number; readonly column: number }): Fault;
}

interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Reads repositories over an API. Both calls throw when the repository or the ref is not there or may not be read. */
export interface RepositoryReader {
  /** The paths of all files (not of folders, links or submodules) at the ref. */
  list(repository: string, ref: string): Promise<readonly string[]>;
  /** The texts of these files at the ref; what is not there is left out. */
  read(repository: string, ref: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** As many files as are open at once: thousands of packages must not run into the limit on open files. */
const AT_ONCE = 64;

/**
 * A folder on disk, which is only ever read; its faults name files relative to `base`, the workspace, as annotations want them.
 * Nothing outside of the workspace belongs to it: a file that is a link out of it is a fault, such a folder is not there.
 */
export function directoryTree(directory: string, base = process.cwd()): SourceTree {
  const shown = relative(base, directory).split(sep).join('/');
  const named = (path: string) => (shown ? `${shown}/${path}` : path);
  const bounds = isInside(base, directory) ? base : directory;
  return {
    list: (folder) => listFolder(join(directory, folder), bounds),
    async read(paths) {
      const texts = new Map<string, string>();
      const read = await mapPooled(paths, AT_ONCE, (path) => readIfThere(join(directory, path), named(path), bounds));
      paths.forEach((path, index) => {
        const text = read[index];
        if (text !== undefined) texts.set(path, text);
      });
      return texts;
    },
    fault: (message, path, place) => ({
      message: path === undefined ? message : `${shown.startsWith('..') ? path : named(path)}: ${message}`,
      ...(path === undefined ? {} : { file: named(path) }),
      ...place,
    }),
  };
}

/** A repository behind an API, listed once. Its faults carry no file: an annotation could only point into this repository. */
export async function repositoryTree(reader: RepositoryReader, repository: string, ref: string): Promise<SourceTree> {
  const folders = new Map<string, { files: string[]; folders: Set<string> }>([['', { files: [], folders: new Set() }]]);
  for (const path of await reader.list(repository, ref)) enter(folders, path);
  return {
    async list(folder) {
      const found = folders.get(folder);
      return { files: found?.files ?? [], folders: [...(found?.folders ?? [])] };
    },
    async read(paths) {
      const there = paths.filter((path) => folders.get(parentOf(path))?.files.includes(nameOf(path)));
      if (there.length === 0) return new Map();
      return reader.read(repository, ref, there);
    },
    fault(message, path, place) {
      const line = place ? `:${place.line}` : '';
      return { message: `${repository}@${ref}${path === undefined ? '' : ` ${path}${line}`}: ${message}` };
    },
  };
}

function enter(folders: Map<string, { files: string[]; folders: Set<string> }>, path: string): void {
  const at = (folder: string) => {
    const known = folders.get(folder);
    if (known) return known;
    const created = { files: [], folders: new Set<string>() };
    folders.set(folder, created);
    at(parentOf(folder)).folders.add(nameOf(folder));
    return created;
  };
  at(parentOf(path)).files.push(nameOf(path));
}

async function listFolder(folder: string, bounds: string): Promise<Listing> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(whereMissing);
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of entries ?? []) {
    const kind = entry.isSymbolicLink() ? await kindOfLink(folder, entry.name, bounds) : entry;
    if (kind?.isDirectory()) folders.push(entry.name);
    else if (kind?.isFile()) files.push(entry.name);
  }
  return { files, folders };
}

/** What a link stands for; nothing for a dead one, for one to a folder out of bounds, and for one to a folder that it stands in. */
async function kindOfLink(folder: string, name: string, bounds: string) {
  const link = join(folder, name);
  const kind = await stat(link).catch(whereMissing);
  if (!kind?.isDirectory()) return kind;
  const [target, here, root] = await Promise.all([realpath(link), realpath(folder), realpath(bounds)]);
  return isInside(target, here) || !isInside(root, target) ? undefined : kind;
}

/** A folder of that name is no file, like a link that leads nowhere. */
async function readIfThere(path: string, shownAs: string, bounds: string): Promise<string | undefined> {
  const found = await stat(path).catch(whereMissing);
  return found?.isFile() ? readText(await pathInside(bounds, path, shownAs), shownAs) : undefined;
}

function whereMissing(error: NodeJS.ErrnoException): undefined {
  if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined;
  throw error;
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
