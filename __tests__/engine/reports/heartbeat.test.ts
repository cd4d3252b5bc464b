import { expect, test } from '@jest/globals';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { heartbeat } from '../../../src/engine/reports/heartbeat.ts';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import { after, begin, planned, planOf, run } from '../../train/machine/machine.ts';

test('a log is silent for a minute at most, and says what is waited for', async () => {
  const clock = new VirtualClock();
  const plan = planOf([planned('core', []), planned('web', ['core'])]);
  const at = clock.now();
  const nonce = nonceOf(begin(plan), 'core', { purpose: 'release', unguessable: 'drawn0000' });
  const state = after(
    plan,
    begin(plan),
    { type: 'intended', component: 'core', purpose: 'release', nonce, at },
    { type: 'run-seen', component: 'core', nonce, run: run(), at },
  );
  const lines: string[] = [];
  const signal = new AbortController().signal;
  const log = { info: (text: string) => lines.push(text) };
  const ended = clock.sleep(150_000, signal).then(() => 'the end');
  expect(await clock.run(heartbeat({ plan, state: () => state, clock, log, signal }, ended))).toBe('the end');
  expect(lines).toEqual(['Still under way: core (running, 1 m).', 'Still under way: core (running, 2 m).']);
});
