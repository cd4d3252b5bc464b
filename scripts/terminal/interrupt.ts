import type { ChildProcess } from 'node:child_process';

/**
 * Lets Ctrl-C end a step as the runner's cancelling does, which leaves things tidy within seconds, and what is printed after it be
 * printed: this process stays until the step has ended. A step that was told twice, by the terminal and from here, minds it once.
 */
export function leaveInterruptTo(child: ChildProcess): void {
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => child.kill(name));
}
