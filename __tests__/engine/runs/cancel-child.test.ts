import { expect, test } from '@jest/globals';
import type { FaultCall } from '../../../simulator/faults.ts';
import type { RunScript } from '../../../simulator/types.ts';
import { endWithCaller } from '../../../src/engine/runs/cancel-child.ts';
import { wantedRun } from '../../../src/engine/runs/dispatch-and-wait.ts';
import type { DispatchOutcome } from '../../../src/engine/runs/dispatch-outcome.ts';
import { getRun } from '../../../src/platform/github/runs.ts';
import { childWorld, REPOSITORY, runsOf } from '../child-world.ts';

const NONCE = 'ra-0123456789abcdef';
const nonce = { version: '1.0.0', nonce: NONCE };

/** Two runs of one dispatch, of which the second claims the release; the caller, cancelled after five seconds, followed the first. */
async function cancelledWith(other: Omit<RunScript, 'claim'>) {
  let first: number | undefined;
  const world = childWorld(undefined, {
    faults: ({ method, path }: FaultCall) =>
      method === 'POST' && path.endsWith('/dispatches') ? ({ kind: 'duplicate' } as const) : undefined,
    workflow: {
      behaviour: ({ id }) => {
        first ??= id;
        return id === first ? { ms: 3_000, conclusion: 'success' } : { claim: NONCE, ...other };
      },
    },
  });
  const asked = { target: { workflow: 'release.yml', ref: 'main', inputs: nonce }, nonce: NONCE };
  await world.run({ ...asked, wait: false });
  const [id = 0] = runsOf(world.github);
  const { clock, repository } = world;
  await clock.run(clock.sleep(5_000));
  const run = await clock.run(getRun(repository, id));
  const outcome: DispatchOutcome = {
    startedAt: clock.now(),
    failedJobs: [],
    run: { id, url: run.url, attempt: 1, status: 'in_progress' },
  };
  const wanted = wantedRun(
    {
      ...{ ...asked, repository, wait: true, timeoutMs: 60_000, onTimeout: 'fail' },
      ...{ approvalTimeoutMs: 60_000, retryFailedJobs: 0, acceptConclusions: [], outputsArtifact: undefined },
    },
    clock.now(),
  );
  const said = await clock.run(endWithCaller({ wanted, clock, outcome }, true));
  return { said, outcome, own: run.url };
}

test('a run that succeeded because the other of its dispatch does the work is not told as a success', async () => {
  const { said, outcome, own } = await cancelledWith({ ms: 600_000, conclusion: 'success' });
  expect(said).toBe(
    `${own} ended, but another run of the same dispatch may be the one that does the work: look at the Actions page of ${REPOSITORY}.`,
  );
  expect(outcome.run).not.toHaveProperty('conclusion');
});

test('nor is it where the other failed', async () => {
  const { said, outcome } = await cancelledWith({ ms: 2_000, conclusion: 'failure' });
  expect(said).toMatch(/\/actions\/runs\/\d+ ended failure\.$/);
  expect(outcome.run).toMatchObject({ conclusion: 'failure' });
});

test('it is one where the other succeeded', async () => {
  const { said, outcome, own } = await cancelledWith({ ms: 2_000, conclusion: 'success' });
  expect(said).toBe(`${own} ended success.`);
  expect(outcome.run).toMatchObject({ conclusion: 'success' });
});
