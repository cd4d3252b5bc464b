import { KnownError } from '../errors.ts';
import { didYouMean, listed } from '../text/wording.ts';
import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import { findRepository } from './repositories.ts';
import type { Repository } from './repository.ts';
import { listWorkflows, namedWorkflows, type Workflow } from './runs.ts';

/** A message that lists more is read by nobody. */
const MOST_NAMED = 10;

/**
 * A dispatch's 404 with the one cause of several that two looks at most can name: GitHub says the same of a repository, of a workflow
 * and of a permission that are not there. Where nothing can be seen either, the error as it is.
 */
export async function dispatchNotFound(
  error: GitHubError,
  { repository, workflow }: { readonly repository: Repository; readonly workflow?: string | number },
  options?: CallOptions,
): Promise<GitHubError> {
  try {
    const cause = await causeOf(repository, workflow, options);
    return new GitHubError(error, `Nothing was started. ${cause}`, { cause: error });
  } catch (looking) {
    if (looking instanceof KnownError) return error;
    throw looking;
  }
}

async function causeOf(
  repository: Repository,
  workflow: string | number | undefined,
  options?: CallOptions,
): Promise<string> {
  if (!(await findRepository(repository, options)))
    return `${noRepository(repository)} Check its name, and the token: a GITHUB_TOKEN reaches only its own repository.`;
  const lacks = (what: string, permission: string) =>
    `${what} is there, so it is the token that may not do this: it needs ${permission} on ${repository}.`;
  if (workflow === undefined) return lacks(`The repository`, 'contents: write');
  const there = await listWorkflows(repository, options);
  const isThere = there.some(({ id, path }) => String(id) === String(workflow) || fileOf(path) === workflow);
  return isThere ? lacks(`The workflow ${workflow}`, 'actions: write') : missing(repository, String(workflow), there);
}

/** GitHub answers the same for what is not there and for what a token may not see. */
export function noRepository(repository: Repository): string {
  return `There is no repository ${repository}, or the token may not see it.`;
}

/** What to write instead of a workflow that is not there. People write the name that the Actions page shows; GitHub wants the file's. */
export async function missingWorkflow(
  repository: Repository,
  workflow: string,
  options?: CallOptions,
): Promise<string> {
  return missing(repository, workflow, await listWorkflows(repository, options));
}

function missing(repository: Repository, workflow: string, there: readonly Workflow[]): string {
  const said = `${repository} has no workflow ${workflow} on its default branch, from where alone it can be started`;
  const files = namedWorkflows(there, workflow).map(({ path }) => fileOf(path));
  if (files.length > 0) return `${said}; ${listed(files)} is called so: give the file's name.`;
  if (there.length === 0) return `${said}; it has none at all.`;
  const all = there.map(({ path }) => fileOf(path));
  return `${said}${didYouMean(workflow, all) || `; it has ${listed(all, 'and', MOST_NAMED)}.`}`;
}

function fileOf(path: string): string {
  return path.replace(/^.*\//, '');
}
