import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import { promisify } from 'node:util';
import { describe } from '@jest/globals';
import { describeLacking } from './needs.ts';
import { pythonPackages } from './python-packages.ts';

const run = promisify(execFile);

/** A Python interpreter that can import what was asked for. */
export interface Python {
  readonly command: string;
  /** The environment to run it with. */
  readonly env: NodeJS.ProcessEnv;
}

/** A tool that some tests need and not every machine has. */
export interface Needed<T> {
  /** Registers tests that get the tool; without it they are reported as skipped, with the reason in their title. */
  describe(title: string, body: (tool: T) => void): void;
}

/**
 * Looks for Python with these packages (`name` or `name==version`), which are installed for the tests where pip can. Where
 * it cannot be had, the tests that need it are skipped and say so; see `lacks`.
 */
export async function needPython(packages: readonly string[] = []): Promise<Needed<Python>> {
  const found = await findPython(packages);
  if (!('missing' in found)) return { describe: (title, body) => describe(title, () => body(found)) };
  return { describe: (title, body) => describeLacking('python', found.missing, title, () => body(absent)) };
}

/** What a skipped suite is registered with; its tests do not run. */
const absent: Python = { command: '', env: {} };

async function findPython(packages: readonly string[]): Promise<Python | { missing: string }> {
  const command = await firstThatRuns(['python3', 'python']);
  if (!command) return { missing: 'there is no python3 (3.9 or later) on PATH' };
  if (packages.length === 0) return { command, env: process.env };
  try {
    const folder = await pythonPackages(command, packages);
    const path = [folder, process.env.PYTHONPATH].filter(Boolean).join(delimiter);
    return { command, env: { ...process.env, PYTHONPATH: path } };
  } catch (error) {
    const { message } = error as Error;
    return { missing: `pip could not install ${packages.join(', ')} (${message.split('\n', 1)[0]})` };
  }
}

async function firstThatRuns(commands: readonly string[]): Promise<string | undefined> {
  for (const command of commands) {
    try {
      await run(command, ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))'], { timeout: 600_000 });
      return command;
    } catch {
      // The next one may be there.
    }
  }
  return undefined;
}
