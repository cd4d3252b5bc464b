import type { CallOptions } from '../../platform/github/client/client.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { getRun, type Run } from '../../platform/github/runs.ts';
import { isSameLogin } from '../../platform/github/viewer.ts';
import { carriesNonce } from '../../platform/text/nonce.ts';
import { CLAIMS, type Claimant } from './claim.ts';

/**
 * What to say where the run that holds a claim cannot have been started by the same dispatch as this one: somebody else wrote the
 * claim, so that this release does nothing. Undefined for a true duplicate, and where the job may not read runs.
 */
export async function rivalFault(
  claimant: Claimant,
  { by, ...options }: CallOptions & { readonly by: string | undefined },
): Promise<string | undefined> {
  const { repository, nonce, runId } = claimant;
  const own = await runIfSeen(repository, { id: runId, ...options });
  if (!own) return undefined;
  const other = by === undefined ? undefined : await runIfSeen(repository, { id: by, ...options });
  const difference = other ? differenceOf(own, other, nonce) : `there is no run ${by ?? 'in it'}`;
  if (difference === undefined) return undefined;
  return (
    `${nonce} was claimed, but not by a run of the same dispatch: ${difference}. Nothing was released. ` +
    `See who can write here; then delete refs/${CLAIMS}/${nonce} and run this run again, or resume the train.`
  );
}

function differenceOf(own: Run, other: Run, nonce: string): string | undefined {
  const name = `run ${other.id}`;
  if (!isSameLogin(own.actor, other.actor)) return `${name} was started by ${other.actor}, this one by ${own.actor}`;
  if (own.path !== other.path) return `${name} is one of ${other.path}`;
  const isNamed = carriesNonce(own.displayTitle, nonce);
  return isNamed && !carriesNonce(other.displayTitle, nonce)
    ? `the name of ${name} does not carry the nonce`
    : undefined;
}

/** Undefined where it is not there, or where we may not look. */
async function runIfSeen(
  repository: Repository,
  { id, ...options }: CallOptions & { readonly id: string },
): Promise<Run | undefined> {
  try {
    return await getRun(repository, Number(id), options);
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'fault') return undefined;
    throw error;
  }
}
