import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apply } from '../../../src/train/machine/apply.ts';
import { decide } from '../../../src/train/machine/decide.ts';
import type { Event } from '../../../src/train/machine/events.ts';
import { componentOf, isReleased, isTerminal, type TrainState } from '../../../src/train/machine/state.ts';
import { acyclicGraph } from '../samples.ts';
import { after, begin, flown, planned, planOf, run } from './machine.ts';

const chain = planOf([planned('a'), planned('b', ['a']), planned('c', ['b'])]);

/** Anything that might be told, of whatever component and nonce, in whatever order. */
const anyEvent: fc.Arbitrary<Event> = fc
  .record({
    component: fc.constantFrom('n0', 'n1', 'n2', 'n3', 'stranger'),
    nonce: fc.constantFrom('s.n0.1', 's.n1.1', 's.n2.1', 's.n3.1', 's.n0.11', 's.n0.r1', 'forged'),
    at: fc.integer({ min: 0, max: 1_000 }),
    id: fc.integer({ min: 1, max: 2 }),
    attempt: fc.integer({ min: 1, max: 3 }),
    conclusion: fc.constantFrom(undefined, 'success', 'failure', 'neutral', 'cancelled', 'skipped'),
    purpose: fc.constantFrom('release' as const, 'rollback' as const),
    type: fc.constantFrom(
      'probed',
      'intended',
      'dispatched',
      'dispatch-refused',
      'dispatch-lost',
      'run-seen',
      'gates-passed',
      'gates-failed',
      'expired',
      'finished',
      'parked',
      'continued',
      'cancelled',
      'canary-passed',
    ),
  })
  .map(({ component, nonce, at, id, attempt, conclusion, purpose, type }) => {
    const more = { served: false, reason: 'because', sentAt: at, purpose, run: run(conclusion, { id, attempt }) };
    return {
      ...more,
      type,
      nonce,
      at,
      ...(['finished', 'parked', 'continued', 'cancelled', 'canary-passed'].includes(type) ? {} : { component }),
    } as unknown as Event;
  });

describe('whatever is told', () => {
  const history = fc.tuple(acyclicGraph, fc.array(anyEvent, { maxLength: 60 }));

  test('nothing terminal changes, released components have what they need, and the end is told only at the end', () => {
    fc.assert(
      fc.property(history, ([graph, events]) => {
        const plan = planOf(graph.map(({ id, needs }) => planned(id, needs)));
        let state = begin(plan);
        for (const event of events) {
          const next = apply(plan, state, event);
          const mayRollBack = 'purpose' in event && event.purpose === 'rollback';
          const ended = plan.components.filter(({ id }) => isTerminal(componentOf(state, id).status) && !mayRollBack);
          for (const { id } of ended) expect(componentOf(next, id).status).toBe(componentOf(state, id).status);
          if (event.type === 'finished' && next !== state) {
            expect(plan.components.every(({ id }) => isTerminal(componentOf(state, id).status))).toBe(true);
          }
          state = next;
        }
      }),
    );
  });

  test('an event told twice changes nothing the second time', () => {
    fc.assert(
      fc.property(history, ([graph, events]) => {
        const plan = planOf(graph.map(({ id, needs }) => planned(id, needs)));
        let state = begin(plan);
        for (const event of events) {
          state = apply(plan, state, event);
          if (event.type === 'run-seen') expect(apply(plan, state, event).components).toEqual(state.components);
          else expect(apply(plan, state, event)).toBe(state);
        }
      }),
    );
  });

  test('only what has all its needs released is started', () => {
    fc.assert(
      fc.property(history, ([graph, events]) => {
        const plan = planOf(graph.map(({ id, needs }) => planned(id, needs)));
        let state = begin(plan);
        for (const event of events) {
          state = apply(plan, state, event);
          for (const command of decide(plan, state, 0)) {
            if (command.type !== 'intend' || command.purpose !== 'release') continue;
            const needs = plan.components.find(({ id }) => id === command.component)?.needs ?? [];
            expect(needs.every((need) => isReleased(componentOf(state, need).status))).toBe(true);
          }
        }
      }),
    );
  });
});

test.each(['failure', 'neutral', 'skipped', 'timed_out', 'action_required', 'stale', 'startup_failure', 'cancelled'])(
  'a run that concluded %s releases nothing and blocks all that needs it',
  (conclusion) => {
    const state = flown(chain, begin(chain), 'a', { at: 1, conclusion });
    expect(isReleased(componentOf(state, 'a').status)).toBe(false);
    expect(componentOf(state, 'c')).toMatchObject({ status: 'blocked', reason: 'It needs b, which is blocked.' });
  },
);

