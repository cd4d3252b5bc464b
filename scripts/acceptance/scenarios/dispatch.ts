import assert from 'node:assert/strict';
import { type Scenario, workflow } from '../scenario.ts';

const CHILD = `name: Child
run-name: Child [\${{ inputs.nonce }}\${{ github.event.client_payload.nonce }}]
${workflow(
  'Child',
  'workflow_dispatch: { inputs: { nonce: { type: string } } }\n  repository_dispatch: { types: [acceptance] }',
  { work: 'steps:\n  - run: echo "It works"' },
).replace(/^name: .*\n/, '')}`;

/** Both events, each attributed; and what a child lacks, told by a dry run. */
export const dispatch: Scenario = {
  name: 'dispatch',
  doubts: ['dispatch', '11'],
  files: () => ({ '.github/workflows/child.yml': CHILD }),
  async run({ repository, step }) {
    const common = { repository, 'nonce-input': 'nonce', timeout: '8m' };
    const byName = await step('dispatch-and-wait', { ...common, workflow: 'child.yml', ref: 'main' });
    assert.equal(byName.exitCode, 0, byName.log);
    assert.equal(byName.outputs['correlated-by'], 'run-details', 'GitHub names the run of a workflow_dispatch');
    const byEvent = await step('dispatch-and-wait', { ...common, 'event-type': 'acceptance' });
    assert.equal(byEvent.exitCode, 0, byEvent.log);
    assert.equal(byEvent.outputs['correlated-by'], 'nonce');
    const wrong = { ...common, workflow: 'child.yml', ref: 'main', inputs: '{"region": "eu"}', 'dry-run': 'true' };
    const rehearsed = await step('dispatch-and-wait', wrong);
    assert.equal(rehearsed.exitCode, 1);
    assert.match(rehearsed.log, /declares no input region/);
    return `runs ${byName.outputs['run-id']} (run-details) and ${byEvent.outputs['run-id']} (nonce) succeeded; a dry run told an undeclared input`;
  },
};
