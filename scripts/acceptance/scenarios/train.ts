import assert from 'node:assert/strict';
import { getRef } from '../../../src/platform/github/refs.ts';
import { releaseByTag } from '../../../src/platform/github/releases.ts';
import { listRuns } from '../../../src/platform/github/runs.ts';
import { type Scenario, workflow } from '../scenario.ts';

const STATE = 'release-actions/state';
const TAG = 'ecosystem-1';

const SLOW = `name: Slow
run-name: Slow \${{ inputs.version }} [\${{ inputs.nonce }}]
on: { workflow_dispatch: { inputs: { version: {}, nonce: {} } } }
permissions: {}
jobs:
  work: { runs-on: ubuntu-latest, steps: [{ run: sleep 15 }] }
`;

const manifest = (repository: string) => `name: trial
components:
  core:
    repository: ${repository}
    workflow: slow.yml
    ref: main
    inputs: { version: "{version}", nonce: "{nonce}" }
`;

/**
 * A train of one component, the sandbox itself, with the job's own token: its state branch, its tag and its release, where a
 * workflow changes meanwhile; and with a ruleset on the state branch, where only the App may.
 */
export const train: Scenario = {
  name: 'train',
  doubts: ['5', 'state'],
  files: ({ repository, uses }) => ({
    '.github/workflows/slow.yml': SLOW,
    '.github/release-train.yml': manifest(repository),
    '.github/workflows/train.yml': workflow(
      'Train',
      'workflow_dispatch: { inputs: { version: { required: true }, tag: {} } }',
      {
        train: `permissions: { contents: write, actions: write }
steps:
  - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with: { persist-credentials: false }
  - uses: ${uses('')}
    with:
      versions: '{"core": "\${{ inputs.version }}"}'
      ecosystem-tag: \${{ inputs.tag }}`,
      },
    ),
  }),
  async run({ sandbox, repository, signal, commit, run, start, finished, step, until, appId }) {
    const first = await start('train.yml', { inputs: { version: '1.0.0', tag: TAG } });
    await until('the child of the train', async () =>
      (await listRuns(sandbox, { workflow: 'slow.yml' }, { signal })).at(0),
    );
    const changed = workflow('Later', 'workflow_dispatch: {}', { work: 'steps:\n  - run: echo later' });
    await commit('main', { '.github/workflows/later.yml': changed }, 'A workflow, while a train runs');
    const ended = await finished(first);
    assert.equal(ended.run.conclusion, 'success', await ended.log());
    assert.ok(await getRef(sandbox, `heads/${STATE}`, { signal }), `there is a branch ${STATE}`);
    const release = await releaseByTag(sandbox, TAG, { signal });
    const tagged = release
      ? `the tag and the release ${TAG} were made although a workflow changed meanwhile`
      : 'GitHub refused the release; the train was green and said so';
    if (!release) assert.match(await ended.log(), /release/i);
    await sandbox.write(
      'POST /repos/{owner}/{repo}/rulesets',
      {
        name: 'State of trains',
        enforcement: 'active',
        bypass_actors:
          appId === undefined ? [] : [{ actor_id: appId, actor_type: 'Integration', bypass_mode: 'always' }],
        conditions: { ref_name: { include: [`refs/heads/${STATE}`], exclude: [] } },
        rules: [{ type: 'update' }],
      },
      { signal },
    );
    const kept = await run('train.yml', { inputs: { version: '1.1.0' } });
    assert.equal(kept.run.conclusion, 'failure', 'with a ruleset GITHUB_TOKEN may not write the state branch');
    assert.match(await kept.log(), /state-by-app/, 'and the log says what to do');
    if (appId === undefined)
      return `${tagged}; a ruleset on ${STATE} refused GITHUB_TOKEN, and the log said what to do`;
    const inputs = { manifest: 'train.yml', versions: '{"core": "1.2.0"}', 'state-by-app': 'true' };
    const files = { 'train.yml': manifest(repository) };
    const asApp = await step('train', { ...inputs, 'train-id': 'by-the-app' }, files);
    assert.equal(asApp.exitCode, 0, asApp.log);
    return `${tagged}; a ruleset on ${STATE} refused GITHUB_TOKEN and let the App through`;
  },
};
