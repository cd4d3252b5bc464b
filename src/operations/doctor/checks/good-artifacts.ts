import { endingSoon, KEEP_ARTIFACTS } from '../../artifacts/artifacts-ending.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf } from '../pass.ts';

/** A rollback fetches what its version handed on: by then it may be gone. */
const artifactsStay: CheckOf<'home'> = {
  ...{ check: 'artifact-ends', area: 'state', of: 'home' },
  async run(_, { store, now }) {
    const good = (await store?.lastGood()) ?? {};
    return endingSoon(good, now).map(({ isOver, isCurrent, text }): Trouble => {
      return {
        severity: isOver && !isCurrent ? 'info' : 'warning',
        seen: text,
        expected: 'an artifact that is there for as long as its version may be gone back to',
        fix: KEEP_ARTIFACTS,
      };
    });
  },
};

export const artifactChecks = [artifactsStay] as const;
