/**
 * Simulated histories of trains: one seed, one history; after each, what always has to hold is checked against the truth.
 *
 *   npm run histories -- --seeds N [--from S]     many; stops at the first ten that are violated
 *   npm run histories -- --seeds N --first        stops at the first violation, without looking for its shortest trace
 *   npm run histories -- --seeds N --with FEATURES        only those of them that draw all of these features
 *   npm run histories -- --seed S --trace         one, with all that happened
 *   npm run histories -- --seed S --save WHY      one, as a line for __tests__/histories/regressions.jsonl
 */
import { compareFigures } from '../simulator/histories/figures.ts';
import { type History, runHistory } from '../simulator/histories/history.ts';
import { CLASSES } from '../simulator/histories/reached.ts';
import { writeScenario } from '../simulator/histories/saved-scenario.ts';
import { drawScenario, FEATURES, type Feature, type Scenario } from '../simulator/histories/scenario.ts';
import type { Saved } from '../src/engine/stores/train-store.ts';
import { mistake, readArguments } from './arguments.ts';

const { values } = readArguments({
  seeds: { type: 'number', default: 500, min: 1 },
  from: { type: 'number', default: 1 },
  seed: { type: 'number' },
  without: { type: 'text', default: '' },
  with: { type: 'text', default: '' },
  trace: { type: 'flag' },
  first: { type: 'flag' },
  save: { type: 'text' },
});
const without = featuresIn('without');
/** Seeds that do not draw all of these are passed over. */
const drawn = featuresIn('with');
if (values.seed === undefined && (values.trace || values.save !== undefined))
  mistake('--trace and --save are of one history: give its --seed');
const MOST_SHOWN = 10;
/** So many histories meet everything; fewer need not. */
const ENOUGH = 500;

if (values.seed !== undefined) process.exitCode = (await one(values.seed)) ? 0 : 1;
else process.exitCode = (await many(values.from, values.seeds)) ? 0 : 1;

function featuresIn(option: 'with' | 'without'): Feature[] {
  const named = values[option].split(',').filter((name) => name !== '');
  const known = named.filter((name): name is Feature => FEATURES.includes(name as Feature));
  if (known.length < named.length) mistake(`--${option} ${values[option]}: expected some of ${FEATURES.join(', ')}`);
  return known;
}

async function one(seed: number): Promise<boolean> {
  const scenario = drawScenario(seed, { without });
  if (values.save !== undefined) {
    console.log(writeScenario({ why: values.save, scenario }));
    return true;
  }
  const history = await runHistory(scenario);
  if (values.trace) console.log(history.trace.join('\n'));
  console.log(`seed ${seed}: ${scenario.mode}, ${scenario.store}, ${[...scenario.features].join(', ')}`);
  console.log(
    `${history.status} after ${history.minutes.toFixed(1)} min, ${history.requests} requests, trace ${history.hash.slice(0, 16)}`,
  );
  for (const violation of history.violations) console.log(`VIOLATION ${violation}`);
  return history.violations.length === 0;
}

async function many(from: number, count: number): Promise<boolean> {
  const started = Date.now();
  const ends = new Map<string, number>();
  const reached = new Map<string, number>();
  const finals: (Saved | undefined)[] = [];
  let violated = 0;
  let requests = 0;
  for (const scenario of scenarios(from, count)) {
    const { seed } = scenario;
    const history = await runHistory(scenario, { check: seed % 50 === 0 ? 'all' : 'none' });
    ends.set(history.status, (ends.get(history.status) ?? 0) + 1);
    requests += history.requests;
    finals.push(history.final);
    for (const one of history.reached) reached.set(one, (reached.get(one) ?? 0) + 1);
    if ((seed - from + 1) % 500 === 0) console.error(`${seed - from + 1} histories, ${violated} violated`);
    if (history.violations.length === 0) continue;
    violated += 1;
    if (values.first) console.log(`Seed ${seed} is VIOLATED:\n  ${history.violations[0]}`);
    else await show(seed, history);
    if (violated >= (values.first ? 1 : MOST_SHOWN)) break;
  }
  const seconds = (Date.now() - started) / 1_000;
  console.log(
    `${histories(ends)} from seed ${from}, ${violated} violated: ${told(ends)}; ${requests} requests in ${seconds.toFixed(1)} s.`,
  );
  return violated === 0 && (await hasRightFigures(finals)) && hasReachedEnough(reached, count);
}

function* scenarios(from: number, count: number): Generator<Scenario> {
  for (let seed = from; seed < from + count; seed += 1) {
    const scenario = drawScenario(seed, { without });
    if (drawn.every((feature) => scenario.features.has(feature))) yield scenario;
  }
}

function histories(ends: ReadonlyMap<string, number>): string {
  return `${[...ends.values()].reduce((a, b) => a + b, 0)} histories`;
}

function told(ends: ReadonlyMap<string, number>): string {
  return [...ends].map(([status, times]) => `${times} ${status}`).join(', ');
}

/** Whether the figures of all these trains are what is counted in their states by other ways. */
async function hasRightFigures(all: readonly (Saved | undefined)[]): Promise<boolean> {
  const finals = all.filter((one) => one !== undefined);
  const { differences, counts } = await compareFigures(finals);
  console.log(`Figures of ${finals.length} trains: ${[...counts].map(([name, of]) => `${name} of ${of}`).join(', ')}.`);
  for (const difference of differences) console.log(`WRONG FIGURE ${difference}`);
  return differences.length === 0;
}

/** What the histories met, by how many; of enough of them, whether they met everything that they are to judge. */
function hasReachedEnough(reached: ReadonlyMap<string, number>, count: number): boolean {
  console.log(`Reached by: ${CLASSES.map((one) => `${one} ${reached.get(one) ?? 0}`).join(', ')}.`);
  if (count < ENOUGH || without.length + drawn.length > 0) return true;
  const never = CLASSES.filter((one) => !reached.has(one));
  if (never.length > 0) console.log(`NEVER REACHED: ${never.join(', ')}. What is claimed of these proves nothing.`);
  return never.length === 0;
}

/** The violation, the fewest features that still show it, and how to see it again. */
async function show(seed: number, { violations }: History): Promise<void> {
  const left: Feature[] = [...without];
  for (const feature of FEATURES) {
    if (left.includes(feature)) continue;
    const simpler = await runHistory(drawScenario(seed, { without: [...left, feature] }));
    if (simpler.violations.length > 0) left.push(feature);
  }
  const history = await runHistory(drawScenario(seed, { without: left }));
  console.log(`\nSeed ${seed} is VIOLATED:`);
  for (const violation of new Set([...violations, ...history.violations])) console.log(`  ${violation}`);
  const unneeded = left.length > 0 ? ` --without ${left.join(',')}` : '';
  console.log(`  shortest: ${history.trace.length} lines; npm run histories -- --seed ${seed}${unneeded} --trace\n`);
}
