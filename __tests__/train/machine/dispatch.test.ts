import { expect, test } from '@jest/globals';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import type { ComponentEvent } from '../../../src/train/machine/events.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import { after, begin, planned, planOf, run } from './machine.ts';

const plan = planOf([planned('a')]);
const base = {
  component: 'a',
  nonce: nonceOf(begin(plan), 'a', { purpose: 'release', unguessable: 'drawn0000' }),
} as const;
const unclear = (at: number): ComponentEvent => ({
  ...base,
  type: 'dispatch-unclear',
  sentAt: at,
  detail: 'looking',
  at,
});
const resend = (at: number, since: number): ComponentEvent => ({ ...base, type: 'resend-intended', after: since, at });

function intended(...events: readonly ComponentEvent[]): TrainState {
  return after(plan, begin(plan), { ...base, type: 'intended', purpose: 'release', at: 10 }, ...events);
}

test('a dispatch of which nothing is heard is sent again once that intent is recorded; the nonce stays', () => {
  const again = intended(unclear(20), resend(200, 20));
  expect(again.components.a).toMatchObject({
    status: 'dispatching',
    dispatch: { nonce: base.nonce, intendedAt: 10, sentAt: 20, resend: { at: 200, times: 1 } },
  });
  const third = after(plan, again, unclear(201), resend(400, 201));
  expect(third.components.a?.dispatch?.resend).toEqual({ at: 400, times: 2 });
});

test('of two orchestrators that decide to send it again one does', () => {
  const once = intended(unclear(20), resend(200, 20));
  expect(after(plan, once, resend(203, 20))).toBe(once);
});

test.each<[string, ComponentEvent]>([
  ['GitHub took it', { ...base, type: 'dispatched', sentAt: 30, at: 30 }],
  ['its run was seen', { ...base, type: 'run-seen', run: run(), at: 30 }],
  ['it was sent once more', unclear(30)],
])('who has not heard that %s does not send it again', (_, news) => {
  const state = intended(unclear(20), news);
  expect(after(plan, state, resend(200, 20))).toBe(state);
});

test('a rollback is sent again by the same rule', () => {
  const rollback = {
    component: 'a',
    nonce: nonceOf(begin(plan), 'a', { purpose: 'rollback', unguessable: 'drawn0000' }),
  } as const;
  const state = after(
    plan,
    intended({ ...base, type: 'run-seen', run: run('failure'), at: 20 }),
    { ...rollback, type: 'intended', purpose: 'rollback', at: 30 },
    { ...rollback, type: 'resend-intended', after: 30, at: 200 },
  );
  expect(state.components.a).toMatchObject({ status: 'rolling-back', rollback: { resend: { at: 200, times: 1 } } });
});
