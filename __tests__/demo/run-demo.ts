import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { isSlowRun } from '../support/slow.ts';

const script = fileURLToPath(new URL('../../scripts/demo.ts', import.meta.url));
/** One that takes longer hangs: how long a story takes says more of the machine than of it. */
const HANGS_MS = 600_000;

export interface DemoRun {
  readonly exitCode: number | null;
  readonly text: string;
  /** The report as a page; empty where there is none. */
  readonly page: string;
}

/** A story that ends well; told beside the others, since each waits for seconds to pass. */
export function story<R extends { readonly exitCode: number | null }>(
  title: string,
  tell: () => Promise<R>,
  judge: (run: R) => void,
): void {
  test.concurrent(title, async () => {
    const run = await tell();
    judge(run);
    expect(run.exitCode).toBe(0);
  });
}

/** One that is slow. `slow` itself is no choice here: stories run at the same time, which only `test.concurrent` does. */
export const slowStory: typeof story = isSlowRun ? story : (title) => test.skip(title, () => undefined);

/** Runs the demo as `npm run demo` does; stdout and stderr as one text. The report that it leaves to people goes with it. */
export async function runDemo(...args: readonly string[]): Promise<DemoRun> {
  const temporary = await mkdtemp(join(tmpdir(), 'demo-'));
  try {
    const run = await spawned(args, { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary });
    const [, address] = /^Report: +(file:\S+)/m.exec(run.text) ?? [];
    return { ...run, page: address === undefined ? '' : await readFile(new URL(address), 'utf8') };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function spawned(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Omit<DemoRun, 'page'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
      env,
      timeout: HANGS_MS,
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

/** Runs the demo until it says that it stays up, looks at a run and at the folder of the train's state, and ends it as Ctrl-C does. */
export async function keptUp(args: readonly string[]) {
  const temporary = await mkdtemp(join(tmpdir(), 'demo-'));
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    timeout: HANGS_MS,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  try {
    let text = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      text += chunk;
      if (text.includes('Ctrl-C ends it.')) break;
    }
    const page = async (url: string) => (await fetch(url, { headers: { accept: 'text/html' } })).text();
    const [, state = ''] = /(http:\S+\/tree\/\S+)/.exec(text) ?? [];
    const [, folder = ''] = /href="([^"]*\/trains)"/.exec(await page(state)) ?? [];
    const [, train = ''] = /href="([^"]*\/trains\/[^"]+)"/.exec(await page(new URL(folder, state).href)) ?? [];
    const runs = await page(`${new URL(state).origin}/typescript-eda/typescript-eda-domain`);
    const [, run = ''] = /href="([^"]*\/actions\/runs\/\d+)"/.exec(runs) ?? [];
    const seen = { state: await page(new URL(train, state).href), run: await page(new URL(run, state).href) };
    child.kill('SIGINT');
    return { exitCode: await ended, seen };
  } finally {
    child.kill('SIGKILL');
    await rm(temporary, { recursive: true, force: true });
  }
}
