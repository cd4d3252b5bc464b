import type { EnvironmentDefinition, RulesetDefinition } from '../types.ts';
import { json, notFound, Problem } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import { reviewerBody } from './pending-deployments.ts';
import { rulesetsOf } from './refs.ts';
import { nodeId, repositoryUrl } from './shapes.ts';
import { iso, type Places, type Repository } from './world.ts';

type Body = Record<string, unknown>;

/** What the settings of a repository say, for anyone who may read them. */
export const settingsHandlers: RepositoryHandlers = {
  'repos/get-branch-rules': (repository, call) => {
    const { fullName } = repository;
    refuseWithoutRulesets(repository);
    const rules = rulesetsOf(repository, `refs/heads/${call.params.branch}`).flatMap(({ id, rules: types }) =>
      types.map((type) => ({ type, ruleset_source_type: 'Repository', ruleset_source: fullName, ruleset_id: id })),
    );
    const { items, headers } = paginate(call, rules, `/repos/${fullName}/rules/branches/${call.params.branch}`);
    return json(200, items, headers);
  },
  'repos/get-repo-rulesets': (repository, call) => {
    refuseWithoutRulesets(repository);
    const targets = call.query.get('targets')?.split(',');
    const all = (repository.definition.rulesets ?? [])
      .map((one) => listedBody(repository, one))
      .filter(({ target }) => targets === undefined || targets.includes(target));
    const { items, headers } = paginate(call, all, `/repos/${repository.fullName}/rulesets`);
    return json(200, items, headers);
  },
  'repos/get-repo-ruleset': (repository, call) => {
    const found = repository.definition.rulesets?.find(({ id }) => String(id) === call.params.ruleset_id);
    if (found === undefined) throw notFound();
    return json(200, rulesetBody(repository, found));
  },
  'repos/get-all-environments': (repository, call) => {
    const all = repository.definition.environments ?? [];
    const { items, headers } = paginate(call, all, `/repos/${repository.fullName}/environments`);
    const environments = items.map((one) => environmentBody(call, repository, one));
    return json(200, { total_count: all.length, environments }, headers);
  },
  'actions/get-github-actions-permissions-repository': ({ definition }) => {
    const enabled = definition.actions !== false;
    return json(200, { enabled, ...(enabled && { allowed_actions: 'all' }), sha_pinning_required: false });
  },
  'repos/get-pages': (repository, call) => {
    const { page } = repository.definition;
    if (page === undefined) throw notFound();
    const url = `${repositoryUrl(call.world.places, repository)}/pages`;
    return json(200, { url, status: 'built', cname: null, custom_404: false, public: page.public });
  },
};

function refuseWithoutRulesets({ definition }: Repository): void {
  if (definition.withoutRulesets)
    throw new Problem(403, 'Upgrade to GitHub Pro or make this repository public to enable this feature.');
}

/** As the list shows it: without its conditions and rules. */
function listedBody({ fullName }: Repository, { id, tag, enforcement = 'active' }: RulesetDefinition) {
  const target = tag === undefined ? 'branch' : 'tag';
  return { id, name: `Ruleset ${id}`, target, source_type: 'Repository', source: fullName, enforcement };
}

export function rulesetBody(repository: Repository, ruleset: RulesetDefinition): Body {
  const { branch, tag, rules, bypass = 'never' } = ruleset;
  return {
    ...listedBody(repository, ruleset),
    current_user_can_bypass: bypass,
    conditions: {
      ref_name: { include: [tag === undefined ? `refs/heads/${branch}` : `refs/tags/${tag}`], exclude: [] },
    },
    rules: rules.map((type) => ({ type })),
  };
}

export function environmentBody(call: ApiCall, repository: Repository, environment: EnvironmentDefinition): Body {
  const { places } = call.world;
  const { name, branchPolicy = false } = environment;
  const at = iso(repository.createdAt);
  return {
    ...{ id: 161_088_068, node_id: nodeId('EN', name), name },
    url: `${repositoryUrl(places, repository)}/environments/${encodeURIComponent(name)}`,
    html_url: `${places.html}/${repository.fullName}/deployments/activity_log?environments_filter=${name}`,
    ...{ created_at: at, updated_at: at },
    protection_rules: protectionBodies(places, environment),
    deployment_branch_policy: branchPolicy ? { protected_branches: true, custom_branch_policies: false } : null,
  };
}

function protectionBodies(places: Places, { reviewers = [], branchPolicy }: EnvironmentDefinition): Body[] {
  const asked = reviewers.map((one) => reviewerBody(places, one));
  const rule = { id: 3755, node_id: nodeId('GA', 3755) };
  return [
    ...(asked.length > 0
      ? [{ ...rule, type: 'required_reviewers', prevent_self_review: false, reviewers: asked }]
      : []),
    ...(branchPolicy === true ? [{ ...rule, type: 'branch_policy' }] : []),
  ];
}
