import { describe, expect, test } from '@jest/globals';
import type { Fault, FaultCall } from '../../../simulator/faults.ts';
import type { RunEvent } from '../../../src/engine/runs/wanted-run.ts';
import { slow } from '../../support/slow.ts';
import { type ChildWorld, childWorld, REPOSITORY, runsOf } from '../child-world.ts';
import { followed, NONCE } from '../wanted-runs.ts';

function isDispatch({ path, method }: FaultCall): boolean {
  return method === 'POST' && path.endsWith('/dispatches');
}

/** The first dispatches go wrong so, each in its turn. */
function dispatches(...faults: readonly (Fault | undefined)[]) {
  let sent = 0;
  return (call: FaultCall) => (isDispatch(call) ? faults[sent++] : undefined);
}

slow.each<[string, Fault, number]>([
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
    reason: expect.stringMatching(/no run that carries ra00\.service\.1 appeared.*What it said last: .*answered 502/s),
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

test('what GitHub took is never sent again, even where no run appears, and its run-name is what to look at', async () => {
  const world = childWorld();
  const events = await followed(world, { sent: 'accepted' });
  expect(events.at(-1)).toMatchObject({
    type: 'dispatch-untraceable',
    reason: expect.stringMatching(/no run appeared.*run-name: Release \[\$\{\{ inputs\.nonce \}\}\]/s),
  });
  expect(runsOf(world.github)).toEqual([]);
});

describe('what could not be attributed afterwards is decided before anything is sent', () => {
  const withoutNonce = { workflow: 'release.yml', ref: 'main', inputs: { version: '1.0.0' } };
  const event = { eventType: 'release', clientPayload: { version: '1.0.0' } };

  test('an event without a nonce is refused, and the advice names where the nonce goes', async () => {
    const world = childWorld();
    const events = await followed(world, { target: event, nonce: undefined });
    expect(events).toMatchObject([
      {
        type: 'dispatch-refused',
        reason: expect.stringMatching(/Nothing was sent.*\{nonce\}.*client_payload\.nonce/s),
      },
    ]);
    expect(world.github.requests).toEqual([]);
  });

  test('a server that does not name runs is asked once, refuses, and nothing has started', async () => {
    const world = childWorld(undefined, { apiVersion: 'ghes-old' });
    const events = await followed(world, { target: withoutNonce, nonce: undefined });
    expect(events).toMatchObject([
      { type: 'dispatch-refused', reason: expect.stringMatching(/Nothing was sent.*3\.21/s) },
    ]);
    expect(world.github.requests).toHaveLength(1);
    expect(runsOf(world.github)).toEqual([]);
  });

  test('a server that names runs needs no nonce', async () => {
    const world = childWorld();
    const events = await followed(world, { target: withoutNonce, nonce: undefined });
    expect(events.at(-1)).toMatchObject({ type: 'run-seen', run: { conclusion: 'success' } });
  });

  test.each(['before', 'after'] as const)(
    'an answer lost %s the effect is for a person to look at, with its words',
    async (when) => {
      const world = childWorld(undefined, { faults: dispatches({ kind: 'status', status: 502, when }) });
      const events = await followed(world, { target: withoutNonce, nonce: undefined });
      expect(events.at(-1)).toMatchObject({
        type: 'dispatch-untraceable',
        reason: expect.stringMatching(/without a nonce.*answered 502.*not sent again by itself/s),
      });
      expect(world.github.requests).toHaveLength(1);
    },
  );

  test('one that was sent before anybody knew is not sent again', async () => {
    const world = childWorld();
    for (const sent of ['unknown', 'accepted'] as const) {
      const events = await followed(world, { target: withoutNonce, nonce: undefined, sent });
      expect(events.at(-1)?.type).toBe('dispatch-untraceable');
    }
    expect(world.github.requests).toEqual([]);
  });

  test('whoever asks for no run gets none, and that is no fault', async () => {
    const world = childWorld(undefined, { apiVersion: 'ghes-old' });
    for (const target of [event, withoutNonce]) {
      const events = await followed(world, { target, nonce: undefined, fireAndForget: true });
      expect(events.map(({ type }) => type)).toEqual(['dispatched']);
    }
    expect(runsOf(world.github)).toHaveLength(2);
  });
});

test('an event nobody listens to is told with its type, the time that was waited, and the right expression', async () => {
  const world = childWorld(undefined, { workflow: { on: ['workflow_dispatch'] } });
  const target = { eventType: 'publish', clientPayload: { run_nonce: NONCE } };
  const start = world.clock.now();
  const events = await followed(world, { target, deadline: start + 15_000, timeoutMs: 15_000 });
  expect(events.at(-1)).toMatchObject({
    type: 'dispatch-untraceable',
    reason: expect.stringMatching(/within \d+ s no run.*types: \[publish\].*github\.event\.client_payload\.run_nonce/s),
  });
});

test('a dispatch that is refused started nothing, and says why', async () => {
  const world = childWorld();
  const target = { workflow: 'release.yml', ref: 'no-such-branch', inputs: { nonce: NONCE } };
  const events = await followed(world, { target });
  expect(events).toMatchObject([{ type: 'dispatch-refused', reason: expect.stringContaining('no-such-branch') }]);
  expect(runsOf(world.github)).toEqual([]);
});

test('who asks to send it again is told when, and nothing is sent meanwhile', async () => {
  const world = childWorld(undefined, { faults: dispatches({ kind: 'status', status: 502, when: 'before' }) });
  const events = await followed(world, { asksToResend: true });
  const unclear = events.find((event) => event.type === 'dispatch-unclear');
  expect(events.at(-1)).toEqual({ type: 'resend-intended', after: unclear?.sentAt });
  expect(runsOf(world.github)).toEqual([]);
  expect(world.github.requests.filter(({ path }) => path.endsWith('/dispatches'))).toHaveLength(1);
});

describe('an earlier try', () => {
  /** A try that failed, and what a person has done since. */
  async function retried(deed: (world: ChildWorld, id: number) => void | Promise<void>): Promise<RunEvent[]> {
    let attempts = 0;
    const behaviour = () => ({ conclusion: attempts++ === 0 ? ('failure' as const) : ('success' as const), ms: 5_000 });
    const world = childWorld(undefined, { workflow: { behaviour } });
    const first = (await followed(world)).findLast((event) => event.type === 'run-seen')?.run;
    if (!first) throw new Error('The first try has no run.');
    await deed(world, first.id);
    const earlier = [{ nonce: NONCE, run: { id: first.id, url: first.url, attempt: 1, conclusion: 'failure' } }];
    const nonce = `${NONCE}2`;
    const target = { workflow: 'release.yml', ref: 'main', inputs: { version: '1.0.0', nonce } };
    return followed(world, { earlier, nonce, target });
  }

  test('that nobody touched does not keep another from being dispatched', async () => {
    expect((await retried(() => {})).map(({ type }) => type)).toContain('dispatched');
  });

  test('that a person runs again is resumed, and nothing is dispatched', async () => {
    const events = await retried((world, id) => world.github.rerun(REPOSITORY, id));
    expect(events).toMatchObject([{ type: 'earlier-alive', earlier: NONCE, run: { attempt: 2, status: 'queued' } }]);
  });

  test('that a person ran again with success is resumed, too', async () => {
    const events = await retried(async ({ github, clock }, id) => {
      github.rerun(REPOSITORY, id);
      await clock.run(clock.sleep(120_000));
    });
    expect(events).toMatchObject([{ type: 'earlier-alive', run: { attempt: 2, conclusion: 'success' } }]);
  });

  test('of which GitHub made two runs counts as the one that claimed the release', async () => {
    let first: number | undefined;
    const world = childWorld(undefined, {
      faults: (call) => (isDispatch(call) ? { kind: 'duplicate' } : undefined),
      workflow: {
        behaviour: ({ id, nonce }) => {
          first ??= id;
          return {
            conclusion: 'success',
            queuedMs: id === first ? 600_000 : 1_000,
            ms: 5_000,
            cancelMs: 1_000,
            claim: String(nonce),
          };
        },
      },
    });
    world.clock.at(world.clock.now() + 30_000, () => world.github.cancelByHuman(REPOSITORY, first ?? 0));
    const followedRun = (await followed(world)).findLast((event) => event.type === 'run-seen')?.run;
    expect(followedRun).toMatchObject({ id: first, conclusion: 'cancelled' });
    const earlier = [{ nonce: NONCE, run: { id: first ?? 0, url: '', attempt: 1, conclusion: 'cancelled' } }];
    const events = await followed(world, { earlier, nonce: `${NONCE}2` });
    expect(events).toMatchObject([
      { type: 'earlier-alive', earlier: NONCE, run: { conclusion: 'success', attempt: 1 } },
    ]);
  });

  test.each([
    ['resumed, where nobody has claimed the release', undefined, 'earlier-alive'],
    ['left, where the one that failed has claimed it', NONCE, 'dispatched'],
  ] as const)('of which another run still waits for people is %s', async (_, claim, told) => {
    let first: number | undefined;
    const world = childWorld(undefined, {
      faults: (call) => (isDispatch(call) ? { kind: 'duplicate' } : undefined),
      workflow: {
        behaviour: ({ id }) => {
          first ??= id;
          if (id === first) return { conclusion: 'failure', ms: 5_000, ...(claim && { claim }) };
          return { conclusion: 'success', waitingMs: 3_600_000, ms: 5_000 };
        },
      },
    });
    const run = (await followed(world)).findLast((event) => event.type === 'run-seen')?.run;
    expect(run).toMatchObject({ id: first, conclusion: 'failure' });
    const earlier = [{ nonce: NONCE, run: { id: first ?? 0, url: '', attempt: 1, conclusion: 'failure' } }];
    const events = await followed(world, { earlier, nonce: `${NONCE}2` });
    expect(events[0]?.type).toBe(told);
  });
});
