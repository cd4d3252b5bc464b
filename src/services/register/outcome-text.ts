import type { Difference } from '../service.ts';
import type { RegisterOutcome, Registration } from './register.ts';

export type Operation = 'register' | 'status' | 'discover' | 'refresh' | 'deregister';

/** What a step was asked to do. */
export interface Task {
  readonly operation: Operation;
  /** The service; discovery can be fetched without one. */
  readonly name: string | undefined;
  /** The status to set, for the operation `status`. */
  readonly status: string;
  readonly dryRun: boolean;
}

/** What came of an task, in one plain sentence without its full stop. */
export function describeOutcome(task: Task, outcome: RegisterOutcome): string {
  if (outcome.result === 'failed') return `Could not ${describeTask(task)}`;
  if (outcome.result === 'unchanged') return nothingToDo(task, outcome);
  const asked = outcome.result === 'updated' && task.operation === 'register' ? CHANGE_RECORD : describeTask;
  if (outcome.pending !== undefined) return `Proposed to ${asked(task)}`;
  if (task.dryRun) return `Would ${asked(task)}`;
  return done(task, outcome);
}

/** What changed, where the sentence does not say it all: that a record came or went is in there. */
export function changedFields({ changes }: Registration): readonly Difference[] {
  return changes.filter(({ field }) => field !== 'registration');
}

const CHANGE_RECORD = ({ name }: Task) => `update the registration of ${name}`;

function describeTask({ operation, name, status }: Task): string {
  switch (operation) {
    case 'register':
      return `register ${name}`;
    case 'status':
      return `set the status of ${name} to ${status}`;
    case 'deregister':
      return `remove ${name} from the registry`;
    case 'discover':
      return 'fetch the discovery document';
    case 'refresh':
      return 'refresh the discovery document';
  }
}

function done({ operation, name, status }: Task, { result, service }: Registration): string {
  const version = service?.version === undefined ? '' : ` in version ${service.version}`;
  switch (operation) {
    case 'register':
      return result === 'created' ? `Registered ${name}${version}` : `Updated the registration of ${name}`;
    case 'status':
      return `Set the status of ${name} to ${status}`;
    case 'deregister':
      return `Removed ${name} from the registry`;
    case 'discover':
      return 'Fetched the discovery document';
    case 'refresh':
      return 'Refreshed the discovery document';
  }
}

function nothingToDo({ operation, name, status }: Task, { service }: Registration): string {
  const version = service?.version === undefined ? '' : ` in version ${service.version}`;
  switch (operation) {
    case 'register':
      return `${name} is registered already${version}, just as it should be: nothing was written`;
    case 'status':
      return `The status of ${name} is ${status} already: nothing was written`;
    case 'deregister':
      return `${name} is not in the registry: there was nothing to remove`;
    case 'discover':
      return 'Fetched the discovery document';
    case 'refresh':
      return 'Fetched the discovery document as it is';
  }
}
