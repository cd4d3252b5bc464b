import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compareFigures } from '../../simulator/histories/figures.ts';
import { runHistory } from '../../simulator/histories/history.ts';
import { CLASSES } from '../../simulator/histories/reached.ts';
import { readScenarios, writeScenario } from '../../simulator/histories/saved-scenario.ts';
import { drawScenario } from '../../simulator/histories/scenario.ts';
import type { Saved } from '../../src/engine/stores/train-store.ts';
import { slow } from '../support/slow.ts';

/** `npm run histories`, a step of CI, plays five hundred. */
const SEEDS = 40;

/** The work is bounded by virtual time and by requests; no machine is too slow for it. */
const NO_LIMIT = 3_600_000;

/** What so few histories need not meet; `npm run histories` counts it, too. */
const RARE = [
  'component rollback-failed',
  'train rollback-failed',
  'effect claim-refused',
  'something handed on that cannot be used',
  'what nobody could name looked for again',
  'a way back that failed',
];

/** Each has enough behind it here to be wrong. */
const FIGURES = [
  ...['success-rate', 'duration', 'rollback-rate', 'health-pass-rate', 'coordination-latency', 'deploy-time'],
  ...['deployment-frequency', 'change-failure-rate'],
];

slow(
  `${SEEDS} histories hold what always has to hold, meet what they are about, and have the right figures`,
  async () => {
    const reached = new Set<string>();
    const finals: Saved[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const history = await runHistory(drawScenario(seed));
      expect({ seed, violations: history.violations }).toEqual({ seed, violations: [] });
      for (const one of history.reached) reached.add(one);
      if (history.final) finals.push(history.final);
    }
    expect(CLASSES.filter((one) => !reached.has(one) && !RARE.includes(one))).toEqual([]);
    const { differences, counts } = await compareFigures(finals);
    expect(differences).toEqual([]);
    expect(FIGURES.filter((name) => (counts.get(name) ?? 0) < 5)).toEqual([]);
  },
  NO_LIMIT,
);

test(
  'the same seed is the same history, and so is the scenario that was saved of it',
  async () => {
    for (const seed of [5, 27, 104]) {
      const [saved] = readScenarios(writeScenario({ why: '', scenario: drawScenario(seed) }));
      const [one, again] = [await runHistory(drawScenario(seed)), await runHistory(saved?.scenario ?? drawScenario(0))];
      expect(again.trace).toEqual(one.trace);
      expect(again.hash).toBe(one.hash);
      expect(one.violations).toEqual([]);
    }
  },
  NO_LIMIT,
);

describe('a scenario that once showed a defect of ours', () => {
  const saved = readScenarios(readFileSync('__tests__/histories/regressions.jsonl', 'utf8'));
  slow.each(saved.map(({ why, scenario }) => [scenario.seed, why, scenario] as const))(
    'holds now, %i: %s',
    async (_, __, scenario) => {
      expect((await runHistory(scenario, { check: 'all' })).violations).toEqual([]);
    },
    NO_LIMIT,
  );

  test('is not read where it says something that no longer exists', () => {
    const line = '{"why":"","scenario":{"seed":1,"features":["teleport"]}}';
    expect(() => readScenarios(line)).toThrow('there is no feature teleport');
  });
});
