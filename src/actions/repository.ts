import { UserError } from '../errors.ts';
import type { GitHubClient } from '../github/client.ts';
import type { GitOptions } from '../publish/git.ts';
import type { Runner } from '../runner/action.ts';
import { connect, ownerOf } from './connect.ts';

/** Where the runner works: git in the workspace, and GitHub's API for the repository that the workflow runs in. */
export interface RepositoryAccess {
  readonly repository: string;
  readonly client: GitHubClient;
  readonly gitOptions: GitOptions;
}

/** Throws a UserError where the runner does not say which repository this is. */
export function ownRepository(
  { token, apiUrl }: { readonly token: string | undefined; readonly apiUrl: string | undefined },
  runner: Runner,
): RepositoryAccess {
  const repository = runner.env.GITHUB_REPOSITORY;
  if (!repository) throw new UserError('GITHUB_REPOSITORY is not set: this action works in a run of a workflow only.');
  const connection = { token, apiUrl, appId: undefined, privateKey: undefined };
  const client = connect(connection, runner, { owners: [ownerOf(repository)] })(repository);
  return { repository, client, gitOptions: { ...localGit(runner), token, serverUrl: runner.env.GITHUB_SERVER_URL } };
}

/** Git in the workspace, without credentials. */
export function localGit({ workspace, env, signal }: Runner): GitOptions {
  return { cwd: workspace, env, signal };
}
