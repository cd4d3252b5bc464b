import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startStep } from './step.ts';
import type { DemoWorld } from './world.ts';

const PAGE = '.release-actions/status';

/** Writes the page of what was just done, by the built bundle, and says where it is. */
export async function leavePage(world: DemoWorld): Promise<void> {
  const lines: string[] = [];
  const { exitCode } = await startStep('release-status', {
    workspace: world.workspace,
    env: {
      GITHUB_API_URL: world.url,
      GITHUB_REPOSITORY: world.home,
      npm_config_registry: `${world.url}/registry/npm/`,
      PIP_INDEX_URL: `${world.url}/registry/pypi/simple/`,
      ...world.tokens,
    },
    inputs: { token: world.token, page: PAGE, issue: 'false' },
    isQuiet: true,
    onLine: (line) => lines.push(line),
  }).ended;
  if (exitCode === 0) console.log(`Status page: ${pathToFileURL(join(world.workspace, PAGE, 'index.html')).href}`);
  else console.log(`Status page: it could not be written.\n${lines.join('\n')}`);
}
