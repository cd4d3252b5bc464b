import { expect, test } from '@jest/globals';
import { decide } from '../../../src/train/machine/decide.ts';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import type { Event } from '../../../src/train/machine/events.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import { waitsForPeople } from '../../../src/train/machine/waiting.ts';
import { after, begin, flown, planned, planOf, run } from './machine.ts';

const HOUR = 3_600_000;
const rollback = { workflow: 'rollback.yml', ref: 'main', inputs: {} };
const plan = planOf([planned('a'), planned('b', [], { rollback })], { rollback: true });

function events(component: string, state: TrainState) {
  const nonce = nonceOf(state, component, { purpose: 'release', unguessable: 'drawn0000' });
  const seen = (at: number, status: string): Event => ({
    type: 'run-seen',
    component,
    nonce,
    run: run(undefined, { status }),
    at,
  });
  const intended = (at: number): Event => ({ type: 'intended', component, purpose: 'release', nonce, at });
  return { nonce, seen, intended };
}

const a = events('a', begin(plan));
const waiting = after(plan, begin(plan), a.intended(0), a.seen(1_000, 'waiting'));
const followOf = (state: TrainState, now: number) =>
  decide(plan, state, now).find((command) => command.type === 'follow' && command.component === 'a');

test('a wait for people moves the deadline by its length, once and again', () => {
  expect(waiting.components.a?.dispatch?.waiting).toEqual({ total: 0, since: 1_000 });
  const approved = after(plan, waiting, a.seen(5 * HOUR, 'in_progress'));
  expect(approved.components.a?.dispatch?.waiting).toEqual({ total: 5 * HOUR - 1_000 });
  const again = after(plan, approved, a.seen(6 * HOUR, 'waiting'), a.seen(8 * HOUR, 'queued'));
  expect(followOf(again, 8 * HOUR)).toMatchObject({ deadline: 60_000 + 5 * HOUR - 1_000 + 2 * HOUR });
});

test('a wait that began before anybody looked counts from when GitHub says, but not from before the intent', () => {
  const seen = (changedAt: number) => {
    const late = { ...a.seen(5 * HOUR, 'waiting'), run: run(undefined, { status: 'waiting', changedAt }) } as Event;
    return after(plan, begin(plan), a.intended(1_000), late).components.a?.dispatch?.waiting;
  };
  expect(seen(2 * HOUR)).toEqual({ total: 0, since: 2 * HOUR });
  expect(seen(9 * HOUR)).toEqual({ total: 0, since: 5 * HOUR });
  expect(seen(0)).toEqual({ total: 0, since: 1_000 });
});

test('who waits is told with it, only while it does', () => {
  const whom: Event = {
    type: 'approval-pending',
    component: 'a',
    nonce: a.nonce,
    whom: 'a reviewer of production: alice',
    at: 2_000,
  };
  const told = after(plan, waiting, whom);
  expect(told.components.a?.dispatch?.waiting?.for).toBe('a reviewer of production: alice');
  const approved = after(plan, told, a.seen(HOUR, 'in_progress'));
  expect(after(plan, approved, { ...whom, at: 2 * HOUR })).toBe(approved);
});

test('what nobody approved has timed out, and nothing that runs is rolled back for it', () => {
  const both = flown(plan, waiting, 'b', { at: 2_000, conclusion: 'success' });
  const gaveUp = after(plan, both, {
    type: 'expired',
    component: 'a',
    nonce: a.nonce,
    because: 'approval',
    reason: 'Nobody approved it.',
    at: 72 * HOUR,
  });
  expect(gaveUp.components.a).toMatchObject({ status: 'timed-out', cause: 'unapproved' });
  expect(decide(plan, gaveUp, 72 * HOUR)).toEqual([{ type: 'finish' }]);
  const failed = after(plan, both, { type: 'expired', component: 'a', nonce: a.nonce, reason: 'It hangs.', at: HOUR });
  expect(decide(plan, failed, HOUR)).toMatchObject([{ type: 'intend', purpose: 'rollback' }]);
});

test('a run that was cancelled because nobody approved it is told as such', () => {
  const cancelled = after(
    plan,
    waiting,
    { type: 'cancel-requested', component: 'a', nonce: a.nonce, because: 'approval', detail: 'asked', at: HOUR },
    { type: 'run-seen', component: 'a', nonce: a.nonce, run: run('cancelled'), at: HOUR + 1 },
  );
  expect(cancelled.components.a).toMatchObject({
    status: 'timed-out',
    reason: expect.stringContaining('Nobody approved it'),
  });
});

test('only a train in which nothing else goes on or could waits for people', () => {
  const one = planOf([planned('a'), planned('b', ['a'])]);
  const alone = after(one, begin(one), a.intended(0), a.seen(1_000, 'waiting'));
  expect(waitsForPeople(one, alone, decide(one, alone, 2_000))).toEqual({
    since: 1_000,
    reason: 'a waits for a person or a timer.',
  });
  expect(waitsForPeople(plan, waiting, decide(plan, waiting, 2_000))).toBeUndefined();
  const b = events('b', waiting);
  const running = after(plan, waiting, b.intended(2_000), b.seen(3_000, 'in_progress'));
  expect(waitsForPeople(plan, running, decide(plan, running, 4_000))).toBeUndefined();
  const two = after(plan, running, b.seen(4_000, 'waiting'));
  expect(waitsForPeople(plan, two, decide(plan, two, 5_000))?.since).toBe(4_000);
});

test('a resumed train gives people their whole time again', () => {
  const gaveUp = after(plan, waiting, {
    type: 'expired',
    component: 'a',
    nonce: a.nonce,
    because: 'approval',
    reason: '?',
    at: 72 * HOUR,
  });
  const over = after(plan, flown(plan, gaveUp, 'b', { at: 72 * HOUR, conclusion: 'success' }), {
    type: 'finished',
    at: 72 * HOUR,
  });
  const resumed = after(plan, over, { type: 'resumed', round: 1, at: 80 * HOUR });
  expect(resumed.components.a).toMatchObject({ status: 'running' });
  expect(resumed.components.a?.dispatch).not.toHaveProperty('waiting');
});
