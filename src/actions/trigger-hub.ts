import { payloadOf, SELF_TEST } from '../operations/hub/hub-event.ts';
import { type Trigger, trigger } from '../operations/hub/trigger.ts';
import { answerWarning, triggerSummary } from '../operations/hub/trigger-text.ts';
import { askedComponents } from '../operations/hub/what-changed.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { connectTo } from './setup/connect-github.ts';
import { ownPush } from './setup/own-push.ts';
import { connectSource, triggerChecks, triggerInputs } from './setup/trigger-inputs.ts';

/** Tells the hub what changed here, and looks whether it heard. */
export default defineAction({
  inputs: triggerInputs,
  checks: triggerChecks,
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
