import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backoffMs, jitteredBackoffMs } from '../../../src/platform/time/backoff.ts';
import { mapPooled } from '../../../src/platform/time/pool.ts';

describe('a bounded pool', () => {
  test('never runs more than its bound, uses all of it, and keeps the order of the items', async () => {
    let reachedTheBound = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), async (items, most) => {
        let running = 0;
        let highest = 0;
        const results = await mapPooled(items, most, async (turns, index) => {
          running += 1;
          highest = Math.max(highest, running);
          for (let turn = 0; turn <= turns; turn += 1) await Promise.resolve();
          running -= 1;
          return index;
        });
        expect(results).toEqual(items.map((_, index) => index));
        expect(highest).toBe(Math.min(most, items.length));
        if (items.length > most) reachedTheBound += 1;
      }),
    );
    expect(reachedTheBound).toBeGreaterThan(10);
  });

  test('begins nothing more once one piece has failed, and rejects with that failure', async () => {
    const begun: number[] = [];
    const work = async (item: number) => {
      begun.push(item);
      await Promise.resolve();
      if (item === 2) throw new Error('the second fails');
    };
    await expect(mapPooled([1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('the second fails');
    expect(begun).toEqual([1, 2]);
  });
});

describe('a backoff', () => {
  const backoff = { firstMs: 1_000, factor: 2, longestMs: 5_000 };

  test('grows from the first wait to the longest, however often it failed', () => {
    expect([0, 1, 2, 3, 2_000].map((failed) => backoffMs(backoff, failed))).toEqual([
      1_000, 2_000, 4_000, 5_000, 5_000,
    ]);
  });

  test('is drawn from its upper half where many wait at once', () => {
    expect(jitteredBackoffMs(backoff, 1, () => 0)).toBe(1_000);
    expect(jitteredBackoffMs(backoff, 1, () => 0.5)).toBe(1_500);
  });
});
