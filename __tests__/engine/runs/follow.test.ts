import { describe, expect, test } from '@jest/globals';
import type { FaultCall } from '../../../simulator/faults.ts';
import type { RunScript } from '../../../simulator/types.ts';
import { type ChildWorld, childWorld, REPOSITORY, runsOf } from '../child-world.ts';
import { followed } from '../wanted-runs.ts';

const slow: RunScript = { queuedMs: 1_000, ms: 3 * 60 * 60_000, conclusion: 'success' };
const MINUTE = 60_000;

test('a run that takes too long is cancelled, seen to end, and nothing more', async () => {
  const world = childWorld(slow);
  const events = await followed(world, { deadline: world.clock.now() + MINUTE, timeoutMs: MINUTE });
  expect(events.map(({ type }) => type).slice(-2)).toEqual(['cancel-requested', 'run-seen']);
  expect(events.at(-1)).toMatchObject({ run: { conclusion: 'cancelled' } });
  expect(world.github.effects.some(({ kind }) => kind === 'force-cancel')).toBe(false);
});

test('one that does not obey is cancelled by force', async () => {
  const world = childWorld({ ...slow, ignoresCancel: true });
  const events = await followed(world, { deadline: world.clock.now() + MINUTE, timeoutMs: MINUTE });
  expect(world.github.effects.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['cancel', 'force-cancel']));
  expect(events.at(-1)).toMatchObject({ type: 'run-seen', run: { conclusion: 'cancelled' } });
});

test('where even that has no effect it is given up, with what was last seen', async () => {
  const faults = ({ path }: FaultCall) =>
    /cancel$/.test(path) ? ({ kind: 'status', status: 500, when: 'before' } as const) : undefined;
  const world = childWorld(slow, { faults });
  const start = world.clock.now();
  const events = await followed(world, { deadline: start + MINUTE, timeoutMs: MINUTE });
  expect(events.at(-1)).toMatchObject({
    type: 'expired',
    reason: expect.stringMatching(/did not end in time; it was last seen in_progress.*Cancelling it had no effect/),
  });
  expect(world.clock.now() - start).toBeLessThan(6 * MINUTE);
});

test('with on-timeout: fail the run is left alone', async () => {
  const world = childWorld(slow);
  const changes = { deadline: world.clock.now() + MINUTE, timeoutMs: MINUTE, onTimeout: 'fail' } as const;
  expect((await followed(world, changes)).at(-1)?.type).toBe('expired');
  expect(world.github.effects.some(({ kind }) => kind === 'cancel')).toBe(false);
});

test('one look is one look, and a second one goes on where it stopped', async () => {
  const world = childWorld();
  const events = await followed(world, {}, { once: true });
  expect(events.map(({ type }) => type)).toContain('dispatched');
  const [id = 0] = runsOf(world.github);
  await world.clock.run(world.clock.sleep(MINUTE));
  const run = { id, url: `https://github.test/${REPOSITORY}/actions/runs/${id}`, attempt: 1 };
  const later = await followed(world, { sent: 'accepted', run }, { once: true });
  expect(later.at(-1)).toMatchObject({ type: 'run-seen', run: { id, conclusion: 'success' } });
  expect(runsOf(world.github)).toHaveLength(1);
});

test('a look right after a late sending takes a run that is not to be seen yet for a new one', async () => {
  const world = childWorld(undefined, { consistency: { runLagMs: 5 * MINUTE } });
  const resend = { at: world.clock.now(), times: 1 };
  const events = await followed(world, { intendedAt: world.clock.now() - 60 * MINUTE, resend }, { once: true });
  expect(events.map(({ type }) => type)).toEqual(['dispatched', 'run-seen', 'waiting']);
});

test('the twin of a run decides as well: a success of one is not enough', async () => {
  let first: number | undefined;
  const world = childWorld(undefined, {
    faults: ({ method, path }) =>
      method === 'POST' && path.endsWith('/dispatches') ? ({ kind: 'duplicate' } as const) : undefined,
    workflow: {
      behaviour: ({ id }) => {
        first ??= id;
        return { queuedMs: 1_000, ms: 9_000, conclusion: id === first ? 'success' : 'failure' };
      },
    },
  });
  const events = await followed(world);
  expect(events.at(-1)).toMatchObject({ run: { id: first, conclusion: 'failure' } });
  expect(runsOf(world.github)).toHaveLength(2);
});

test('a run that is found when it has ended already counts only beside its twin', async () => {
  let first: number | undefined;
  const world = childWorld(undefined, {
    apiVersion: 'ghes-old',
    faults: ({ method, path }) =>
      method === 'POST' && path.endsWith('/dispatches') ? ({ kind: 'duplicate' } as const) : undefined,
    consistency: { listLagMs: 5_000 },
    workflow: {
      behaviour: ({ id }) => {
        first ??= id;
        return { queuedMs: 0, ms: id === first ? 10 : 60_000, conclusion: id === first ? 'success' : 'failure' };
      },
    },
  });
  const seen = (await followed(world)).flatMap((event) => (event.type === 'run-seen' ? [event.run.conclusion] : []));
  expect(seen).not.toContain('success');
  expect(seen.at(-1)).toBe('failure');
});

