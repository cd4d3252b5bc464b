import { json, listIn, notFound, optionalText, Problem, requiredText } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import { nodeId, repositoryUrl, userBody } from './shapes.ts';
import { type Deployment, type DeploymentStatus, iso, type Repository } from './world.ts';

type Body = Record<string, unknown>;

/** https://docs.github.com/rest/deployments */
export const deploymentHandlers: RepositoryHandlers = {
  'repos/list-deployments': (repository, call) => {
    const asked = (name: string) => call.query.get(name) ?? 'none';
    const fits = (name: string, value: string) => asked(name) === 'none' || asked(name) === value;
    const all = repository.deployments.filter(
      ({ environment, task, sha, ref }) =>
        fits('environment', environment) && fits('task', task) && fits('sha', sha) && fits('ref', ref),
    );
    const { items, headers } = paginate(call, all.toReversed(), `/repos/${repository.fullName}/deployments`);
    return json(
      200,
      items.map((one) => deploymentBody(repository, call, one)),
      headers,
    );
  },
  'repos/create-deployment': (repository, call) => {
    const ref = requiredText(call.body, 'ref');
    const commit = repository.git.resolve(ref);
    if (!commit) throw new Problem(422, `No ref found for: ${ref}`);
    // Nobody has set a status here: what asks for one is refused.
    if (Array.isArray(call.body.required_contexts) && listIn(call.body, 'required_contexts').length > 0) {
      throw new Problem(409, 'Conflict: Commit status checks failed for the required contexts.');
    }
    const now = call.world.timeline.now();
    const deployment: Deployment = {
      id: 4_000_000_000 + call.world.nextId(),
      ...{ ref, sha: commit.sha, task: optionalText(call.body, 'task') ?? 'deploy' },
      environment: optionalText(call.body, 'environment') ?? 'production',
      payload: (call.body.payload ?? {}) as Deployment['payload'],
      description: optionalText(call.body, 'description') ?? null,
      isTransient: call.body.transient_environment === true,
      isProduction: call.body.production_environment === true,
      ...{ creator: call.access.name, createdAt: now, statuses: [] },
    };
    repository.deployments.push(deployment);
    const message = `${deployment.task} to ${deployment.environment}`;
    call.world.record({ kind: 'deployment', repository: repository.fullName, sha: commit.sha, message });
    return json(201, deploymentBody(repository, call, deployment));
  },
  'repos/list-deployment-statuses': (repository, call) => {
    const deployment = find(repository, call);
    const path = `/repos/${repository.fullName}/deployments/${deployment.id}/statuses`;
    const { items, headers } = paginate(call, deployment.statuses.toReversed(), path);
    return json(
      200,
      items.map((one) => statusBody(repository, call, { deployment, one })),
      headers,
    );
  },
  'repos/create-deployment-status': (repository, call) => {
    const deployment = find(repository, call);
    const state = requiredText(call.body, 'state');
    const one = addStatus(call, deployment, {
      state,
      description: optionalText(call.body, 'description') ?? '',
      logUrl: optionalText(call.body, 'log_url') ?? '',
      environmentUrl: optionalText(call.body, 'environment_url') ?? '',
    });
    if (state === 'success' && call.body.auto_inactive !== false) leaveInactive(repository, call, deployment);
    const message = `${deployment.task} to ${deployment.environment}: ${state}`;
    call.world.record({ kind: 'deployment-status', repository: repository.fullName, sha: deployment.sha, message });
    return json(201, statusBody(repository, call, { deployment, one }));
  },
};

/** What is transient, or production, is left as it is. https://docs.github.com/rest/deployments/statuses */
function leaveInactive(repository: Repository, call: ApiCall, current: Deployment): void {
  for (const one of repository.deployments) {
    const isOther = one !== current && one.environment === current.environment && one.createdAt <= current.createdAt;
    if (!isOther || one.isTransient || one.isProduction || one.statuses.at(-1)?.state !== 'success') continue;
    addStatus(call, one, { state: 'inactive', description: '', logUrl: '', environmentUrl: '' });
  }
}

function addStatus(
  { world, access }: ApiCall,
  deployment: Deployment,
  given: Pick<DeploymentStatus, 'state' | 'description' | 'logUrl' | 'environmentUrl'>,
): DeploymentStatus {
  const common = { id: 5_000_000_000 + world.nextId(), creator: access.name, createdAt: world.timeline.now() };
  const status = { ...given, ...common };
  deployment.statuses.push(status);
  return status;
}

function find(repository: Repository, call: ApiCall): Deployment {
  const deployment = repository.deployments.find(({ id }) => id === Number(call.params.deployment_id));
  if (!deployment) throw notFound();
  return deployment;
}

function deploymentBody(repository: Repository, call: ApiCall, deployment: Deployment): Body {
  const { places } = call.world;
  const url = `${repositoryUrl(places, repository)}/deployments/${deployment.id}`;
  const { id, sha, ref, task, payload, environment, description, isTransient, isProduction } = deployment;
  return {
    ...{ url, id, node_id: nodeId('DE', id), sha, ref, task, payload, environment, description },
    ...{ original_environment: environment, creator: userBody(places, deployment.creator) },
    ...{
      created_at: iso(deployment.createdAt),
      updated_at: iso(deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt),
    },
    ...{ statuses_url: `${url}/statuses`, repository_url: repositoryUrl(places, repository) },
    ...{ transient_environment: isTransient, production_environment: isProduction, performed_via_github_app: null },
  };
}

function statusBody(
  repository: Repository,
  call: ApiCall,
  { deployment, one }: { readonly deployment: Deployment; readonly one: DeploymentStatus },
): Body {
  const { places } = call.world;
  const url = `${repositoryUrl(places, repository)}/deployments/${deployment.id}`;
  const { id, state, description, logUrl, environmentUrl } = one;
  return {
    ...{ url: `${url}/statuses/${id}`, id, node_id: nodeId('DS', id), state, description },
    ...{ environment: deployment.environment, target_url: logUrl, log_url: logUrl, environment_url: environmentUrl },
    ...{ creator: userBody(places, one.creator), created_at: iso(one.createdAt), updated_at: iso(one.createdAt) },
    ...{ deployment_url: url, repository_url: repositoryUrl(places, repository), performed_via_github_app: null },
  };
}
