import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apply } from '../../../src/train/machine/apply.ts';
import { decide } from '../../../src/train/machine/decide.ts';
import type { Event } from '../../../src/train/machine/events.ts';
import {
  COMPONENT_STATUSES,
  type ComponentStatus,
  componentOf,
  isReleased,
  isTerminal,
  TRAIN_STATUSES,
  type TrainState,
} from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { each, reached } from '../../support/reached.ts';
import { after, begin, flown, planned, planOf, run } from './machine.ts';
import { componentsOf, type Step, walk, walks } from './walk.ts';

const chain = planOf([planned('a'), planned('b', ['a']), planned('c', ['b'])]);

/** Written out, so that a new type of event does not compile before a walk reaches it. */
const EVENT_TYPES: Record<Event['type'], number> = {
  probed: 20,
  intended: 20,
  dispatched: 20,
  'dispatch-unclear': 20,
  'resend-intended': 20,
  'earlier-alive': 1,
  'dispatch-refused': 5,
  'dispatch-lost': 5,
  'dispatch-untraceable': 5,
  'run-seen': 20,
  waiting: 5,
  'approval-pending': 5,
  'cancel-requested': 5,
  expired: 5,
  'gates-pending': 5,
  'outputs-read': 5,
  'gates-passed': 20,
  'gates-failed': 5,
  'gates-timed-out': 5,
  'found-served': 1,
  'restored-judged': 3,
  parked: 5,
  cancelled: 5,
  continued: 5,
  resumed: 5,
  'canary-passed': 2,
  'canary-failed': 1,
  finished: 5,
};

/** Every step of 150 walks. */
function overSteps(look: (step: Step, plan: Plan) => void): void {
  fc.assert(
    fc.property(walks, (one) => {
      for (const step of walk(one)) look(step, one.plan);
    }),
    { numRuns: 150 },
  );
}

function changes({ before, after: next }: Step): { component: string; from: ComponentStatus; to: ComponentStatus }[] {
  return componentsOf(next).flatMap(([component, { status: to }]) => {
    const { status: from } = componentOf(before, component);
    return from === to ? [] : [{ component, from, to }];
  });
}

/** A person's resume, a rollback, and the verdict on a canary that had succeeded. */
function mayReopen(event: Event, component: string): boolean {
  if (event.type === 'resumed') return true;
  if (!('component' in event) || event.component !== component) return false;
  return event.type === 'canary-failed' || (event.type === 'intended' && event.purpose === 'rollback');
}

describe('whatever is told', () => {
  test('reaches every status by every event', () => {
    const events = reached(EVENT_TYPES);
    const statuses = reached({ ...each(COMPONENT_STATUSES, 5), pending: 1 });
    const ends = reached(each(TRAIN_STATUSES, 1));
    overSteps((step) => {
      if (step.after !== step.before) events.met(step.event.type);
      ends.met(step.after.status);
      for (const { to } of changes(step)) statuses.met(to);
    });
    events.verify();
    statuses.verify();
    ends.verify();
  });

  test('nothing terminal changes but by a rollback, a resume or a late canary', () => {
    const left = reached({ reopened: 100, kept: 5_000 });
    overSteps((step) => {
      const terminal = componentsOf(step.before).filter(([, { status }]) => isTerminal(status));
      const moved = changes(step).filter(({ from }) => isTerminal(from));
      const unfounded = moved.filter(({ component }) => !mayReopen(step.event, component));
      expect({ unfounded, event: step.event }).toEqual({ unfounded: [], event: step.event });
      left.met('reopened', moved.length);
      left.met('kept', terminal.length - moved.length);
    });
    left.verify();
  });

  test('the end is told only at the end', () => {
    const ends = reached({ early: 100, rightly: 20 });
    overSteps(({ before, event, after: next }) => {
      if (event.type !== 'finished') return;
      const moving = componentsOf(before).filter(([, { status }]) => !isTerminal(status));
      if (next !== before) expect(moving).toEqual([]);
      ends.met(next === before ? 'early' : 'rightly');
    });
    ends.verify();
  });

  test('an event told twice changes nothing the second time', () => {
    const twice = reached({ changed: 1_000, 'run-seen': 100 });
    overSteps(({ before, event, after: next }, plan) => {
      const again = apply(plan, next, event);
      if (event.type === 'run-seen') expect(again.components).toEqual(next.components);
      else expect(again).toBe(next);
      if (next !== before) twice.met(event.type === 'run-seen' ? 'run-seen' : 'changed');
    });
    twice.verify();
  });

  test('only what has all its needs released is started', () => {
    const started = reached({ 'with needs': 20, 'without needs': 50 });
    overSteps((step, plan) => {
      const begun = changes(step).filter(({ from, to }) => from === 'pending' && to === 'dispatching');
      for (const { component } of begun) {
        const needs = plan.components.find(({ id }) => id === component)?.needs ?? [];
        expect(needs.filter((need) => !isReleased(componentOf(step.before, need).status))).toEqual([]);
        started.met(needs.length > 0 ? 'with needs' : 'without needs');
      }
    });
    started.verify();
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
    nonce: 's.a.1.drawn0000',
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
  expect(
    after(chain, cancelled, { type: 'intended', component: 'a', purpose: 'release', nonce: 's.a.1.drawn0000', at: 2 }),
  ).toBe(cancelled);
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
    const nonce = `s.${component}.r1.drawn0000`;
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
    { type: 'intended', component: 'a', purpose: 'release', nonce: 's.a.1.drawn0000', at: 1 },
    { type: 'run-seen', component: 'a', nonce: 's.a.1.drawn0000', run: run('success'), at: 2 },
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
    { type: 'intended', component: 'a', purpose: 'release', nonce: 's.a.1.drawn0000', at: 1 },
    { type: 'run-seen', component: 'a', nonce: 's.a.1.drawn0000', run: run('failure'), at: 2 },
    { type: 'finished', at: 3 },
    { type: 'resumed', round: 1, at: 4 },
  );
  const probed = after(chain, failed, { type: 'probed', component: 'a', served: true, at: 5 });
  expect(probed.components.a?.status).toBe('verifying');
  const passed = after(chain, probed, { type: 'gates-passed', component: 'a', at: 6 });
  expect(passed.components.a?.status).toBe('succeeded');
  expect(decide(chain, passed, 6)).toEqual([{ type: 'intend', component: 'b', purpose: 'release' }]);
});
