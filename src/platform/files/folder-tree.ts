import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { quote } from '../text/wording.ts';
import { isInside, pathInside } from './path-inside.ts';

/** A text file as it was read; splicing it keeps every other byte. */
export interface SourceFile {
  /** Absolute, with links resolved. */
  readonly path: string;
  /** Relative to the workspace, with `/`. */
  readonly shown: string;
  readonly text: string;
}

/** Read access to the files of one folder tree. No path leads out of it: not by `..`, not by a symbolic link. */
export interface FolderWorkspace {
  /** Absolute, with links resolved. */
  readonly root: string;
  /** The real path of a folder, given relative to the workspace. */
  folder(path: string): Promise<string>;
  /** A file as text, or undefined where there is none. Each file is read once. */
  read(path: string): Promise<SourceFile | undefined>;
  /** The folder and those above it, up to the root of the workspace. */
  upwards(folder: string): string[];
  /** A path as messages and outputs show it: relative to the workspace, with `/`. */
  shown(path: string): string;
}

const MOST_BYTES = 32 * 1024 * 1024;

/** Opens a workspace; its root must exist. Throws a UserError where it does not. */
export async function openWorkspace(path: string): Promise<FolderWorkspace> {
  const root = await realpath(path);
  const read = new Map<string, Promise<SourceFile>>();
  const shown = (target: string) => relative(root, target).split(sep).join('/') || '.';

  async function contained(target: string): Promise<string | undefined> {
    const real = await pathInside(root, target);
    return (await stat(real).catch(whenMissing)) && real;
  }

  return {
    root,
    shown,
    async folder(target) {
      const real = await contained(target);
      if (real && (await stat(real)).isDirectory()) return real;
      const what = real ? 'is a file' : 'does not exist';
      throw new UserError(
        `The project folder ${quote(target)} ${what}. Expected the folder that holds the pyproject.toml.`,
      );
    },
    async read(target) {
      const real = await contained(target);
      if (real === undefined || !(await stat(real)).isFile()) return undefined;
      const file = read.get(real) ?? readText(real, shown(real));
      read.set(real, file);
      return file;
    },
    upwards(folder) {
      const folders = [folder];
      for (let at = folder; at !== root && isInside(root, at); at = dirname(at)) folders.push(dirname(at));
      return folders;
    },
  };
}

async function readText(path: string, shown: string): Promise<SourceFile> {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES) throw new UserError(`${shown} is larger than 32 MiB; that is no project file.`);
  try {
    return { path, shown, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    throw new UserError({
      message: `${shown} is not UTF-8, so it cannot be edited safely. Save it as UTF-8.`,
      file: shown,
    });
  }
}

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined;
  throw error;
}

/** The first of some paths under a folder that is a file. */
export async function firstFile(workspace: FolderWorkspace, folder: string, paths: readonly string[]) {
  for (const path of paths) {
    const file = await workspace.read(join(folder, path));
    if (file) return file;
  }
  return undefined;
}
