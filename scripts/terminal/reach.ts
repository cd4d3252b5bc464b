import { KnownError, messageOf } from '../../src/platform/errors.ts';
import { gitHubTransport } from '../../src/platform/github/client/github-network.ts';
import { mistake } from '../arguments.ts';
import type { StepRun, startStep } from '../demo/step.ts';
import type { TerminalJob } from './job.ts';

/**
 * Of one look, and of all of them, in milliseconds: less than a step tries a request for, which is 14 s where its pauses are drawn
 * longest, so that the answer does not hang on who gives up first.
 */
const LOOK_MS = 5_000;
const PATIENCE_MS = 10_000;
const PAUSE_MS = 2_000;

/**
 * The end of a step that needs GitHub. Beside it GitHub is asked for any answer at all: after seconds it is told that none comes,
 * and where none came for long, the step is ended, and the script with it. The step itself is more patient: in a job it
 * may have begun before the network did.
 */
export async function withGitHubReached(
  { child, ended }: ReturnType<typeof startStep>,
  job: TerminalJob,
  tell: (text: string) => void,
): Promise<StepRun> {
  const stop = new AbortController();
  const why = await Promise.race([ended, whyUnreached(job, { signal: stop.signal, tell })]);
  stop.abort();
  if (typeof why !== 'string') return ended;
  child.kill('SIGKILL');
  await ended;
  return mistake(
    `GitHub cannot be reached: ${why}`,
    'Check the network, GITHUB_API_URL, and HTTPS_PROXY and NO_PROXY where a proxy is needed.',
  );
}

/** Why not one answer came; never resolves where one did. */
async function whyUnreached(
  { env, token }: TerminalJob,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (text: string) => void },
): Promise<string> {
  const transport = gitHubTransport(process.env);
  const url = new URL(`${env.GITHUB_API_URL ?? 'https://api.github.com'}/rate_limit`);
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'release-actions' };
  const until = Date.now() + PATIENCE_MS;
  for (let looks = 0; ; looks += 1) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
    try {
      await transport({ method: 'GET', url, headers }, { maxBytes: 1_000_000, timeoutMs: LOOK_MS, signal: limit });
      return new Promise(() => undefined);
    } catch (error) {
      if (signal.aborted) return new Promise(() => undefined);
      const why = limit.aborted ? `${url.host} gives no answer` : messageOf(error);
      if ((error instanceof KnownError && error.kind === 'fault') || Date.now() > until) return why;
      if (looks === 0)
        tell(`GitHub is not reached yet: ${why}. It is tried for ${PATIENCE_MS / 1_000} s; Ctrl-C ends it.`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
