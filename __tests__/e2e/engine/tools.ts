import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../scripts/project.ts';
import type { Need } from '../scenario.ts';

const run = promisify(execFile);

const ACT_VERSION = 'v0.2.87';
const ACT_MODULE = `github.com/nektos/act@${ACT_VERSION}`;
const cache = join(root, 'node_modules/.cache/release-actions/act', ACT_VERSION);

export interface Tools {
  /** Path of act, or why there is none. */
  readonly act: { readonly path: string } | { readonly missing: string };
  /** Why there is no such thing, for what the scenarios need besides. */
  readonly missing: Readonly<Partial<Record<Need, string>>>;
}

/** Looks for what the scenarios need, and builds act into a cache where Go can. */
export async function findTools(): Promise<Tools> {
  const python = await whyNoPython();
  const auditors = python ?? (await whyNoGo());
  return { act: await findAct(), missing: { ...(python && { python }), ...(auditors && { auditors }) } };
}

async function findAct(): Promise<Tools['act']> {
  const built = join(cache, process.platform === 'win32' ? 'act.exe' : 'act');
  if (existsSync(built)) return { path: built };
  if ((await outputOf('act', ['--version'])).includes(ACT_VERSION.slice(1))) return { path: 'act' };
  if ((await outputOf('go', ['version'])) === '') {
    return { missing: `act ${ACT_VERSION} is not on PATH, and there is no Go to build it: install Go, or act itself` };
  }
  try {
    await mkdir(cache, { recursive: true });
    await run('go', ['install', ACT_MODULE], { env: { ...process.env, GOBIN: cache } });
    return { path: built };
  } catch (error) {
    return { missing: `go install ${ACT_MODULE} failed: ${lastLine((error as { stderr?: string }).stderr)}` };
  }
}

async function whyNoPython(): Promise<string | undefined> {
  const works = await outputOf('python', ['-c', 'import venv, sys; print(sys.version_info >= (3, 9))']);
  if (works.trim() === 'True') return undefined;
  return 'there is no python (3.9 or later, with venv) on PATH: install Python; pip then fetches build, twine and pypiserver';
}

async function whyNoGo(): Promise<string | undefined> {
  return (await outputOf('go', ['version'])) === ''
    ? 'there is no Go on PATH: install Go, which then fetches actionlint'
    : undefined;
}

/** What a program prints; '' where it does not run. */
async function outputOf(program: string, args: readonly string[]): Promise<string> {
  try {
    return (await run(program, [...args])).stdout;
  } catch {
    return '';
  }
}

function lastLine(text = ''): string {
  return text.trim().split('\n').at(-1) ?? '';
}
