import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/demo.ts', import.meta.url));
/** A story takes half a minute on a busy machine; one that takes two hangs. */
export const STORY_LIMIT = 120_000;

interface DemoRun {
  readonly exitCode: number | null;
  readonly text: string;
}

/** Runs the demo as `npm run demo` does; stdout and stderr as one text. The report that it leaves to people goes with it. */
export async function runDemo(...args: readonly string[]): Promise<DemoRun> {
  const temporary = await mkdtemp(join(tmpdir(), 'demo-'));
  try {
    return await spawned(args, { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function spawned(args: readonly string[], env: NodeJS.ProcessEnv): Promise<DemoRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
      env,
      timeout: STORY_LIMIT,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, text }));
  });
}
