import { describe, expect, test } from '@jest/globals';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import { missingOutputs, outputsFor } from '../../../src/train/machine/handed-on.ts';
import { componentOf, type TrainState } from '../../../src/train/machine/state.ts';
import { begin, after as following, planned, planOf, run } from './machine.ts';

const plan = planOf([
  planned('backend', [], { outputs: 'handed' }),
  planned('web', ['backend'], { inputs: { image: '{outputs.backend.image}', nonce: '{nonce}' } }),
]);
const [backend, web] = plan.components as [(typeof plan.components)[0], (typeof plan.components)[0]];

/** The backend's run has succeeded. */
function verifying(): TrainState {
  const start = begin(plan);
  const nonce = nonceOf(start, 'backend', { purpose: 'release', unguessable: 'drawn0000' });
  return following(
    plan,
    start,
    { type: 'intended', component: 'backend', purpose: 'release', nonce, at: 1 },
    { type: 'run-seen', component: 'backend', nonce, run: run('success'), at: 2 },
  );
}

const read = (outputs: Record<string, string>, at = 3) =>
  ({ type: 'outputs-read', component: 'backend', outputs, at }) as const;

describe('what was handed on', () => {
  test('is kept once, and only while its gates are passed', () => {
    expect(componentOf(following(plan, begin(plan), read({ image: 'x' })), 'backend').outputs).toBeUndefined();
    const once = following(plan, verifying(), read({ image: 'x' }), read({ image: 'forged' }, 4));
    expect(componentOf(once, 'backend').outputs).toEqual({ image: 'x' });
    const done = following(
      plan,
      once,
      { type: 'gates-passed', component: 'backend', at: 5 },
      read({ image: 'late' }, 6),
    );
    expect(componentOf(done, 'backend')).toMatchObject({ status: 'succeeded', outputs: { image: 'x' } });
  });

  test('that nobody can use is the fault of the run, which is begun again on a resume', () => {
    const failed = following(
      plan,
      verifying(),
      { type: 'gates-failed', component: 'backend', reason: 'they lack it', verdict: 'outputs', at: 4 },
      { type: 'finished', at: 5 },
    );
    expect(componentOf(failed, 'backend')).toMatchObject({ status: 'failed', cause: 'run' });
    const resumed = following(plan, failed, { type: 'resumed', round: 1, at: 6 });
    expect(componentOf(resumed, 'backend')).toMatchObject({ status: 'pending', attempt: 2 });
  });

  test('before its health failed is read again on a resume: the run may have been run again', () => {
    const failed = following(
      plan,
      verifying(),
      read({ image: 'x' }),
      { type: 'gates-failed', component: 'backend', reason: 'unhealthy', verdict: 'unhealthy', at: 4 },
      { type: 'finished', at: 5 },
    );
    const resumed = componentOf(following(plan, failed, { type: 'resumed', round: 1, at: 6 }), 'backend');
    expect(resumed).toMatchObject({ status: 'verifying' });
    expect(resumed.outputs).toBeUndefined();
  });
});

test('values come from the run, else from the plan; what is missing is told with what there is', () => {
  const known = following(plan, verifying(), read({ image: 'x' }));
  const earlier = { ...plan, outputs: { backend: { image: 'earlier' } } };
  expect(outputsFor(web, web.inputs, { plan, state: known }).values).toEqual({ 'outputs.backend.image': 'x' });
  expect(outputsFor(web, web.inputs, { plan: earlier, state: begin(plan) }).values).toEqual({
    'outputs.backend.image': 'earlier',
  });
  expect(outputsFor(web, web.inputs, { plan, state: begin(plan) }).missing).toBe(
    '{outputs.backend.image} in "{outputs.backend.image}" has no value: nothing was handed on.',
  );
  const back = { ...backend, previousOutputs: { url: 'u' } };
  expect(outputsFor(back, ['{previous-outputs.image}'], { plan, state: known }).missing).toContain(
    'what was handed on has url.',
  );
  expect(missingOutputs(plan, 'backend', { url: 'u' })).toBe('they lack "image", which web asks for. There are: url');
  expect(missingOutputs(plan, 'backend', { image: 'u' })).toBeUndefined();
});
