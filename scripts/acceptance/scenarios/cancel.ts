import assert from 'node:assert/strict';
import { type Scenario, workflow } from '../scenario.ts';

/** A child that is late. */
export const cancel: Scenario = {
  name: 'cancel',
  doubts: ['cancel'],
  files: () => ({
    '.github/workflows/hangs.yml': workflow('Hangs', 'workflow_dispatch: {}', { work: 'steps:\n  - run: sleep 300' }),
  }),
  async run({ repository, step, finished }) {
    const inputs = { repository, workflow: 'hangs.yml', ref: 'main', timeout: '20s', 'on-timeout': 'cancel' };
    const late = await step('dispatch-and-wait', inputs);
    assert.equal(late.exitCode, 1, 'what is late is red');
    const { run } = await finished(Number(late.outputs['run-id']));
    assert.equal(run.conclusion, 'cancelled', 'its run was cancelled');
    return `run ${run.id} was cancelled after 20 s, and its end was seen`;
  },
};
