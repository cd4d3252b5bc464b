import { messageOf } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { readFile } from '../../platform/github/contents.ts';
import { absentIs404 } from '../../platform/github/refs.ts';
import { findRepository } from '../../platform/github/repositories.ts';
import { getWorkflow, listWorkflows, type Workflow } from '../../platform/github/runs.ts';
import { inputProblems, listensTo, readWorkflowFile } from './workflow-file.ts';

interface WorkflowTarget {
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

interface EventTarget {
  readonly eventType: string;
}

/** What is to be dispatched, as far as it is known before. */
export interface Wanted {
  readonly repository: string;
  readonly target: WorkflowTarget | EventTarget;
  /** The input, or key of the payload, that carries the nonce. */
  readonly nonceInput?: string;
}

/** What was found without dispatching anything. */
export interface Findings {
  /** What would certainly go wrong. */
  readonly problems: readonly string[];
  /** What could not be looked at. */
  readonly doubts: readonly string[];
}

/**
 * What would be wrong with a dispatch, found without dispatching: repository and workflow there, enabled, started this way, every
 * input declared and of its kind, every required one given, the nonce shown in the run's name. At most three requests, each of
 * them free of the rate limit when it is asked again and nothing has changed; a few more where an event has to find its listener.
 */
export async function preflight(client: GitHubClient, wanted: Wanted, signal?: AbortSignal): Promise<Findings> {
  try {
    const found = await findRepository(client, wanted.repository, { signal });
    if (!found) return problem(`There is no repository ${wanted.repository}, or the token may not see it.`);
    if (found.isArchived) return problem(`${wanted.repository} is archived: nothing can be started in it.`);
    const { target } = wanted;
    return 'eventType' in target
      ? await lookForListener(client, { ...wanted, target }, signal)
      : await lookAtWorkflow(client, { ...wanted, target }, signal);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { problems: [], doubts: [messageOf(error)] };
  }
}

function problem(...problems: string[]): Findings {
  return { problems, doubts: [] };
}

async function lookAtWorkflow(
  client: GitHubClient,
  { repository, target, nonceInput }: Wanted & { target: WorkflowTarget },
  signal: AbortSignal | undefined,
): Promise<Findings> {
  const workflow = await absentIs404(() => getWorkflow(client, repository, target.workflow, { signal }));
  if (!workflow) {
    return problem(
      `${repository} has no workflow ${target.workflow} on its default branch, from where alone it can be started.`,
    );
  }
  const { path, state } = workflow;
  const where = `${path} in ${repository} at ${target.ref}`;
  const disabled = state === 'active' ? [] : [`${path} in ${repository} is ${state}: enable it on its Actions page.`];
  const text = await readFile(client, repository, { path, ref: target.ref }, { signal });
  if (text === undefined) {
    return problem(...disabled, `${where} does not exist: the ref is wrong, or the workflow is not on it.`);
  }
  const file = await readWorkflowFile(text);
  if ('fault' in file) return problem(...disabled, `${where} ${file.fault}`);
  if (!file.events.includes('workflow_dispatch')) {
    return problem(...disabled, `${where} has no workflow_dispatch trigger: add one (on: workflow_dispatch).`);
  }
  const isShown = nonceInput === undefined || file.runName.includes(nonceInput);
  return problem(
    ...disabled,
    ...inputProblems(file, target.inputs).map((sentence) => `${where} ${sentence}`),
    ...(isShown ? [] : [hiddenNonce(where, `inputs.${nonceInput}`)]),
  );
}

function hiddenNonce(where: string, name: string): string {
  return `${where} does not show the nonce in its run-name; add: run-name: … [\${{ ${name} }}]`;
}

/** More workflows are not read: what would be found costs more than it is worth. */
const MOST_READ = 10;

/** Events start what listens to them on the default branch; one that nothing listens to is taken, and nothing happens. */
async function lookForListener(
  client: GitHubClient,
  { repository, target: { eventType }, nonceInput }: Wanted & { target: EventTarget },
  signal: AbortSignal | undefined,
): Promise<Findings> {
  const workflows = (await listWorkflows(client, repository, { signal })).filter(({ state }) => state === 'active');
  const likely = workflows.toSorted((a, b) => likeness(b, eventType) - likeness(a, eventType));
  for (const { path } of likely.slice(0, MOST_READ)) {
    const text = await readFile(client, repository, { path }, { signal });
    const file = text === undefined ? undefined : await readWorkflowFile(text);
    if (!file || 'fault' in file || !listensTo(file, eventType)) continue;
    const isShown = nonceInput === undefined || file.runName.includes(nonceInput);
    return problem(
      ...(isShown ? [] : [hiddenNonce(`${path} in ${repository}`, `github.event.client_payload.${nonceInput}`)]),
    );
  }
  if (likely.length > MOST_READ) {
    return {
      problems: [],
      doubts: [
        `Whether a workflow of ${repository} listens to ${eventType} was not looked for in all ${likely.length}.`,
      ],
    };
  }
  return problem(
    `No workflow on the default branch of ${repository} listens to the event ${eventType}: GitHub would take it, and nothing would start. Add on: repository_dispatch: types: [${eventType}].`,
  );
}

/** How many words of the event's type its name or file has. */
function likeness({ name, path }: Workflow, eventType: string): number {
  const text = `${name} ${path}`.toLowerCase();
  return [...eventType.toLowerCase().split(/\W+/), 'release', 'deploy'].filter((word) => word && text.includes(word))
    .length;
}
