import assert from 'node:assert/strict';
import { type Scenario, workflow } from '../scenario.ts';

/** A wait timer is as good as a reviewer who takes a minute: nobody has to sit there. */
export const approval: Scenario = {
  name: 'approval',
  doubts: ['approval'],
  files: () => ({
    '.github/workflows/waits.yml': workflow('Waits', 'workflow_dispatch: {}', {
      work: 'environment: slow\nsteps:\n  - run: echo "It was let in"',
    }),
  }),
  async run({ sandbox, repository, signal, step }) {
    const route = 'PUT /repos/{owner}/{repo}/environments/{environment_name}';
    const params = { environment_name: 'slow', wait_timer: 1 };
    await sandbox.writeIdempotent(route, params, { signal });
    const waited = await step('dispatch-and-wait', { repository, workflow: 'waits.yml', ref: 'main', timeout: '40s' });
    assert.equal(waited.exitCode, 0, waited.log);
    assert.match(waited.log, /slow/, 'the log names the environment that it waits for');
    const seconds = Number(waited.outputs['duration-seconds']);
    assert.ok(seconds >= 55, `it waited for its timer of a minute (${seconds} s)`);
    return `a run that waited ${seconds} s for its environment was followed to its end with a timeout of 40 s`;
  },
};
