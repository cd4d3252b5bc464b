import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface BundleRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** What Node says itself; the log of a job shows it, too. */
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What the job hands on of them: the runner drops each output that a mask would change. */
  readonly handedOn: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface BundleOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Names of the inputs that are one secret of the repository each: the runner masks it, and each of its lines. */
  readonly secrets?: readonly string[];
  /** On top of what the runner sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** The workspace; an empty folder without it. */
  readonly cwd?: string;
  /** Text on stdout after which the step is cancelled, as the runner does it: by SIGINT. */
  readonly signalAfter?: string;
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Runs a built action as the runner does: `dist/<name>.js` under this Node, with the runner's environment and no other. */
export async function runBundle(name: string, options: BundleOptions = {}): Promise<BundleRun> {
  const temporary = await mkdtemp(join(tmpdir(), 'release-actions-runner-'));
  try {
    const [outputs, summary] = [join(temporary, 'outputs'), join(temporary, 'summary')];
    await writeFile(outputs, '');
    await writeFile(summary, '');
    const cwd = options.cwd ?? (await mkdtemp(join(temporary, 'workspace-')));
    const inputs = Object.entries(options.inputs ?? {}).map(([input, value]) => [
      `INPUT_${input.toUpperCase()}`,
      value,
    ]);
    const env = {
      PATH: process.env.PATH,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: cwd,
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temporary,
      // What Node keeps of what it compiled changes nothing but how long that takes.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...Object.fromEntries(inputs),
      ...options.env,
    };
    const { exitCode, stdout, stderr } = await spawned(join(dist, `${name}.js`), { cwd, env }, options.signalAfter);
    const set = parseOutputs(await readFile(outputs, 'utf8'));
    const own = masksOf(stdout);
    const lost = Object.keys(set).filter((output) => own.some((mask) => set[output]?.includes(mask)));
    // A step that masks what it outputs itself never gets it to the next job.
    if (lost.length > 0) throw new Error(`${name} outputs what it has masked itself: ${lost.join(', ')}`);
    const masks = (options.secrets ?? []).flatMap((input) => linesOf(options.inputs?.[input] ?? ''));
    const kept = Object.entries(set).filter(([, value]) => !masks.some((mask) => value.includes(mask)));
    return {
      exitCode,
      stdout,
      stderr,
      outputs: set,
      handedOn: Object.fromEntries(kept),
      summary: await readFile(summary, 'utf8'),
    };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function spawned(script: string, { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }, signalAfter?: string) {
  return new Promise<Pick<BundleRun, 'exitCode' | 'stdout' | 'stderr'>>((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    let signalled = false;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      if (signalAfter !== undefined && !signalled && stdout.includes(signalAfter)) {
        signalled = true;
        child.kill('SIGINT');
      }
    });
    // A crash of the bundle itself belongs in the test's report.
    child.stderr.pipe(process.stderr);
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** What the step has asked the runner to mask. */
function masksOf(stdout: string): string[] {
  const commands = [...stdout.matchAll(/^::add-mask::(.+)$/gm)].map(([, value = '']) => value);
  return commands.map((value) => value.replace(/%0A/g, '\n').replace(/%0D/g, '\r').replace(/%25/g, '%'));
}

/** The runner masks a secret as a whole and each of its lines, of whatever length. */
function linesOf(secret: string): string[] {
  return [secret, ...secret.split(/[\r\n]+/)].filter((line) => line !== '');
}

/** The runner's file format: `name<<delimiter`, the value's lines, the delimiter. */
function parseOutputs(text: string): Record<string, string> {
  const blocks = text.matchAll(/^(?<name>[^\r\n]+?)<<(?<end>[^\r\n]+)\r?\n(?<value>.*?)\r?\n\k<end>$/gms);
  return Object.fromEntries([...blocks].map(({ groups }) => [groups?.name ?? '', groups?.value ?? '']));
}
