import type { InputDefinition } from '../types.ts';
import { type Answer, json, noContent, notFound, objectIn, Problem, requiredText } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import type { RunRequest } from './run.ts';
import { runPage } from './run-bodies.ts';
import { createRun } from './run-life.ts';
import { nodeId, repositoryUrl } from './shapes.ts';
import { iso, type Places, type Repository, type Workflow } from './world.ts';

export const workflowHandlers: RepositoryHandlers = {
  'actions/list-repo-workflows': (repository, call) => {
    const { items, headers } = paginate(call, repository.workflows, `/repos/${repository.fullName}/actions/workflows`);
    const workflows = items.map((workflow) => workflowBody(call.world.places, repository, workflow));
    return json(200, { total_count: repository.workflows.length, workflows }, headers);
  },
  'actions/get-workflow': (repository, call) =>
    json(200, workflowBody(call.world.places, repository, findWorkflow(repository, call))),
  'actions/create-workflow-dispatch': dispatchWorkflow,
  'repos/create-dispatch-event': dispatchEvent,
};

/** By id, file name or path; what is not on the default branch is not there. */
export function findWorkflow(repository: Repository, call: ApiCall): Workflow {
  const wanted = call.params.workflow_id ?? '';
  const found = repository.workflows.find(
    ({ id, path, definition }) =>
      definition.onDefaultBranch !== false && [String(id), definition.file, path].includes(wanted),
  );
  if (found === undefined) throw notFound();
  return found;
}

function workflowBody(places: Places, repository: Repository, workflow: Workflow): Record<string, unknown> {
  const html = `${places.html}/${repository.fullName}`;
  return {
    id: workflow.id,
    node_id: nodeId('W', workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: workflow.state,
    created_at: iso(workflow.createdAt),
    updated_at: iso(workflow.createdAt),
    url: `${repositoryUrl(places, repository)}/actions/workflows/${workflow.id}`,
    html_url: `${html}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${html}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  };
}

function dispatchWorkflow(repository: Repository, call: ApiCall): Answer {
  const workflow = findWorkflow(repository, call);
  const details = call.body.return_run_details;
  if (call.old && details !== undefined) {
    throw new Problem(422, 'Invalid request.\n\n"return_run_details" is not a permitted key.');
  }
  const ref = requiredText(call.body, 'ref');
  const branch = ref.replace(/^refs\/(heads|tags)\//, '');
  const sha = repository.git.resolve(branch)?.sha;
  if (sha === undefined) throw new Problem(422, `No ref found for: ${ref}`);
  if (workflow.state !== 'active') {
    throw new Problem(422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow");
  }
  if (!workflow.definition.on.includes('workflow_dispatch')) {
    throw new Problem(422, "Workflow does not have 'workflow_dispatch' trigger");
  }
  const inputs = checkInputs(workflow.definition.inputs ?? {}, objectIn(call.body, 'inputs'));
  const request = { repository, workflow, event: 'workflow_dispatch', branch, sha, inputs, payload: {} };
  const runs = start(call, [{ ...request, actor: call.access.name }]);
  const [run] = runs;
  const answersRun = !call.old && (call.apiVersion === '2026-03-10' || details === true);
  if (!answersRun) return noContent();
  const { places } = call.world;
  // Accepted, and lost: the id is real and belongs to nothing.
  const id = run?.id ?? 17_000_000_000 + call.world.nextId() * 64;
  return json(200, {
    workflow_run_id: id,
    run_url: `${repositoryUrl(places, repository)}/actions/runs/${id}`,
    html_url: run ? runPage(places, run) : `${places.html}/${repository.fullName}/actions/runs/${id}`,
  });
}

/** Records the dispatch, and creates as many runs as the fault of the moment wants. */
function start(call: ApiCall, requests: readonly RunRequest[]) {
  return requests.flatMap((request) => {
    const { repository, workflow, event, inputs, payload, actor } = request;
    const nonce =
      inputs[workflow.definition.nonceInput ?? 'nonce'] ?? payload[workflow.definition.nonceInput ?? 'nonce'];
    call.world.record({
      kind: 'dispatch',
      repository: repository.fullName,
      workflow: workflow.definition.file,
      event,
      inputs,
      payload,
      actor,
      ...(nonce !== undefined && { nonce: String(nonce) }),
    });
    return Array.from({ length: call.copies }, () => createRun(call.world, { ...request, hiddenMs: call.hiddenMs }));
  });
}

function checkInputs(
  declared: Readonly<Record<string, InputDefinition>>,
  given: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const names = Object.keys(given);
  if (names.length > 25) throw new Problem(422, 'Invalid request.\n\nNo more than 25 properties are allowed.');
  if (JSON.stringify(given).length > 65_535) throw new Problem(422, 'inputs are too large.');
  const unexpected = names.filter((name) => !Object.hasOwn(declared, name));
  if (unexpected.length > 0) {
    throw new Problem(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  }
  const values: Record<string, string> = {};
  for (const [name, input] of Object.entries(declared)) {
    const value = given[name] === undefined ? input.default : String(given[name]);
    if (input.required && (value === undefined || value === '')) {
      throw new Problem(422, `Required input '${name}' not provided`);
    }
    if (input.options && value !== undefined && !input.options.includes(value)) {
      throw new Problem(422, `Provided value '${value}' for input '${name}' not in the list of allowed values`);
    }
    values[name] = value ?? '';
  }
  return values;
}

function dispatchEvent(repository: Repository, call: ApiCall): Answer {
  const type = requiredText(call.body, 'event_type');
  const payload = objectIn(call.body, 'client_payload');
  const size = Object.keys(payload).length;
  if (type.length > 100)
    throw new Problem(422, 'Invalid request.\n\nevent_type is too long (maximum is 100 characters).');
  if (size > 10)
    throw new Problem(422, `Invalid request.\n\nNo more than 10 properties are allowed; ${size} were supplied.`);
  if (JSON.stringify(payload).length >= 65_536) throw new Problem(422, 'client_payload is too large.');
  const branch = repository.defaultBranch;
  const sha = repository.git.resolve(branch)?.sha ?? '';
  const listeners = repository.workflows.filter(
    ({ state, definition }) =>
      state === 'active' &&
      definition.onDefaultBranch !== false &&
      definition.on.includes('repository_dispatch') &&
      (definition.types?.includes(type) ?? true),
  );
  const common = {
    repository,
    event: 'repository_dispatch',
    eventType: type,
    branch,
    sha,
    inputs: {},
    payload,
    actor: call.access.name,
  };
  start(
    call,
    listeners.map((workflow) => ({ ...common, workflow })),
  );
  return noContent();
}
