import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import { GitHubFailure } from '../../platform/github/client/github-errors.ts';
import { createCommitOnBranch } from '../../platform/github/commits.ts';
import { readFile } from '../../platform/github/contents.ts';
import { ensure } from '../../platform/github/ensure.ts';
import { createOrphanCommit } from '../../platform/github/orphan-commit.ts';
import { createRef, getRef } from '../../platform/github/refs.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Clock } from '../../platform/time/clock.ts';

export const STATE_BRANCH = 'release-actions/state';

export interface BranchStoreOptions {
  readonly repository: Repository;
  readonly clock: Clock;
  /** What the messages of all commits begin with, where a ruleset wants that. */
  readonly commitPrefix?: string | undefined;
  readonly random?: () => number;
}

/** The message of a commit, as a ruleset may want it. */
export function withPrefix(message: string, prefix: string | undefined): string {
  return prefix === undefined ? message : `${prefix} ${message}`;
}

export type BranchPlace = BranchStoreOptions & { readonly place: string };

const README = `# State of release trains

Written by release-actions: one folder a train, one commit a step. Nothing here is read by anybody but the trains themselves
and people: do not edit it while a train is open. Let nobody but the trains write here: a ruleset whose only bypass is the
GitHub App that writes (docs/state-and-recovery.md of release-actions).
`;

/**
 * Makes the branch where there is none, and returns its head: an orphan, for its history is about trains only. Throws a
 * UserError where it cannot be made.
 */
export async function createStateBranch({ repository, place, commitPrefix }: BranchPlace): Promise<string> {
  const first = { message: withPrefix('State of release trains', commitPrefix), path: 'README.md', content: README };
  const sha = await createOrphanCommit(repository, first);
  const ref = `heads/${STATE_BRANCH}`;
  const find = () => getRef(repository, ref);
  await ensure<unknown>(() => createRef(repository, { ref, sha }), find, { attempts: 3 });
  const oid = await find();
  if (oid === undefined)
    throw new UserError(`${place} could not be created. Create it by hand, or give the token contents: write.`);
  return oid;
}

interface DocumentEdit {
  readonly path: string;
  readonly edit: (before: string | undefined) => string | undefined;
  readonly message: string;
}

/** Writes what `edit` makes of a document, if the branch still is as it was read. */
export async function changeDocument(
  { path, edit, message }: DocumentEdit,
  options: BranchPlace,
): Promise<{ readonly text: string | undefined } | 'lost-race'> {
  const { repository, random, commitPrefix, place } = options;
  const refused = (error: unknown): never => {
    throw refusal(error, place, `${path} could not be written.`);
  };
  const there = await getRef(repository, `heads/${STATE_BRANCH}`);
  const oid = there ?? (await createStateBranch(options).catch(refused));
  const before = await readFile(repository, { path, ref: oid });
  const contents = edit(before);
  if (contents === undefined || contents === before) return { text: before };
  const writeId = random && { writeId: Math.floor(random() * 2 ** 48).toString(16) };
  const order = {
    branch: STATE_BRANCH,
    expectedHeadOid: oid,
    message: withPrefix(message, commitPrefix),
    additions: [{ path, contents }],
    ...writeId,
  };
  return (await createCommitOnBranch(repository, order).catch(refused)) === 'lost-race'
    ? 'lost-race'
    : { text: contents };
}

/** Why a write was refused, for people, after what came of it; anything but an answer of GitHub is as it was. */
export function refusal(error: unknown, place: string, said: string): unknown {
  if (!(error instanceof GitHubFailure)) return error;
  return new KnownError(
    error.kind,
    `${place}: ${said} ${messageOf(error)} ` +
      'The branch needs contents: write for this token; where a ruleset protects it, its bypass list has to name whose token ' +
      `it is (state-token or state-by-app), and where one wants messages of commits to begin in a certain way, the manifest has state-commit-prefix.`,
    { cause: error },
  );
}
