import { join, relative, sep } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { pathInside } from '../../platform/files/path-inside.ts';
import { readText } from '../../platform/text/edits.ts';
import type { PackageManager } from '../workspace/manager.ts';
import type { PackageJson } from '../workspace/package-json.ts';
import { directoryTree } from '../workspace/source-tree.ts';
import { readWorkspace } from '../workspace/workspace.ts';
import { type CatalogFile, parseCatalogFile } from './catalog-file.ts';

/** All files of one folder in which dependency ranges stand. */
export interface WorkspaceFiles {
  /** Absolute. */
  readonly directory: string;
  readonly manager: PackageManager;
  readonly root: PackageJson;
  /** The root first, then every workspace package by path. */
  readonly packages: readonly PackageJson[];
  /** pnpm's and yarn's files with catalogs. */
  readonly catalogFiles: readonly CatalogFile[];
}

/**
 * Reads the package.json of a folder and of every workspace package below it. Faults of all files are thrown together; file
 * names are relative to `base`.
 */
export async function readWorkspaceFiles(directory: string, base: string): Promise<WorkspaceFiles> {
  const name = (file: string) => relative(base, join(directory, file)).split(sep).join('/');
  const { manager, root, files, problems } = await readWorkspace(directoryTree(directory, base));
  if (!root) {
    throw new UserError(
      `There is no package.json in ${name('.').slice(0, 120) || 'the workspace'}. Check the directory input, and that the repository was checked out.`,
    );
  }
  const unreadable = problems.filter(({ kind }) => kind === 'unreadable').map(({ fault }) => fault);
  if (unreadable.length > 0) throw new UserError(unreadable);
  const packages = files.map((one) => ({ ...one, file: name(one.file) }));
  const catalogFiles = await Promise.all(
    ['pnpm-workspace.yaml', '.yarnrc.yml'].map((file) => catalogsIn(join(directory, file), name(file), base)),
  );
  return { directory, manager, root, packages, catalogFiles: catalogFiles.filter((one) => one !== undefined) };
}

async function catalogsIn(path: string, shownAs: string, base: string): Promise<CatalogFile | undefined> {
  const text = await readText(await pathInside(base, path, shownAs), shownAs);
  const concerns = text !== undefined && /^["']?(catalogs?|overrides)\b/m.test(text);
  return concerns ? parseCatalogFile(text, shownAs) : undefined;
}
