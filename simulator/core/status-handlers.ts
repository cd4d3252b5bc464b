import { json, notFound, optionalText, Problem, requiredText } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import { minimalRepositoryBody, nodeId, repositoryUrl, userBody } from './shapes.ts';
import { type CommitStatus, iso, type Repository } from './world.ts';

type Body = Record<string, unknown>;

/** https://docs.github.com/rest/commits/statuses#create-a-commit-status */
const mostPerContext = 1_000;

export const statusHandlers: RepositoryHandlers = {
  'repos/create-commit-status': (repository, call) => {
    const sha = call.params.sha ?? '';
    if (!repository.git.commit(sha)) throw new Problem(422, `No commit found for SHA: ${sha}`);
    const context = optionalText(call.body, 'context') ?? 'default';
    const same = repository.statuses.filter((status) => status.sha === sha && status.context === context);
    if (same.length >= mostPerContext) {
      throw new Problem(422, 'This SHA and context has reached the maximum number of statuses.');
    }
    const status: CommitStatus = {
      id: 30_000_000_000 + call.world.nextId(),
      sha,
      context,
      state: requiredText(call.body, 'state'),
      description: optionalText(call.body, 'description') ?? null,
      targetUrl: optionalText(call.body, 'target_url') ?? null,
      creator: call.access.name,
      createdAt: call.world.timeline.now(),
    };
    repository.statuses.push(status);
    const { state } = status;
    call.world.record({ kind: 'commit-status', repository: repository.fullName, sha, message: `${context}: ${state}` });
    return json(201, statusBody(repository, call, status));
  },
  'repos/list-commit-statuses-for-ref': (repository, call) => {
    const sha = shaOf(repository, call);
    const all = repository.statuses.filter((status) => status.sha === sha).reverse();
    const { items, headers } = paginate(call, all, `/repos/${repository.fullName}/commits/${call.params.ref}/statuses`);
    return json(
      200,
      items.map((status) => statusBody(repository, call, status)),
      headers,
    );
  },
  'repos/get-combined-status-for-ref': (repository, call) => {
    const sha = shaOf(repository, call);
    const own = repository.statuses.filter((status) => status.sha === sha);
    const latest = [...new Map(own.map((status) => [status.context, status])).values()];
    const url = repositoryUrl(call.world.places, repository);
    return json(200, {
      state: combined(latest),
      sha,
      total_count: latest.length,
      statuses: latest.map((status) => statusBody(repository, call, status)),
      repository: minimalRepositoryBody(call.world.places, repository),
      commit_url: `${url}/commits/${sha}`,
      url: `${url}/commits/${sha}/status`,
    });
  },
};

function combined(statuses: readonly CommitStatus[]): string {
  const states = new Set(statuses.map(({ state }) => state));
  if (states.has('failure') || states.has('error')) return 'failure';
  return states.size === 1 && states.has('success') ? 'success' : 'pending';
}

function shaOf(repository: Repository, call: ApiCall): string {
  const commit = repository.git.resolve(call.params.ref ?? '');
  if (commit === undefined) throw notFound();
  return commit.sha;
}

function statusBody(repository: Repository, call: ApiCall, status: CommitStatus): Body {
  const { places } = call.world;
  return {
    url: `${repositoryUrl(places, repository)}/statuses/${status.sha}`,
    avatar_url: `${places.html}/avatars/${status.creator}`,
    id: status.id,
    node_id: nodeId('SC', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: iso(status.createdAt),
    updated_at: iso(status.createdAt),
    creator: userBody(places, status.creator),
  };
}
