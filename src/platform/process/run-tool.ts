import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { StringDecoder } from 'node:string_decoder';
import type { Log } from '../runner/log.ts';
import { findCommand } from './find-command.ts';
import { type ClientResult, clientEnvironment, type RunClientOptions } from './run-client.ts';

export interface ToolOptions extends RunClientOptions {
  /** Shows what the tool prints, line by line while it runs; without it nothing is shown. */
  readonly log?: Log | undefined;
}

const OUTPUT_LIMIT = 16 * 1024 * 1024;
const KILL_AFTER_MS = 2_000;

/**
 * Runs what works for the repository (git, changesets, package managers), by @actions/exec: without a shell, its lines in the log
 * while it runs. Rejects with the signal's reason when it aborts, and with CommandMissing when there is no such command; any exit
 * code is a result, null where it was stopped because it took too long.
 */
export async function runTool(command: string, args: readonly string[], options: ToolOptions): Promise<ClientResult> {
  const { cwd, signal, log, timeoutMs = 120_000 } = options;
  signal?.throwIfAborted();
  const env = clientEnvironment(options.env, options.idToken);
  const file = await findCommand(command, env);
  const { exec } = await import('@actions/exec');
  signal?.throwIfAborted();
  const out = collector(log);
  const err = collector(log);
  const run = (): Promise<number | null> =>
    exec(quoted(file), [...args], {
      ...{ cwd, env, silent: true, ignoreReturnCode: true },
      // The tool finds the end of its input, and cannot wait for an answer that nobody gives.
      input: Buffer.alloc(0),
      listeners: { stdout: out.take, stderr: err.take },
    });
  const exitCode = await stoppable(run, [file, ...args], { timeoutMs, signal });
  return { exitCode, stdout: out.end(), stderr: err.end() };
}

/** exec takes a command line and reads it by quotes. */
function quoted(file: string): string {
  return `"${file.replace(/"/g, '\\"')}"`;
}

/** Keeps what arrives as text, and shows its whole lines. */
function collector(log: Log | undefined) {
  const decoder = new StringDecoder('utf8');
  let text = '';
  let line = '';
  const show = (chunk: string) => {
    const lines = (line + chunk).split(/\r?\n/);
    line = lines.pop() ?? '';
    for (const one of lines) log?.info(one);
  };
  const add = (chunk: string) => {
    if (text.length < OUTPUT_LIMIT) text += chunk;
    show(chunk);
  };
  return {
    take: (data: Buffer) => add(decoder.write(data)),
    end: () => {
      add(decoder.end());
      if (line !== '') log?.info(line);
      return text;
    },
  };
}

interface Limits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * exec can stop nothing and hands out no process. Node tells of every process that is made while it runs, so the one with this
 * command line is found there, and ended; what that one has started itself is the runner's to clean up.
 * https://nodejs.org/api/diagnostics_channel.html#event-child_process
 */
async function stoppable(
  run: () => Promise<number | null>,
  commandLine: readonly string[],
  { timeoutMs, signal }: Limits,
): Promise<number | null> {
  const ours: ChildProcess[] = [];
  const onProcess = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess };
    // Told before it is spawned; its command line is known when that is done.
    queueMicrotask(() => {
      if (!isOf(child, commandLine)) return;
      ours.push(child);
      // One that ends before it has read its (empty) input is no failure.
      child.stdin?.on('error', () => undefined);
    });
  };
  const stop = () => {
    for (const child of ours) {
      child.kill();
      setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
    }
  };
  subscribe('child_process', onProcess);
  let onAbort = () => {};
  let timer: NodeJS.Timeout | undefined;
  const stopped = new Promise<null>((resolve, reject) => {
    onAbort = () => {
      stop();
      reject(signal?.reason);
    };
    timer = setTimeout(() => {
      stop();
      resolve(null);
    }, timeoutMs);
  });
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([run(), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    unsubscribe('child_process', onProcess);
  }
}

/** On Windows a batch file is the argument of a cmd.exe. */
function isOf({ spawnargs = [] }: ChildProcess, commandLine: readonly string[]): boolean {
  const [file = ''] = commandLine;
  if (/\.(cmd|bat)$/i.test(file)) return spawnargs.some((one) => one.includes(file));
  return spawnargs.length === commandLine.length && spawnargs.every((one, index) => one === commandLine[index]);
}
