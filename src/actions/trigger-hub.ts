import { payloadOf, SELF_TEST } from '../operations/hub/hub-event.ts';
import { type Trigger, trigger } from '../operations/hub/trigger.ts';
import { answerWarning, triggerSummary } from '../operations/hub/trigger-text.ts';
import { askedComponents } from '../operations/hub/what-changed.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { ownRepository } from '../platform/runner/context.ts';
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
} from '../platform/runner/inputs.ts';
import { connectionInputs, connectTo, verifyApp } from './setup/connect-github.ts';
import { globMap } from './setup/glob-map.ts';
import { ownPush } from './setup/own-push.ts';

const inputs = {
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
function connectSource(
  { sourceToken, token, apiUrl }: Pick<InputsOf<typeof inputs>, 'sourceToken' | 'token' | 'apiUrl'>,
  runner: Runner,
  repository: string,
) {
  return connectTo(repository, { token: sourceToken ?? token, apiUrl }, runner);
}

/** Tells the hub what changed here, and looks whether it heard. */
export default defineAction({
  inputs,
  checks: [
    verifyApp,
    (given, runner) => connectTo(given.hub, given, runner),
    (given, runner) => connectSource(given, runner, ownRepository(runner.env)),
    ({ operation, eventType }) => {
      if (operation === 'send' && eventType === undefined)
        throw new UserError('Input event-type is missing: what is the hub told, such as services-changed?');
    },
    ({ components, paths }) => {
      if (components && paths)
        throw new UserError('Give components or paths, not both: paths say which components changed.');
    },
  ],
  async run(given, runner) {
    const { log, outputs, signal, clock } = runner;
    const isTest = given.operation === 'self-test';
    const eventType = isTest ? SELF_TEST : (given.eventType ?? '');
    const context = isTest ? `${given.context}/self-test` : given.context;
    const push = await ownPush(runner.env);
    const source = connectSource(given, runner, push.repository);
    const hub = connectTo(given.hub, given, runner);
    const changed = await askedComponents(given, { ...push, repository: source }, signal);
    await outputs.set('components', changed.components);
    await outputs.set('reason', changed.reason);
    if (given.paths && changed.components.length === 0) {
      log.notice(`Nothing that the hub cares for changed (${changed.reason}): no event is sent.`);
      return outputs.set('triggered', false);
    }
    const event: Trigger = { hub, eventType, payload: payloadOf(push, changed), context };
    log.info(`${eventType} for ${hub}: ${changed.components.join(', ') || 'every component'} (${changed.reason})`);
    if (given.dryRun) {
      log.info(`Dry run: nothing is sent. ${JSON.stringify(event.payload)}`);
      return outputs.set('triggered', false);
    }
    const answered = await trigger(event, { source, clock, signal });
    await outputs.set('triggered', true);
    const warning = answerWarning(event, answered);
    if (warning === undefined) log.info(`The hub answered on the commit: ${event.context}.`);
    else if (isTest) throw new UserError(warning);
    else log.warning(warning);
    await outputs.summarise(triggerSummary(event, changed.reason, answered));
  },
});
