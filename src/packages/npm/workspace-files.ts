import { glob } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { KnownError, UserError } from '../../platform/errors.ts';
import { readText } from '../../platform/text/edits.ts';
import { type PackageJson, parsePackageJson } from './dependency-fields.ts';
import { type PnpmWorkspace, parsePnpmWorkspace } from './pnpm-workspace.ts';

/** All files of one folder in which dependency ranges stand. */
export interface WorkspaceFiles {
  /** Absolute. */
  readonly directory: string;
  readonly root: PackageJson;
  /** The root first, then every workspace package by path. */
  readonly packages: readonly PackageJson[];
  readonly pnpmWorkspace?: PnpmWorkspace;
}

/**
 * Reads the package.json of a folder and of every workspace package below it (npm's and yarn's `workspaces`, pnpm's
 * `packages`). Faults of all files are thrown together; file names are relative to `base`.
 */
export async function readWorkspaceFiles(directory: string, base: string): Promise<WorkspaceFiles> {
  const name = (path: string) => relative(base, path).split(sep).join('/');
  const rootPath = join(directory, 'package.json');
  const root = await readPackage(rootPath, name(rootPath));
  if (!root) {
    throw new UserError(
      `There is no package.json in ${name(directory) || 'the workspace'}. Check the directory input, and that the repository was checked out.`,
    );
  }
  const yamlPath = join(directory, 'pnpm-workspace.yaml');
  const yaml = await readText(yamlPath, name(yamlPath));
  const pnpmWorkspace = yaml === undefined ? undefined : await parsePnpmWorkspace(yaml, name(yamlPath));

  const folders = await packageFolders(directory, pnpmWorkspace ? pnpmWorkspace.packages : root.workspaces);
  const settled = await Promise.allSettled(folders.map((path) => readPackage(path, name(path))));
  const faults = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  throwTogether(faults);
  const members = settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  return { directory, root, packages: [root, ...members], ...(pnpmWorkspace && { pnpmWorkspace }) };
}

async function readPackage(path: string, file: string): Promise<PackageJson | undefined> {
  const text = await readText(path, file);
  return text === undefined ? undefined : parsePackageJson(text, file);
}

/** The package.json files that the globs mean, sorted; never one inside node_modules or outside of the folder. */
async function packageFolders(directory: string, globs: readonly string[]): Promise<string[]> {
  const patterns = globs.map((one) => one.replace(/^(!?)\.?\/+/, '$1').replace(/\/+$/, ''));
  const found = new Set<string>();
  for (const pattern of patterns.filter((one) => !one.startsWith('!') && !escapes(one))) {
    for await (const path of matches(directory, pattern)) found.add(path);
  }
  for (const pattern of patterns.filter((one) => one.startsWith('!'))) {
    for await (const path of matches(directory, pattern.slice(1))) found.delete(path);
  }
  found.delete(join(directory, 'package.json'));
  return [...found].sort();
}

async function* matches(directory: string, pattern: string): AsyncGenerator<string> {
  const exclude = (path: string) => /(^|[\\/])(node_modules|\.git)$/.test(path);
  for await (const path of glob(`${pattern}/package.json`, { cwd: directory, exclude })) yield join(directory, path);
}

function escapes(pattern: string): boolean {
  return /^([\\/]|[A-Za-z]:)/.test(pattern) || pattern.split(/[\\/]/).includes('..');
}

function throwTogether(faults: readonly unknown[]): void {
  const foreign = faults.find((one) => !(one instanceof KnownError));
  if (foreign) throw foreign;
  const all = faults.flatMap((one) => (one instanceof KnownError ? one.faults : []));
  if (all.length > 0) throw new UserError(all);
}
