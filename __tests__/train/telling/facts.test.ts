import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/train/machine/apply.ts';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { factsOf } from '../../../src/train/telling/facts.ts';
import { begin, flown, after as following, planned, planOf, run } from '../machine/machine.ts';

const rollback = { workflow: 'rollback.yml', ref: 'main', inputs: { nonce: '{nonce}' } };
const production = { environment: 'production', rollback: true } as const;

function kinds(plan: Plan, state: TrainState): string[] {
  return factsOf(plan, state).map(({ kind, component, severity }) =>
    [kind, component, severity].filter(Boolean).join(' '),
  );
}

/** The component's rollback, to its end. */
function undone(plan: Plan, state: TrainState, component: string, conclusion: string): TrainState {
  const nonce = nonceOf(state, component, { purpose: 'rollback', unguessable: 'drawn0000' });
  return following(
    plan,
    state,
    { type: 'intended', component, purpose: 'rollback', nonce, at: 50 },
    { type: 'run-seen', component, nonce, run: run(conclusion, { id: 9, url: 'https://github.test/run/9' }), at: 60 },
  );
}

describe('a release', () => {
  const plan = planOf([planned('a', [], { version: '1.1.0', previousVersion: '1.0.0' }), planned('b', ['a'])]);

  test('starts, and is complete', () => {
    const start = begin(plan);
    expect(kinds(plan, start)).toEqual(['started info']);
    const end = flown(plan, flown(plan, start, 'a', { at: 1, conclusion: 'success' }), 'b', {
      at: 2,
      conclusion: 'success',
    });
    const facts = factsOf(plan, following(plan, end, { type: 'finished', at: 3 }));
    expect(facts.map(({ kind }) => kind)).toEqual(['started', 'completed']);
    expect(facts[1]).toMatchObject({ id: 't/0/completed', at: 3, resolves: 'sample/release' });
    expect(facts[1]?.text).toBe('The release of sample is complete: a 1.0.0 → 1.1.0, b.');
  });

  test('what is blocked behind a failure is told by the failure', () => {
    const failed = flown(plan, begin(plan), 'a', { at: 1, conclusion: 'failure' });
    expect(kinds(plan, failed)).toEqual(['started info', 'component-failed a error']);
    const end = following(plan, failed, { type: 'finished', at: 3 });
    expect(kinds(plan, end)).toEqual(['started info', 'failed error', 'component-failed a error']);
    const [, fact, component] = factsOf(plan, end);
    expect(fact).toMatchObject({ problem: 'sample/release', next: expect.stringContaining('train-id: t') });
    expect(component).toMatchObject({ url: 'https://github.test/run/7', component: 'a', problem: 'sample/release' });
  });

  test('the same failure has the same id at every look, and another one in the next round', () => {
    const failed = (state: TrainState, at: number) =>
      following(plan, flown(plan, state, 'a', { at, conclusion: 'failure' }), { type: 'finished', at: at + 1 });
    const ids = (state: TrainState) => factsOf(plan, state).map(({ id }) => id);
    const once = failed(begin(plan), 1);
    expect(ids(once)).toEqual(ids(once));
    const again = failed(apply(plan, once, { type: 'resumed', round: 1, at: 10 }), 11);
    expect(ids(again).filter((id) => ids(once).includes(id))).toEqual([]);
    expect(factsOf(plan, again)[0]).toMatchObject({ kind: 'started', at: 10 });
  });

  test('a package that is not served, a run that was lost, and one that a person cancelled say so', () => {
    const verifying = following(
      plan,
      begin(plan),
      { type: 'intended', component: 'a', purpose: 'release', nonce: 's.a.1.drawn0000', at: 1 },
      { type: 'run-seen', component: 'a', nonce: 's.a.1.drawn0000', run: run('success'), at: 2 },
    );
    const late = following(plan, verifying, { type: 'gates-timed-out', component: 'a', reason: 'Not there.', at: 3 });
    expect(kinds(plan, late)).toContain('not-served a error');
    const cancelled = flown(plan, begin(plan), 'a', { at: 1, conclusion: 'cancelled' });
    expect(kinds(plan, cancelled)).toContain('component-failed a error');
  });

  test('a parked train needs a person, unless it knows when it goes on', () => {
    const state = begin(plan);
    const parked = following(plan, state, { type: 'parked', at: 5, reason: 'The time of this job is over.' });
    expect(kinds(plan, parked)).toEqual(['started info', 'needs-person warning']);
    const paused = following(plan, state, { type: 'parked', at: 5, reason: 'A rate limit.', until: 100 });
    expect(kinds(plan, paused)).toEqual(['started info']);
  });
});

