import { UserError } from '../../platform/errors.ts';
import { sha256Of } from '../../platform/files/file-digest.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { type RunContext, runContext, runUrl } from '../../platform/runner/context.ts';
import { type Fact, isAtLeast, type Severity, severityOf } from '../../train/telling/fact.ts';

interface Given {
  readonly event: string | undefined;
  readonly severity: Severity | undefined;
  readonly text: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly component: string | undefined;
  readonly environment: string | undefined;
  /** One problem; where it is resolved, perhaps others that end with it. */
  readonly key: readonly string[] | undefined;
  readonly resolves: boolean;
  readonly once: boolean;
}

const EVENT = /^[a-z][a-z0-9-]{0,63}$/;
const LONGEST_TEXT = 10_000;

/** The fact that the inputs of a `notify` step tell. Throws a UserError with every fault. */
export function factOf(given: Given, { env, clock }: Pick<Runner, 'env' | 'clock'>): Fact {
  const { event, severity: chosen, text, title, url, component, environment } = given;
  if (event === undefined)
    throw new UserError('Input event is missing: it says what happened, such as failed, or a word of your own.');
  if (!EVENT.test(event))
    throw new UserError(
      `Input event: ${JSON.stringify(event.slice(0, 80))} is no event; expected a word of lower-case letters, digits and hyphens.`,
    );
  const severity = chosen ?? severityOf(event);
  const context = runContext(env);
  const [key = `${context.workflow ?? 'workflow'}/${environment ?? 'release'}`, ...others] = given.key ?? [];
  if (others.length > 0 && !given.resolves)
    throw new UserError(
      `Input key: ${given.key?.length} keys, one a line; only what resolves ends several problems, and all else has one.`,
    );
  // What recurs has an end, too.
  const isProblem = isAtLeast(severity, given.once ? 'warning' : 'error') && !given.resolves;
  const where = url ?? runUrl(context);
  const said = (text ?? title ?? event).slice(0, LONGEST_TEXT);
  return {
    id: idOf({ event, severity, text, title, component, environment, key }, given.once ? dayOf(clock.now()) : context),
    kind: event,
    severity,
    at: clock.now(),
    ...(component !== undefined && { component }),
    ...(environment !== undefined && { environment }),
    text: said,
    ...(where && { url: where }),
    ...(isProblem && { problem: key }),
    ...(given.resolves && { resolves: key }),
  };
}

/** Throws a UserError where something is acknowledged that the operation does not look at. */
export function verifyAcknowledge(given: {
  readonly acknowledge: string | undefined;
  readonly operation: string;
}): void {
  if (given.acknowledge !== undefined && given.operation !== 'escalate')
    throw new UserError('Input acknowledge: it belongs to operation: escalate.');
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The same step of the same attempt of a run that says the same tells the same fact; or whoever says the same on a day. */
function idOf(said: Readonly<Record<string, string | undefined>>, context: RunContext | string): string {
  const content = sha256Of(JSON.stringify(said)).slice(0, 24);
  if (typeof context === 'string') return [said.event, content, context].join('/');
  const { runId = 'local', runAttempt = '1', job = '', step = '' } = context;
  return [`run-${runId}`, runAttempt, said.event, job, step, content.slice(0, 12)].join('/');
}
