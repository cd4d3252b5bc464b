import { execFileSync } from 'node:child_process';
import { messageOf } from '../../src/platform/errors.ts';

/** How to ask whether a program is there. */
const PROBES: Readonly<Record<string, readonly string[]>> = { consul: ['version'] };

/** What CI calls a need, where that is not the program. */
const NAMES: Readonly<Record<string, string>> = { versitygw: 's3' };

/** Whether this machine has the program that a test needs; see `lacks` for what happens where it has not. */
export function need(program: string): boolean {
  try {
    execFileSync(program, [...(PROBES[program] ?? ['--version'])], { stdio: 'ignore' });
    return true;
  } catch (error) {
    lacks(NAMES[program] ?? program, messageOf(error));
    return false;
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
