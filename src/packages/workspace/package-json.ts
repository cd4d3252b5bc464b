import { type Fault, UserError } from '../../platform/errors.ts';
import { areTexts, isRecord, mapOf } from '../../platform/records.ts';
import { type FaultIn, type JsonObject, parseJsonObject } from '../../platform/text/json-object.ts';

/** Where a package.json lists what it needs. */
export const DEPENDENCY_KINDS = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
] as const;
type DependencyKind = (typeof DEPENDENCY_KINDS)[number];

/** One dependency as it is written, and where its specifier's string literal stands in the text. */
export interface Dependency {
  readonly kind: DependencyKind;
  readonly name: string;
  readonly specifier: string;
  readonly offset: number;
  readonly length: number;
}

/** A package.json, as the file says it; whether its name and version are good for anything is for its reader to judge. */
export interface PackageJson {
  /** As it is shown, with `/`. */
  readonly file: string;
  /** The whole text, byte order mark included. */
  readonly text: string;
  readonly json: JsonObject;
  readonly name?: string;
  readonly version?: string;
  readonly private: boolean;
  readonly packageManager?: string;
  readonly scripts: Readonly<Record<string, string>>;
  /** Globs of the folders of npm's and yarn's workspaces. */
  readonly workspaces?: readonly string[];
  readonly dependencies: readonly Dependency[];
  /** Packages that are pinned for the whole tree, by the field that does it: `pnpm.overrides` → names. */
  readonly overrides: ReadonlyMap<string, readonly string[]>;
}

/** Reads a package.json; throws a UserError with the place of every fault. `fault` makes one, by default for `file`. */
export async function parsePackageJson(
  text: string,
  file: string,
  fault: FaultIn = (message, place) => ({ message: `${file}: ${message}`, file, ...place }),
): Promise<PackageJson> {
  const json = await parseJsonObject(text, fault);
  if ('faults' in json) throw new UserError(json.faults);
  const faults: Fault[] = [];
  const dependencies = DEPENDENCY_KINDS.flatMap((kind) =>
    dependenciesOf(json, kind, (offset, message) => faults.push(fault(message, json.placeOf(offset)))),
  );
  if (faults.length > 0) throw new UserError(faults);
  const { name, version, packageManager, workspaces, scripts } = json.value;
  const globs = [workspaces, mapOf(workspaces).packages].find(areTexts);
  return {
    file,
    text,
    json,
    ...(typeof name === 'string' && { name }),
    ...(typeof version === 'string' && { version }),
    private: Boolean(json.value.private),
    ...(typeof packageManager === 'string' && { packageManager }),
    scripts: textsByKey(scripts),
    ...(globs && { workspaces: globs }),
    dependencies,
    overrides: overridesOf(json.value),
  };
}

function dependenciesOf(
  json: JsonObject,
  kind: DependencyKind,
  fault: (offset: number, message: string) => void,
): Dependency[] {
  for (const { value, offset } of json.spans([kind])) {
    if (!isRecord(value)) fault(offset, `"${kind}" must map package names to ranges.`);
  }
  return json.entries([kind]).flatMap(({ key: name, value: specifier, offset, length }) => {
    if (typeof specifier === 'string') return [{ kind, name, specifier, offset, length }];
    const got = JSON.stringify(specifier);
    fault(offset, `the range of ${JSON.stringify(name)} in "${kind}" must be a text such as "^1.2.3", not ${got}.`);
    return [];
  });
}

function overridesOf(value: JsonObject['value']): Map<string, string[]> {
  const pnpm = isRecord(value.pnpm) ? value.pnpm.overrides : undefined;
  const fields = { overrides: value.overrides, 'pnpm.overrides': pnpm, resolutions: value.resolutions };
  return new Map(Object.entries(fields).map(([field, map]) => [field, [...keysWithin(map)]]));
}

/** The names that an overrides map speaks of, at any depth: `a>b@1`, `a/**`/b` and nested maps included. */
function* keysWithin(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    for (const part of key.split(/>|\*\*\//)) {
      const name = /^(?:[^@]*\/)?((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(part.trim())?.[1];
      if (name) yield name;
    }
    yield* keysWithin(inner);
  }
}

function textsByKey(value: unknown): Record<string, string> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((one): one is [string, string] => typeof one[1] === 'string'));
}