test('a run that waits for a person asks for one, as long as it waits', () => {
  const plan = planOf([planned('a')]);
  const state = begin(plan);
  const dispatch = {
    nonce: 's.a.1.drawn0000',
    intendedAt: 1,
    run: { id: 7, url: 'https://github.test/run/7', attempt: 1 },
  };
  const waiting = { total: 0, since: 60_000, for: 'an approval of production (alice may approve)' };
  const running = { status: 'running' as const, since: 1, attempt: 1, dispatch: { ...dispatch, waiting } };
  const told = factsOf(plan, { ...state, components: { a: running } }).filter(({ kind }) => kind === 'needs-person');
  expect(told).toMatchObject([{ at: 60_000, url: 'https://github.test/run/7', severity: 'warning' }]);
  expect(told[0]?.text).toBe(
    'a (acme/a) waits for an approval of production (alice may approve). It goes on by itself then.',
  );
  const over = { ...running, dispatch: { ...dispatch, waiting: { total: 5_000 } } };
  expect(kinds(plan, { ...state, components: { a: over } })).toEqual(['started info']);
});

describe('a deployment', () => {
  const component = planned('a', [], { version: '2.0.0', previousVersion: '1.0.0', rollback });
  const plan = planOf([component, planned('b', ['a'], { rollback })], production);

  function unhealthy(verdict: 'unhealthy' | 'inconclusive'): TrainState {
    const healthy = flown(plan, begin(plan), 'a', { at: 1, conclusion: 'success' });
    const nonce = nonceOf(healthy, 'b', { purpose: 'release', unguessable: 'drawn0000' });
    return following(
      plan,
      healthy,
      { type: 'intended', component: 'b', purpose: 'release', nonce, at: 2 },
      { type: 'run-seen', component: 'b', nonce, run: run('success'), at: 3 },
      { type: 'gates-failed', component: 'b', reason: 'It answers 503.', verdict, at: 4 },
    );
  }

  test('that is rolled back fails at once, and its failure in production is critical', () => {
    const state = unhealthy('unhealthy');
    expect(kinds(plan, state)).toEqual(['started info', 'failed critical', 'health-failed b error']);
    const undoing = undone(plan, undone(plan, state, 'b', 'success'), 'a', 'success');
    const end = following(plan, undoing, { type: 'finished', at: 70 });
    const after50 = ['rollback-started warning', 'rolled-back warning'];
    expect(kinds(plan, end)).toEqual(['started info', 'failed critical', ...after50, 'health-failed b error']);
    const failed = (one: TrainState) => factsOf(plan, one).find(({ kind }) => kind === 'failed');
    expect(failed(end)).toMatchObject({ id: 't/0/failed', at: 4, severity: 'critical', problem: 'sample/production' });
    expect(failed(state)?.id).toBe('t/0/failed');
  });

  test('a rollback that fails is a critical fact of its component, with its own run', () => {
    const state = undone(plan, unhealthy('unhealthy'), 'b', 'failure');
    expect(factsOf(plan, state).find(({ kind }) => kind === 'rollback-failed')).toMatchObject({
      severity: 'critical',
      component: 'b',
      url: 'https://github.test/run/9',
    });
  });

  test('health that nobody can judge asks for a person as well', () => {
    expect(kinds(plan, unhealthy('inconclusive'))).toEqual([
      'started info',
      'failed critical',
      'component-failed b error',
      'needs-person b warning',
    ]);
  });

  test('an environment of another name is production where the plan says so', () => {
    const live = { ...plan, environment: 'live', production: true } as const;
    expect(factsOf(live, unhealthy('unhealthy')).find(({ kind }) => kind === 'failed')?.severity).toBe('critical');
    const staging = { ...plan, environment: 'staging' };
    expect(factsOf(staging, unhealthy('unhealthy')).find(({ kind }) => kind === 'failed')?.severity).toBe('error');
  });
});

