/** `npm run check`: everything that can be judged without running the tests, at once, with what each part took. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { readArguments } from './arguments.ts';
import { root } from './project.ts';

interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Says what is wrong with the output of a command that ended well; most say it by failing. */
  readonly fault?: (output: string) => string | undefined;
}

/** None takes a minute on two cores; one that takes five hangs. */
const DEADLINE = 300_000;

const script = (...path: readonly string[]) => [process.execPath, join(root, ...path)] as const;
const checks: readonly Check[] = [
  { name: 'types', command: [...script('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit'] },
  {
    name: 'lint',
    command: [...script('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'],
  },
  { name: 'contracts', command: script('scripts', 'contracts.ts') },
  { name: 'dist', command: [...script('scripts', 'build.ts'), '--check'] },
];
/** In CI the tree is a commit: what git does not know then was written by a test or a build. */
const untouched: Check = {
  name: 'tree',
  command: ['git', 'status', '--porcelain'],
  fault: (output) => (output === '' ? undefined : 'These files are not what was committed:'),
};

readArguments({});
const started = performance.now();
const inParallel = await Promise.all(checks.map(report));
const passed = process.env.CI === 'true' ? [...inParallel, await report(untouched)] : inParallel;
const failed = passed.filter((one) => !one).length;
const summary = failed === 0 ? 'All checks passed' : `${failed} of ${passed.length} checks failed`;
console.log(`${summary} in ${seconds(started)}.`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs one check, prints its line, and what it said if it failed; whether it passed. */
async function report({ name, command, fault }: Check): Promise<boolean> {
  const start = performance.now();
  const { code, output } = await run(command);
  const wrong = code === 0 ? fault?.(output) : `${command.map((part) => part.replace(root, '.')).join(' ')}`;
  console.log(`${wrong === undefined ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)} ${seconds(start).padStart(7)}`);
  if (wrong !== undefined) console.log(`${wrong}\n${output.trimEnd()}\n`.replace(/^(?=.)/gm, '        '));
  return wrong === undefined;
}

async function run([program, ...args]: Check['command']): Promise<{ code: number; output: string }> {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const output = () => Buffer.concat(chunks).toString();
  const ended = new Promise<{ code: number; output: string }>((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output()}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: output() }));
  });
  const late = after(DEADLINE, undefined, { ref: false }).then(() => {
    child.kill('SIGKILL');
    return { code: 1, output: `${output()}No end after ${DEADLINE / 1_000} s: stopped.` };
  });
  return Promise.race([ended, late]);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}
