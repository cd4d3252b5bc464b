import { type ChildProcess, spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { UserError } from '../errors.ts';
import { findCommand } from './find-command.ts';

/** How the command-line clients of registries and package managers are run. */
export interface RunClientOptions {
  /** The folder whose configuration (.npmrc, pip.conf by environment) counts. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Stops the client. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the client is stopped and counts as failed. */
  readonly timeoutMs?: number;
  /** Leaves the client the job's right to ask for an ID token: only what publishes needs it. */
  readonly idToken?: boolean;
}

export interface ClientResult {
  /** Null where the client was stopped because it took too long. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const OUTPUT_LIMIT = 16 * 1024 * 1024;

/**
 * Runs a client without a shell. Rejects with the signal's reason when it aborts, and with a UserError when the command
 * is not installed; any exit code is a result.
 */
export async function runClient(
  command: string,
  args: readonly string[],
  options: RunClientOptions,
): Promise<ClientResult> {
  const { cwd, signal, timeoutMs = 120_000 } = options;
  signal?.throwIfAborted();
  const env = clientEnvironment(options.env, options.idToken);
  const file = await findCommand(command, env);
  signal?.throwIfAborted();
  const [program, argv, verbatim] = commandLine(file, args, env);
  const child = spawn(program, argv, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsVerbatimArguments: verbatim,
    windowsHide: true,
  });
  return await collect(child, timeoutMs, signal);
}

function collect(child: ChildProcess, timeoutMs: number, signal: AbortSignal | undefined): Promise<ClientResult> {
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      if (output[name].length < OUTPUT_LIMIT) output[name] += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    let stopped: 'late' | 'aborted' | undefined;
    const stop = (why: 'late' | 'aborted') => {
      stopped = why;
      child.kill();
      setTimeout(() => child.kill('SIGKILL'), 2_000).unref();
    };
    const timer = setTimeout(() => stop('late'), timeoutMs);
    const onAbort = () => stop('aborted');
    signal?.addEventListener('abort', onAbort, { once: true });
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    const finish = (exitCode: number | null) =>
      stopped === 'aborted' ? reject(signal?.reason) : resolve({ exitCode: stopped ? null : exitCode, ...output });
    child.on('error', (error) => settle(() => reject(error)));
    child.on('close', (exitCode) => settle(() => finish(exitCode)));
    child.on('exit', (exitCode) => {
      if (!stopped) return;
      // What the client itself started may hold the pipes open for long.
      child.stdout?.destroy();
      child.stderr?.destroy();
      settle(() => finish(exitCode));
    });
  });
}

/** The action's inputs (tokens among them), the files by which a step commands the runner, and the right to store artifacts. */
const OURS = /^(INPUT_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$|ACTIONS_RUNTIME_TOKEN$)/i;
/** The job's right to ask for an ID token. */
const ID_TOKEN = /^ACTIONS_ID_TOKEN_REQUEST_/i;

/** The environment without what a client has no business with. What .npmrc and pip.conf name stays. */
export function clientEnvironment(env: RunClientOptions['env'], idToken = false): Record<string, string> {
  const kept = Object.entries(env).filter(
    ([name, value]) => value !== undefined && !OURS.test(name) && (idToken || !ID_TOKEN.test(name)),
  );
  return Object.fromEntries(kept) as Record<string, string>;
}

/** On Windows npm, pnpm and yarn are batch files, which only cmd.exe can start (Node refuses since CVE-2024-27980). */
function commandLine(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): [string, string[], boolean] {
  if (!/\.(cmd|bat)$/i.test(file)) return [file, [...args], false];
  const line = [file, ...args].map(quoteForCmd).join(' ');
  return [env.ComSpec ?? env.COMSPEC ?? 'cmd.exe', ['/d', '/s', '/c', `"${line}"`], true];
}

/** One argument of a batch file, as a text that cmd.exe cannot take for anything else; throws a UserError where there is none. */
export function quoteForCmd(argument: string): string {
  if (/["%!\r\n]/.test(argument)) {
    throw new UserError(
      `${JSON.stringify(argument)} cannot be given to a command on Windows: it has a quote, %, ! or line break in it.`,
    );
  }
  return `"${argument}"`;
}

/** What a client said in the end, short, without control characters and without credentials in URLs. */
export function lastWords(output: string): string {
  const said = stripVTControlCharacters(output)
    .replace(/\/\/[^/@\s]+@/g, '//***@')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/A complete log of this run/.test(line));
  const errors = said.filter((line) => /err/i.test(line));
  return (errors.length > 0 ? errors : said).slice(0, 6).join(' ').slice(0, 800) || 'it said nothing.';
}
