import { reaches } from './access.ts';
import { type Answer, json, notFound } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { GlobalHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import { minimalRepositoryBody } from './shapes.ts';
import { iso, type Repository } from './world.ts';

/** The repositories of an organisation or a person, as far as the one who asks may see them. */
export const listHandlers: GlobalHandlers = {
  'repos/list-for-org': (call) => listOf(call, call.params.org ?? '', `/orgs/${call.params.org}/repos`),
  'repos/list-for-user': (call) => listOf(call, call.params.username ?? '', `/users/${call.params.username}/repos`),
};

function listOf(call: ApiCall, owner: string, path: string): Answer {
  const { access, world } = call;
  const all = [...world.repositories.values()].filter((one) => one.owner.toLowerCase() === owner.toLowerCase());
  if (all.length === 0) throw notFound();
  const seen = all.filter((one) => !one.private || (access.kind === 'token' && reaches(access.token, one)));
  const { items, headers } = paginate(call, seen, path);
  const bodies = items.map((one) => listedBody(call, one));
  return json(200, bodies, headers);
}

function listedBody({ world }: ApiCall, repository: Repository): Record<string, unknown> {
  return {
    ...minimalRepositoryBody(world.places, repository),
    default_branch: repository.defaultBranch,
    archived: repository.archived,
    disabled: false,
    size: repository.git.refs.size === 0 ? 0 : 1,
    created_at: iso(repository.createdAt),
    pushed_at: repository.git.refs.size === 0 ? null : iso(repository.createdAt),
  };
}
