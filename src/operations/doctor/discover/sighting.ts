import type { SourceTree } from '../../../packages/workspace/source-tree.ts';
import { readWorkspace } from '../../../packages/workspace/workspace.ts';
import { KnownError, messageOf } from '../../../platform/errors.ts';
import { fromPackageJson, type PackageFile, pythonPackage } from '../component-packages.ts';
import { type ChosenWorkflow, chooseWorkflow } from './choose-workflow.ts';

/** A repository whose files can be read, over the API or in a clone. */
export interface Candidate {
  /** `owner/name` */
  readonly repository: string;
  readonly branch: string;
  readonly tree: SourceTree;
}

/** What was found in a repository. */
export interface Sighting {
  readonly repository: string;
  readonly branch: string;
  /** What it publishes. */
  readonly packages: readonly SightedPackage[];
  /** What its private packages, and those that it publishes, need. */
  readonly files: readonly PackageFile[];
  readonly workflow: ChosenWorkflow | undefined;
  /** What is in the way of reading more of it. */
  readonly notes: readonly string[];
}

export interface SightedPackage {
  readonly kind: 'npm' | 'pypi';
  readonly name: string;
  readonly version: string | undefined;
  /** Its folder; '' is the root. */
  readonly directory: string;
}

/** A repository that is no part of the manifest, and why. */
export interface LeftOut {
  readonly repository: string;
  readonly why: string;
}

/** Reads what a repository publishes and how. Throws a KnownError where it cannot be read. */
export async function sight({ repository, branch, tree }: Candidate): Promise<Sighting | LeftOut> {
  const notes: string[] = [];
  const npm = await npmPackages(tree, notes);
  const python = await pythonPackages(tree, npm.folders);
  const workflow = await chooseWorkflow(tree);
  const packages = [...npm.packages, ...python.packages];
  const files = [...npm.files, ...python.files];
  if (packages.length === 0 && workflow === undefined) return { repository, why: reasonless(files, notes) };
  return { repository, branch, packages, files, workflow, notes };
}

function reasonless(files: readonly PackageFile[], notes: readonly string[]): string {
  if (notes.length > 0) return notes.join(' ');
  return files.length === 0
    ? 'it has no package.json, no pyproject.toml, and no workflow that could release or deploy it'
    : 'its packages are private, and it has no workflow that could release or deploy it';
}

async function npmPackages(tree: SourceTree, notes: string[]) {
  const workspace = await readWorkspace(tree).catch((error: unknown) => {
    if (!(error instanceof KnownError)) throw error;
    notes.push(`Its package.json could not be read: ${messageOf(error)}`);
    return undefined;
  });
  const members = workspace?.packages ?? [];
  const named = members.flatMap(({ json }) => fromPackageJson(json) ?? []);
  return {
    packages: members
      .filter((one) => !one.private)
      .map(({ name, version, directory }): SightedPackage => {
        return { kind: 'npm', name, version, directory: directory === '.' ? '' : directory };
      }),
    files: named,
    folders: members.map(({ directory }) => (directory === '.' ? '' : directory)),
  };
}

const PRIVATE = /^\s*["']?Private ::/m;

/** Python projects at the root, in the folders of packages, and one below `packages`, `python` and the like. */
async function pythonPackages(tree: SourceTree, known: readonly string[]) {
  const below = await Promise.all(
    ['packages', 'libs', 'python', 'src', 'services'].map(async (folder) =>
      (await tree.list(folder)).folders.map((name) => `${folder}/${name}`),
    ),
  );
  const folders = [...new Set(['', 'python', ...known, ...below.flat()])];
  const paths = folders.map((folder) => (folder === '' ? 'pyproject.toml' : `${folder}/pyproject.toml`));
  const texts = await tree.read(paths);
  const packages: SightedPackage[] = [];
  const files: PackageFile[] = [];
  for (const [path, text] of texts) {
    const found = await pythonPackage(text, path);
    if (!found) continue;
    files.push(found);
    // PyPI refuses whatever says that it is private: https://pypi.org/classifiers/
    if (PRIVATE.test(text)) continue;
    const version = /^version\s*=\s*["']([^"']+)["']/m.exec(text)?.[1];
    packages.push({ kind: 'pypi', name: found.name, version, directory: path.replace(/\/?pyproject\.toml$/, '') });
  }
  return { packages, files };
}
