import { expect, test } from '@jest/globals';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { type GateEvent, type Gates, passGates } from '../../../src/engine/drive/gates.ts';
import { planned } from '../../train/machine/machine.ts';

const component = planned('a', [], { package: { npm: '@acme/a' }, version: '1.1.0' });
const healthy = async () => ({ verdict: 'healthy', detail: 'it is well' }) as const;

/** What the gates tell, in virtual time, where the registry serves the version after so many milliseconds. */
async function told(
  servedAfter: number,
  { once = false, within = 60_000, health = healthy as Gates['health'], checks = component.health } = {},
): Promise<{ events: GateEvent[]; asked: number; took: number }> {
  const clock = new VirtualClock();
  const start = clock.now();
  let asked = 0;
  const registry: Gates['registry'] = {
    served: async () => {
      asked += 1;
      if (servedAfter < 0) throw new Error('ECONNREFUSED');
      return { served: clock.now() - start >= servedAfter, detail: 'the newest is 1.0.0' };
    },
  };
  const events: GateEvent[] = [];
  const options = { clock, once, deadline: start + within, signal: new AbortController().signal };
  const all = async () => {
    for await (const event of passGates({ ...component, health: checks }, { registry, health }, options))
      events.push(event);
  };
  await clock.run(all());
  return { events, asked, took: clock.now() - start };
}

test.each([
  [0, ['gates-passed'], 0],
  [7_000, ['gates-pending', 'gates-pending', 'gates-pending', 'gates-passed'], 9_500],
])('a version that is served after %i ms passes', async (after, types, took) => {
  const { events, ...rest } = await told(after);
  expect(events.map(({ type }) => type)).toEqual(types);
  expect(rest.took).toBe(took);
});

test('a version that never appears is accepted, not yet visible, and in the end timed out, with what was seen', async () => {
  const { events, took } = await told(Number.POSITIVE_INFINITY);
  expect(events[0]).toEqual({
    type: 'gates-pending',
    detail: '1.1.0 is accepted, not yet visible: the newest is 1.0.0',
  });
  expect(events.at(-1)).toEqual({
    type: 'gates-timed-out',
    reason: 'Its run succeeded, but 1.1.0 is not served yet: the newest is 1.0.0. Run the train again once it is.',
  });
  expect(took).toBe(60_000);
});

test('a registry that cannot be asked has not answered yet', async () => {
  const { events, asked } = await told(-1);
  expect(events.at(-1)).toMatchObject({ type: 'gates-timed-out', reason: expect.stringContaining('ECONNREFUSED') });
  expect(asked).toBeGreaterThan(3);
});

test('one look is one look', async () => {
  expect(await told(7_000, { once: true })).toMatchObject({ asked: 1, took: 0, events: [{ type: 'gates-pending' }] });
});

test.each(['unhealthy', 'inconclusive'] as const)(
  'what is %s fails, and in one look is only pending',
  async (verdict) => {
    const health: Gates['health'] = async () => ({ verdict, detail: 'it answers 503' });
    const checks = [{ url: 'https://a.test/health' }];
    const failed = await told(0, { health, checks });
    expect(failed.events).toEqual([
      { type: 'gates-failed', reason: `Its health is not proven (${verdict}): it answers 503`, verdict },
    ]);
    expect((await told(0, { health, checks, once: true })).events).toMatchObject([{ type: 'gates-pending' }]);
  },
);

test('health is not asked before the version is served', async () => {
  let asked = 0;
  const health: Gates['health'] = async () => {
    asked += 1;
    return { verdict: 'healthy', detail: '' };
  };
  await told(Number.POSITIVE_INFINITY, { health, checks: [{ url: 'https://a.test/health' }] });
  expect(asked).toBe(0);
});