describe('a rollback on demand that fails', () => {
  const back = { version: '1.0.0', previousVersion: '2.0.0', goesBack: true } as const;
  const plan = planOf([planned('a', [], back), planned('b', ['a'], back)], { environment: 'production' });
  const facts = (state: TrainState) => factsOf(plan, following(plan, state, { type: 'finished', at: 9 }));
  const told = (state: TrainState) => facts(state).find(({ kind }) => kind === 'rollback-failed');

  test('is critical, and says what runs there now and that nothing is returned', () => {
    const failed = flown(plan, begin(plan), 'a', { at: 1, conclusion: 'failure' });
    expect(facts(failed).map(({ kind }) => kind)).toEqual(['started', 'failed', 'rollback-failed']);
    expect(told(failed)).toMatchObject({
      severity: 'critical',
      component: 'a',
      url: 'https://github.test/run/7',
      problem: 'sample/production',
      text: 'The rollback of a from 2.0.0 to 1.0.0 failed: Its run failed. Nobody knows whether 1.0.0 or 2.0.0 runs there: look now. It is left as it is.',
    });
    expect(facts(failed)[1]).toMatchObject({
      text: 'The rollback of sample in production failed. a: Its run failed.',
      next: expect.stringMatching(
        /^Look what runs there\. .*To bring a 1\.0\.0 there after all, fix the cause, then run/,
      ),
    });
    expect(following(plan, failed, { type: 'finished', at: 9 })).toMatchObject({ status: 'rollback-failed' });
  });

  test('that was refused left what ran there; that is not healthy is there', () => {
    const nonce = nonceOf(begin(plan), 'a', { purpose: 'release', unguessable: 'drawn0000' });
    const intended = following(plan, begin(plan), {
      type: 'intended',
      component: 'a',
      purpose: 'release',
      nonce,
      at: 1,
    });
    const refused = { type: 'dispatch-refused', component: 'a', nonce, reason: 'It is archived.', at: 2 } as const;
    expect(told(following(plan, intended, refused))?.text).toContain('It is archived. 2.0.0 still runs there.');
    const ran = { type: 'run-seen', component: 'a', nonce, run: run('success'), at: 2 } as const;
    const sick = {
      type: 'gates-failed',
      component: 'a',
      reason: 'It answers 503.',
      verdict: 'unhealthy',
      at: 3,
    } as const;
    expect(told(following(plan, intended, ran, sick))?.text).toContain('failed: It answers 503. 1.0.0 is there.');
  });

  test('that nobody approved has not begun: it failed, and no more', () => {
    const state = begin(plan);
    const a = { status: 'timed-out', since: 1, attempt: 1, cause: 'unapproved', reason: 'Nobody.' } as const;
    const b = { status: 'blocked', since: 1, attempt: 1 } as const;
    expect(kinds(plan, following(plan, { ...state, components: { a, b } }, { type: 'finished', at: 9 }))).toEqual([
      ...['started info', 'failed critical', 'component-failed a error'],
    ]);
  });

  test('starts, and is complete, as a rollback', () => {
    const done = ['a', 'b'].reduce(
      (state, id) => flown(plan, state, id, { at: 1, conclusion: 'success' }),
      begin(plan),
    );
    expect(facts(done).map(({ text }) => text)).toEqual([
      'The rollback of sample in production was started: a 2.0.0 → 1.0.0, b 2.0.0 → 1.0.0.',
      'The rollback of sample in production is complete: a 2.0.0 → 1.0.0, b 2.0.0 → 1.0.0.',
    ]);
  });
});
