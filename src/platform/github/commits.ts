import { randomUUID } from 'node:crypto';
import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import { ensure } from './ensure.ts';
import { updateRef } from './refs.ts';
import type { Repository } from './repository.ts';

interface BranchCommit {
  /** Without `refs/heads/`; it must exist. */
  readonly branch: string;
  /** The commit that the branch must still point to. */
  readonly expectedHeadOid: string;
  /** The first line is the headline. */
  readonly message: string;
  readonly additions: readonly { readonly path: string; readonly contents: string }[];
  readonly deletions?: readonly string[];
  /** What distinguishes this commit from another writer's; random where not given. */
  readonly writeId?: string;
}

type Written = { readonly oid: string } | 'lost-race';

/** A commit is distinguished from another writer's by this trailer. */
const TRAILER = 'Write-Id';
const ATTEMPTS = 3;

/**
 * Commits to a branch if it still points to the expected commit: a compare-and-swap, in which of all writers at once exactly
 * one wins. An unclear answer is settled by looking for our commit. Throws AmbiguousWrite where even that stays unclear.
 */
export async function createCommitOnBranch(
  repository: Repository,
  commit: BranchCommit,
  options?: CallOptions,
): Promise<Written> {
  const write: Write = { ...commit, id: commit.writeId ?? randomUUID() };
  let isRepeated = false;
  const create = async (): Promise<Written> => {
    const written = await writeOnce(repository, write, options);
    if (written !== 'lost-race' || !isRepeated) return written;
    // The one we lost to may be ourselves, in the attempt before.
    return (await findOurs(repository, write, options)) ?? 'lost-race';
  };
  const find = (): Promise<Written | undefined> => {
    isRepeated = true;
    return findOurs(repository, write, options);
  };
  // To repeat a compare-and-swap is safe: only one of the two can win.
  return ensure(create, find, { attempts: ATTEMPTS });
}

interface Write extends BranchCommit {
  readonly id: string;
}

const MUTATION = `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`;

async function writeOnce(repository: Repository, write: Write, options?: CallOptions): Promise<Written> {
  const { headline, body } = messageOf(write);
  const input = {
    branch: { repositoryNameWithOwner: repository.name, branchName: write.branch },
    expectedHeadOid: write.expectedHeadOid,
    message: { headline, body },
    fileChanges: {
      additions: write.additions.map(({ path, contents }) => ({
        path,
        contents: Buffer.from(contents).toString('base64'),
      })),
      deletions: (write.deletions ?? []).map((path) => ({ path })),
    },
  };
  try {
    const data = await repository.client.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(
      MUTATION,
      { input },
      options,
    );
    return { oid: data.createCommitOnBranch.commit.oid };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    if (/STALE_DATA|expected branch to point to/i.test(error.said ?? '')) return 'lost-race';
    if (lacksMutation(error)) return writeByRest(repository, write, options);
    throw error;
  }
}

function lacksMutation({ status, said = '' }: GitHubError): boolean {
  return (
    status === 404 ||
    /createCommitOnBranch.*(doesn't exist|isn't defined|not defined)|CreateCommitOnBranchInput isn't/i.test(said)
  );
}

/** For servers without the mutation: the new commit descends from the expected one, and a ref moves forward only. */
async function writeByRest(repository: Repository, write: Write, options?: CallOptions): Promise<Written> {
  const parent = await repository.read<{ tree: { sha: string } }>(
    'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
    { commit_sha: write.expectedHeadOid },
    options,
  );
  const file = { mode: '100644', type: 'blob' };
  const tree = [
    ...write.additions.map(({ path, contents }) => ({ ...file, path, content: contents })),
    ...(write.deletions ?? []).map((path) => ({ ...file, path, sha: null })),
  ];
  // Objects are named by what they hold, and nothing points to them yet: to make one twice changes nothing.
  const made = await repository.writeIdempotent<{ sha: string }>(
    'POST /repos/{owner}/{repo}/git/trees',
    { base_tree: parent.tree.sha, tree },
    options,
  );
  const { headline, body } = messageOf(write);
  const { data } = await repository.writeIdempotent<{ sha: string }>(
    'POST /repos/{owner}/{repo}/git/commits',
    { message: `${headline}\n\n${body}`, tree: made.data.sha, parents: [write.expectedHeadOid] },
    options,
  );
  const moved = await updateRef(repository, { ref: `heads/${write.branch}`, sha: data.sha }, options);
  return moved === 'updated' ? { oid: data.sha } : 'lost-race';
}

async function findOurs(
  repository: Repository,
  write: Write,
  options?: CallOptions,
): Promise<{ oid: string } | undefined> {
  const params = { sha: write.branch, per_page: 30 };
  const commits = await repository.read<{ sha: string; commit: { message: string } }[]>(
    'GET /repos/{owner}/{repo}/commits',
    params,
    options,
  );
  const ours = commits.find(({ commit }) => commit.message.includes(`${TRAILER}: ${write.id}`));
  return ours && { oid: ours.sha };
}

function messageOf({ message, id }: Write): { headline: string; body: string } {
  const [headline = '', ...rest] = message.split('\n');
  const body = rest.join('\n').trim();
  return { headline, body: `${body ? `${body}\n\n` : ''}${TRAILER}: ${id}` };
}
