import assert from 'node:assert/strict';
import { getRef } from '../../../src/platform/github/refs.ts';
import { listStatuses } from '../../../src/platform/github/statuses.ts';
import type { Scenario } from '../scenario.ts';

/** A status of a commit, from pending to its end. */
export const statuses: Scenario = {
  name: 'statuses',
  doubts: ['statuses'],
  files: () => ({}),
  async run({ sandbox, repository, signal, step }) {
    const sha = (await getRef(sandbox, 'heads/main', { signal })) ?? '';
    for (const state of ['pending', 'success']) {
      const set = await step('report-status', { repository, sha, state, context: 'acceptance' });
      assert.equal(set.exitCode, 0, set.log);
    }
    const [newest] = await listStatuses(sandbox, sha, { signal });
    assert.deepEqual([newest?.context, newest?.state], ['acceptance', 'success']);
    return `the status of ${sha.slice(0, 9)} went from pending to success`;
  },
};
