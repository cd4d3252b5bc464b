import { route } from '../operations/notify/choose-channels.ts';
import { acknowledge, escalateDue } from '../operations/notify/escalate.ts';
import type { DeliveryOutcome } from '../operations/notify/send.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { runContext } from '../platform/runner/context.ts';
import { flag, type InputsOf, lines, oneOf, optional, text, url } from '../platform/runner/inputs.ts';
import type { Fact } from '../train/telling/fact.ts';
import { factOf, verifyAcknowledge } from './setup/notify-fact.ts';
import { reportOutcomes } from './setup/notify-report.ts';
import { type NotifyWorld, notifyWorldChecks, notifyWorldInputs, openNotifyWorld } from './setup/notify-world.ts';
import { tellFact, tryChannels } from './setup/tell-fact.ts';

const inputs = {
  ...notifyWorldInputs,
  event: optional(text),
  severity: optional(oneOf('info', 'warning', 'error', 'critical')),
  title: optional(text),
  text: optional(text),
  url: optional(url),
  component: optional(text),
  environment: optional(text),
  key: optional(lines),
  resolves: optional(flag, false),
  once: optional(flag, false),
  operation: optional(oneOf('send', 'test', 'escalate'), 'send'),
  acknowledge: optional(text),
  required: optional(flag, false),
  'dry-run': optional(flag, false),
} as const;

type Inputs = InputsOf<typeof inputs>;

/** Tells people and systems of something, tries channels, or escalates what nobody acts on. */
export default defineAction({
  inputs,
  checks: [
    (given, runner) => given.operation === 'send' && factOf(given, runner),
    verifyAcknowledge,
    ...notifyWorldChecks,
  ],
  besides: [openNotifyWorld],
  async run(given, runner) {
    const fact = given.operation === 'send' ? factOf(given, runner) : undefined;
    const world = await openNotifyWorld(given, runner);
    if (given.dryRun) return rehearse(given, world, { fact, runner });
    const outcomes = fact
      ? await tellFact(fact, given, { world, runner })
      : given.operation === 'test'
        ? await tryChannels(world, runner)
        : await escalate(given, world, runner);
    await reportOutcomes(outcomes, { given, fact, runner });
  },
});

function rehearse(
  given: Inputs,
  { notifications, channels }: NotifyWorld,
  { fact, runner }: { fact: Fact | undefined; runner: Runner },
): void {
  const names = fact ? route(notifications, given.only, fact) : channels.map(({ name }) => name);
  runner.log.info(`Dry run: ${names.length > 0 ? names.join(', ') : 'nobody'} would be told. Nothing was sent.`);
}

async function escalate(
  given: Inputs,
  world: NotifyWorld,
  { clock, signal, log, env }: Runner,
): Promise<readonly DeliveryOutcome[]> {
  const options = { ...world, clock, signal, onTrouble: (message: string) => log.warning(message) };
  if (given.acknowledge !== undefined) {
    const done = await acknowledge(options, given.acknowledge, runContext(env).actor ?? 'somebody');
    log.notice(done ? `${given.acknowledge} is acknowledged.` : `There is no open problem ${given.acknowledge}.`);
    return [];
  }
  const { outcomes, nextAt } = await escalateDue(options);
  const next = nextAt === undefined ? 'Nothing else waits.' : `The next is due ${new Date(nextAt).toISOString()}.`;
  log.info(outcomes.length === 0 ? `Nothing is due to be escalated. ${next}` : next);
  return outcomes;
}
