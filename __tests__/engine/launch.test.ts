import { expect, test } from '@jest/globals';
import type { Fault, FaultCall } from '../../simulator/faults.ts';
import { childWorld, runsOf } from './child-world.ts';
import { followed, NONCE } from './orders.ts';

function isDispatch({ path, method }: FaultCall): boolean {
  return method === 'POST' && path.endsWith('/dispatches');
}

/** The first dispatches go wrong so, each in its turn. */
function dispatches(...faults: readonly (Fault | undefined)[]) {
  let sent = 0;
  return (call: FaultCall) => (isDispatch(call) ? faults[sent++] : undefined);
}

test.each<[string, Fault, number]>([
  ['its answer was lost after the effect', { kind: 'reset', when: 'after' }, 1],
  ['it answered 502 after the effect', { kind: 'status', status: 502, when: 'after' }, 1],
  ['it answered 502 and did nothing', { kind: 'status', status: 502, when: 'before' }, 2],
  ['it was reset before the effect', { kind: 'reset', when: 'before' }, 2],
])('one run, although %s', async (_, fault, sends) => {
  const world = childWorld(undefined, { faults: dispatches(fault) });
  const events = await followed(world);
  expect(events.at(-1)).toMatchObject({ type: 'run-seen', run: { conclusion: 'success' } });
  expect(runsOf(world.github)).toHaveLength(1);
  expect(world.github.requests.filter(({ method, path }) => method === 'POST' && /dispatches/.test(path))).toHaveLength(
    sends,
  );
});

test('a dispatch that never gets through is sent three times and given up, with what nobody knows', async () => {
  const never: Fault = { kind: 'status', status: 502, when: 'before' };
  const world = childWorld(undefined, { faults: dispatches(never, never, never, never) });
  const events = await followed(world);
  expect(events.at(-1)).toMatchObject({
    type: 'dispatch-lost',
    reason: expect.stringContaining(`no run that carries ${NONCE} appeared`),
  });
  expect(events.filter(({ type }) => type === 'dispatch-unclear')).toHaveLength(3);
});

test.each([
  ['whoever recorded the intent may have sent it', { sent: 'unknown' as const }],
  ['a zombie wakes up with what it had in hand', { sent: 'fresh' as const, intendedAt: 0 }],
])('looks before it sends where %s', async (_, changes) => {
  const world = childWorld();
  const old = world.clock.now() - 5 * 60_000;
  await followed(world, 'intendedAt' in changes ? { ...changes, intendedAt: old } : changes);
  const calls = world.github.requests.map(({ method, path }) => `${method} ${path.split('?')[0]?.split('/').at(-1)}`);
  expect(calls.indexOf('GET runs')).toBeLessThan(calls.indexOf('POST dispatches'));
  expect(runsOf(world.github)).toHaveLength(1);
});

test('what GitHub took is never sent again, even where no run appears', async () => {
  const world = childWorld();
  const events = await followed(world, { sent: 'accepted' });
  expect(events.at(-1)?.type).toBe('dispatch-lost');
  expect(runsOf(world.github)).toEqual([]);
});

test('a dispatch that is refused started nothing, and says why', async () => {
  const world = childWorld();
  const target = { workflow: 'release.yml', ref: 'no-such-branch', inputs: { nonce: NONCE } };
  const events = await followed(world, { target });
  expect(events).toMatchObject([{ type: 'dispatch-refused', reason: expect.stringContaining('no-such-branch') }]);
  expect(runsOf(world.github)).toEqual([]);
});
