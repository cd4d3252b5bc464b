import { UserError } from '../../platform/errors.ts';
import { writeJson } from '../../platform/files/json-file.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { changedFields, describeOutcome, type Task } from './outcome-text.ts';
import type { RegisterOutcome } from './register.ts';
import { outcomeSummary } from './register-summary.ts';

type Teller = Pick<Runner, 'outputs' | 'log' | 'workspace' | 'env' | 'secrets'>;

/** Larger documents are handed on by file only: the outputs of a job share 1 MB. */
const LARGEST_OUTPUT = 256 * 1024;

/** Hands a discovery document on whole: as a file, and as an output where it is small enough. */
export async function handOn(document: unknown, file: string | undefined, runner: Teller): Promise<void> {
  const path = await writeJson(document, runner, { file, standard: 'discovery.json' });
  await runner.outputs.set('discovery-file', path);
  const { length } = JSON.stringify(document);
  if (length <= LARGEST_OUTPUT) return runner.outputs.set('discovery', document);
  runner.log.notice(`The discovery document has ${length} characters: it is in ${path}, not in the output discovery.`);
}

/** Tells an outcome: outputs, summary and log. Throws a UserError for one that failed, unless failing only warns. */
export async function tellOutcome(
  task: Task,
  outcome: RegisterOutcome,
  { runner, registryUrl, onFailure }: { runner: Teller; registryUrl: string; onFailure: 'fail' | 'warn' },
): Promise<void> {
  const { outputs, log } = runner;
  await outputs.set('result', outcome.result);
  if (outcome.result === 'failed' || task.name !== undefined) {
    await outputs.set('registered', isRegistered(task, outcome));
  }
  await outputs.set('service', outcome.service);
  await outputs.summarise(outcomeSummary(task, outcome, registryUrl));
  const text = describeOutcome(task, outcome);
  for (const note of outcome.notes) log.info(note);
  if (outcome.result === 'failed') {
    const message = `${text}: ${outcome.reason}`;
    if (onFailure === 'fail') throw new UserError(message);
    return log.warning(`${message} The step goes on because of on-failure: warn; registered is false.`);
  }
  for (const { field, expected, found } of changedFields(outcome)) {
    log.info(`${field}: ${found || '(none)'} → ${expected || '(none)'}`);
  }
  if (outcome.pending) return log.notice(`${text}: it is not in force before a person merges ${outcome.pending}`);
  return log.info(`${text}.`);
}

/** Whether the registry holds the service now; what waits for a person is not in force. */
function isRegistered({ operation }: Task, outcome: RegisterOutcome): boolean {
  if (operation !== 'deregister' && outcome.result === 'failed') return false;
  return outcome.service !== undefined && !('pending' in outcome);
}
