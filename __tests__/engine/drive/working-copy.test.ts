import { expect, test } from '@jest/globals';
import { WorkingCopy } from '../../../src/engine/drive/working-copy.ts';
import { planHash } from '../../../src/engine/planning/plan-train.ts';
import { fileStore } from '../../../src/engine/stores/file-store.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';

import { temporaryFolders } from '../../support/temporary.ts';
import { begin, planned, planOf } from '../../train/machine/machine.ts';

const folder = temporaryFolders();
const plan = planOf([planned('a'), planned('b')]);

/** Two processes that hold the same train, saved once. */
async function twoCopies(): Promise<[WorkingCopy, WorkingCopy]> {
  const place = await folder();
  const saved = { plan, state: { ...begin(plan), planHash: planHash(plan) }, writes: 1 };
  await fileStore(place).save(saved, 'start');
  const copy = () => new WorkingCopy(saved, { store: fileStore(place), clock: realClock });
  return [copy(), copy()];
}

function intend(copy: WorkingCopy, component: string): void {
  const nonce = nonceOf(copy.state, component, { purpose: 'release', unguessable: 'drawn0000' });
  copy.apply({ type: 'intended', component, purpose: 'release', nonce, at: 1 });
}

test('who loses a race keeps what it saw, and not what it decided', async () => {
  const [winner, loser] = await twoCopies();
  intend(winner, 'a');
  intend(loser, 'b');
  loser.apply({ type: 'probed', component: 'a', served: false, at: 1 });
  loser.apply({ type: 'cancelled', reason: 'octocat cancelled it.', at: 2 });
  expect(await winner.save()).toBe('saved');
  expect(await loser.save()).toBe('lost');
  expect(loser.state).toMatchObject({
    status: 'cancelled',
    components: { a: { status: 'dispatching' }, b: { status: 'pending' } },
  });
  expect(loser.hasFresh).toBe(false);
});

test('what was seen before a person resumed the train does not count', async () => {
  const [winner, loser] = await twoCopies();
  loser.apply({ type: 'cancelled', reason: 'late', at: 9 });
  winner.apply({ type: 'cancelled', reason: 'first', at: 2 });
  winner.apply({ type: 'resumed', round: 1, at: 3 });
  expect(await winner.save()).toBe('saved');
  expect(await loser.save()).toBe('superseded');
  expect({ status: loser.state.status, isSaved: loser.isSaved }).toEqual({ status: 'running', isSaved: true });
});
