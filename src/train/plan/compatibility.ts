import semver from 'semver';
import { quote } from '../../platform/text/wording.ts';
import type { TrainFault } from '../manifest/faults.ts';
import type { Component } from '../manifest/manifest.ts';

/**
 * Compares what components say they are compatible with to the versions that will be there when the train is through:
 * the planned one, else the current one. A version outside its range is a fault; one that is unknown, or a commit, cannot be
 * compared, and is a warning.
 */
export function checkCompatibility(
  components: readonly Component[],
  versionOf: (id: string) => string | undefined,
): { readonly faults: readonly TrainFault[]; readonly warnings: readonly TrainFault[] } {
  const faults: TrainFault[] = [];
  const warnings: TrainFault[] = [];
  for (const { id, compatible } of components) {
    for (const [other, range] of Object.entries(compatible)) {
      const at = ['components', id, 'compatible', other];
      const version = versionOf(other);
      if (version === undefined || semver.valid(version) === null) {
        const why = version === undefined ? 'no version of it is known' : `${quote(version)} is not SemVer`;
        warnings.push({
          at,
          message: `Component ${id}: whether ${other} is within ${quote(range)} cannot be told: ${why}.`,
        });
      } else if (!semver.satisfies(version, range, { includePrerelease: true })) {
        const message = `Component ${id} works with ${other} ${quote(range)}, but ${other} would be at ${version}. Choose another version of one of them, or widen the range.`;
        faults.push({ at, message });
      }
    }
  }
  return { faults, warnings };
}
