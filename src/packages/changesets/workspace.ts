import type { Fault } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import { matchingFolders } from './folders.ts';
import { type JsonObject, parseJsonObject } from './json-object.ts';
import { readMember, type WorkspacePackage } from './package-json.ts';
import type { Listing, SourceTree } from './source-tree.ts';

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun' | 'lerna';

export interface Workspace {
  readonly manager: PackageManager;
  /** By directory. */
  readonly packages: readonly WorkspacePackage[];
  readonly faults: readonly Fault[];
}

/**
 * The packages of a workspace as changesets finds them (through manypkg), with one difference: no lockfile is needed. A
 * folder without a workspace is its own only package; a tree without a package.json has none.
 */
export async function readWorkspace(tree: SourceTree): Promise<Workspace> {
  const root = await tree.list('');
  const texts = await tree.read(['package.json', 'pnpm-workspace.yaml', 'lerna.json']);
  const rootText = texts.get('package.json');
  if (rootText === undefined) return { manager: managerOf(root, {}), packages: [], faults: [] };

  const rootJson = await parseJsonObject(tree, 'package.json', rootText);
  if (!('value' in rootJson)) return { manager: managerOf(root, {}), packages: [], faults: [rootJson] };
  const layout = await readLayout({ tree, root, rootJson, texts });
  if ('faults' in layout) return { manager: 'npm', packages: [], faults: layout.faults };

  const directories = layout.patterns ? await matchingFolders(tree, layout.patterns) : ['.'];
  const files = directories.map((directory) => (directory === '.' ? 'package.json' : `${directory}/package.json`));
  const members = await readMembers(tree, files);
  return { manager: layout.manager, ...members };
}

interface Layout {
  readonly manager: PackageManager;
  /** Absent: not a workspace but a single package. */
  readonly patterns?: readonly string[];
}

interface Root {
  readonly tree: SourceTree;
  readonly root: Listing;
  readonly rootJson: JsonObject;
  readonly texts: ReadonlyMap<string, string>;
}

/** Which of the declarations counts, in the order in which manypkg asks for them. */
async function readLayout({ tree, root, rootJson, texts }: Root): Promise<Layout | { faults: Fault[] }> {
  const declared = workspacesOf(rootJson.value);
  if (declared && root.files.includes('yarn.lock')) return { manager: 'yarn', patterns: declared };

  const pnpm = await readPnpm(tree, texts.get('pnpm-workspace.yaml'));
  if ('faults' in pnpm) return pnpm;
  if (pnpm.patterns) return { manager: 'pnpm', patterns: pnpm.patterns };

  const manager = managerOf(root, rootJson.value);
  if (declared) return { manager, patterns: declared };
  return readLerna(tree, texts.get('lerna.json'), manager);
}

async function readPnpm(
  tree: SourceTree,
  text: string | undefined,
): Promise<{ patterns?: string[] } | { faults: Fault[] }> {
  const file = 'pnpm-workspace.yaml';
  if (text === undefined) return {};
  const document = await parseYaml(text);
  if ('faults' in document) {
    return {
      faults: document.faults.map(({ message, line = 1, column = 1 }) => tree.fault(message, file, { line, column })),
    };
  }
  const packages = isRecord(document.value) ? document.value.packages : undefined;
  if (packages === undefined || packages === null) return {};
  const patterns = texts(packages);
  if (patterns) return { patterns };
  return { faults: [tree.fault('"packages" must be a list of patterns.', file, document.locate(['packages']))] };
}

async function readLerna(
  tree: SourceTree,
  text: string | undefined,
  manager: PackageManager,
): Promise<Layout | { faults: Fault[] }> {
  if (text === undefined) return { manager };
  const lerna = await parseJsonObject(tree, 'lerna.json', text);
  if (!('value' in lerna)) return { faults: [lerna] };
  if (lerna.value.useWorkspaces === true) return { manager };
  return { manager: 'lerna', patterns: texts(lerna.value.packages) ?? ['packages/*'] };
}

/** Lockfiles tell the manager; without one it is what `packageManager` names, else npm. */
function managerOf(root: Listing, rootJson: Readonly<Record<string, unknown>>): PackageManager {
  const has = (...names: string[]) => names.some((name) => root.files.includes(name));
  if (has('yarn.lock')) return 'yarn';
  if (has('pnpm-lock.yaml', 'pnpm-workspace.yaml')) return 'pnpm';
  if (has('package-lock.json', 'npm-shrinkwrap.json')) return 'npm';
  if (has('bun.lock', 'bun.lockb')) return 'bun';
  const named = /^(npm|pnpm|yarn|bun)@/.exec(String(rootJson.packageManager ?? ''))?.[1];
  return (named as PackageManager | undefined) ?? 'npm';
}

function workspacesOf(rootJson: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const { workspaces } = rootJson;
  return texts(isRecord(workspaces) ? workspaces.packages : workspaces);
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

async function readMembers(tree: SourceTree, files: readonly string[]) {
  const found = await tree.read(files);
  const packages: WorkspacePackage[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    const text = found.get(file);
    if (text === undefined) continue;
    const member = await readMember(tree, file, text);
    if ('faults' in member) faults.push(...member.faults);
    else packages.push(member);
  }
  return { packages, faults: [...faults, ...sameNames(tree, packages)] };
}

function sameNames(tree: SourceTree, packages: readonly WorkspacePackage[]): Fault[] {
  const first = new Map<string, WorkspacePackage>();
  return packages.flatMap((one) => {
    const other = first.get(one.name);
    if (!other) first.set(one.name, one);
    return other
      ? [tree.fault(`the name ${JSON.stringify(one.name)} is taken by ${other.file} as well.`, one.file)]
      : [];
  });
}
