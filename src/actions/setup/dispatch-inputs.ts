import type { WantedRun } from '../../engine/runs/wanted-run.ts';
import { UserError } from '../../platform/errors.ts';
import { defaultBranch } from '../../platform/github/default-branch.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { listWorkflows, namedWorkflows } from '../../platform/github/runs.ts';
import {
  data,
  duration,
  flag,
  type InputsOf,
  list,
  map,
  oneOf,
  optional,
  repository,
  required,
  text,
  wholeNumber,
} from '../../platform/runner/inputs.ts';
import { listed, quote } from '../../platform/text/wording.ts';
import { workflowFileName } from '../../platform/text/workflow-file-name.ts';
import { connectionInputs } from './connect-github.ts';

/** The inputs of dispatch-and-wait. */
export const dispatchInputs = {
  ...connectionInputs,
  'dry-run': optional(flag, false),
  repository: required(repository),
  workflow: optional(text),
  ref: optional(text),
  inputs: optional(map, {}),
  'event-type': optional(text),
  'client-payload': optional(data, {}),
  wait: optional(flag, true),
  timeout: optional(duration, 3_600_000),
  'approval-timeout': optional(duration, 72 * 3_600_000),
  'on-timeout': optional(oneOf('fail', 'cancel'), 'fail'),
  'cancel-with-caller': optional(flag, true),
  'nonce-input': optional(text),
  'retry-failed-jobs': optional(wholeNumber(0, 10), 0),
  'outputs-artifact': optional(text),
  'accept-conclusions': optional(list, []),
  'show-jobs': optional(flag, false),
} as const;

type Target = WantedRun['target'];

type Given = InputsOf<typeof dispatchInputs>;
type Rule = (given: Given) => string | undefined;

/** What does not fit together. Each alone: one that asks for an input that could not be read says nothing. */
const RULES: readonly Rule[] = [
  ({ workflow, eventType }) =>
    (workflow === undefined) === (eventType === undefined)
      ? 'Give either workflow (and inputs) or event-type (and client-payload), not both and not neither.'
      : undefined,
  ({ clientPayload }) =>
    typeof clientPayload !== 'object' || Array.isArray(clientPayload)
      ? 'Input client-payload: expected a map, as JSON or YAML.'
      : undefined,
  ({ eventType, wait, nonceInput }) =>
    eventType !== undefined && wait && nonceInput === undefined
      ? 'Input nonce-input is missing: GitHub never says which run an event started, so waiting needs a key of the client payload ' +
        'that carries a nonce, and a run-name in the target workflow that shows it: run-name: … [${{ github.event.client_payload.nonce }}].'
      : undefined,
];

/** Each throws a UserError where the inputs do not fit together. */
export const dispatchChecks = RULES.map((rule) => (given: Given) => {
  const fault = rule(given);
  if (fault !== undefined) throw new UserError(fault);
});

/** What is to be dispatched, by inputs that fit together. */
export function targetOf({ workflow, eventType, clientPayload, inputs, ref }: Given): Target {
  if (workflow !== undefined) return { workflow: workflowFileName(workflow), ref: ref ?? '', inputs };
  return { eventType: eventType ?? '', clientPayload: clientPayload as Record<string, unknown> };
}

/**
 * The target with the file's name where the workflow was given by the name that the Actions page shows. Throws a UserError that
 * names the workflows there are where none, or more than one, is called so.
 */
export async function withFile(target: Target, repository: Repository): Promise<Target> {
  if ('eventType' in target || /^\d+$|\.ya?ml$/i.test(target.workflow)) return target;
  const all = await listWorkflows(repository);
  const named = namedWorkflows(all, target.workflow);
  const [found] = named;
  if (found && named.length === 1) return { ...target, workflow: workflowFileName(found.path) };
  const shown = (named.length > 1 ? named : all).map(({ name, path }) => `${name} (${workflowFileName(path)})`);
  const what = named.length > 1 ? `${named.length} workflows are` : 'no workflow is';
  const there = shown.length === 0 ? 'there is none' : `there ${shown.length === 1 ? 'is' : 'are'} ${listed(shown)}`;
  throw new UserError(
    `Input workflow: ${what} called ${quote(target.workflow)} in ${repository}; ${there}. Give the file's name, such as release.yml.`,
  );
}

/** The target with a ref: the default branch of its repository where none was given. */
export async function withRef(target: Target, repository: Repository): Promise<Target> {
  if ('eventType' in target || target.ref !== '') return target;
  return { ...target, ref: await defaultBranch(repository) };
}

/** The target with the nonce at the place that was named for it. */
export function withNonce(target: Target, name: string | undefined, nonce: string | undefined): Target {
  if (name === undefined || nonce === undefined) return target;
  if ('eventType' in target) return { ...target, clientPayload: { ...target.clientPayload, [name]: nonce } };
  return { ...target, inputs: { ...target.inputs, [name]: nonce } };
}
