import { STATE_BRANCH } from '../../../engine/stores/state-branch.ts';
import { absentIs404 } from '../../../platform/github/refs.ts';
import { countFiles } from '../../../platform/github/trees.ts';
import type { CheckOf } from '../pass.ts';

/** GitHub lists 100,000 at once; beyond that no train that is long over is found, and none is taken away any more. */
const MANY_FILES = 20_000;

/** Trains are taken from the tree a month after their end: a tree that grows all the same says that this does not work. */
const stateSize: CheckOf<'home'> = {
  ...{ check: 'state-size', area: 'state', of: 'home' },
  async run({ name, repository }, { serverUrl }) {
    const found = await absentIs404(() => countFiles(repository, STATE_BRANCH));
    if (!found || (found.isWhole && found.count <= MANY_FILES)) return [];
    return [
      {
        severity: 'warning',
        seen: `The branch ${STATE_BRANCH} of ${name} has ${found.isWhole ? '' : 'more than '}${found.count} files: GitHub lists 100,000 at once, and beyond that nothing old is taken away from it any more.`,
        expected: `at most ${MANY_FILES} files: trains are taken away a month after their end`,
        fix: 'While no train is open, delete the oldest folders below trains/ in one commit; the history keeps them.',
        link: `${serverUrl}/${name}/tree/${STATE_BRANCH}`,
      },
    ];
  },
};

export const stateSizeChecks = [stateSize] as const;
