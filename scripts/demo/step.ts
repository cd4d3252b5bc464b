import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../project.ts';
import { readableLine } from '../terminal/log-line.ts';

export interface StepOptions {
  readonly inputs: Readonly<Record<string, string>>;
  /** On top of what the runner sets. */
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** Whether the log is for `onLine` alone. */
  readonly isQuiet?: boolean;
  /** Told each line of the step's log as it comes. */
  readonly onLine?: (line: string) => void;
}

export interface StepRun {
  /** Null where it was killed. */
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs a built bundle as a step of a job: the runner's environment, its files, its inputs. Prints what it prints. */
export function startStep(
  bundle: string,
  { inputs, env, workspace, isQuiet = false, onLine }: StepOptions,
): { readonly child: ChildProcess; readonly ended: Promise<StepRun> } {
  const files = mkdtempSync(join(tmpdir(), 'release-actions-step-'));
  const [output, summary] = [join(files, 'output'), join(files, 'summary')];
  writeFileSync(output, '');
  writeFileSync(summary, '');
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const child = spawn(process.execPath, [join(root, 'dist', `${bundle}.js`)], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: '4711',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: files,
      ...env,
      ...Object.fromEntries(given),
    },
  });
  const started = Date.now();
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Masks are for the runner, not for people.
    if (line === '' || line.startsWith('::add-mask::')) return;
    const seconds = ((Date.now() - started) / 1_000).toFixed(1).padStart(5);
    const shown = isQuiet ? undefined : readableLine(line);
    if (shown) console.log(`${seconds}s ${shown.text.replaceAll('\n', '\n       ')}`);
    onLine?.(line);
  });
  const ended = new Promise<StepRun>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      const run = { exitCode, outputs: readOutputs(output), summary: readFileSync(summary, 'utf8') };
      rmSync(files, { recursive: true, force: true });
      resolve(run);
    });
  });
  return { child, ended };
}

/** The runner's file format: `name<<delimiter`, the value's lines, the delimiter. */
function readOutputs(file: string): Record<string, string> {
  const blocks = readFileSync(file, 'utf8').matchAll(
    /^(?<name>[^\r\n]+?)<<(?<end>[^\r\n]+)\r?\n(?<value>.*?)\r?\n\k<end>$/gms,
  );
  return Object.fromEntries([...blocks].map(({ groups }) => [groups?.name ?? '', groups?.value ?? '']));
}
