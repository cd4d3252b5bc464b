import type { Package, PackageJSON, Packages } from '@changesets/types';
import type { WorkspacePackage } from '../workspace/member.ts';
import { DEPENDENCY_KINDS } from '../workspace/package-json.ts';
import { withoutPath } from './followed-dependencies.ts';

/**
 * Packages as the library takes them. It computes on what it is given and reads no files; so the folders are made up, and a
 * plan can be made of packages that stand in several repositories. Dependencies on anything else are left out: the library
 * looks names up in plain objects, where a dependency called `constructor` would be found.
 */
export function toLibrary(packages: readonly WorkspacePackage[]): Packages & { root: Package } {
  const members = new Map(packages.map((one) => [one.name, one]));
  // A name that no package can have: the root takes no part.
  const root: Package = { dir: '/', packageJson: { name: '//', version: '0.0.0' } };
  return {
    rootDir: '/',
    rootPackage: root,
    // Where changesets 2 looks for it.
    root,
    packages: packages.map((one) => toLibraryPackage(one, members)),
    tool: { type: 'npm' },
  };
}

function toLibraryPackage(one: WorkspacePackage, members: ReadonlyMap<string, WorkspacePackage>): Package {
  const packageJson: Record<string, unknown> = { name: one.name, private: one.private };
  if (one.version !== undefined) packageJson.version = one.version;
  for (const kind of DEPENDENCY_KINDS) {
    const known = one.dependencies.filter(({ kind: of, name }) => of === kind && members.has(name));
    if (known.length === 0) continue;
    packageJson[kind] = Object.fromEntries(known.map(({ name, specifier }) => [name, plain(name, specifier, members)]));
  }
  // The library's type demands a version, its code does not: a package without one is skipped.
  return { dir: `/${one.directory}`, packageJson: packageJson as PackageJSON };
}

/** The made-up folders would not match a path behind `workspace:`. */
function plain(name: string, range: string, members: ReadonlyMap<string, WorkspacePackage>): string {
  const target = members.get(name);
  return target ? withoutPath(range, target) : range;
}
