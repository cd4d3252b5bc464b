import assert from 'node:assert/strict';
import { createRef, getRef } from '../../../src/platform/github/refs.ts';
import { type Scenario, workflow } from '../scenario.ts';

const BRANCH = 'guarded';

/** A branch that takes pull requests only: the dry run says so, and GitHub does refuse the job's token. */
export const rules: Scenario = {
  name: 'rules',
  doubts: ['7'],
  files: ({ uses }) => ({
    '.github/workflows/record.yml': workflow('Record', 'workflow_dispatch: {}', {
      record: `permissions: { contents: write }
steps:
  - if: false
    uses: ${uses('actions/record-release')}
    with: { branch: "\${{ github.ref_name }}" }
  - name: Write as the job
    env: { TOKEN: "\${{ github.token }}", WHERE: "\${{ github.api_url }}/repos/\${{ github.repository }}/contents/written.txt" }
    run: |
      answer=$(curl -sS -o /dev/null -w '%{http_code}' -X PUT -H "authorization: Bearer $TOKEN" -d '{"message":"Written","content":"aGk=","branch":"${BRANCH}"}' "$WHERE")
      echo "answered $answer"
      test "$answer" -ge 400`,
    }),
  }),
  async run({ sandbox, repository, signal, step, run }) {
    const sha = await getRef(sandbox, 'heads/main', { signal });
    await createRef(sandbox, { ref: `heads/${BRANCH}`, sha: sha ?? '' }, { signal });
    await sandbox.write(
      'POST /repos/{owner}/{repo}/rulesets',
      {
        name: 'By pull request',
        enforcement: 'active',
        conditions: { ref_name: { include: [`refs/heads/${BRANCH}`], exclude: [] } },
        rules: [
          {
            type: 'pull_request',
            parameters: {
              required_approving_review_count: 1,
              dismiss_stale_reviews_on_push: false,
              require_code_owner_review: false,
              require_last_push_approval: false,
              required_review_thread_resolution: false,
            },
          },
        ],
      },
      { signal },
    );
    const rehearsed = await step('dispatch-and-wait', {
      repository,
      workflow: 'record.yml',
      ref: BRANCH,
      'dry-run': 'true',
    });
    assert.equal(rehearsed.exitCode, 1, 'a dry run refuses');
    assert.match(rehearsed.log, /pushes its release commit to guarded with GITHUB_TOKEN.*pull_request/);
    const tried = await run('record.yml', { ref: BRANCH });
    assert.equal(tried.run.conclusion, 'success', `GitHub refuses the write: ${await tried.log()}`);
    return 'a dry run named the rule pull_request, and GitHub refused a write by GITHUB_TOKEN';
  },
};
