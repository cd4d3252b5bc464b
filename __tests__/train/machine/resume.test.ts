import { expect, test } from '@jest/globals';
import { decide } from '../../../src/train/machine/decide.ts';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import type { ComponentEvent } from '../../../src/train/machine/events.ts';
import { componentOf, type TrainState } from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { after, begin, flown, planned, planOf, run } from './machine.ts';

const plan = planOf([planned('a'), planned('b', ['a'])]);
const nonce = nonceOf(begin(plan), 'a', { purpose: 'release', unguessable: 'drawn0000' });
const at = 10;
const intended: ComponentEvent & { type: 'intended' } = {
  type: 'intended',
  component: 'a',
  purpose: 'release',
  nonce,
  at,
};
const seen = (conclusion?: string, attempt = 1): ComponentEvent => ({
  type: 'run-seen',
  component: 'a',
  nonce,
  run: run(conclusion, { attempt }),
  at,
});

function resumed(...events: readonly ComponentEvent[]): TrainState {
  return after(
    plan,
    begin(plan),
    intended,
    ...events,
    { type: 'finished', at },
    { type: 'resumed', round: 1, at: 100 },
  );
}

test.each<[string, readonly ComponentEvent[], string, number]>([
  ['a run that failed is tried again', [seen('failure')], 'pending', 2],
  [
    'a run whose end nobody saw is looked at',
    [seen(), { type: 'expired', component: 'a', nonce, reason: '?', at }],
    'running',
    1,
  ],
  [
    'a dispatch that was refused is made again',
    [{ type: 'dispatch-refused', component: 'a', nonce, reason: 'no', at }],
    'pending',
    2,
  ],
  [
    'a dispatch that was lost is looked for once more',
    [{ type: 'dispatch-lost', component: 'a', nonce, reason: '?', at }],
    'dispatching',
    1,
  ],
  [
    'only its gates failed: they are passed again',
    [seen('success'), { type: 'gates-failed', component: 'a', reason: '503', at }],
    'verifying',
    1,
  ],
])('%s', (_, events, status, attempt) => {
  const state = resumed(...events);
  expect(state.components.a).toMatchObject({ status, attempt });
  expect(state.components.b?.status).toBe('pending');
  expect(state).toMatchObject({ status: 'running', resumed: 1 });
});

/** After the resume, with the intent of the second try recorded. */
function triedAgain(): TrainState {
  const state = resumed(seen('failure'));
  return after(plan, state, {
    ...intended,
    nonce: nonceOf(state, 'a', { purpose: 'release', unguessable: 'drawn0000' }),
    at: 110,
  });
}

test('another try has another nonce, and the run of the earlier one is remembered', () => {
  const state = triedAgain();
  expect(state.components.a).toMatchObject({ status: 'dispatching', earlier: [{ nonce, run: { attempt: 1 } }] });
  expect(state.components.a?.dispatch?.nonce).not.toBe(nonce);
});

/** What was found of the first try right before the second was to be sent. */
const earlierAlive = (state: TrainState, attempt: number, earlier = nonce): ComponentEvent => ({
  type: 'earlier-alive',
  component: 'a',
  nonce: nonceOf(state, 'a', { purpose: 'release', unguessable: 'drawn0000' }),
  earlier,
  run: run(undefined, { attempt }),
  at: 120,
});

test.each([
  ['succeeds', 'success', 'verifying'],
  ['fails again', 'failure', 'failed'],
])('an earlier try that a person runs again and that %s is followed instead of another', (_, conclusion, status) => {
  const tried = triedAgain();
  const state = after(plan, tried, earlierAlive(tried, 2));
  expect(state.components.a).toMatchObject({
    status: 'running',
    dispatch: { nonce, run: { attempt: 2 } },
    earlier: [],
  });
  expect(after(plan, state, seen(conclusion, 2)).components.a).toMatchObject({ status });
});

test('a try that is resumed is not tried under the same nonce afterwards', () => {
  const tried = triedAgain();
  const failed = after(plan, tried, earlierAlive(tried, 2), seen('failure', 2), { type: 'finished', at: 130 });
  const again = after(plan, failed, { type: 'resumed', round: 2, at: 140 });
  const nonces = [nonce, nonceOf(tried, 'a', { purpose: 'release', unguessable: 'drawn0000' })];
  expect(nonces).not.toContain(nonceOf(again, 'a', { purpose: 'release', unguessable: 'drawn0000' }));
  expect(again.components.a).toMatchObject({ status: 'pending', earlier: [{ nonce, run: { attempt: 2 } }] });
});

test.each<[string, (tried: TrainState) => readonly ComponentEvent[]]>([
  ['is no news', (tried) => [earlierAlive(tried, 1)]],
  ['is nobody we know', (tried) => [earlierAlive(tried, 2, 'other')]],
  [
    'comes after the other was sent',
    (tried) => {
      const late = earlierAlive(tried, 2);
      return [
        {
          type: 'dispatched',
          component: 'a',
          nonce: nonceOf(tried, 'a', { purpose: 'release', unguessable: 'drawn0000' }),
          sentAt: 115,
          at: 115,
        },
        late,
      ];
    },
  ],
])('an earlier try that %s changes nothing', (_, events) => {
  const tried = triedAgain();
  const [last, ...before] = events(tried).toReversed();
  const state = after(plan, tried, ...before);
  expect(last && after(plan, state, last)).toBe(state);
});

