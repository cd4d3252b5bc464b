import { expect, test } from '@jest/globals';
import { KnownError } from '../../../src/platform/errors.ts';
import { ensure } from '../../../src/platform/github/ensure.ts';

const unclear = new KnownError('unclear', 'nobody knows');

/** Plays what each try to create does, and what each look finds; counts both. */
function scene(tries: readonly (string | Error)[], looks: readonly (string | undefined)[] = []) {
  const counts = { created: 0, looked: 0 };
  const create = async () => {
    const outcome = tries[counts.created++];
    if (typeof outcome === 'string') return outcome;
    throw outcome;
  };
  const find = async () => looks[counts.looked++];
  return { counts, create, find };
}

test('what was created is not looked for', async () => {
  const { counts, create, find } = scene(['made']);
  expect(await ensure(create, find)).toBe('made');
  expect(counts).toEqual({ created: 1, looked: 0 });
});

test('after an unclear answer it is looked for, and not created again', async () => {
  const { counts, create, find } = scene([unclear], ['found']);
  expect(await ensure(create, find, { attempts: 3 })).toBe('found');
  expect(counts).toEqual({ created: 1, looked: 1 });
});

test('what is not found is created once only, unless that is safe to repeat', async () => {
  const once = scene([unclear, 'made']);
  await expect(ensure(once.create, once.find)).rejects.toBe(unclear);
  expect(once.counts).toEqual({ created: 1, looked: 1 });
  const again = scene([unclear, unclear, 'made']);
  expect(await ensure(again.create, again.find, { attempts: 3 })).toBe('made');
  expect(again.counts).toEqual({ created: 3, looked: 2 });
});

test.each([
  new KnownError('fault', 'no'),
  new KnownError('passing', '502'),
  new KnownError('paused', 'later'),
  new Error('x'),
])('a failure that leaves nothing open is handed on: %s', async (error) => {
  const { counts, create, find } = scene([error], ['found']);
  await expect(ensure(create, find, { attempts: 3 })).rejects.toBe(error);
  expect(counts).toEqual({ created: 1, looked: 0 });
});

test('a look that fails says so itself', async () => {
  const failed = new KnownError('passing', 'the look failed');
  const { create } = scene([unclear]);
  await expect(ensure(create, () => Promise.reject(failed))).rejects.toBe(failed);
});
