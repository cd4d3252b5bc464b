import assert from 'node:assert/strict';
import type { Scenario } from '../scenario.ts';

/** A caller whose name, and so whose group, is that of our workflow. */
export const concurrency: Scenario = {
  name: 'concurrency',
  doubts: ['9'],
  files: ({ uses }) => ({
    '.github/workflows/release-train.yml': `name: release-train
on: { workflow_dispatch: {} }
permissions: {}
concurrency: { group: "\${{ github.workflow }}", queue: max, cancel-in-progress: false }
jobs:
  release:
    uses: ${uses('.github/workflows/release-train.yml')}
    permissions: { contents: write, issues: write, actions: read }
    with: { versions: '{"core": "9.9.9"}', dry-run: true }
`,
  }),
  async run({ run }) {
    const called = await run('release-train.yml');
    assert.ok(called.jobs.length > 0, 'it has jobs: it was not cancelled for a deadlock');
    assert.equal(called.run.conclusion, 'success', await called.log());
    return `a caller named release-train ran ${called.jobs.length} jobs of ours`;
  },
};
