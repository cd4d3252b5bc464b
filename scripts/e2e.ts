/**
 * Runs the shipped workflows and templates under a real workflow engine, against the embedded GitHub, with real git and
 * real registries. What act cannot do is listed in docs/e2e.md.
 *
 *   npm run test:e2e                    all scenarios
 *   npm run test:e2e -- NAME...         those of these file names, or whose file name holds such a word
 *   npm run test:e2e -- --keep          keep the folders of all scenarios, not only of those that failed
 *
 * RELEASE_ACTIONS_REQUIRE=e2e (as in CI) makes a missing tool a failure.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices } from '../__tests__/e2e/engine/services.ts';
import { makeStage } from '../__tests__/e2e/engine/stage.ts';
import { findTools } from '../__tests__/e2e/engine/tools.ts';
import { type LoggedRun, openWorld } from '../__tests__/e2e/engine/world.ts';
import type { Scenario } from '../__tests__/e2e/scenario.ts';
import { mistake, readArguments } from './arguments.ts';
import { root } from './project.ts';

/** Most of a scenario is waiting for others. */
const AT_ONCE = 3;
const DEADLINE_MS = 900_000;

const { values, words } = readArguments({ keep: { type: 'flag' } }, { most: Number.POSITIVE_INFINITY });
const required = (process.env.RELEASE_ACTIONS_REQUIRE ?? '').split(/[\s,]+/).includes('e2e');

const tools = await findTools();
if ('missing' in tools.act) {
  console.error(`Not run: the end-to-end tests need act. ${tools.act.missing}.`);
  process.exit(required ? 1 : 0);
}
for (const [need, reason] of Object.entries(tools.missing))
  console.error(`Not run: what needs ${need}, for ${reason}.`);

const { path: act } = tools.act;
const scenarios = await loadScenarios();
if (scenarios.length === 0)
  mistake(`${words.join(' ')}: no scenario has such a name`, 'They are the files of __tests__/e2e/scenarios.');
const runnable = scenarios.filter(({ scenario }) => !scenario.needs?.some((need) => need in tools.missing));
const home = await mkdtemp(join(tmpdir(), 'release-actions-e2e-'));
const stage = await makeStage(join(home, 'stage'));
const services = createServices();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void services.close().then(() => process.exit(130)));
}
const began = Date.now();
let failed = required ? scenarios.length - runnable.length : 0;
const open = [...runnable];
await Promise.all(Array.from({ length: AT_ONCE }, work));
await services.close();
if (failed === 0 && !values.keep) await rm(home, { recursive: true, force: true });
else console.log(`\nLogs are kept in ${home}`);
const skipped = scenarios.length - runnable.length;
if (skipped > 0) console.log(`${skipped} not run for want of what is said above.`);
console.log(
  `All took ${seconds(began)}.\n\n${runnable.length + (required ? skipped : 0) - failed} passed, ${failed} failed`,
);
process.exitCode = failed === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (!(await tell(next.name, next.scenario))) failed += 1;
  }
}

/** Runs one scenario and prints how it went; says whether it is so. */
async function tell(name: string, scenario: Scenario): Promise<boolean> {
  const started = Date.now();
  const folder = join(home, name);
  const python = scenario.needs?.includes('python') ?? false;
  const world = await openWorld({ act, stage, services, folder, python });
  const deadline = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not done after ${DEADLINE_MS / 1000} s`)), DEADLINE_MS).unref();
  });
  try {
    await Promise.race([scenario.run({ world, stage, services, folder }), deadline]);
    const { violations } = world.github;
    if (violations.length > 0)
      throw new Error(`GitHub describes no such request: ${JSON.stringify(violations, null, 2)}`);
    console.log(`✓ ${name} (${seconds(started)}) ${scenario.title}`);
    return true;
  } catch (error) {
    console.log(`✗ ${name} (${seconds(started)}) ${scenario.title}\n${indented(error)}`);
    for (const run of world.runs) console.log(await endOf(run));
    return false;
  } finally {
    await world.close();
  }
}

async function endOf({ repository, workflow, id, log }: LoggedRun): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '(no log)')).trimEnd().split('\n');
  return `    ${repository} ${workflow} ${id}: ${log}\n${lines
    .slice(-25)
    .map((line) => `      ${line}`)
    .join('\n')}`;
}

async function loadScenarios(): Promise<{ name: string; scenario: Scenario }[]> {
  const folder = join(root, '__tests__/e2e/scenarios');
  const names = (await readdir(folder)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
  const fits = (name: string, word: string) => (names.includes(word) ? name === word : name.includes(word));
  const chosen = names.filter((name) => words.length === 0 || words.some((word) => fits(name, word)));
  return Promise.all(
    chosen.sort().map(async (name) => {
      const { default: scenario } = (await import(join(folder, `${name}.ts`))) as { default: Scenario };
      return { name, scenario };
    }),
  );
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1_000).toFixed(1)} s`;
}

function indented(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/^/gm, '    ');
}
