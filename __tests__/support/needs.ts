import { execFileSync } from 'node:child_process';
import { describe } from '@jest/globals';
import { messageOf } from '../../src/platform/errors.ts';

/** How to ask whether a program is there. */
const PROBES: Readonly<Record<string, readonly string[]>> = { consul: ['version'] };

/** What CI calls a need, where that is not the program. */
const NAMES: Readonly<Record<string, string>> = { versitygw: 's3', chromium: 'browser' };

/**
 * Registers tests that need a program. Where this machine lacks it they are reported as skipped, with the reason in their title;
 * see `lacks`.
 */
export function describeWith(program: string, title: string, body: () => void): void {
  const why = missing(program);
  if (why === undefined) describe(title, body);
  else describeLacking(NAMES[program] ?? program, why, title, body);
}

/** The same where it is known why the machine lacks it. */
export function describeLacking(what: string, why: string, title: string, body: () => void): void {
  lacks(what, why);
  describe.skip(`${title} (needs ${what}: ${why})`, body);
}

function missing(program: string): string | undefined {
  try {
    execFileSync(program, [...(PROBES[program] ?? ['--version'])], { stdio: 'ignore' });
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? 'it is not on PATH'
      : messageOf(error).split('\n', 1)[0];
  }
}

/**
 * Says in the test's output what this machine lacks, and why. Throws where the environment variable RELEASE_ACTIONS_REQUIRE
 * (names, separated by commas or blanks) lists it: CI sets it to what it could fetch.
 */
export function lacks(program: string, why: string): void {
  const required = (process.env.RELEASE_ACTIONS_REQUIRE ?? '').split(/[\s,]+/);
  if (required.includes(program)) throw new Error(`RELEASE_ACTIONS_REQUIRE demands ${program}: ${why}`);
  process.stderr.write(`Not tested here: what needs ${program} (${why}).\n`);
}
