import type { GitHubClient } from '../../platform/github/client/client.ts';
import { AmbiguousWrite } from '../../platform/github/client/github-errors.ts';
import { createRelease, releaseByTag } from '../../platform/github/releases.ts';
import { componentOf, type TrainState } from '../../train/machine/state.ts';
import type { Plan } from '../../train/plan/plan.ts';
import { releaseNotes } from '../../train/views/notes.ts';

export interface EcosystemRelease {
  /** `owner/name` of the repository that runs the train. */
  readonly repository: string;
  readonly tag: string;
  /** The commit that is tagged, where the tag does not exist. */
  readonly sha: string | undefined;
  /** Where repositories are browsed. */
  readonly server: string;
}

/** Tags the whole ecosystem and releases its notes, once: a release that exists is left as it is. Returns its URL. */
export async function publishEcosystemRelease(
  client: GitHubClient,
  { plan, state }: { plan: Plan; state: TrainState },
  { repository, tag, sha, server }: EcosystemRelease,
): Promise<string> {
  const released = new Set(
    plan.components.map(({ id }) => id).filter((id) => componentOf(state, id).status === 'succeeded'),
  );
  const body = releaseNotes(plan, { server, released });
  try {
    const { release } = await createRelease(client, repository, {
      tag,
      target: sha,
      name: `${plan.name} ${tag}`,
      body,
    });
    return release.url;
  } catch (error) {
    const existing = error instanceof AmbiguousWrite ? await releaseByTag(client, repository, tag) : undefined;
    if (existing) return existing.url;
    throw error;
  }
}
