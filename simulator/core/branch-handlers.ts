import { json, Problem } from './answer.ts';
import { commitBody } from './git-handlers.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import { isClassic, rulesetsOf } from './refs.ts';
import { repositoryUrl } from './shapes.ts';
import type { Repository } from './world.ts';

export const branchHandlers: RepositoryHandlers = {
  'repos/list-branches': (repository, call) => {
    const all = [...repository.git.refs].filter(([ref]) => ref.startsWith('refs/heads/')).sort();
    const { items, headers } = paginate(call, all, `/repos/${repository.fullName}/branches`);
    const branches = items.map(([ref, sha]) => ({
      name: ref.slice('refs/heads/'.length),
      commit: { sha, url: `${repositoryUrl(call.world.places, repository)}/commits/${sha}` },
      protected: isProtected(repository, ref.slice('refs/heads/'.length)),
    }));
    return json(200, branches, headers);
  },
  'repos/get-branch': (repository, call) => {
    const name = call.params.branch ?? '';
    const commit = repository.git.commit(repository.git.refs.get(`refs/heads/${name}`) ?? '');
    if (commit === undefined) throw new Problem(404, 'Branch not found');
    const url = `${repositoryUrl(call.world.places, repository)}/branches/${name}`;
    return json(200, {
      name,
      commit: commitBody(repository, call, commit),
      _links: { html: `${call.world.places.html}/${repository.fullName}/tree/${name}`, self: url },
      protected: isProtected(repository, name),
      protection: protectionBody(repository, name),
      protection_url: `${url}/protection`,
    });
  },
};

function isProtected(repository: Repository, branch: string): boolean {
  return isClassic(repository, branch) || rulesetsOf(repository, `refs/heads/${branch}`).length > 0;
}

/** What everybody is shown of the older protection: of rulesets nothing. */
function protectionBody(repository: Repository, branch: string): Record<string, unknown> {
  const contexts = repository.definition.requiredChecks?.[branch] ?? [];
  const level = contexts.length > 0 ? 'non_admins' : 'off';
  const checks = contexts.map((context) => ({ context, app_id: null }));
  return {
    enabled: isClassic(repository, branch),
    required_status_checks: { enforcement_level: level, contexts, checks },
  };
}
