import { messageOf } from '../../platform/errors.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { readFile } from '../../platform/github/contents.ts';
import { absentIs404 } from '../../platform/github/refs.ts';
import { findRepository, type RepositoryFacts } from '../../platform/github/repositories.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { getWorkflow, listWorkflows, type Workflow } from '../../platform/github/runs.ts';
import { missingWorkflow, noRepository } from '../../platform/github/why-not-found.ts';
import { quote } from '../../platform/text/wording.ts';
import { type Judgement, lookAtPush } from './look-at-push.ts';
import {
  type DispatchProblem,
  type DispatchProblemKind,
  inputProblems,
  listensTo,
  readWorkflowFile,
} from './workflow-file.ts';

interface WorkflowTarget {
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

interface EventTarget {
  readonly eventType: string;
}

/** What is to be dispatched, as far as it is known before. */
export interface WantedDispatch {
  readonly repository: Repository;
  readonly target: WorkflowTarget | EventTarget;
  /** The input, or key of the payload, that carries the nonce. */
  readonly nonceInput?: string;
  /** What the tag of its release may be called, as far as that is known. */
  readonly tags?: readonly string[];
}

/** What was found without dispatching anything. */
export interface Findings {
  /** What would certainly go wrong. */
  readonly problems: readonly DispatchProblem[];
  /** What could not be looked at. */
  readonly doubts: readonly string[];
  /** What was looked at and may go wrong. */
  readonly warnings: readonly string[];
}

/** What the plan found out of the repository before; undefined where it did not ask. */
export interface KnownOfRepository {
  readonly facts?: RepositoryFacts | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What would be wrong with a dispatch, found without dispatching: repository and workflow there, enabled, started this way, every
 * input declared and of its kind, every required one given, the nonce shown in the run's name, no rule that stops the release.
 * Two requests, workflow and file, and one for the repository where its facts are not known; where the file pushes a release
 * commit or a tag, the repository's rulesets and the branch instead: four, none of which answers for another or for several
 * repositories. Each is free of the rate limit when it is asked again and nothing has changed, as no GraphQL is. An event has
 * to find its listener: a few more.
 */
export async function preflight(wanted: WantedDispatch, known: KnownOfRepository = {}): Promise<Findings> {
  try {
    const archived = archivedProblem(wanted.repository, known.facts);
    if (archived) return archived;
    const { target } = wanted;
    return 'eventType' in target
      ? await lookForListener({ ...wanted, target }, known)
      : await lookAtWorkflow({ ...wanted, target }, known);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { ...all(), doubts: [messageOf(error)] };
  }
}

function all(...problems: DispatchProblem[]): Findings {
  return { problems, doubts: [], warnings: [] };
}

function problem(kind: DispatchProblemKind, message: string, about?: string): DispatchProblem {
  return { kind, message, ...(about !== undefined && { about }) };
}

function archivedProblem(repository: Repository, facts: RepositoryFacts | undefined): Findings | undefined {
  return facts?.isArchived
    ? all(problem('archived', `${repository} is archived: nothing can be started in it.`))
    : undefined;
}

/** What is wrong with the repository itself; undefined where nothing is. */
async function lookAtRepository(
  repository: Repository,
  { facts, signal }: KnownOfRepository,
): Promise<Findings | undefined> {
  const found = facts ?? (await findRepository(repository, { signal }));
  if (!found) return all(problem('no-repository', noRepository(repository)));
  return archivedProblem(repository, found);
}

async function lookAtWorkflow(
  { repository, target, nonceInput, tags = USUAL_TAGS }: WantedDispatch & { target: WorkflowTarget },
  known: KnownOfRepository,
): Promise<Findings> {
  const { signal } = known;
  if (/^([0-9a-f]{40}$|refs\/pull\/)/i.test(target.ref)) {
    const refusal =
      `${quote(target.ref)} cannot be the ref of ${target.workflow} in ${repository}: a workflow is dispatched on a branch or a tag, never on a commit or a pull request. ` +
      'Give a branch or tag that has the commit, and the commit as an input.';
    return all(problem('not-at-ref', refusal, target.ref));
  }
  const inRepository = () => lookAtRepository(repository, known);
  const workflow = await absentIs404(() => getWorkflow(repository, target.workflow, { signal }));
  if (!workflow) {
    const unusable = await inRepository();
    if (unusable) return unusable;
    return all(problem('no-workflow', await missingWorkflow(repository, target.workflow, { signal }), target.workflow));
  }
  const { path, state } = workflow;
  const where = `${path} in ${repository} at ${target.ref}`;
  const disabled =
    state === 'active'
      ? []
      : [problem('disabled', `${path} in ${repository} is ${state}: enable it on its Actions page.`, path)];
  const text = await readFile(repository, { path, ref: target.ref }, { signal });
  if (text === undefined) {
    const missing = `${where} does not exist: the ref is wrong, or the workflow is not on it.`;
    return (await inRepository()) ?? all(...disabled, problem('not-at-ref', missing, path));
  }
  const file = await readWorkflowFile(text);
  if ('fault' in file) return all(...disabled, problem('unreadable', `${where} ${file.fault}`, path));
  const { releasePush: push } = file;
  const pushed = push && (await lookAtPush({ repository, branch: target.ref, where, push, tags }, { signal }));
  const unusable = push ? undefined : await inRepository();
  if (unusable) return unusable;
  const isStarted = file.events.includes('workflow_dispatch');
  const isShown = nonceInput === undefined || file.runName.includes(nonceInput);
  const problems = isStarted
    ? [
        ...inputProblems(file, target.inputs).map((one) => ({ ...one, message: `${where} ${one.message}` })),
        ...(isShown ? [] : [hiddenNonce(where, `inputs.${nonceInput}`)]),
      ]
    : [problem('no-trigger', `${where} has no workflow_dispatch trigger: add one (on: workflow_dispatch).`, path)];
  return { ...all(...disabled, ...problems, ...refused(pushed)), warnings: pushed?.warnings ?? [] };
}

function hiddenNonce(where: string, name: string): DispatchProblem {
  const message = `${where} does not show the nonce in its run-name; add: run-name: … [\${{ ${name} }}]`;
  return problem('hidden-nonce', message, name);
}

function refused(pushed: Judgement | undefined): DispatchProblem[] {
  return (pushed?.problems ?? []).map((message) => problem('refused-push', message));
}

/** Of a component, and a version, that nobody named. */
const USUAL_TAGS = ['v1.0.0', 'package@1.0.0'];

/** More workflows are not read: what would be found costs more than it is worth. */
const MOST_READ = 10;

/** Events start what listens to them on the default branch; one that nothing listens to is taken, and nothing happens. */
async function lookForListener(
  { repository, target: { eventType }, nonceInput, tags = USUAL_TAGS }: WantedDispatch & { target: EventTarget },
  known: KnownOfRepository,
): Promise<Findings> {
  const { signal } = known;
  const facts = known.facts ?? (await findRepository(repository, { signal }));
  const unusable = await lookAtRepository(repository, { facts, signal });
  if (!facts || unusable) return unusable ?? all();
  const workflows = (await listWorkflows(repository, { signal })).filter(({ state }) => state === 'active');
  const likely = workflows.toSorted((a, b) => likeness(b, eventType) - likeness(a, eventType));
  for (const { path } of likely.slice(0, MOST_READ)) {
    const text = await readFile(repository, { path }, { signal });
    const file = text === undefined ? undefined : await readWorkflowFile(text);
    if (!file || 'fault' in file || !listensTo(file, eventType)) continue;
    const where = `${path} in ${repository}`;
    const { releasePush: push } = file;
    const of = push && { repository, branch: facts.defaultBranch, where, push, tags };
    const pushed = of && (await lookAtPush(of, { signal }));
    const isShown = nonceInput === undefined || file.runName.includes(nonceInput);
    const hidden = isShown ? [] : [hiddenNonce(where, `github.event.client_payload.${nonceInput}`)];
    return { ...all(...hidden, ...refused(pushed)), warnings: pushed?.warnings ?? [] };
  }
  if (likely.length > MOST_READ) {
    const unread = `Whether a workflow of ${repository} listens to ${eventType} was not looked for in all ${likely.length}.`;
    return { ...all(), doubts: [unread] };
  }
  const unheard = `No workflow on the default branch of ${repository} listens to the event ${eventType}: GitHub would take it, and nothing would start. Add on: repository_dispatch: types: [${eventType}].`;
  return all(problem('unheard', unheard, eventType));
}

/** How many words of the event's type its name or file has. */
function likeness({ name, path }: Workflow, eventType: string): number {
  const text = `${name} ${path}`.toLowerCase();
  return [...eventType.toLowerCase().split(/\W+/), 'release', 'deploy'].filter((word) => word && text.includes(word))
    .length;
}
