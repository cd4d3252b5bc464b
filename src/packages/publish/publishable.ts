import { UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { publishOrder } from '../changesets/publish-order.ts';
import type { PackageManager } from '../workspace/manager.ts';
import { readMember, type WorkspacePackage } from '../workspace/member.ts';
import type { PackageJson } from '../workspace/package-json.ts';
import { directoryTree, type SourceTree } from '../workspace/source-tree.ts';
import { isOnePackage, readWorkspace } from '../workspace/workspace.ts';

/** A package that is published from this repository, at the version it has now. */
export interface ReleasePackage {
  readonly name: string;
  readonly version: string;
  /** Relative to the workspace, with `/`. */
  readonly directory: string;
  /** The git tag of this version: `v1.2.3`, or `NAME@1.2.3` where the repository has several packages. */
  readonly tag: string;
  /** What its package.json says. */
  readonly json: PackageJson;
  /** Where its `publishConfig` has it published, if not where npm's configuration says. */
  readonly registry?: string;
  /** The folder that is published, relative to its own: `publishConfig.directory`. */
  readonly contents?: string;
}

interface ReleaseWorkspace {
  readonly manager: PackageManager;
  /** Each behind everything it needs to be installed. */
  readonly packages: readonly ReleasePackage[];
}

/** The packages of a folder that can be published; see `releasePackages`. */
export function readReleaseWorkspace(directory: string): Promise<ReleaseWorkspace> {
  return releasePackages(directoryTree(directory));
}

/**
 * The packages of a tree that can be published (public, with a version), in the order of publishing. The root is one where it is a
 * member of its workspace; where nothing else is public and changesets, which pass over it, are not in use, also beside members.
 *
 * @throws UserError with every package.json that cannot be read.
 */
export async function releasePackages(tree: SourceTree): Promise<ReleaseWorkspace> {
  const workspace = await readWorkspace(tree);
  const { manager, root, packages, problems } = workspace;
  const stopping = problems.filter((one) => !one.private).map(({ fault }) => fault);
  if (stopping.length > 0) throw new UserError(stopping);
  if (packages.length === 0) throw new UserError('There is no package.json here. Check out the repository first.');
  const hasChangesets = (await tree.list('')).folders.includes('.changeset');
  const members = packages.filter(isReleasable);
  const { member } = root && members.length === 0 && !hasChangesets ? readMember(tree, root.file, root) : {};
  const releasable = member && isReleasable(member) ? [member] : members;
  const { waves } = publishOrder(releasable);
  // Changesets tag a package of a workspace with its name, whatever is private beside it.
  const single = isOnePackage(hasChangesets ? workspace : { packages: releasable });
  const byName = new Map(releasable.map((one) => [one.name, one]));
  const ordered = waves.flat().flatMap((name) => {
    const one = byName.get(name);
    if (one?.version === undefined) return [];
    const tag = single ? `v${one.version}` : `${name}@${one.version}`;
    return [{ name, version: one.version, directory: one.directory, tag, json: one.json, ...placesOf(one) }];
  });
  return { manager, packages: ordered };
}

function isReleasable({ version, private: isPrivate }: WorkspacePackage): boolean {
  return version !== undefined && !isPrivate;
}

/** The git tag that the package will have at another version: of the same form. */
export function tagAt({ tag, version: current }: Pick<ReleasePackage, 'tag' | 'version'>, version: string): string {
  return tag.slice(0, -current.length) + version;
}

/** What `publishConfig` says of where a package goes, and from where; a registry for its scope comes first, as in an .npmrc. */
function placesOf({ name, json }: WorkspacePackage): Pick<ReleasePackage, 'registry' | 'contents'> {
  const { publishConfig } = json.json.value;
  if (!isRecord(publishConfig)) return {};
  const scope = /^(@[^/]+)\//.exec(name)?.[1];
  const registry = publishConfig[`${scope}:registry`] ?? publishConfig.registry;
  const { directory } = publishConfig;
  return {
    ...(typeof registry === 'string' && { registry }),
    ...(typeof directory === 'string' && { contents: directory }),
  };
}
