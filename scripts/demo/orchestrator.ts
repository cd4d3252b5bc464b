import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../project.ts';
import type { DemoWorld } from './world.ts';

export interface TrainRun {
  readonly exitCode: number | null;
  readonly killed: boolean;
  readonly summary: string;
  /** Path of the report below the workspace. */
  readonly report: string | undefined;
}

/** Runs dist/train.js as a step of a job: the runner's environment, its files, its inputs. Prints what it prints. */
export async function runTrain(
  world: DemoWorld,
  { releaseType, killAfter }: { releaseType: string; killAfter?: number },
): Promise<TrainRun> {
  const files = mkdtempSync(join(tmpdir(), 'release-actions-step-'));
  const [output, summary] = [join(files, 'output'), join(files, 'summary')];
  writeFileSync(output, '');
  writeFileSync(summary, '');
  const child = spawn(process.execPath, [join(root, 'dist/train.js')], {
    cwd: world.workspace,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: world.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: world.home,
      GITHUB_RUN_ID: '4711',
      GITHUB_WORKSPACE: world.workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      npm_config_registry: `${world.url}/registry/npm/`,
      PIP_INDEX_URL: `${world.url}/registry/pypi/simple/`,
      ...world.tokens,
      INPUT_TOKEN: 'demo-token',
      'INPUT_RELEASE-TYPE': releaseType,
    },
  });
  let killed = false;
  const started = Date.now();
  const unsubscribe = world.github.subscribe(() => {
    const published = world.github.effects.filter(
      ({ kind, runId }) => kind === 'publish' && runId !== undefined,
    ).length;
    if (killAfter === undefined || killed || published < killAfter) return;
    killed = child.kill('SIGKILL');
  });
  for await (const chunk of child.stdout.setEncoding('utf8')) process.stdout.write(stamp(chunk, started));
  const exitCode = await new Promise<number | null>((done) =>
    child.exitCode === null && child.signalCode === null ? child.on('exit', done) : done(child.exitCode),
  );
  unsubscribe();
  return { exitCode, killed, summary: readFileSync(summary, 'utf8'), report: reportOf(readFileSync(output, 'utf8')) };
}

/** Each line with the seconds since the start, as the log of a job shows times. Masks are for the runner, not for people. */
function stamp(chunk: string, started: number): string {
  const seconds = ((Date.now() - started) / 1_000).toFixed(1).padStart(5);
  const lines = chunk.split('\n').filter((line) => line !== '' && !line.startsWith('::add-mask::'));
  return lines.map((line) => `${seconds}s ${line}\n`).join('');
}

function reportOf(output: string): string | undefined {
  return /^report<<(\S+)\n(.*)\n\1/m.exec(output)?.[2];
}
