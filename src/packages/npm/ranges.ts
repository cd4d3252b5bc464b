import semver from 'semver';

/** What became of one range when a dependency moved to a new version. */
type Raise =
  | { readonly kind: 'raised'; readonly range: string }
  /** It says the new version already, exactly as it would be written. */
  | { readonly kind: 'current' }
  | { readonly kind: 'left-alone'; readonly reason: string }
  /** It demands more than the new version. */
  | { readonly kind: 'downgrade' };

/** Peers state what a package works with, so theirs are widened but never narrowed without need. */
export type Role = 'dependency' | 'peer';

/**
 * Raises a range so that it takes in `version` (exact SemVer), in the form its author chose: `^`, `~`, `>=` and exact keep their
 * operator, `1.x` keeps its granularity, a union gets one more alternative. What cannot be raised without guessing the
 * author's intent is left alone, with the reason. A raised range is always satisfied by the version.
 */
export function raiseRange(range: string, version: string, role: Role = 'dependency'): Raise {
  const text = range.trim();
  if (text === '' || /^[*xX](\.[*xX])*$/.test(text)) return leave(`${shown(range)} takes any version`);
  if (semver.validRange(text) === null) return leave(`${shown(range)} is not a version range`);
  if (text.includes('||')) return raiseUnion(text, version);
  const simple = parseSimple(text);
  return simple ? raiseSimple(simple, version, role) : raiseSet(text, version, role);
}

interface Simple {
  /** `^`, `~`, `~>`, `>=`, `=`, a `v`, the blanks between them, or nothing. */
  readonly operator: string;
  /** How many of major, minor and patch are written: `1.x` has one. */
  readonly parts: 1 | 2 | 3;
  /** What stands in for the parts that are not numbers, such as `.x` or `.*.*`. */
  readonly wildcard: string;
  readonly text: string;
}

const SIMPLE =
  /^((?:\^|~>?|>=|=)?\s*v?)(\d+)(?:(\.\d+)(?:(\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)|(\.[xX*]))?|(\.[xX*](?:\.[xX*])?))?$/;

function parseSimple(text: string): Simple | undefined {
  const match = SIMPLE.exec(text);
  if (!match) return undefined;
  const parts = match[4] ? 3 : match[3] ? 2 : 1;
  return { operator: match[1] ?? '', parts, wildcard: match[5] ?? match[6] ?? '', text };
}

function raiseSimple(simple: Simple, version: string, role: Role): Raise {
  if (isAbove(simple.text, version)) return { kind: 'downgrade' };
  const open = simple.operator.startsWith('>=');
  if (open && role === 'peer') return raiseSet(simple.text, version, role);
  if (role === 'peer' && semver.satisfies(version, simple.text))
    return leave(`${simple.text} already takes in ${version}`);
  const range = write(simple, version);
  return range === simple.text ? { kind: 'current' } : { kind: 'raised', range };
}

/** The version in the form of `simple`. */
function write(simple: Simple, version: string): string {
  const { major, minor, prerelease } = parsed(version);
  if (simple.parts === 3) return simple.operator + version;
  if (prerelease.length > 0) {
    // No x-range takes in a prerelease, so it is written out, under the operator that gives the same upper bound.
    const implied = simple.parts === 1 ? '^' : '~';
    return (/[\^~>]/.test(simple.operator) ? simple.operator : implied) + version;
  }
  return simple.operator + [major, minor].slice(0, simple.parts).join('.') + simple.wildcard;
}

/** A union says which versions a package was made to work with: every alternative stays, the new one is appended. */
function raiseUnion(text: string, version: string): Raise {
  if (semver.satisfies(version, text)) return leave(`${shown(text)} already takes in ${version}`);
  const alternatives = text.split('||');
  const last = (alternatives.at(-1) ?? '').trim();
  const simple = parseSimple(last);
  const separator = /\s*\|\|\s*(?!.*\|\|)/.exec(text)?.[0] ?? ' || ';
  return { kind: 'raised', range: text + separator + (simple ? write(simple, version) : `^${version}`) };
}

/** Sets such as `>=1.2.0 <3` and hyphen ranges: the upper bound is their author's word, so it is never moved. */
function raiseSet(text: string, version: string, role: Role): Raise {
  if (isAbove(text, version)) return { kind: 'downgrade' };
  if (!semver.satisfies(version, text)) {
    return leave(`${shown(text)} shuts out ${version} by a bound that its author chose; change it by hand`);
  }
  const lower = /^(>=\s*v?)(\d+\.\d+\.\d+[^\s]*)(\s+<.*)$/.exec(text);
  if (role === 'peer' || !lower) return leave(`${shown(text)} already takes in ${version}`);
  const range = `${lower[1]}${version}${lower[3]}`;
  return range === text ? { kind: 'current' } : { kind: 'raised', range };
}

function isAbove(text: string, version: string): boolean {
  const least = semver.minVersion(text);
  return least !== null && semver.gt(least, version);
}

function parsed(version: string): semver.SemVer {
  const result = semver.parse(version);
  if (!result) throw new Error(`Not a version: ${version}`);
  return result;
}

function leave(reason: string): Raise {
  return { kind: 'left-alone', reason };
}

function shown(range: string): string {
  return range.trim() === '' ? 'an empty range' : range.trim();
}
