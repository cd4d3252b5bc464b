import assert from 'node:assert/strict';
import { createRef, getRef } from '../../../src/platform/github/refs.ts';
import { type Scenario, workflow } from '../scenario.ts';

const BRANCH = 'maintenance';

/** Of two runs with one nonce one goes on, on the default branch and on one whose workflows are others. */
export const claims: Scenario = {
  name: 'claims',
  doubts: ['4'],
  files: ({ uses }) => ({
    '.github/workflows/claim.yml': workflow('Claim', 'workflow_dispatch: { inputs: { nonce: { required: true } } }', {
      claim: `permissions: { contents: write }
outputs: { claimed: "\${{ steps.claim.outputs.claimed }}" }
steps:
  - id: claim
    uses: ${uses('claim-release')}
    with: { nonce: "\${{ inputs.nonce }}" }`,
      work: `needs: claim
if: needs.claim.outputs.claimed == 'true'
steps:
  - run: echo "It is mine"`,
    }),
  }),
  async run({ sandbox, signal, commit, run }) {
    const sha = await getRef(sandbox, 'heads/main', { signal });
    await createRef(sandbox, { ref: `heads/${BRANCH}`, sha: sha ?? '' }, { signal });
    const other = workflow('Only here', 'workflow_dispatch: {}', { work: 'steps:\n  - run: echo other' });
    await commit(BRANCH, { '.github/workflows/only-here.yml': other }, 'Another workflow');
    for (const ref of ['main', BRANCH]) {
      const inputs = { nonce: `acceptance-${ref}` };
      const first = await run('claim.yml', { ref, inputs });
      assert.equal(first.run.conclusion, 'success', `${ref}: ${await first.log()}`);
      assert.equal(first.conclusionOf('work'), 'success', `${ref}: the first run has the claim`);
      const second = await run('claim.yml', { ref, inputs });
      assert.equal(second.conclusionOf('work') ?? 'skipped', 'skipped', `${ref}: the second run has it not`);
    }
    return `on main and on ${BRANCH}, whose workflows differ, the first run claimed and the second did nothing`;
  },
};