describe('a run that waits for people', () => {
  const HOUR = 60 * MINUTE;
  const waits = (waitingMs: number, more: Partial<RunScript> = {}): RunScript => ({
    queuedMs: 1_000,
    waitingMs,
    waitsFor: { environment: 'production', reviewers: ['alice', '@ops'] },
    ms: 30_000,
    conclusion: 'success',
    ...more,
  });
  const within = (world: ChildWorld, timeoutMs: number) => ({ deadline: world.clock.now() + timeoutMs, timeoutMs });

  test.each([31 * MINUTE, 4 * HOUR])(
    'is not overdue however long that takes, and ends as it does: %s ms',
    async (waitingMs) => {
      const world = childWorld(waits(waitingMs));
      const events = await followed(world, within(world, 5 * MINUTE));
      expect(events.at(-1)).toMatchObject({ type: 'run-seen', run: { conclusion: 'success' } });
      expect(events).toContainEqual({ type: 'approval-pending', whom: 'a reviewer of production: alice, @ops' });
      expect(world.github.effects.filter(({ kind }) => kind === 'cancel')).toEqual([]);
      expect(world.github.violations).toEqual([]);
    },
  );

  test('has what was left of its time once it is approved', async () => {
    const world = childWorld(waits(2 * HOUR, { ms: HOUR }));
    const start = world.clock.now();
    const events = await followed(world, within(world, 10 * MINUTE));
    expect(events.map(({ type }) => type)).toContain('cancel-requested');
    expect(world.clock.now() - start).toBeLessThan(2 * HOUR + 13 * MINUTE);
  });

  test('is given up after its own time, with whom it waits for, and left to them', async () => {
    const world = childWorld(waits(20 * HOUR));
    const start = world.clock.now();
    const approval = { timeoutMs: 3 * HOUR, onTimeout: 'leave' } as const;
    const events = await followed(world, { ...within(world, 5 * MINUTE), approval });
    expect(events.at(-1)).toMatchObject({
      type: 'expired',
      because: 'approval',
      reason: expect.stringMatching(
        /^Nobody approved \S+ in 3 h: it waits for a reviewer of production: alice, @ops\. It goes on waiting/,
      ),
    });
    expect(world.clock.now() - start).toBeGreaterThanOrEqual(3 * HOUR);
    expect(world.github.effects.filter(({ kind }) => kind === 'cancel')).toEqual([]);
  });

  test('is cancelled then where that was asked for', async () => {
    const world = childWorld(waits(20 * HOUR));
    const approval = { timeoutMs: HOUR, onTimeout: 'cancel' } as const;
    const events = await followed(world, { ...within(world, 5 * MINUTE), approval });
    expect(events).toContainEqual({ type: 'cancel-requested', because: 'approval', detail: 'cancel requested' });
    expect(events.at(-1)).toMatchObject({ run: { conclusion: 'cancelled' } });
  });

  test('is looked at once in advance mode, by a process that knows nothing but since when', async () => {
    const world = childWorld(waits(50 * HOUR));
    await followed(world, {}, { once: true });
    const [id = 0] = runsOf(world.github);
    await world.clock.run(world.clock.sleep(40 * HOUR), { limit: 50 * HOUR });
    const known = { sent: 'accepted', run: { id, url: 'u', attempt: 1 } } as const;
    const overdue = { deadline: world.clock.now() - 39 * HOUR, timeoutMs: HOUR };
    const approval = { timeoutMs: 72 * HOUR, onTimeout: 'leave', waitingSince: world.clock.now() - 40 * HOUR } as const;
    const events = await followed(world, { ...known, ...overdue, approval }, { once: true });
    expect(events.map(({ type }) => type)).toEqual(['run-seen', 'approval-pending']);
  });

  test.each([
    ['before its first job', {}],
    ['between two jobs', { waitsAfterMs: 5 * MINUTE }],
  ])('has its whole time where it was approved while nobody looked: %s', async (_, when) => {
    const world = childWorld(waits(2 * HOUR, { ms: 20 * MINUTE, ...when }));
    await followed(world, {}, { once: true });
    const [id = 0] = runsOf(world.github);
    await world.clock.run(world.clock.sleep(2 * HOUR + 10 * MINUTE), { limit: 3 * HOUR });
    const known = { sent: 'accepted', run: { id, url: 'u', attempt: 1 } } as const;
    const past = { deadline: world.clock.now() - HOUR, timeoutMs: 30 * MINUTE };
    const events = await followed(world, { ...known, ...past });
    expect(events.at(-1)).toMatchObject({ type: 'run-seen', run: { conclusion: 'success' } });
    expect(world.github.effects.filter(({ kind }) => kind === 'cancel')).toEqual([]);
  });

  test.each([
    ['a timer', { environment: 'production', timerMinutes: 30 }, 'the wait timer of production (30 m)'],
    ['nobody who is named', undefined, 'a person or a timer'],
  ])('says for whom: %s', async (_, waitsFor, whom) => {
    const { waitsFor: __, ...script } = waits(40 * MINUTE);
    const world = childWorld({ ...script, ...(waitsFor && { waitsFor }) });
    expect(await followed(world, within(world, 5 * MINUTE))).toContainEqual({ type: 'approval-pending', whom });
  });
});
