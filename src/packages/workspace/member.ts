import semver from 'semver';
import type { Fault } from '../../platform/errors.ts';
import { isNpmName } from './npm-name.ts';
import type { Dependency, PackageJson } from './package-json.ts';
import type { SourceTree } from './source-tree.ts';

/** A package of a workspace, with a name and dependencies that can be relied on. */
export interface WorkspacePackage {
  readonly name: string;
  /** Absent: a package that is never versioned. */
  readonly version?: string;
  readonly private: boolean;
  /** Relative to the workspace's root, with `/`; the root itself is `.`. */
  readonly directory: string;
  /** Its package.json, relative to the workspace's root. */
  readonly file: string;
  readonly json: PackageJson;
  readonly dependencies: readonly Dependency[];
}

/** Something that is wrong with a package, and whether it is one that could be published. */
export interface MemberProblem {
  readonly kind: 'unreadable' | 'unnamed' | 'invalid' | 'same name';
  readonly private: boolean;
  readonly fault: Fault;
}

/**
 * Makes a package of a package.json. What cannot be relied on (a version that is none, a range that would break a line) is
 * a problem, and left out: anyone who releases private packages, or fixtures, does not need it.
 */
export function readMember(
  tree: SourceTree,
  file: string,
  json: PackageJson,
): { readonly member?: WorkspacePackage; readonly problems: readonly MemberProblem[] } {
  const problems: MemberProblem[] = [];
  const problem = (kind: MemberProblem['kind'], message: string, path: readonly string[]) =>
    problems.push({ kind, private: json.private, fault: tree.fault(message, file, json.json.locate(path)) });
  const { name } = json;
  // An empty version is none, as changesets has it.
  const version: unknown = json.json.value.version || undefined;
  if (name === undefined || name === '') problem('unnamed', 'a package needs a "name".', ['name']);
  else if (!isNpmName(name)) problem('invalid', `${JSON.stringify(name)} is not a package name.`, ['name']);
  const usable = typeof version === 'string' && semver.valid(version) !== null;
  if (version !== undefined && !usable) {
    problem('invalid', `the version ${JSON.stringify(version)} is not a semantic version like 1.2.3.`, ['version']);
  }
  const dependencies = json.dependencies.filter((one) => {
    const printable = !/\p{Cc}/u.test(one.specifier + one.name);
    if (!printable) problem('invalid', `"${one.kind}" has a name or range with control characters.`, [one.kind]);
    return printable;
  });
  if (name === undefined || !isNpmName(name)) return { problems };
  const directory = file === 'package.json' ? '.' : file.slice(0, -'/package.json'.length);
  const member = { name, private: json.private, directory, file, json, dependencies };
  return { member: { ...member, ...(usable && { version: String(version) }) }, problems };
}