test('a finish that somebody else decided does not end a train that moves', () => {
  const state = after(chain, begin(chain), {
    type: 'intended',
    component: 'a',
    purpose: 'release',
    nonce: 's.a.1',
    at: 1,
  });
  expect(after(chain, state, { type: 'finished', at: 2 })).toBe(state);
});

test('a second resume, told late, changes nothing', () => {
  const failed = after(chain, flown(chain, begin(chain), 'a', { at: 1, conclusion: 'failure' }), {
    type: 'finished',
    at: 2,
  });
  const resumed = after(chain, failed, { type: 'resumed', round: 1, at: 3 });
  expect(resumed).toMatchObject({ status: 'running', resumed: 1 });
  expect(after(chain, resumed, { type: 'resumed', round: 1, at: 4 })).toBe(resumed);
});

test('nothing is intended for a train that does not run', () => {
  const cancelled = after(chain, begin(chain), { type: 'cancelled', reason: 'stop', at: 1 });
  expect(after(chain, cancelled, { type: 'intended', component: 'a', purpose: 'release', nonce: 's.a.1', at: 2 })).toBe(
    cancelled,
  );
});

const fleet = planOf(
  [planned('a'), planned('b'), planned('c')].map((one) => ({
    ...one,
    rollback: { workflow: 'r.yml', ref: 'main', inputs: {} },
  })),
  { rollback: true },
);

function rolledBack(state: TrainState): string[] {
  const order: string[] = [];
  for (let now = state; ; ) {
    const [command] = decide(fleet, now, 0);
    if (command?.type !== 'intend') return order;
    const { component } = command;
    const nonce = `s.${component}.r1`;
    order.push(component);
    now = after(
      fleet,
      now,
      { type: 'intended', component, purpose: 'rollback', nonce, at: 9 },
      { type: 'run-seen', component, nonce, run: run('success'), at: 9 },
    );
  }
}

test('rollback goes in reverse order of completion, over what succeeded and what failed', () => {
  const ends: readonly (readonly [string, number, string])[] = [
    ['b', 1, 'success'],
    ['c', 2, 'success'],
    ['a', 3, 'failure'],
  ];
  const state = ends.reduce((now, [id, at, conclusion]) => flown(fleet, now, id, { at, conclusion }), begin(fleet));
  expect(rolledBack(state)).toEqual(['a', 'c', 'b']);
});

test('what only failed its gates passes them again on a resume, and is not dispatched again', () => {
  const state = after(
    chain,
    begin(chain),
    { type: 'intended', component: 'a', purpose: 'release', nonce: 's.a.1', at: 1 },
    { type: 'run-seen', component: 'a', nonce: 's.a.1', run: run('success'), at: 2 },
    { type: 'gates-timed-out', component: 'a', reason: 'not served', at: 3 },
    { type: 'finished', at: 4 },
    { type: 'resumed', round: 1, at: 5 },
  );
  expect(decide(chain, state, 6)).toEqual([{ type: 'verify', component: 'a', deadline: 5 + 60_000 }]);
});

test('a canary that is rolled back has to pass again after a resume', () => {
  const plan = planOf([planned('a'), planned('b')], { strategy: 'canary', canary: { components: ['a'], bake: 10 } });
  const passed = after(plan, flown(plan, begin(plan), 'a', { at: 1, conclusion: 'success' }), {
    type: 'canary-passed',
    at: 20,
  });
  const rolled: TrainState = {
    ...passed,
    status: 'rolled-back',
    components: { ...passed.components, a: { status: 'rolled-back', since: 30, attempt: 1 } },
  };
  expect(decide(plan, after(plan, rolled, { type: 'resumed', round: 1, at: 40 }), 40)).toEqual([
    { type: 'intend', component: 'a', purpose: 'release' },
  ]);
});

test('what an earlier try published passes its gates before it counts as released', () => {
  const failed = after(
    chain,
    begin(chain),
    { type: 'intended', component: 'a', purpose: 'release', nonce: 's.a.1', at: 1 },
    { type: 'run-seen', component: 'a', nonce: 's.a.1', run: run('failure'), at: 2 },
    { type: 'finished', at: 3 },
    { type: 'resumed', round: 1, at: 4 },
  );
  const probed = after(chain, failed, { type: 'probed', component: 'a', served: true, at: 5 });
  expect(probed.components.a?.status).toBe('verifying');
  const passed = after(chain, probed, { type: 'gates-passed', component: 'a', at: 6 });
  expect(passed.components.a?.status).toBe('succeeded');
  expect(decide(chain, passed, 6)).toEqual([{ type: 'intend', component: 'b', purpose: 'release' }]);
});
