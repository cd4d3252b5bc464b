import { describe, expect, test } from '@jest/globals';
import { examplePlan } from '../../scripts/crash-points/example.ts';
import { type CrashPoint, crashAt } from '../../simulator/histories/crash-points.ts';
import { releasedOnce } from '../../simulator/histories/released-once.ts';
import type { EffectRecord } from '../../simulator/types.ts';
import { slow } from '../support/slow.ts';

/** `npm run crash-points` tries every call, and with --bundle kills the real thing; a train killed there may wait 90 s to look first. */
const EVERY = 61;

/** The work is bounded by calls and by virtual time; no machine is too slow for it. */
const NO_LIMIT = 3_600_000;

describe.each(['wait', 'advance'] as const)('mode %s', (mode) => {
  slow(
    'the example is released once, wherever its orchestrator dies',
    async () => {
      const plan = await examplePlan();
      const { calls, violations } = await crashAt(plan, mode);
      expect(violations).toEqual([]);
      expect(calls).toBeGreaterThan(100);
      for (let call = 1; call <= calls; call += EVERY) {
        for (const when of ['before', 'after'] as const satisfies readonly CrashPoint['when'][]) {
          const outcome = await crashAt(plan, mode, { call, when });
          expect({ call, when, ...outcome }).toMatchObject({ call, when, violations: [] });
        }
      }
    },
    NO_LIMIT,
  );
});

test('the judge sees what is released twice, too early, or not at all', () => {
  const graph = [
    { id: 'a', repository: 'acme/a', needs: [] },
    { id: 'b', repository: 'acme/b', needs: ['a'] },
  ];
  const one = (kind: EffectRecord['kind'], id: string): EffectRecord => ({
    at: 0,
    kind,
    repository: `acme/${id}`,
    ...(kind === 'run-ended' && { conclusion: 'success' }),
  });
  const whole = (id: string) => (['dispatch', 'run-created', 'run-ended'] as const).map((kind) => one(kind, id));
  expect(releasedOnce(graph, [...whole('a'), ...whole('b')])).toEqual([]);
  expect(releasedOnce(graph, [...whole('b'), ...whole('a')])).toEqual(['b was dispatched before a had ended']);
  expect(releasedOnce(graph, [...whole('a'), ...whole('a'), ...whole('b')])).toEqual([
    'a: 2, 2, 2 dispatches, runs and ends, not one of each',
  ]);
  expect(releasedOnce(graph, whole('a'))).toEqual(['b: 0, 0, 0 dispatches, runs and ends, not one of each']);
});
