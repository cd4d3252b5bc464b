import { UserError } from '../../src/platform/errors.ts';
import { createRef, getRef, updateRef } from '../../src/platform/github/refs.ts';
import { listReleases, listTags, targetOfTag } from '../../src/platform/github/releases.ts';
import type { Repository } from '../../src/platform/github/repository.ts';
import { shortTags } from './plan.ts';

export interface Publication {
  readonly version: string;
  /** The commit that is released. */
  readonly sha: string;
  /** Markdown. */
  readonly notes: string;
}

/**
 * Publishes the version's release, and with it its tag, and proves that neither can be changed any more. Run again after it
 * broke off, it goes on where it stopped. Throws a UserError where the tag is at another commit or the release is mutable.
 */
export async function publishRelease(repository: Repository, publication: Publication): Promise<string> {
  const { version, sha, notes } = publication;
  const tag = `v${version}`;
  const tagged = await getRef(repository, `tags/${tag}`);
  if (tagged !== undefined && tagged !== sha) {
    throw new UserError(`${tag} is at ${tagged}, not at ${sha}. A version is released once: raise it by a changeset.`);
  }
  const known = (await listReleases(repository)).find((release) => release.tag === tag);
  const id = known?.id ?? (await draft(repository, { ...publication, notes }));
  if (known === undefined || known.draft) {
    await repository.writeIdempotent('PATCH /repos/{owner}/{repo}/releases/{release_id}', {
      release_id: id,
      draft: false,
    });
  }
  await proveImmutable(repository, publication);
  return tag;
}

/** A draft first: a release that is published and turns out wrong could not be fixed. */
async function draft(repository: Repository, { version, sha, notes }: Publication): Promise<number> {
  // A target is refused to GITHUB_TOKEN where workflow files have changed since: it is named only where it must be.
  const target = await targetOfTag(repository, { tag: `v${version}`, sha });
  const { data } = await repository.write<{ id: number }>('POST /repos/{owner}/{repo}/releases', {
    ...{ tag_name: `v${version}`, target_commitish: target, name: version, body: notes },
    ...{ draft: true, prerelease: version.includes('-') },
  });
  return data.id;
}

async function proveImmutable(repository: Repository, { version, sha }: Omit<Publication, 'notes'>): Promise<void> {
  const tag = `v${version}`;
  const release = await repository.read<{ immutable?: boolean; draft: boolean }>(
    'GET /repos/{owner}/{repo}/releases/tags/{tag}',
    { tag },
  );
  const tagged = await getRef(repository, `tags/${tag}`);
  if (tagged !== sha) throw new UserError(`${tag} is at ${tagged ?? 'no commit'} after publishing, not at ${sha}.`);
  if (release.draft || release.immutable !== true) {
    throw new UserError(
      `The release ${tag} can still be changed. Turn on immutable releases in the settings of ${repository}, delete this release and run the job again.`,
    );
  }
}

/** Points `v1` and `v1.2` at a release that is out and immutable; returns the tags that now name it. */
export async function moveShortTags(
  repository: Repository,
  publication: Omit<Publication, 'notes'>,
): Promise<string[]> {
  await proveImmutable(repository, publication);
  const { version, sha } = publication;
  const tags = (await listTags(repository, { limit: 10_000 })).map(({ name }) => name);
  const moving = shortTags(version, tags);
  for (const tag of moving) {
    const target = { ref: `tags/${tag}`, sha };
    const created = await createRef(repository, target);
    if (created === 'exists') await updateRef(repository, { ...target, force: true });
  }
  return moving;
}
