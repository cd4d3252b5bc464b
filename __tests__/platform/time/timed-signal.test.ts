import { expect, test } from '@jest/globals';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { timedSignal } from '../../../src/platform/time/timed-signal.ts';
import { timeLimit } from '../../../src/services/register/time-limit.ts';
import { ManualClock } from '../../support/manual-clock.ts';

const late = () => new Error('too late');

test('it aborts by the injected clock, not by the real one', async () => {
  const clock = new VirtualClock(0);
  const { signal } = timedSignal({ clock, ms: 3_600_000 }, late);
  await clock.run(clock.sleep(3_599_999));
  expect(signal.aborted).toBe(false);
  await clock.run(clock.sleep(1));
  expect(signal.reason).toEqual(late());
});

test('what was cleared never aborts, and leaves no timer behind', async () => {
  const clock = new ManualClock();
  const outer = new AbortController();
  const { signal, clear } = timedSignal({ clock, ms: 1_000, signal: outer.signal }, late);
  clear();
  expect(clock.pending).toBe(0);
  outer.abort(new Error('cancelled'));
  clock.advance(5_000);
  expect(signal.aborted).toBe(false);
});

test.each(['before', 'after'])('an outer signal that aborts %s it was made passes its reason on', (when) => {
  const outer = new AbortController();
  if (when === 'before') outer.abort(new Error('cancelled'));
  const { signal, clear } = timedSignal({ clock: new VirtualClock(0), ms: 1_000, signal: outer.signal }, late);
  if (when === 'after') outer.abort(new Error('cancelled'));
  expect(signal.reason).toEqual(new Error('cancelled'));
  clear();
});

test('a registry that takes too long is told by the name of the input', async () => {
  const clock = new VirtualClock(0);
  const { signal } = timeLimit('The operation refresh', { clock, ms: 1_500 });
  await clock.run(clock.sleep(1_500));
  expect(signal.reason).toMatchObject({
    problem: 'unreachable',
    message: 'The operation refresh took longer than 1.5 s (the input timeout).',
  });
});
