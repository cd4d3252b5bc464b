import { messageOf } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { readFile } from '../../platform/github/contents.ts';
import { ownerAndRepo } from '../../platform/github/repository-name.ts';
import { getWorkflow } from '../../platform/github/runs.ts';
import { isRecord } from '../../platform/records.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import type { EventTarget, WorkflowTarget } from './wanted-run.ts';

/**
 * What would be wrong with a dispatch, found without dispatching: repository and workflow reachable, enabled, started by hand,
 * every given input declared, every required one given, the nonce shown in the run's name. Empty where nothing is.
 */
export async function preflight(
  client: GitHubClient,
  { repository, target, nonceInput }: { repository: string; target: WorkflowTarget | EventTarget; nonceInput?: string },
): Promise<string[]> {
  try {
    if ('eventType' in target) {
      await client.read('GET /repos/{owner}/{repo}', ownerAndRepo(repository));
      return [];
    }
    const { path, state } = await getWorkflow(client, repository, target.workflow);
    const disabled = state === 'active' ? [] : [`${path} in ${repository} is ${state}: enable it on its Actions page.`];
    const text = await readFile(client, repository, { path, ref: target.ref });
    const where = `${path} in ${repository} at ${target.ref}`;
    if (text === undefined)
      return [...disabled, `${where} does not exist: the ref is wrong, or the workflow is not on it.`];
    return [...disabled, ...(await workflowProblems(text, where, { inputs: target.inputs, nonceInput }))];
  } catch (error) {
    if (error instanceof GitHubError) return [messageOf(error)];
    throw error;
  }
}

async function workflowProblems(
  text: string,
  where: string,
  { inputs, nonceInput }: { inputs: Readonly<Record<string, string>>; nonceInput: string | undefined },
): Promise<string[]> {
  const parsed = await parseYaml(text);
  if ('faults' in parsed) return [`${where} is no valid YAML: ${parsed.faults[0]?.message}`];
  const workflow = asMap(parsed.value);
  const triggers = workflow.on;
  const events =
    Array.isArray(triggers) || typeof triggers === 'string' ? [triggers].flat() : Object.keys(asMap(triggers));
  if (!events.includes('workflow_dispatch')) {
    return [`${where} has no workflow_dispatch trigger: add one (on: workflow_dispatch) on the default branch.`];
  }
  const declared = asMap(asMap(asMap(triggers).workflow_dispatch).inputs);
  const unknown = Object.keys(inputs).filter((name) => !Object.hasOwn(declared, name));
  const missing = Object.entries(declared)
    .filter(([name, input]) => isRequired(asMap(input)) && !Object.hasOwn(inputs, name))
    .map(([name]) => name);
  const runName = String(workflow['run-name'] ?? '');
  return [
    ...unknown.map((name) => `${where} declares no input ${name}: GitHub would refuse the dispatch.`),
    ...missing.map((name) => `${where} requires the input ${name}, which is not given.`),
    ...(nonceInput !== undefined && !runName.includes(nonceInput)
      ? [`${where} does not show the nonce in its run-name; add: run-name: … [\${{ inputs.${nonceInput} }}]`]
      : []),
  ];
}

function isRequired(input: Readonly<Record<string, unknown>>): boolean {
  return input.required === true && input.default === undefined;
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
