import semver from 'semver';
import type { Fault } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { DEPENDENCY_KINDS, type DependencyKind } from '../npm/dependency-fields.ts';
import { type JsonObject, parseJsonObject } from './json-object.ts';
import type { SourceTree } from './source-tree.ts';

/** What a plan needs to know of a package. */
export interface WorkspacePackage {
  readonly name: string;
  /** Absent: a package that changesets never versions. */
  readonly version?: string;
  readonly private: boolean;
  /** Relative to the workspace's root, with `/`; the root itself is `.`. */
  readonly directory: string;
  /** Its package.json. */
  readonly file: string;
  readonly dependencies: readonly Dependency[];
}

export interface Dependency {
  readonly name: string;
  readonly kind: DependencyKind;
  readonly range: string;
}

/** What npm takes for a name, old names with capitals included; nothing that could break a line of a log. */
const NAME = /^(?:@[\w.~-][\w.~*'()!-]*\/)?[\w.~*'()!-]+$/;

/** Reads one package.json; all that is wrong with it is returned at once. */
export async function readMember(
  tree: SourceTree,
  file: string,
  text: string,
): Promise<WorkspacePackage | { faults: Fault[] }> {
  const json = await parseJsonObject(tree, file, text);
  if (!('value' in json)) return { faults: [json] };
  const { name, version } = json.value;
  const faults: Fault[] = [];
  const fault = (message: string, path: string[]) => faults.push(tree.fault(message, file, json.locate(path)));

  if (typeof name !== 'string') fault('a package needs a "name".', ['name']);
  else if (!NAME.test(name) || name === '__proto__') fault(`${JSON.stringify(name)} is not a package name.`, ['name']);
  if (version !== undefined && !isVersion(version)) {
    fault(`the version ${JSON.stringify(version)} is not a semantic version like 1.2.3.`, ['version']);
  }
  const dependencies = readDependencies(json, fault);
  if (faults.length > 0) return { faults };
  return {
    name: String(name),
    ...(version === undefined ? {} : { version: String(version) }),
    private: Boolean(json.value.private),
    directory: file === 'package.json' ? '.' : file.slice(0, -'/package.json'.length),
    file,
    dependencies,
  };
}

function readDependencies(json: JsonObject, fault: (message: string, path: string[]) => void): Dependency[] {
  return DEPENDENCY_KINDS.flatMap((kind) => {
    const declared = json.value[kind];
    if (declared === undefined) return [];
    if (!isRecord(declared)) {
      fault(`"${kind}" must map names to ranges.`, [kind]);
      return [];
    }
    return Object.entries(declared).flatMap(([name, range]) => {
      if (typeof range === 'string' && !/\p{Cc}/u.test(range)) return [{ name, kind, range }];
      fault(`the range of ${JSON.stringify(name)} must be a text, not ${JSON.stringify(range)}.`, [kind, name]);
      return [];
    });
  });
}

function isVersion(version: unknown): boolean {
  return typeof version === 'string' && semver.valid(version) !== null;
}
