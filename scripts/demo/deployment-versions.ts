import semver from 'semver';
import type { Manifest } from '../../src/train/manifest/manifest.ts';

/** What runs everywhere before the rehearsal. */
export const BEFORE = '0.9.0';
const NEXT = '1.0.0';

/** The versions of a rehearsal: those that are given, and for the others one that all components work with. */
export function versionsToDeploy(
  { components }: Manifest,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const chosen = components.map(({ id }) => {
    const ranges = components.flatMap(({ compatible }) => compatible[id] ?? []);
    return [id, ranges.every((range) => semver.satisfies(NEXT, range)) ? NEXT : leastOf(ranges)];
  });
  return { ...Object.fromEntries(chosen), ...given };
}

function leastOf(ranges: readonly string[]): string {
  const least = ranges.flatMap((range) => semver.minVersion(range) ?? []);
  return semver.rsort(least)[0]?.version ?? NEXT;
}
