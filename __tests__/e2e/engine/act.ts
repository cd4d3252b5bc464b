import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Conclusion, ExternalJob } from '../../../simulator/types.ts';
import { followActLog } from './act-log.ts';

export interface ActOrder {
  readonly act: string;
  /** Takes logs, caches and artifacts; the checkout to run in is its `repository`. */
  readonly folder: string;
  /** The workflow's file and its name. */
  readonly workflow: { readonly file: string; readonly name: string };
  readonly event: { readonly name: string; readonly payload: object };
  /** Of GitHub's context: they win over what a workflow sets. */
  readonly context: Readonly<Record<string, string>>;
  /** Of the runner's machine. */
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  /** `--local-repository` arguments. */
  readonly mappings: readonly string[];
  readonly signal: AbortSignal;
  report(jobs: readonly ExternalJob[]): void;
}

export interface ActRun {
  readonly conclusion: Conclusion;
  readonly jobs: readonly ExternalJob[];
  readonly artifacts: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>;
  readonly summary: string;
  /** Path of the whole log. */
  readonly log: string;
}

/** Runs one workflow under act, without containers, to its end. Throws where act could not even start it. */
export async function runUnderAct(order: ActOrder): Promise<ActRun> {
  const { folder, workflow, signal } = order;
  if (signal.aborted) return { conclusion: 'cancelled', jobs: [], artifacts: {}, summary: '', log: '' };
  const [log, artifacts] = [join(folder, 'log.txt'), join(folder, 'artifacts')];
  await mkdir(artifacts, { recursive: true });
  const args = await argumentsOf(order);
  const child = spawn(order.act, args, {
    cwd: folder,
    env: { ...order.env, E2E_ARTIFACTS: artifacts },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const cancel = () => void cancelAsTheRunner(child);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  const follower = followActLog(workflow.name);
  const file = createWriteStream(log);
  const read = async (lines: NodeJS.ReadableStream) => {
    for await (const line of createInterface({ input: lines })) {
      const text = follower.read(line);
      if (text === undefined) continue;
      file.write(`${text}\n`);
      order.report(follower.jobs());
    }
  };
  const closed = once(child, 'close');
  await Promise.all([read(child.stdout), read(child.stderr)]);
  const [exitCode] = (await closed) as [number | null];
  signal.removeEventListener('abort', cancel);
  await new Promise((resolve) => file.end(resolve));
  const jobs = follower.jobs().map((job) => ({ endedAt: Date.now(), conclusion: 'cancelled' as const, ...job }));
  if (exitCode !== 0 && jobs.length === 0 && !signal.aborted) throw new Error(await readFile(log, 'utf8'));
  const conclusion = exitCode !== 0 ? 'failure' : jobs.length === 0 ? 'skipped' : 'success';
  return { conclusion, jobs, artifacts: await filesBelow(artifacts), summary: follower.summary(), log };
}

async function argumentsOf({ folder, workflow, event, context, secrets, vars, mappings }: ActOrder) {
  const file = async (name: string, content: object) => {
    await writeFile(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  return [
    event.name,
    '--json',
    '--platform=ubuntu-latest=-self-hosted',
    `--directory=${join(folder, 'repository')}`,
    `--workflows=${join(folder, 'repository/.github/workflows', workflow.file)}`,
    `--eventpath=${await file('event.json', event.payload)}`,
    `--secret-file=${await file('secrets.yml', secrets)}`,
    `--var-file=${await file('vars.yml', vars)}`,
    `--action-cache-path=${join(folder, 'cache')}`,
    '--env-file=',
    '--input-file=',
    '--no-skip-checkout',
    '--no-cache-server',
    '--rm',
    // act shares a map between its jobs without a lock.
    '--concurrent-jobs=1',
    // act would run a matrix's entries for other systems on this one.
    '--matrix=os:ubuntu-latest',
    `--actor=${context.GITHUB_ACTOR ?? 'somebody'}`,
    ...Object.entries(context).map(([name, value]) => `--env=${name}=${value}`),
    ...mappings.map((mapping) => `--local-repository=${mapping}`),
  ];
}

/** act kills its steps at once; GitHub's runner interrupts them first and gives them 7.5 s, and so it is done here. */
async function cancelAsTheRunner(act: ChildProcess): Promise<void> {
  const steps = await childrenOf(act.pid);
  for (const pid of steps) send(pid, 'SIGINT');
  const deadline = Date.now() + 7_500;
  while (Date.now() < deadline && steps.some((pid) => send(pid, 0))) await setTimeout(20);
  for (const pid of steps) send(pid, 'SIGTERM');
  act.kill('SIGINT');
}

async function childrenOf(parent: number | undefined): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined ? [pid] : []));
}

/** Whether the process was there to take the signal. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Folder name → paths → contents. */
async function filesBelow(folder: string): Promise<Record<string, Record<string, Uint8Array>>> {
  const found: Record<string, Record<string, Uint8Array>> = {};
  for (const name of await readdir(folder)) {
    const entries = await readdir(join(folder, name), { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const contents = await Promise.all(
      files.map(async (path) => [relative(join(folder, name), path), new Uint8Array(await readFile(path))] as const),
    );
    found[name] = Object.fromEntries(contents);
  }
  return found;
}
