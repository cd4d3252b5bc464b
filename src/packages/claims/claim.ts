import { KnownError } from '../../platform/errors.ts';
import type { CallOptions } from '../../platform/github/client/client.ts';
import { ensure } from '../../platform/github/ensure.ts';
import { createOrphanCommit } from '../../platform/github/orphan-commit.ts';
import { createRef, getRef } from '../../platform/github/refs.ts';
import type { Repository } from '../../platform/github/repository.ts';

/** Where claims stand, without `refs/`: neither branches nor tags, so nobody fetches them and no workflow starts. */
export const CLAIMS = 'release-actions/claims';

export interface Claimant {
  /** Where the claim is kept. */
  readonly repository: Repository;
  readonly nonce: string;
  /** A re-run keeps it, so a re-run keeps its claim. */
  readonly runId: string;
}

export type Claim =
  | { readonly claimed: true; readonly before: boolean }
  /** `by`: the run that has it; undefined where its commit does not say. */
  | { readonly claimed: false; readonly by: string | undefined };

const ATTEMPTS = 4;
const TRAILER = 'Run-Id';
/** The same in every claim, so that they share one tree. */
const CLAIM = 'A run has claimed a release: the message of this commit says which.\n';

/**
 * Claims a nonce for a run: of all runs that ever try, exactly one gets it, and that one gets it again whenever it is run
 * again. An unclear answer is settled by looking. Throws AmbiguousWrite where even that stays unclear.
 */
export async function claimNonce(claimant: Claimant, options?: CallOptions): Promise<Claim> {
  const { repository, nonce } = claimant;
  const ref = `${CLAIMS}/${nonce}`;
  const present = await claimOwner(claimant, options);
  if (present) return judge(present, claimant, true);
  const sha = await writeClaim(claimant, options);
  let isRepeated = false;
  const create = async (): Promise<Claim> => {
    if ((await createRef(repository, { ref, sha }, options)) === 'created') {
      return { claimed: true, before: false };
    }
    // The one that is there may be ours, from the attempt before.
    const owner = await claimOwner(claimant, options);
    if (owner) return judge(owner, claimant, !isRepeated);
    throw new KnownError('unclear', `The claim refs/${ref} could neither be made nor read. Run this job again.`);
  };
  const find = async (): Promise<Claim | undefined> => {
    isRepeated = true;
    const owner = await claimOwner(claimant, options);
    return owner && judge(owner, claimant, false);
  };
  // To put a ref where there is none is safe to repeat: only one of the two can win.
  return ensure(create, find, { attempts: ATTEMPTS });
}

function judge({ runId }: Owner, claimant: Claimant, before: boolean): Claim {
  return runId === claimant.runId ? { claimed: true, before } : { claimed: false, by: runId };
}

export interface Owner {
  /** Undefined where the claim's commit does not say. */
  readonly runId: string | undefined;
}

interface RawCommit {
  readonly sha: string;
  readonly message: string;
  readonly committer?: { readonly date?: string };
}

/** The run that has claimed the nonce; undefined where none has. */
export async function claimOwner(
  { repository, nonce }: Pick<Claimant, 'repository' | 'nonce'>,
  options?: CallOptions,
): Promise<Owner | undefined> {
  const sha = await getRef(repository, `${CLAIMS}/${nonce}`, options);
  if (sha === undefined) return undefined;
  const { message } = await readCommit(repository, sha, options);
  return { runId: new RegExp(`^${TRAILER}: (\\d+)$`, 'm').exec(message)?.[1] };
}

/** The claim itself: a commit that names the run. It has no parents, so it keeps nothing of the history alive. */
function writeClaim(claimant: Claimant, options?: CallOptions): Promise<string> {
  const { repository, nonce, runId } = claimant;
  const message = `Claim ${nonce}\n\n${TRAILER}: ${runId}`;
  return createOrphanCommit(repository, { message, path: 'claim', content: CLAIM }, options);
}

/** A commit as git knows it. */
export function readCommit(repository: Repository, sha: string, options?: CallOptions): Promise<RawCommit> {
  const params = { commit_sha: sha };
  return repository.read<RawCommit>('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', params, options);
}
