import { cutAtLine } from '../text/cut-at-line.ts';
import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import { defaultBranch } from './default-branch.ts';
import { absentIs404, getRef } from './refs.ts';
import type { Repository } from './repository.ts';

interface Release {
  readonly id: number;
  readonly tag: string;
  readonly url: string;
  readonly draft: boolean;
}

interface RawRelease {
  readonly id: number;
  readonly tag_name: string;
  readonly html_url?: string;
  readonly draft?: boolean;
}

/** The release of a tag; undefined where there is none. */
export async function releaseByTag(
  repository: Repository,
  tag: string,
  options?: CallOptions,
): Promise<Release | undefined> {
  return absentIs404(async () =>
    toRelease(await repository.read('GET /repos/{owner}/{repo}/releases/tags/{tag}', { tag }, options)),
  );
}

/** The newest hundred releases, newest first, drafts included where the token may see them. */
export async function listReleases(repository: Repository): Promise<Release[]> {
  const releases = await repository.list<RawRelease>('GET /repos/{owner}/{repo}/releases', {}, { limit: 100 });
  return releases.map(toRelease);
}

/** Tags with their commits, in GitHub's order (not by version). */
export async function listTags(
  repository: Repository,
  { limit = 300, ...options }: CallOptions & { readonly limit?: number } = {},
): Promise<{ name: string; sha: string }[]> {
  const tags = await repository.list<{ name: string; commit: { sha: string } }>(
    'GET /repos/{owner}/{repo}/tags',
    {},
    { ...options, limit },
  );
  return tags.map(({ name, commit }) => ({ name, sha: commit.sha }));
}

/** GitHub refuses a release whose body has more characters. */
const LONGEST_NOTES = 125_000;
const CUT = '\n\n_The notes were cut here: GitHub takes at most 125,000 characters._';

interface NewRelease {
  readonly tag: string;
  /** Branch or commit for the tag, where it does not exist yet. */
  readonly target?: string | undefined;
  readonly name?: string | undefined;
  readonly body?: string | undefined;
  readonly prerelease?: boolean;
  readonly draft?: boolean;
}

/**
 * What a new release has to name as its target so that its tag comes to this commit: nothing where the tag is there, or where the
 * commit is the default branch's tip, on which GitHub puts a new tag by itself. A target that is named is refused to GITHUB_TOKEN
 * (403) where workflow files have changed since.
 */
export async function targetOfTag(
  repository: Repository,
  { tag, sha }: { readonly tag: string; readonly sha: string },
): Promise<string | undefined> {
  if ((await getRef(repository, `tags/${tag}`)) !== undefined) return undefined;
  const branch = await defaultBranch(repository);
  const tip = await getRef(repository, `heads/${branch}`);
  return tip === sha ? undefined : sha;
}

/** Creates the release of a tag, and its tag where there is none; one that exists is left as it is. Throws AmbiguousWrite. */
export async function createRelease(
  repository: Repository,
  { tag, target, ...release }: NewRelease,
  options?: CallOptions,
): Promise<{ readonly outcome: 'created' | 'exists'; readonly release: Release }> {
  const body = release.body === undefined ? {} : { body: cutAtLine(release.body, LONGEST_NOTES, CUT) };
  const params = { ...release, ...body, tag_name: tag, target_commitish: target };
  try {
    const { data } = await repository.write<RawRelease>('POST /repos/{owner}/{repo}/releases', params, options);
    return { outcome: 'created', release: toRelease(data) };
  } catch (error) {
    if (!(error instanceof GitHubError) || error.status !== 422 || !/already.exists/i.test(error.said ?? ''))
      throw error;
    const existing = await releaseByTag(repository, tag, options);
    if (!existing) throw error;
    return { outcome: 'exists', release: existing };
  }
}

function toRelease(raw: RawRelease): Release {
  return {
    id: raw.id,
    tag: raw.tag_name,
    url: raw.html_url ?? '',
    draft: raw.draft ?? false,
  };
}
