import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathInside } from './path-inside.ts';

/** The runner, as far as a file of it goes. */
interface Place {
  readonly workspace: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secrets: { redactIn<T>(value: T): T };
}

/**
 * Writes JSON for later steps, without any secret, and returns its path relative to the workspace, with `/`. Without a file of the caller's it
 * is in the runner's temporary folder, where no commit picks it up. Throws a UserError for a file outside of both.
 */
export async function writeJson(
  value: unknown,
  { workspace, env, secrets }: Place,
  { file, standard = '' }: { readonly file?: string | undefined; readonly standard?: string },
): Promise<string> {
  const temporary = join(env.RUNNER_TEMP ?? workspace, 'release-actions', standard);
  const target = file === undefined ? temporary : await pathInside([workspace, env.RUNNER_TEMP], file);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, `${JSON.stringify(secrets.redactIn(value), null, 2)}\n`);
  return relative(workspace, target).replaceAll('\\', '/');
}
