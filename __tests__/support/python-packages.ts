import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../node_modules/.cache/release-actions/python/', import.meta.url));

/** A folder with these packages for that Python, fetched once a checkout. Throws what pip says where it cannot be had. */
export async function pythonPackages(command: string, packages: readonly string[]): Promise<string> {
  const folder = join(cache, packages.join('+').replace(/[^A-Za-z0-9.+_-]/g, '_'));
  if (!existsSync(folder)) await install(command, packages, folder);
  return folder;
}

/** A folder on PYTHONPATH needs neither the venv module nor leave to change the system's Python. */
async function install(command: string, packages: readonly string[], folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  await mkdir(cache, { recursive: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', fresh, ...packages];
  // Only what hangs is stopped: on a busy machine it takes minutes.
  await run(command, pip, { timeout: 600_000 });
  try {
    await rename(fresh, folder);
  } catch (error) {
    // Another worker was quicker.
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
