import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Heap } from '../../simulator/heap.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';

test('sleeps take no real time and end in order', async () => {
  const clock = new VirtualClock(0);
  const ended: string[] = [];
  const sleeper = async (name: string, ms: number) => {
    await clock.sleep(ms);
    ended.push(`${name}@${clock.now()}`);
  };
  await clock.run(Promise.all([sleeper('week', 604_800_000), sleeper('b', 10), sleeper('a', 10), sleeper('now', 0)]));
  expect(ended).toEqual(['now@0', 'b@10', 'a@10', 'week@604800000']);
});

test('an aborted sleep rejects with the reason of the signal', async () => {
  const clock = new VirtualClock(0);
  const reason = new Error('cancelled');
  const controller = new AbortController();
  clock.at(5, () => controller.abort(reason));
  await expect(clock.run(clock.sleep(1_000, controller.signal))).rejects.toBe(reason);
  expect(clock.now()).toBe(5);
  await expect(clock.sleep(1, controller.signal)).rejects.toBe(reason);
});

test('a callback that was taken back is not called', async () => {
  const clock = new VirtualClock(0);
  const called: number[] = [];
  const takeBack = clock.at(5, () => called.push(5));
  clock.at(3, () => called.push(3));
  takeBack();
  await clock.run(clock.sleep(10));
  expect(called).toEqual([3]);
});

test('a run without timers that could end it is an error', async () => {
  const clock = new VirtualClock(0);
  await expect(clock.run(new Promise(() => {}))).rejects.toThrow('stuck');
});

test('a run past its limit is an error', async () => {
  const clock = new VirtualClock(0);
  const forever = async () => {
    for (;;) await clock.sleep(60_000);
  };
  await expect(clock.run(forever(), { limit: 3_600_000 })).rejects.toThrow('Not settled after 3600000 ms');
});

test('held real work keeps the clock where it is', async () => {
  const clock = new VirtualClock(0);
  const { subtle } = globalThis.crypto;
  const story = async () => {
    await clock.hold(subtle.digest('SHA-256', new Uint8Array(5_000_000)));
    return clock.now();
  };
  clock.at(7, () => {});
  expect(await clock.run(story())).toBe(0);
});

test('the heap gives back every entry by time, then by order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (times) => {
      const heap = new Heap<{ at: number; order: number }>();
      for (const [order, at] of times.entries()) heap.push({ at, order });
      const expected = times.map((at, order) => ({ at, order })).sort((a, b) => a.at - b.at || a.order - b.order);
      expect(expected.map(() => heap.pop())).toEqual(expected);
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
