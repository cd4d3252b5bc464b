import { type Attempt, factsOf, type Run } from './run.ts';
import type { World } from './world.ts';

/** The child's first step where it honours claim-release: the second does nothing. */
export function claim(world: World, run: Run, attempt: Attempt): void {
  const nonce = attempt.script.claim;
  if (nonce === undefined) return;
  if (attempt.script.claimForbidden) {
    world.record({ kind: 'claim-forbidden', ...factsOf(run) });
    const log = 'POST /git/refs answered 403 (Resource not accessible by integration)';
    attempt.script = { conclusion: 'failure', jobs: [{ name: 'claim', ms: 1_000, conclusion: 'failure', log }] };
    return;
  }
  const { claims } = run.repository;
  const owner = claims.get(nonce);
  if (owner === undefined || owner === run.id) {
    if (owner === undefined) writeClaim(world, run, nonce);
    claims.set(nonce, run.id);
    return;
  }
  world.record({ kind: 'claim-refused', ...factsOf(run) });
  const log = `The release ${nonce} is already claimed by run ${owner}; nothing to do.`;
  attempt.script = { conclusion: 'success', jobs: [{ name: 'claim', ms: 1_000, log }] };
}

/** As claim-release keeps it: a ref of its own, on a commit that names the run. */
function writeClaim(world: World, run: Run, nonce: string): void {
  const { git } = run.repository;
  const tree = git.changeTree(undefined, new Map([['claim', { mode: '100644', sha: git.writeBlob('A claim.\n') }]]));
  const message = `Claim ${nonce}\n\nRun-Id: ${run.id}`;
  const commit = git.writeCommit({ tree, parents: [], message, author: run.actor, at: world.timeline.now() });
  git.refs.set(`refs/release-actions/claims/${nonce}`, commit.sha);
  world.record({ kind: 'claim', ...factsOf(run) });
}
