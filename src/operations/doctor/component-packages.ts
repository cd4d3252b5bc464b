import { parseProject } from '../../packages/python/declared-project.ts';
import { normaliseName } from '../../packages/python/package-name.ts';
import { DEPENDENCY_KINDS, type PackageJson, parsePackageJson } from '../../packages/workspace/package-json.ts';
import { type RepositoryReader, repositoryTree } from '../../packages/workspace/source-tree.ts';
import { readWorkspace } from '../../packages/workspace/workspace.ts';
import { UserError } from '../../platform/errors.ts';
import { readFile } from '../../platform/github/contents.ts';
import { listFiles, readFiles } from '../../platform/github/trees.ts';
import type { Component } from '../../train/manifest/manifest.ts';
import { nameOf, packagesOf } from '../../train/manifest/packages.ts';
import { refOf } from './component-facts.ts';
import type { Pass } from './pass.ts';

/** A package of the repositories, as its own file describes it. */
export interface PackageFile {
  readonly kind: 'npm' | 'pypi';
  readonly name: string;
  /** As shown: `packages/core/package.json`. */
  readonly file: string;
  readonly needs: readonly PackageNeed[];
  /** What it says of itself beyond that. */
  readonly json?: PackageJson;
}

export interface PackageNeed {
  readonly name: string;
  readonly range: string;
  /** `dependencies`, `project.dependencies`, … */
  readonly kind: string;
  /** Needed by anyone who installs it; not so for what only its developers use. */
  readonly atRuntime: boolean;
}

/** The files of the packages that a component publishes; of one that publishes nothing, what its folder has. Read once in a pass. */
export function packageFilesOf(component: Component, pass: Pass): Promise<readonly PackageFile[]> {
  return pass.once(`packages ${component.id}`, async () => {
    const published = packagesOf(component);
    const npm = published.flatMap((one) => ('npm' in one ? [one.npm] : []));
    const files = [
      npm.length > 0 || published.length === 0 ? await npmFiles(component, npm, pass) : [],
      published.some((one) => 'pypi' in one) ? await pythonFiles(component, pass) : [],
    ];
    return files.flat();
  });
}

async function npmFiles(component: Component, names: readonly string[], pass: Pass): Promise<readonly PackageFile[]> {
  const { file, text } = await ownFile(component, 'package.json', pass);
  const own = text === undefined ? undefined : await npmPackage(text, file, { component, names });
  const isIt = own !== undefined && (names.length === 0 || (names.length === 1 && names[0] === own.name));
  if (isIt) return [own];
  return names.length > 0 ? fromWorkspace(component, names, pass) : [];
}

async function pythonFiles(component: Component, pass: Pass): Promise<readonly PackageFile[]> {
  const { file, text } = await ownFile(component, 'pyproject.toml', pass);
  const own = text === undefined ? undefined : await pythonPackage(text, file);
  return own ? [own] : [];
}

/** A file of the component's folder, at the ref that it is released from. */
async function ownFile(component: Component, name: string, pass: Pass) {
  const { repository, directory } = component;
  const file = directory === undefined ? name : `${directory}/${name}`;
  const place = { path: file, ref: await refOf(component, pass) };
  return { file, text: await readFile(pass.repositoryFor(repository), place) };
}

/** What a package.json says; undefined for one that has no name. Where a package is to be in it, a UserError says why it cannot be read. */
async function npmPackage(
  text: string,
  file: string,
  { component, names }: { readonly component: Component; readonly names: readonly string[] },
): Promise<PackageFile | undefined> {
  const fault = (message: string) => ({ message: `${file} in ${component.repository}: ${message}` });
  try {
    return fromPackageJson(await parsePackageJson(text, file, fault));
  } catch (error) {
    if (names.length === 0) return unlessFault(error);
    throw error;
  }
}

export function fromPackageJson(json: PackageJson): PackageFile | undefined {
  if (json.name === undefined) return undefined;
  const needs = json.dependencies.map(({ kind, name, specifier }) => ({
    ...{ kind, name: aliased(specifier) ?? name, range: specifier },
    atRuntime: kind !== DEPENDENCY_KINDS[1],
  }));
  return { kind: 'npm', name: json.name, file: json.file, needs, json };
}

/** The package that `npm:name@range` stands for. */
function aliased(specifier: string): string | undefined {
  return /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(specifier)?.[1];
}

/** What a pyproject.toml says; undefined for one that cannot be read, or is no project. */
export async function pythonPackage(text: string, file: string): Promise<PackageFile | undefined> {
  const project = await parseProject(text, file).catch(unlessFault);
  return project && { kind: 'pypi', name: project.name, file, needs: project.needs };
}

function unlessFault(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
  return undefined;
}

/** Members of a workspace, where the component's folder is not the package's own. */
async function fromWorkspace(component: Component, names: readonly string[], pass: Pass): Promise<PackageFile[]> {
  const tree = await repositoryTree(readerFor(pass), component.repository, await refOf(component, pass));
  const workspace = await readWorkspace(tree).catch(unlessFault);
  return (workspace?.packages ?? [])
    .filter(({ name }) => names.includes(name))
    .flatMap(({ json }) => fromPackageJson(json) ?? []);
}

export function readerFor({ repositoryFor }: Pick<Pass, 'repositoryFor'>): RepositoryReader {
  return {
    list: (repository, ref) => listFiles(repositoryFor(repository), ref),
    read: (repository, ref, paths) => readFiles(repositoryFor(repository), { ref, paths }),
  };
}

/** The package's name as a key that is the same for every spelling. */
export function packageKey({ kind, name }: Pick<PackageFile, 'kind' | 'name'>): string {
  return `${kind}:${kind === 'pypi' ? normaliseName(name) : name}`;
}

/** Which component publishes a package: key → id. */
export function publishers(components: readonly Component[]): Map<string, string> {
  return new Map(
    components.flatMap((component) =>
      packagesOf(component).map((one) => {
        const kind = 'npm' in one ? 'npm' : 'pypi';
        return [packageKey({ kind, name: nameOf(one) }), component.id] as const;
      }),
    ),
  );
}
