import assert from 'node:assert/strict';
import { createRef, getRef } from '../../../src/platform/github/refs.ts';
import { type Scenario, workflow } from '../scenario.ts';

const BRANCH = 'proposal';

/** A plan on a pull request, by the job's own token with pull-requests: write alone. */
export const comment: Scenario = {
  name: 'comment',
  doubts: ['1'],
  files: ({ uses }) => ({
    '.github/workflows/plan.yml': workflow('Plan', 'pull_request: { branches: [main] }', {
      plan: `permissions: { contents: read, actions: read, pull-requests: write }
steps:
  - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with: { persist-credentials: false }
  - uses: ${uses('plan-release')}
    with:
      versions: '{"core": "9.0.0"}'
      comment: true`,
    }),
  }),
  async run({ sandbox, signal, commit, until, finished }) {
    const sha = await getRef(sandbox, 'heads/main', { signal });
    await createRef(sandbox, { ref: `heads/${BRANCH}`, sha: sha ?? '' }, { signal });
    await commit(BRANCH, { 'proposal.txt': 'A change\n' }, 'A change');
    const pull = { title: 'A change', head: BRANCH, base: 'main' };
    const opened = await sandbox.write<{ number: number }>('POST /repos/{owner}/{repo}/pulls', { ...pull }, { signal });
    const params = { event: 'pull_request', per_page: 10 };
    const { id } = await until('the run of the pull request', async () => {
      const route = 'GET /repos/{owner}/{repo}/actions/runs';
      return (await sandbox.list<{ id: number }>(route, params, { signal, limit: 10, key: 'workflow_runs' })).at(0);
    });
    const planned = await finished(id);
    assert.equal(planned.run.conclusion, 'success', await planned.log());
    const comments = await sandbox.list<{ body?: string }>(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { issue_number: opened.data.number },
      { signal, limit: 30 },
    );
    assert.equal(comments.filter(({ body = '' }) => body.includes('9.0.0')).length, 1, 'one comment holds the plan');
    return `GITHUB_TOKEN with pull-requests: write commented on pull request ${opened.data.number}`;
  },
};