test('two who take the same train up at once do so once', () => {
  const state = resumed(seen('failure'));
  const failed = after(plan, triedAgain(), { type: 'cancelled', reason: 'SIGINT', at: 120 });
  expect(after(plan, state, { type: 'resumed', round: 1, at: 101 })).toBe(state);
  expect(after(plan, failed, { type: 'resumed', round: 1, at: 130 })).toBe(failed);
  expect(after(plan, failed, { type: 'resumed', round: 2, at: 130 }).resumed).toBe(2);
});

test('what is tried again does not start where another failed and the train halts', () => {
  const halting: Plan = planOf([planned('a'), planned('c')], { onFailure: 'halt' });
  const lost = { type: 'dispatch-lost', component: 'a', nonce, reason: '?', at } as const;
  const other = nonceOf(begin(halting), 'c', { purpose: 'release', unguessable: 'drawn0000' });
  const both = [intended, { ...intended, component: 'c', nonce: other }];
  const refused = { type: 'dispatch-refused', component: 'c', nonce: other, reason: 'no', at: 20 } as const;
  const failed = after(halting, begin(halting), ...both, lost, refused);
  const tried = after(halting, failed, { type: 'finished', at: 30 }, { type: 'resumed', round: 1, at: 100 });
  const second = {
    component: 'c',
    nonce: nonceOf(tried, 'c', { purpose: 'release', unguessable: 'drawn0000' }),
    at: 110,
  };
  const refusedAgain = [
    { ...second, type: 'intended', purpose: 'release' },
    { ...second, type: 'dispatch-refused', reason: 'no' },
  ] as const;
  const state = after(halting, tried, ...refusedAgain, { ...lost, at: 120 });
  expect(state.components.a).toMatchObject({ status: 'blocked', reason: 'Nothing new was started after c failed.' });
  expect(decide(halting, state, 130)).toEqual([{ type: 'finish' }]);
});

test('a train that succeeded is not resumed', () => {
  const one = planOf([planned('a')]);
  const done = after(one, flown(one, begin(one), 'a', { at, conclusion: 'success' }), { type: 'finished', at });
  expect(done.status).toBe('succeeded');
  expect(after(one, done, { type: 'resumed', round: 1, at: 100 })).toBe(done);
});

/** GitHub took it, or may have, and nobody can name its run. */
const untraceable: ComponentEvent = { type: 'dispatch-untraceable', component: 'a', nonce, reason: 'nobody knows', at };

test('what may have run without a name has failed, and is only looked for when the train is resumed', () => {
  const failed = after(plan, begin(plan), intended, untraceable);
  expect(failed.components.a).toMatchObject({ status: 'failed', reason: 'nobody knows' });
  const again = resumed(untraceable);
  expect(again.components.a).toMatchObject({
    status: 'dispatching',
    attempt: 1,
    dispatch: { nonce, resumed: { at: 100 } },
  });
  expect(again.components.a?.dispatch).not.toHaveProperty('untraceable');
});

test('it fails again, however often it is resumed, and never gets another nonce by that', () => {
  let state = resumed(untraceable);
  for (let round = 2; round < 6; round += 1) {
    state = after(plan, state, { ...untraceable, at: round * 1_000 }, { type: 'finished', at: round * 1_000 });
    expect(state.components.a).toMatchObject({ status: 'failed', attempt: 1 });
    state = after(plan, state, { type: 'resumed', round, at: round * 1_000 });
  }
  expect(state.components.a).toMatchObject({ status: 'dispatching', attempt: 1 });
});

test.each([
  ['whose run has a name is begun again', { version: '{version}', nonce: '{nonce}' }, 'pending', 2],
  ['whose run has no name, and may still come, gets another try by a word alone', {}, 'dispatching', 1],
] as const)('after a rollback what %s', (_, inputs, status, attempt) => {
  const named = planOf([{ ...planned('a'), inputs }, planned('b', ['a'])]);
  const failed = after(named, begin(named), intended, untraceable, { type: 'finished', at });
  const undone: TrainState = {
    ...failed,
    status: 'rolled-back',
    components: { ...failed.components, a: { ...componentOf(failed, 'a'), status: 'rolled-back' } },
  };
  const again = after(named, undone, { type: 'resumed', round: 1, at: 100 });
  expect(again.components.a).toMatchObject({ status, attempt });
  const word = after(named, undone, { type: 'resumed', round: 1, at: 100, dispatchAgain: ['a'] });
  expect(word.components.a).toMatchObject({ status: 'pending', attempt: 2 });
});

test('a run of it that shows up after all is followed', () => {
  const found = after(plan, resumed(untraceable), { ...seen('success'), at: 200 });
  expect(found.components.a).toMatchObject({ status: 'verifying', attempt: 1 });
});

test('a person who says that nothing ran gets another try, for that component alone', () => {
  const failed = after(plan, begin(plan), intended, untraceable, { type: 'finished', at });
  const word = after(plan, failed, { type: 'resumed', round: 1, at: 100, dispatchAgain: ['a'] });
  expect(word.components.a).toMatchObject({ status: 'pending', attempt: 2 });
  const other = after(plan, failed, { type: 'resumed', round: 1, at: 100, dispatchAgain: ['b'] });
  expect(other.components.a).toMatchObject({ status: 'dispatching', attempt: 1 });
});

test('the word is about what is in doubt: a run that is known goes on being followed', () => {
  const expired: ComponentEvent = { type: 'expired', component: 'a', nonce, reason: '?', at };
  const stopped = after(plan, begin(plan), intended, seen(), expired, { type: 'finished', at });
  const word = after(plan, stopped, { type: 'resumed', round: 1, at: 100, dispatchAgain: ['a'] });
  expect(word.components.a).toMatchObject({ status: 'running', attempt: 1 });
});
