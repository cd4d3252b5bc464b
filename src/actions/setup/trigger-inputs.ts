import { UserError } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { ownRepository } from '../../platform/runner/context.ts';
import {
  flag,
  type InputsOf,
  list,
  oneOf,
  optional,
  repository,
  required,
  secret,
  text,
} from '../../platform/runner/inputs.ts';
import { connectionInputs, connectTo, verifyApp } from './connect-github.ts';
import { globMap } from './glob-map.ts';

/** The inputs of trigger-hub. */
export const triggerInputs = {
  ...connectionInputs,
  hub: required(repository),
  'event-type': optional(text),
  components: optional(list),
  paths: optional(globMap),
  'source-token': secret(optional(text)),
  context: optional(text, 'hub'),
  operation: optional(oneOf('send', 'self-test'), 'send'),
  'dry-run': optional(flag, false),
};

/** The client that reads what changed here. */
export function connectSource(
  { sourceToken, token, apiUrl }: Pick<InputsOf<typeof triggerInputs>, 'sourceToken' | 'token' | 'apiUrl'>,
  runner: Runner,
  repository: string,
) {
  return connectTo(repository, { token: sourceToken ?? token, apiUrl }, runner);
}

type Given = InputsOf<typeof triggerInputs>;

/** What is wrong with them together, or with the connections. */
export const triggerChecks = [
  verifyApp,
  (given: Given, runner: Runner) => connectTo(given.hub, given, runner),
  (given: Given, runner: Runner) => connectSource(given, runner, ownRepository(runner.env)),
  ({ operation, eventType }: Given) => {
    if (operation === 'send' && eventType === undefined)
      throw new UserError('Input event-type is missing: what is the hub told, such as services-changed?');
  },
  ({ components, paths }: Given) => {
    if (components && paths)
      throw new UserError('Give components or paths, not both: paths say which components changed.');
  },
];
