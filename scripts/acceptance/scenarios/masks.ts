import assert from 'node:assert/strict';
import { type Scenario, workflow } from '../scenario.ts';

/** What a secret of several lines does to outputs: each line is a mask. */
export const masks: Scenario = {
  name: 'masks',
  doubts: ['8'],
  files: () => ({
    '.github/workflows/masks.yml': workflow('Masks', 'workflow_dispatch: {}', {
      one: `outputs: { plan: "\${{ steps.one.outputs.plan }}", count: "\${{ steps.one.outputs.count }}" }
steps:
  - id: one
    run: |
      echo "::add-mask::{"
      echo 'plan={"core":"1.0.0"}' >> "$GITHUB_OUTPUT"
      echo 'count=1' >> "$GITHUB_OUTPUT"`,
      dropped: `needs: one
if: needs.one.outputs.plan == '' && needs.one.outputs.count == '1'
steps:
  - run: echo "The plan is gone, the count is there"`,
    }),
  }),
  async run({ run }) {
    const seen = await run('masks.yml');
    assert.equal(seen.conclusionOf('one'), 'success', 'the job that loses its output is green');
    assert.equal(seen.conclusionOf('dropped'), 'success', 'the next job finds the output that holds a mask empty');
    return 'an output with a masked { was empty in the next job, another one was there, and the job was green';
  },
};
