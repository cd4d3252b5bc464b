import { json, notFound, optionalText, Problem, requiredText, validationFailed } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import { ruleBroken, setRef } from './refs.ts';
import { nodeId, repositoryUrl, userBody } from './shapes.ts';
import { refuseForeignWorkflows } from './workflow-files.ts';
import { iso, type Release, type Repository } from './world.ts';

type Body = Record<string, unknown>;

export const releaseHandlers: RepositoryHandlers = {
  'repos/list-tags': (repository, call) => {
    const all = [...repository.git.refs].filter(([ref]) => ref.startsWith('refs/tags/')).reverse();
    const { items, headers } = paginate(call, all, `/repos/${repository.fullName}/tags`);
    const url = repositoryUrl(call.world.places, repository);
    const tags = items.map(([ref, sha]) => ({
      name: ref.slice('refs/tags/'.length),
      node_id: nodeId('REF', ref),
      commit: { sha, url: `${url}/commits/${sha}` },
      zipball_url: `${url}/zipball/${ref}`,
      tarball_url: `${url}/tarball/${ref}`,
    }));
    return json(200, tags, headers);
  },
  'repos/list-releases': (repository, call) => {
    const { items, headers } = paginate(
      call,
      [...repository.releases].reverse(),
      `/repos/${repository.fullName}/releases`,
    );
    return json(
      200,
      items.map((release) => releaseBody(repository, call, release)),
      headers,
    );
  },
  'repos/get-latest-release': (repository, call) => answer(repository, call, latest(repository)),
  'repos/get-release-by-tag': (repository, call) =>
    answer(
      repository,
      call,
      repository.releases.find(({ tag, draft }) => tag === call.params.tag && !draft),
    ),
  'repos/get-release': (repository, call) => answer(repository, call, byId(repository, call)),
  'repos/create-release': createRelease,
  'repos/update-release': (repository, call) => {
    const release = byId(repository, call);
    if (release === undefined) throw notFound();
    release.tag = optionalText(call.body, 'tag_name') ?? release.tag;
    release.name = optionalText(call.body, 'name') ?? release.name;
    release.body = optionalText(call.body, 'body') ?? release.body;
    if (typeof call.body.prerelease === 'boolean') release.prerelease = call.body.prerelease;
    if (typeof call.body.draft === 'boolean') release.draft = call.body.draft;
    if (!release.draft) publish(repository, call, release);
    return answer(repository, call, release);
  },
};

function answer(repository: Repository, call: ApiCall, release: Release | undefined) {
  if (release === undefined) throw notFound();
  return json(200, releaseBody(repository, call, release));
}

function byId(repository: Repository, call: ApiCall): Release | undefined {
  return repository.releases.find(({ id }) => id === Number(call.params.release_id));
}

function latest(repository: Repository): Release | undefined {
  return repository.releases.findLast(({ draft, prerelease }) => !draft && !prerelease);
}

function createRelease(repository: Repository, call: ApiCall) {
  const { body } = call;
  const tag = requiredText(body, 'tag_name');
  if ((optionalText(body, 'body')?.length ?? 0) > 125_000)
    throw new Problem(422, 'Validation Failed: body is too long (maximum is 125000 characters)');
  const draft = body.draft === true;
  const target = optionalText(body, 'target_commitish');
  // Even where the tag exists: https://github.com/cli/cli/issues/9514
  if (target !== undefined) refuseForeignWorkflows(call.access, repository, repository.git.resolve(target)?.sha ?? '');
  const taken = repository.releases.some((one) => one.tag === tag && !one.draft);
  if (taken && !draft) throw validationFailed('Release', 'tag_name', 'already_exists');
  const release: Release = {
    id: 200_000_000 + call.world.nextId(),
    tag,
    target: target ?? repository.defaultBranch,
    name: optionalText(body, 'name') ?? null,
    body: optionalText(body, 'body') ?? null,
    draft,
    prerelease: body.prerelease === true,
    createdAt: call.world.timeline.now(),
    publishedAt: null,
  };
  if (!draft) publish(repository, call, release);
  repository.releases.push(release);
  call.world.record({ kind: 'release', repository: repository.fullName, ref: `refs/tags/${tag}`, version: tag });
  return json(201, releaseBody(repository, call, release));
}

/** The tag is made with the release where it is not there yet. */
function publish(repository: Repository, call: ApiCall, release: Release): void {
  const ref = `refs/tags/${release.tag}`;
  const commit = repository.git.resolve(release.target);
  if (commit === undefined) throw validationFailed('Release', 'target_commitish', 'invalid');
  if (!repository.git.refs.has(ref)) {
    const broken = ruleBroken(repository, ref, call.access, 'create');
    if (broken !== undefined) throw tagRefused(broken);
    setRef(call.world, repository, ref, commit.sha);
  }
  release.publishedAt ??= call.world.timeline.now();
}

/** As https://github.com/googleapis/release-please-action/issues/1194 shows it. */
function tagRefused(broken: string): Problem {
  const error = { resource: 'Release', code: 'custom' };
  const errors = [
    { ...error, field: 'pre_receive', message: `pre_receive ${broken}` },
    { ...error, message: 'Published releases must have a valid tag' },
  ];
  return new Problem(422, 'Validation Failed', { details: { errors } });
}

function releaseBody(repository: Repository, call: ApiCall, release: Release): Body {
  const { places } = call.world;
  const base = repositoryUrl(places, repository);
  const url = `${base}/releases/${release.id}`;
  return {
    id: release.id,
    node_id: nodeId('RE', release.id),
    url,
    html_url: `${places.html}/${repository.fullName}/releases/tag/${release.tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${base}/tarball/${release.tag}`,
    zipball_url: `${base}/zipball/${release.tag}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    immutable: !release.draft && repository.definition.immutableReleases === true,
    prerelease: release.prerelease,
    created_at: iso(release.createdAt),
    published_at: release.publishedAt === null ? null : iso(release.publishedAt),
    author: userBody(places, repository.owner),
    assets: [],
  };
}
