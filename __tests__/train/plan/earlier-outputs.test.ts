import { describe, expect, test } from '@jest/globals';
import { asksForOutputs, matrices } from '../../../src/train/plan/matrix.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { planDifferences } from '../../../src/train/plan/plan-differences.ts';
import { type Asked, component, current, manifest, planFor } from '../samples.ts';

const product = manifest(
  [
    component('backend', {
      outputs: 'handed',
      inputs: { version: '{version}' },
      rollback: { workflow: 'back.yml', inputs: { v: '{previous-version}', image: '{previous-outputs.image}' } },
    }),
    component('web', { needs: ['backend'], inputs: { version: '{version}', image: '{outputs.backend.image}' } }),
  ],
  { environments: [{ id: 'production', values: {}, healthTimeoutMs: 90_000, rollback: true }] },
);
const deploy: Asked = {
  packages: 'all',
  environment: 'production',
  currentVersions: current({ backend: '1.0.0', web: '1.0.0' }),
  deployedVersions: new Map([['backend', '1.0.0']]),
  deployedOutputs: new Map([['backend', { image: 'sha256:1', url: 'u' }]]),
};

function planned(request: Asked): Plan {
  const result = planFor(product, request);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.plan;
}

const versions = { backend: '2.0.0', web: '2.0.0' };

describe('what earlier trains handed on', () => {
  test('is left to the run of a component that is brought to another version', () => {
    const plan = planned({ ...deploy, versions });
    expect(plan.outputs).toBeUndefined();
    expect(plan.components[1]?.inputs.image).toBe('{outputs.backend.image}');
    expect(plan.components[0]).toMatchObject({ outputs: 'handed', previousOutputs: { image: 'sha256:1', url: 'u' } });
  });

  test('is in the plan, as far as it is asked for, where the component is not part of it or is there already', () => {
    expect(planned({ ...deploy, packages: ['web'] }).outputs).toEqual({ backend: { image: 'sha256:1' } });
    expect(planned({ ...deploy, versions: { backend: '1.0.0' } }).outputs).toEqual({ backend: { image: 'sha256:1' } });
  });

  test('is of the environment that is deployed to; a key that nobody knows is a fault that names the others', () => {
    const without = { ...deploy, packages: ['web'], deployedOutputs: new Map([['backend', { url: 'u' }]]) };
    expect(planFor(product, without)).toMatchObject({
      faults: [
        {
          at: ['components', 'web'],
          message:
            'Component web asks for {outputs.backend.image}, but backend is not part of this train; of what it handed on when it was last good, these are known: url. Add backend to packages.',
        },
      ],
    });
  });

  test('leaves out a rollback that asks for more than is known', () => {
    const result = planFor(product, { ...deploy, versions, deployedOutputs: new Map() });
    expect(result.warnings.map(({ message }) => message)).toEqual([
      'Component backend: its rollback asks for the output image of its previous version 1.0.0, of which these are known: none, so it cannot be rolled back if this train fails.',
    ]);
    expect('plan' in result && result.plan.components[0]?.rollback).toBeUndefined();
  });
});

describe('a saved plan', () => {
  const plan = planned({ ...deploy, versions });
  test('with outputs is one that the manifest makes', () => {
    expect(planDifferences(plan, product)).toEqual([]);
    expect(planDifferences(planned({ ...deploy, packages: ['web'] }), product)).toEqual([]);
  });

  test.each([
    ['another artifact', { outputs: 'other' }, 'backend: its outputs is "other", the manifest makes it "handed"'],
    ['a list', { previousOutputs: ['x'] }, 'backend: of its outputs nothing can be read'],
    ['no text', { previousOutputs: { image: { toString: 'x' } } }, 'backend: of its outputs image is a map'],
  ])('with %s is none', (_, change, told) => {
    const [backend, ...others] = plan.components;
    const changed = { ...plan, components: [{ ...backend, ...change }, ...others] } as Plan;
    expect(planDifferences(changed, product).join('\n')).toContain(told);
  });
});

test('no job of a matrix starts what asks for outputs', () => {
  expect(asksForOutputs(planned({ ...deploy, versions }))).toBe('web');
  expect(matrices(planned({ ...deploy, versions }))).toEqual([]);
  expect(matrices(planned({ ...deploy, packages: ['backend'] }))).toHaveLength(1);
});
