import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startStep } from './step.ts';
import type { DemoWorld } from './world.ts';

export interface TrainRun {
  readonly exitCode: number | null;
  readonly killed: boolean;
  readonly summary: string;
  /** Path of the report below the workspace. */
  readonly report: string | undefined;
}

export interface TrainOrder {
  /** On top of the token. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Asked after everything that happens on GitHub: whether the process is to be killed now. */
  readonly killWhen?: (() => boolean) | undefined;
}

/** Runs the train's bundle as a step of a job, to its end or until it is killed. */
async function runTrain(world: DemoWorld, { inputs, killWhen }: TrainOrder): Promise<TrainRun> {
  const { child, ended } = startStep('train', {
    workspace: world.workspace,
    env: {
      GITHUB_API_URL: world.url,
      GITHUB_REPOSITORY: world.home,
      npm_config_registry: `${world.url}/registry/npm/`,
      PIP_INDEX_URL: `${world.url}/registry/pypi/simple/`,
      ...world.tokens,
    },
    inputs: { token: world.token, ...inputs },
  });
  let killed = false;
  const unsubscribe = world.github.subscribe(() => {
    if (!killed && killWhen?.()) killed = child.kill('SIGKILL');
  });
  const { exitCode, summary, outputs } = await ended;
  unsubscribe();
  return { exitCode, killed, summary, report: outputs.report };
}

/** Runs the train; where it was killed, the same job is run again. Prints the summary in the end. */
export async function runToTheEnd(world: DemoWorld, order: TrainOrder): Promise<TrainRun> {
  let run = await runTrain(world, order);
  if (run.killed) {
    console.log('\n--- the orchestrator was killed (SIGKILL). The same job is run again. ---\n');
    run = await runTrain(world, { inputs: order.inputs });
  }
  console.log(`\n${'='.repeat(30)} step summary ${'='.repeat(30)}\n`);
  console.log(run.summary.trim());
  console.log('='.repeat(74));
  return run;
}

/** Says where the report is; the folder is left to people only for that. */
export function leaveReport({ report }: TrainRun, { workspace }: DemoWorld): void {
  if (report === undefined) rmSync(workspace, { recursive: true, force: true });
  else console.log(`Report: ${relative(process.cwd(), join(workspace, report))} (report.md is beside it)`);
}
