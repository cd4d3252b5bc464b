import { describe, expect, test } from '@jest/globals';
import { sweepTrains } from '../../../src/engine/drive/sweep-trains.ts';
import type { StateStore } from '../../../src/engine/stores/train-store.ts';
import { UserError } from '../../../src/platform/errors.ts';
import { createLog } from '../../../src/platform/runner/log.ts';

function sweep(open: readonly string[], wanted: string | undefined, fails: (id: string) => Error | undefined) {
  const lines: string[] = [];
  const ridden: string[] = [];
  const store = {
    open: async () => open.map((trainId) => ({ trainId, name: trainId.startsWith('other') ? 'other' : 'shop' })),
  } as unknown as StateStore;
  const ride = async (id: string) => {
    ridden.push(id);
    const failure = fails(id);
    if (failure) throw failure;
  };
  const done = sweepTrains(store, wanted, { name: 'shop', log: createLog((line) => lines.push(line), false), ride });
  return { done, ridden, lines };
}

describe('a sweep', () => {
  test('goes on with every open train, also after one that failed, and tells every fault at the end', async () => {
    const { done, ridden } = sweep(['a', 'b', 'c'], undefined, (id) => (id === 'c' ? undefined : new UserError(id)));
    await expect(done).rejects.toMatchObject({ faults: [{ message: 'a' }, { message: 'b' }] });
    expect(ridden).toEqual(['a', 'b', 'c']);
  });

  test('touches only the train it was told of, and says where that is not open', async () => {
    const one = sweep(['a', 'b'], 'b', () => undefined);
    await one.done;
    expect(one.ridden).toEqual(['b']);
    const none = sweep(['a'], 'forged', () => undefined);
    await none.done;
    expect({ ridden: none.ridden, said: none.lines.join('') }).toEqual({
      ridden: [],
      said: 'Train forged is not open: there is nothing to do.\n',
    });
  });

  test('leaves the trains of another manifest alone, and says so', async () => {
    const { done, ridden, lines } = sweep(['a', 'other-1'], undefined, () => undefined);
    await done;
    expect(ridden).toEqual(['a']);
    expect(lines.join('')).toContain(
      '::notice::Train other-1 is left alone: it is one of other, and the manifest here is shop.',
    );
  });

  test('stops at a defect of ours', async () => {
    const { done, ridden } = sweep(['a', 'b'], undefined, () => new TypeError('a defect'));
    await expect(done).rejects.toThrow(TypeError);
    expect(ridden).toEqual(['a']);
  });
});
