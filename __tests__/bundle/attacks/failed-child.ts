import { createGitHub } from '../../../simulator/github.ts';
import type { JobScript } from '../../../simulator/types.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import type { BundleOptions } from '../run-action.ts';

/** What `dispatch-and-wait` makes of a child with these jobs, which fails. */
export async function ofFailedChild<R>(
  jobs: readonly JobScript[],
  run: (name: string, options: BundleOptions) => Promise<R>,
): Promise<R> {
  const github = createGitHub({ clock: realClock, rateLimits: 'off' });
  const behaviour = () => ({ jobs, conclusion: 'failure' as const });
  const workflows = [{ file: 'release.yml', on: ['workflow_dispatch' as const], behaviour }];
  github.addRepository({ owner: 'acme', name: 'service', workflows });
  github.addToken('secret-token', { owners: ['acme'] });
  const { url, close } = await github.serve();
  try {
    const inputs = { token: 'secret-token', repository: 'acme/service', workflow: 'release.yml' };
    return await run('dispatch-and-wait', { inputs, env: { GITHUB_API_URL: url } });
  } finally {
    await close();
  }
}
