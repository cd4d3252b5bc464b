import { type Fault, UserError } from '../errors.ts';
import { API_VERSION, type CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import type { Repository } from './repository.ts';
import { dispatchNotFound } from './why-not-found.ts';

/** https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#providing-inputs */
const MOST_INPUTS = 25;
const LONGEST_INPUTS = 65_535;
/** https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event */
const MOST_PAYLOAD_KEYS = 10;
const LARGEST_PAYLOAD = 64 * 1024;
const LONGEST_EVENT_TYPE = 100;

interface WorkflowDispatch {
  /** File name or id. */
  readonly workflow: string | number;
  /** Branch or tag. */
  readonly ref: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Whether a server that would not say which run it starts (before GHES 3.21) is to refuse instead. */
  readonly mustName?: boolean;
}

interface Dispatched {
  /** The run that it started; servers before GHES 3.21 do not say. */
  readonly run?: { readonly id: number; readonly url: string };
}

interface RunDetails {
  readonly workflow_run_id?: number;
  readonly html_url?: string;
}

/**
 * Starts a workflow, at most once. Throws AmbiguousWrite where it may have been started although no answer says so, and with
 * `mustName` a UserError, before anything is started, where the server does not name runs.
 */
export async function dispatchWorkflow(
  repository: Repository,
  { workflow, ref, inputs = {}, mustName = false }: WorkflowDispatch,
  options?: CallOptions,
): Promise<Dispatched> {
  refuse(inputFaults(inputs));
  // The current API version always answers with the run; the client falls back to an older one unless one is asked for.
  const version = mustName ? { ...options, apiVersion: API_VERSION } : options;
  const { data } = await repository
    .write<RunDetails | undefined>(
      'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
      { workflow_id: workflow, ref, inputs },
      version,
    )
    .catch(async (error: unknown) => {
      if (mustName && isVersionRefused(error)) throw namesNoRuns(repository.name, workflow, error);
      throw isNotFound(error) ? await dispatchNotFound(error, { repository, workflow }, options) : error;
    });
  if (data?.workflow_run_id === undefined) return {};
  return { run: { id: data.workflow_run_id, url: data.html_url ?? '' } };
}

function isVersionRefused(error: unknown): error is GitHubError {
  if (!(error instanceof GitHubError) || (error.status !== 400 && error.status !== 422)) return false;
  return new RegExp(`${API_VERSION}|return_run_details|api version`, 'i').test(error.said ?? '');
}

function namesNoRuns(repository: string, workflow: string | number, cause: GitHubError): UserError {
  return new UserError(
    `Nothing was sent: this server does not say which run a dispatch of ${workflow} in ${repository} becomes (GitHub Enterprise Server does from 3.21 on), and there is no nonce to find it by. ` +
      'Give {nonce} to one of the inputs in the manifest (in dispatch-and-wait: nonce-input), and show it in the workflow: run-name: Release [${{ inputs.nonce }}].',
    { cause },
  );
}

interface EventDispatch {
  readonly eventType: string;
  readonly clientPayload?: Readonly<Record<string, unknown>>;
}

/** Sends a repository_dispatch event, at most once; GitHub never says which runs it starts. */
export async function dispatchEvent(
  repository: Repository,
  { eventType, clientPayload = {} }: EventDispatch,
  options?: CallOptions,
): Promise<void> {
  refuse(eventFaults(eventType, clientPayload));
  const params = { event_type: eventType, client_payload: clientPayload };
  await repository.write('POST /repos/{owner}/{repo}/dispatches', params, options).catch(async (error: unknown) => {
    throw isNotFound(error) ? await dispatchNotFound(error, { repository }, options) : error;
  });
}

function isNotFound(error: unknown): error is GitHubError {
  return error instanceof GitHubError && error.status === 404;
}

function inputFaults(inputs: Readonly<Record<string, string>>): string[] {
  const count = Object.keys(inputs).length;
  const size = JSON.stringify(inputs).length;
  return [
    ...(count > MOST_INPUTS ? [`${count} inputs are given: GitHub takes at most ${MOST_INPUTS} for a dispatch.`] : []),
    ...(size > LONGEST_INPUTS
      ? [`The inputs are ${size} characters long: GitHub takes at most ${LONGEST_INPUTS} for a dispatch.`]
      : []),
  ];
}

function eventFaults(eventType: string, payload: Readonly<Record<string, unknown>>): string[] {
  const keys = Object.keys(payload).length;
  const size = Buffer.byteLength(JSON.stringify(payload));
  return [
    ...(eventType === '' || eventType.length > LONGEST_EVENT_TYPE
      ? [`The event type has ${eventType.length} characters: GitHub takes 1 to ${LONGEST_EVENT_TYPE}.`]
      : []),
    ...(keys > MOST_PAYLOAD_KEYS
      ? [
          `The client payload has ${keys} keys: GitHub takes at most ${MOST_PAYLOAD_KEYS} at its top level; nest them under one.`,
        ]
      : []),
    ...(size >= LARGEST_PAYLOAD
      ? [`The client payload is ${size} bytes large: GitHub takes less than ${LARGEST_PAYLOAD}.`]
      : []),
  ];
}

function refuse(messages: readonly string[]): void {
  if (messages.length > 0) throw new UserError(messages.map((message): Fault => ({ message })));
}
