import { type Fault, faultsOf, KnownError } from '../errors.ts';
import { type Clock, realClock } from '../time/clock.ts';
import { type InputSpec, type InputsOf, type Judge, readInputs, Unread } from './inputs.ts';
import { createLog, type Log } from './log.ts';
import { createLostOutputs } from './lost-outputs.ts';
import { createOutputs, type Outputs } from './outputs.ts';
import { Secrets } from './secrets.ts';
import { Cancelled, onCancellation } from './signals.ts';

/** All that an action may know of the machine it runs on. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths mean. */
  readonly workspace: string;
  readonly log: Log;
  readonly outputs: Outputs;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Aborts with `Cancelled` when the runner cancels the step. */
  readonly signal: AbortSignal;
}

/** Looks at inputs together, and at what they name here, without a request. Throws a UserError with all that is wrong. */
type InputsCheck<S extends InputSpec> = { check(given: InputsOf<S>, runner: Runner): unknown }['check'];

export interface Action<S extends InputSpec = InputSpec> {
  readonly inputs: S;
  /**
   * All of them are asked before `run`, whatever else is wrong: what one finds does not hide what the next would. One that asks for an
   * input that could not be read says nothing.
   */
  readonly checks?: readonly InputsCheck<S>[];
  /** What `run` itself looks at first, and what is too dear to be looked at twice: asked only where something is wrong already. */
  readonly besides?: readonly InputsCheck<S>[];
  /** Throws a KnownError to fail the step with its faults; whatever else it throws is reported as a defect of ours. */
  run(inputs: InputsOf<S>, runner: Runner): Promise<void>;
}

/** Declares an action with the types of its inputs inferred. */
export function defineAction<const S extends InputSpec>(action: Action<S>): Action<S> {
  return action;
}

/** Runs an action as a step of a job: its exit code is the step's outcome, its failures are annotations. */
export async function runAction<S extends InputSpec>(action: Action<S>): Promise<void> {
  const { env } = process;
  const secrets = new Secrets((commands) => process.stdout.write(commands));
  const log = createLog(
    (line) => process.stdout.write(line),
    env.RUNNER_DEBUG === '1',
    (text) => secrets.redact(text),
  );
  const signal = onCancellation();
  const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
  const lost = createLostOutputs();
  const runner: Runner = {
    env,
    workspace,
    log,
    secrets,
    signal,
    clock: realClock,
    outputs: createOutputs(env, secrets, lost),
  };
  try {
    const mask = (value: string, name: string) => {
      secrets.add(value, name);
      lost.readSecret(value, name);
      if (hasTinyLine(value)) log.warning(tinyLine(name));
    };
    const judge: Judge<S> = (given, isFaulty) => judged(action, given, { runner, isFaulty });
    await action.run(await readInputs(action.inputs, env, mask, judge), runner);
  } catch (error) {
    process.exitCode = 1;
    report(error, log);
    if (error instanceof KnownError) await listAll(error.faults, runner.outputs);
  }
  for (const warning of lost.warnings()) log.warning(warning);
}

/** The faults that the checks of an action find, each once. */
async function judged<S extends InputSpec>(
  { checks = [], besides = [] }: Action<S>,
  given: InputsOf<S>,
  { runner, isFaulty }: { readonly runner: Runner; readonly isFaulty: boolean },
): Promise<readonly Fault[]> {
  const asked = (some: readonly InputsCheck<S>[]) =>
    some.map((check) => () => unlessUnread(() => check(given, runner)));
  const found = await faultsOf(asked(checks));
  return isFaulty || found.length > 0 ? faultsOf([...asked(checks), ...asked(besides)]) : [];
}

async function unlessUnread(check: () => unknown): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
  }
}

/** Each line of a GitHub secret is a mask of its own, whatever its length. */
function hasTinyLine(secret: string): boolean {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  return lines.length > 1 && lines.some((line) => line.length === 1 || line.length === 2);
}

function tinyLine(name: string): string {
  return (
    `${name} has a line of one or two characters, such as a brace. GitHub masks every line of a secret, so it hides that ` +
    'text everywhere and drops every job output that has it. Write the secret as YAML, or as JSON on one line.'
  );
}

/** So many annotations of a kind GitHub shows of a step: the rest would stand in the log alone. */
const MOST_ANNOTATIONS = 10;

async function listAll(faults: readonly Fault[], outputs: Outputs): Promise<void> {
  if (faults.length <= MOST_ANNOTATIONS) return;
  const { code, escapeMarkdown } = await import('../text/markdown.ts');
  const lines = faults.map(({ message, file, line }) => {
    const place = file === undefined ? '' : `${code(line === undefined ? file : `${file}:${line}`)} `;
    return `- ${place}${escapeMarkdown(message)}`;
  });
  await outputs.summarise(`### ${faults.length} faults\n\n${lines.join('\n')}`);
}

function report(error: unknown, log: Log): void {
  if (error instanceof KnownError) {
    for (const fault of error.faults) log.error(fault.message, fault);
  } else if (error instanceof Cancelled) {
    log.error(error.message);
  } else {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    log.error(`Unexpected failure: ${message}. This is a defect of release-actions; please report it.`);
    log.debug(stack ?? message);
  }
}
