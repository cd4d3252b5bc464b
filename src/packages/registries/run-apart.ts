import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientOptions, type ClientResult, runClient } from '../../platform/process/run-client.ts';

export type ApartOptions = Omit<ClientOptions, 'cwd' | 'idToken'>;

/**
 * Runs a client in a folder of its own that is empty, so that nothing of a checkout is run or obeyed by what only looks
 * something up: a `pip.py`, an .npmrc, a devEngines field. Rejects as `runClient` does.
 */
export async function runApart(command: string, args: readonly string[], options: ApartOptions): Promise<ClientResult> {
  const folder = await mkdtemp(join(options.env.RUNNER_TEMP || tmpdir(), 'release-actions-client-'));
  try {
    return await runClient(command, args, { ...options, cwd: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
