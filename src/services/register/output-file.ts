import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathInside } from '../../platform/files/path-inside.ts';
import type { Runner } from '../../platform/runner/action.ts';

/**
 * Writes JSON for later steps, without any secret, and returns its path relative to the workspace, with `/`. Without a name of the caller's it
 * stands in the runner's temporary folder, where no commit picks it up.
 */
export async function writeJson(
  value: unknown,
  {
    runner,
    file,
    standard,
  }: { runner: Pick<Runner, 'workspace' | 'env' | 'secrets'>; file: string | undefined; standard: string },
): Promise<string> {
  const { workspace, env, secrets } = runner;
  const temporary = join(env.RUNNER_TEMP ?? workspace, 'release-actions', standard);
  const target = file === undefined ? temporary : await pathInside([workspace, env.RUNNER_TEMP], file);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, JSON.stringify(secrets.redactIn(value), null, 2));
  return relative(workspace, target).replaceAll('\\', '/');
}
