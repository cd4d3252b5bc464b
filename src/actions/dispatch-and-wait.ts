import { randomBytes } from 'node:crypto';
import { cancelChild, type DispatchAndWait, dispatchAndWait, type Outcome } from '../engine/runs/dispatch-and-wait.ts';
import { announce, targetName, writeOutcome } from '../engine/runs/outcome-report.ts';
import { preflight } from '../engine/runs/preflight.ts';
import { KnownError, UserError } from '../platform/errors.ts';
import type { GitHubClient } from '../platform/github/client/client.ts';
import type { Runner } from '../platform/runner/action.ts';
import { defineAction } from '../platform/runner/action.ts';
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
} from '../platform/runner/inputs.ts';
import { Cancelled } from '../platform/runner/signals.ts';
import { connectionInputs, connectTo } from './setup/connect-github.ts';

const inputs = {
  ...connectionInputs,
  'dry-run': optional(flag, false),
  repository: required(repository),
  workflow: optional(text),
  ref: optional(text, 'main'),
  inputs: optional(map, {}),
  'event-type': optional(text),
  'client-payload': optional(data, {}),
  wait: optional(flag, true),
  timeout: optional(duration, 3_600_000),
  'on-timeout': optional(oneOf('fail', 'cancel'), 'fail'),
  'cancel-with-caller': optional(flag, true),
  'nonce-input': optional(text),
  'retry-failed-jobs': optional(wholeNumber(0, 10), 0),
  'outputs-artifact': optional(text),
  'accept-conclusions': optional(list, []),
} as const;

type Inputs = InputsOf<typeof inputs>;

/** Starts a workflow of another repository, finds exactly that run, waits for it, and is green only when it is. */
export default defineAction({
  inputs,
  async run(given, runner) {
    const target = targetOf(given);
    const client = connectTo(given.repository, given, runner);
    const nonce = given.nonceInput === undefined ? undefined : `ra-${randomBytes(8).toString('hex')}`;
    const wanted: DispatchAndWait = { ...given, target: withNonce(target, given.nonceInput, nonce), nonce };
    if (given.dryRun) return rehearse(wanted, given.nonceInput, { runner, client });
    const outcome: Outcome = { startedAt: runner.clock.now(), failedJobs: [] };
    try {
      runner.log.info(announce(wanted));
      await dispatchAndWait(wanted, { runner, client, outcome });
    } catch (error) {
      if (error instanceof Cancelled) outcome.problem = await cancelled(wanted, error, { runner, client, outcome });
      else if (error instanceof KnownError) outcome.problem = error.message;
      else throw error;
    } finally {
      await writeOutcome(wanted, outcome, runner);
    }
    if (outcome.problem !== undefined) throw new UserError(outcome.problem);
  },
});

async function rehearse(
  { repository, target }: DispatchAndWait,
  nonceInput: string | undefined,
  { runner, client }: { runner: Runner; client: GitHubClient },
): Promise<void> {
  const problems = await preflight(client, { repository, target, ...(nonceInput === undefined ? {} : { nonceInput }) });
  if (problems.length > 0) throw new UserError(problems.map((message) => ({ message })));
  runner.log.info(`Dry run: ${targetName(target)} in ${repository} can be dispatched. Nothing was started.`);
}

async function cancelled(
  { repository, cancelWithCaller }: DispatchAndWait,
  { message }: Cancelled,
  { runner, client, outcome }: { runner: Runner; client: GitHubClient; outcome: Outcome },
): Promise<string> {
  const { run } = outcome;
  if (!run) return `${message} Whether a run was started is not known: look at the Actions page of ${repository}.`;
  if (!cancelWithCaller) return `${message} ${run.url} goes on, as cancel-with-caller is false.`;
  return `${message} ${await cancelChild(repository, { runner, client, outcome, run })}`;
}

type Target =
  | { readonly workflow: string; readonly ref: string; readonly inputs: Readonly<Record<string, string>> }
  | { readonly eventType: string; readonly clientPayload: Readonly<Record<string, unknown>> };

/** What is to be dispatched; everything that is wrong with the combination of inputs is reported at once. */
function targetOf(given: Inputs): Target {
  const { workflow, eventType, clientPayload, nonceInput, wait, ref } = given;
  const faults: string[] = [];
  if ((workflow === undefined) === (eventType === undefined)) {
    faults.push('Give either workflow (and inputs) or event-type (and client-payload), not both and not neither.');
  }
  if (typeof clientPayload !== 'object' || Array.isArray(clientPayload)) {
    faults.push('Input client-payload: expected a map, as JSON or YAML.');
  }
  if (eventType !== undefined && wait && nonceInput === undefined) {
    faults.push(
      'Input nonce-input is missing: GitHub never says which run an event started, so waiting needs a key of the client payload ' +
        'that carries a nonce, and a run-name in the target workflow that shows it: run-name: … [${{ github.event.client_payload.nonce }}].',
    );
  }
  if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
  if (workflow !== undefined) return { workflow, ref, inputs: given.inputs };
  return { eventType: eventType ?? '', clientPayload: clientPayload as Record<string, unknown> };
}

function withNonce(target: Target, name: string | undefined, nonce: string | undefined): Target {
  if (name === undefined || nonce === undefined) return target;
  if ('eventType' in target) return { ...target, clientPayload: { ...target.clientPayload, [name]: nonce } };
  return { ...target, inputs: { ...target.inputs, [name]: nonce } };
}
