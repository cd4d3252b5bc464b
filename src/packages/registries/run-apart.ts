import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ClientResult, type RunClientOptions, runClient } from '../../platform/process/run-client.ts';

/** `cwd` is where relative paths in the environment are meant from; the client does not run there. */
export type ApartOptions = Omit<RunClientOptions, 'idToken'>;

/** Variables that name a file, by which a user says where his configuration is. */
const PATHS = /^(npm_config_(userconfig|globalconfig|cafile)|pip_(config_file|cert|client_cert)|requests_ca_bundle)$/i;

/**
 * Runs a client in a folder of its own that is empty, so that nothing of a checkout is run or obeyed by what only looks
 * something up: a `pip.py`, an .npmrc, a devEngines field. Rejects as `runClient` does.
 */
export async function runApart(
  command: string,
  args: readonly string[],
  { cwd, ...options }: ApartOptions,
): Promise<ClientResult> {
  const folder = await mkdtemp(join(tmpdir(), 'release-actions-client-'));
  const env = Object.entries(options.env).map(([name, value]) => [
    name,
    value && PATHS.test(name) ? resolve(cwd, value) : value,
  ]);
  try {
    return await runClient(command, args, { ...options, cwd: folder, env: Object.fromEntries(env) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
