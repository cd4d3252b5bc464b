import type { RememberedAnswers } from '../../platform/github/client/remembered-answers.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { GitOptions } from '../../platform/process/git.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { ownRepository, runContext } from '../../platform/runner/context.ts';
import { type Connection, connect, connectTo } from './connect-github.ts';

/**
 * The repository that this job belongs to, with the job's own token where there is one: the tokens for others need no right
 * to write there, even where it belongs to the same owner.
 */
export function connectHome(given: Connection, runner: Runner): Repository {
  const { token, apiUrl } = given;
  return connectTo(ownRepository(runner.env), token === undefined ? given : { token, apiUrl }, runner);
}

/**
 * The same where others are connected already: they are asked where the job has no token of its own. Nothing is requested, and
 * nothing said of a runner that does not say which repository this is.
 */
export function homeBeside(
  connected: (name: string) => Repository,
  { token, apiUrl }: Connection,
  { runner, remembered }: { readonly runner: Runner; readonly remembered?: RememberedAnswers | undefined },
): Repository {
  const { repository: own = '' } = runContext(runner.env);
  return token === undefined ? connected(own) : connect({ token, apiUrl }, runner, { owners: [], remembered })(own);
}

/** Where the runner works: git in the workspace, and GitHub's API for the repository that the workflow runs in. */
interface RepositoryAccess {
  readonly repository: Repository;
  readonly gitOptions: GitOptions;
}

/** Throws a UserError where the runner does not say which repository this is. */
export function openOwnRepository(
  { token, apiUrl }: { readonly token: string | undefined; readonly apiUrl: string | undefined },
  runner: Runner,
): RepositoryAccess {
  return {
    repository: connectTo(ownRepository(runner.env), { token, apiUrl }, runner),
    gitOptions: { ...localGit(runner), token, serverUrl: runContext(runner.env).serverUrl },
  };
}

/** Git in the workspace, without credentials. */
export function localGit({ workspace, env, signal }: Runner): GitOptions {
  return { cwd: workspace, env, signal };
}
