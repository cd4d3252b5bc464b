import type { HubPayload } from '../operations/hub/hub-event.ts';
import { SELF_TEST } from '../operations/hub/hub-event.ts';
import { type Trigger, trigger } from '../operations/hub/trigger.ts';
import { answerWarning, triggerSummary } from '../operations/hub/trigger-text.ts';
import { type Changed, whatChanged } from '../operations/hub/what-changed.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
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
import { connectionInputs, connectTo } from './setup/connect-github.ts';
import { globMap } from './setup/glob-map.ts';
import { type OwnPush, ownPush } from './setup/own-push.ts';

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

type Inputs = InputsOf<typeof inputs>;

/** Tells the hub what changed here, and looks whether it heard. */
export default defineAction({
  inputs,
  async run(given, runner) {
    const { log, outputs, signal, clock } = runner;
    const eventType = given.operation === 'self-test' ? SELF_TEST : given.eventType;
    if (eventType === undefined)
      throw new UserError('Input event-type is missing: what is the hub told, such as services-changed?');
    if (given.components && given.paths)
      throw new UserError('Give components or paths, not both: paths say which components changed.');
    const push = await ownPush(runner.env);
    const sourceClient = connectTo(
      push.repository,
      { token: given.sourceToken ?? given.token, apiUrl: given.apiUrl },
      runner,
    );
    const hubClient = connectTo(given.hub, given, runner);
    const changed = await changedComponents(given, push, { client: sourceClient, runner });
    await outputs.set('components', changed.components);
    await outputs.set('reason', changed.reason);
    if (given.paths && changed.components.length === 0) {
      log.notice(`Nothing that the hub cares for changed (${changed.reason}): no event is sent.`);
      return outputs.set('triggered', false);
    }
    const event: Trigger = { hub: given.hub, eventType, payload: payloadOf(push, changed), context: contextOf(given) };
    log.info(
      `${eventType} for ${given.hub}: ${changed.components.join(', ') || 'every component'} (${changed.reason})`,
    );
    if (given.dryRun) {
      log.info(`Dry run: nothing is sent. ${JSON.stringify(event.payload)}`);
      return outputs.set('triggered', false);
    }
    const answered = await trigger(event, { hubClient, sourceClient, clock, signal });
    await outputs.set('triggered', true);
    const warning = answerWarning(event, answered);
    if (warning === undefined) log.info(`The hub answered on the commit: ${event.context}.`);
    else if (given.operation === 'self-test') throw new UserError(warning);
    else log.warning(warning);
    await outputs.summarise(triggerSummary(event, changed.reason, answered));
  },
});

function contextOf({ operation, context }: Inputs): string {
  return operation === 'self-test' ? `${context}/self-test` : context;
}

async function changedComponents(
  { components, paths, operation }: Inputs,
  push: OwnPush,
  { client, runner }: { client: Parameters<typeof whatChanged>[0]; runner: Runner },
): Promise<Changed> {
  if (operation === 'self-test') return { components: [], reason: 'a self-test' };
  if (paths) return whatChanged(client, paths, push, { signal: runner.signal });
  return { components: components ?? [], reason: components ? 'as the workflow says' : 'the workflow names none' };
}

function payloadOf({ repository: source_repo, ref, sha, before, run }: OwnPush, changed: Changed): HubPayload {
  return { format: 1, source_repo, ref, sha, before: before ?? null, component: changed.components.join(','), run };
}
