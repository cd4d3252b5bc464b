import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { ensure } from '../../platform/github/ensure.ts';
import { createRelease, releaseByTag, targetOfTag } from '../../platform/github/releases.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { componentOf } from '../../train/machine/state.ts';
import type { Train } from '../../train/machine/train.ts';
import { type NotesOptions, releaseNotes } from '../../train/views/notes.ts';

interface EcosystemRelease {
  /** The repository that runs the train. */
  readonly repository: Repository;
  readonly tag: string;
  /** The commit that is tagged, where the tag does not exist. */
  readonly sha: string | undefined;
  /** Where repositories are browsed. */
  readonly server: string;
  /** The tag of a component's version. */
  readonly tagOf?: NonNullable<NotesOptions['tagOf']>;
}

/** The release's page; or, where GitHub does not let this token make it, why, and the notes that it would have had. */
type EcosystemOutcome = { readonly url: string } | { readonly refused: string; readonly notes: string };

/**
 * Tags the whole ecosystem and releases its notes, once: a release that exists is left as it is. A refusal is no failure of the
 * train, whose components are all released by now.
 */
export async function publishEcosystemRelease(
  { plan, state }: Train,
  { repository, tag, sha, server, tagOf }: EcosystemRelease,
): Promise<EcosystemOutcome> {
  const released = new Set(
    plan.components.map(({ id }) => id).filter((id) => componentOf(state, id).status === 'succeeded'),
  );
  const body = releaseNotes(plan, { server, released, ...(tagOf && { tagOf }) });
  const create = async () => {
    const target = sha && (await targetOfTag(repository, { tag, sha }));
    const wanted = { tag, target, name: `${plan.name} ${tag}`, body };
    return (await createRelease(repository, wanted)).release;
  };
  try {
    const { url } = await ensure(create, () => releaseByTag(repository, tag), { attempts: 2 });
    return { url };
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'fault') return { refused: error.message, notes: body };
    throw error;
  }
}
