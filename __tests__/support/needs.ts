import { execFileSync } from 'node:child_process';

/** How to ask whether a program is there. */
const PROBES: Readonly<Record<string, readonly string[]>> = { consul: ['version'] };

/**
 * Whether this machine has the program that a test needs. What is missing is named in the test's output; where the
 * environment variable RELEASE_ACTIONS_REQUIRE lists it (as in CI), missing is a failure.
 */
export function need(program: string): boolean {
  try {
    execFileSync(program, [...(PROBES[program] ?? ['--version'])], { stdio: 'ignore' });
    return true;
  } catch (error) {
    const required = (process.env.RELEASE_ACTIONS_REQUIRE ?? '').split(/[\s,]+/);
    if (required.includes(program)) throw new Error(`${program} is required here, but does not run`, { cause: error });
    process.stderr.write(`Not tested here: what needs ${program}.\n`);
    return false;
  }
}
