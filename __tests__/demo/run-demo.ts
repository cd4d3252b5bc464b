import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/demo.ts', import.meta.url));
/** A story takes half a minute on a busy machine; one that takes two hangs. */
export const STORY_LIMIT = 120_000;

/** Runs the demo as `npm run demo` does; stdout and stderr as one text. */
export function runDemo(...args: readonly string[]): Promise<{ exitCode: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
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
