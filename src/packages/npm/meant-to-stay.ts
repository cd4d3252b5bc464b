import semver from 'semver';
import { parseSpecifier } from './specifiers.ts';

/** One place where a package is asked for, beside the others of one file. */
export interface Listed {
  /** The name before the colon, which an alias chooses freely. */
  readonly name: string;
  readonly specifier: string;
  /** What stands beside each other: a package.json, one catalog. */
  readonly group: string;
  /** Catalogs hold several versions of one package under one name. */
  readonly inCatalog: boolean;
}

/**
 * Why a range stands for another version on purpose, or undefined where it is to be raised: an alias beside the package's own
 * name, and aliases or catalogs of several lines (`react-17` beside `react-18`), of which only the version's own line, or else
 * the newest, goes up.
 */
export function meantToStay(one: Listed, all: readonly Listed[], version: string): string | undefined {
  const own = parse(one);
  if (!own || (!own.isAlias && !one.inCatalog)) return undefined;
  const others = all.flatMap((other) => {
    const parsed = other === one ? undefined : parse(other);
    return parsed?.name === own.name ? [{ ...other, ...parsed }] : [];
  });
  if (own.isAlias && others.some(({ isAlias, group }) => !isAlias && group === one.group)) {
    return `it stands beside ${own.name} itself, so it is taken for another version on purpose; change it by hand`;
  }
  const chosen = [own, ...others.filter(({ isAlias, inCatalog }) => isAlias || inCatalog)].map(({ line }) => line);
  const target = semver.parse(version);
  const line =
    chosen.find((some) => target && some === lineOf(target)) ?? semver.maxSatisfying(chosen, '*') ?? own.line;
  const moved = others.find((other) => other.line === line);
  if (own.line === line || !moved) return undefined;
  return `${moved.name} ${moved.specifier} is of the line of ${own.name} that moves, so this one is taken for another on purpose; change it by hand`;
}

function parse({ name, specifier }: Listed) {
  const parsed = parseSpecifier(name, specifier);
  if (parsed.kind !== 'range') return undefined;
  const least = semver.minVersion(parsed.range);
  return least && { name: parsed.name, isAlias: parsed.name !== name, line: lineOf(least) };
}

/** Versions of one line do not break each other: `2.0.0` stands for all 2.x, `0.3.0` for all 0.3.x. */
function lineOf({ major, minor }: semver.SemVer): string {
  return major > 0 ? `${major}.0.0` : `0.${minor}.0`;
}
