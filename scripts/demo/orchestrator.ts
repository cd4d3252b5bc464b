import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATE_BRANCH } from '../../src/engine/stores/state-branch.ts';
import type { Rehearsal } from './rehearsal.ts';
import { writeReportPage } from './report-page.ts';
import { Screen } from './screen.ts';
import { startStep } from './step.ts';
import type { DemoWorld } from './world.ts';

export interface TrainRun {
  readonly exitCode: number | null;
  readonly killed: boolean;
  readonly summary: string;
  /** Of the train; undefined where it never began. */
  readonly status: string | undefined;
  readonly log: string;
}

export interface TrainOrder {
  /** On top of the tokens. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Asked after everything that happens on GitHub: whether the process is to be killed now. */
  readonly killWhen?: (() => boolean) | undefined;
}

const MOST_STEPS = 200;

/** Runs the train's bundle as a step of a job, to its end or until it is killed. */
async function runTrain(world: DemoWorld, { inputs, killWhen }: TrainOrder, screen: Screen): Promise<TrainRun> {
  const log: string[] = [];
  const { child, ended } = startStep('train', {
    workspace: world.workspace,
    env: {
      GITHUB_API_URL: world.url,
      GITHUB_SERVER_URL: world.url,
      GITHUB_REPOSITORY: world.home,
      npm_config_registry: `${world.url}/registry/npm/`,
      PIP_INDEX_URL: `${world.url}/registry/pypi/simple/`,
      ...world.tokens,
    },
    inputs: { token: world.token, ...(world.tokenLines !== '' && { tokens: world.tokenLines }), ...inputs },
    isQuiet: true,
    onLine: (line) => {
      log.push(line);
      screen.line(line);
    },
  });
  let killed = false;
  const unsubscribe = world.github.subscribe(() => {
    if (!killed && killWhen?.()) killed = child.kill('SIGKILL');
  });
  const { exitCode, summary, outputs } = await ended;
  unsubscribe();
  return { exitCode, killed, summary, status: outputs.status, log: log.join('\n') };
}

/**
 * Runs the train until it is over: where it was killed, or goes on step by step, or shall have a second attempt, the same job is
 * run again.
 */
export async function runToTheEnd(world: DemoWorld, rehearsal: Rehearsal, order: TrainOrder): Promise<TrainRun> {
  const screen = new Screen();
  const inputs = { ...rehearsal.inputs, ...order.inputs, ...(rehearsal.advance && { mode: 'advance' }) };
  let run = await runTrain(world, { ...order, inputs }, screen);
  if (run.killed) {
    screen.say('The orchestrator was killed (SIGKILL). The same job is run again.');
    run = await runTrain(world, { inputs }, screen);
  }
  for (let step = 1; step < MOST_STEPS && rehearsal.advance && isOpen(run); step += 1) {
    await nextEvent(world);
    run = await runTrain(world, { inputs }, screen);
  }
  if (rehearsal.again && run.exitCode !== 0) {
    screen.say('The cause is fixed. The same job is run again.');
    rehearsal.fail.splice(0);
    run = await runTrain(world, { inputs }, screen);
  }
  screen.close();
  if (rehearsal.markdown) console.log(`\n${run.summary.trim()}\n`);
  return run;
}

function isOpen({ status, exitCode }: TrainRun): boolean {
  return exitCode === 0 && (status === 'running' || status === 'parked');
}

/** What a hint or a sweep would react to; a second where nothing happens. */
function nextEvent({ github }: DemoWorld): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(done, 1_000);
    const unsubscribe = github.subscribe(done);
  });
}

/** Leaves the report as a page, and, where that is wanted, the embedded GitHub until a person ends it. */
export async function leaveReport(run: TrainRun, world: DemoWorld, { keep }: Rehearsal): Promise<void> {
  writeFileSync(join(world.workspace, 'log.txt'), `${run.log}\n`);
  if (run.summary !== '')
    console.log(
      `Report:      ${await writeReportPage(run.summary, world.workspace, world.url)} (log.txt is beside it)`,
    );
  if (!keep) return;
  console.log(`Kept up:     ${world.url} with all runs; the train's state is on`);
  console.log(`             ${world.url}/${world.home}/tree/${STATE_BRANCH}`);
  console.log('             Ctrl-C ends it.');
  const waiting = setInterval(() => undefined, 60_000);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  clearInterval(waiting);
}
