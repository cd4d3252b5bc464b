import { createHash } from 'node:crypto';
import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import type { Repository } from './repository.ts';

interface OrphanCommit {
  readonly message: string;
  /** The one file it holds. */
  readonly path: string;
  readonly content: string;
}

/**
 * Makes a commit without parents that holds one small file, and returns its id: nothing points to it yet. It holds no workflow
 * files, so any token with contents: write may make a ref to it: GitHub refuses refs to trees whose `.github/workflows` is not
 * the default branch's where the token lacks `workflows`, which GITHUB_TOKEN never has. The tree is made only where the
 * repository has none of that file yet.
 */
export async function createOrphanCommit(
  repository: Repository,
  { message, path, content }: OrphanCommit,
  options?: CallOptions,
): Promise<string> {
  // To make either twice changes nothing.
  const make = async (what: 'trees' | 'commits', params: object) =>
    (
      await repository.writeIdempotent<{ sha: string }>(
        `POST /repos/{owner}/{repo}/git/${what}`,
        { ...params },
        options,
      )
    ).data.sha;
  const commit = (tree: string) => make('commits', { message, tree, parents: [] });
  try {
    return await commit(treeOf(path, content));
  } catch (error) {
    if (!(error instanceof GitHubError) || error.status !== 422) throw error;
    return commit(await make('trees', { tree: [{ path, mode: '100644', type: 'blob', content }] }));
  }
}

/** The id that git gives to a tree of one file. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function treeOf(path: string, content: string): string {
  const blob = objectId('blob', Buffer.from(content));
  const entry = Buffer.concat([Buffer.from(`100644 ${path}\0`), Buffer.from(blob, 'hex')]);
  return objectId('tree', entry);
}

function objectId(type: string, content: Buffer): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}
