import { type DeliveryOutcome, failuresOf } from '../../operations/notify/send.ts';
import { UserError } from '../../platform/errors.ts';
import { writeJson } from '../../platform/files/json-file.ts';
import type { Runner } from '../../platform/runner/action.ts';
import type { Fact } from '../../train/telling/fact.ts';

interface Reported {
  readonly given: { readonly operation: string; readonly required: boolean };
  readonly fact: Fact | undefined;
  readonly runner: Runner;
}

/**
 * What was delivered and what was not, for later steps and for people. Throws a UserError with each that failed, unless a
 * failure only warns.
 */
export async function reportOutcomes(
  outcomes: readonly DeliveryOutcome[],
  { given, fact, runner }: Reported,
): Promise<void> {
  const { outputs, log } = runner;
  const failed = failuresOf(outcomes);
  const delivered = outcomes.flatMap((one) =>
    'ref' in one ? [{ channel: one.channel, fact: one.fact, ref: one.ref }] : [],
  );
  const issue = delivered.map(({ ref }) => /^https?:\/\/[^\s]+\/issues\/(\d+)$/.exec(ref)?.[1]).find(Boolean);
  const report = { operation: given.operation, fact, delivered, failed };
  await outputs.set('delivered', delivered);
  await outputs.set('failed', failed);
  await outputs.set('problem', fact?.problem ?? fact?.resolves);
  await outputs.set('issue-number', issue);
  await outputs.set('report', await writeJson(report, runner, { file: '.release-actions/notify.json' }));
  for (const { channel, ref } of delivered) log.info(`Channel ${channel}: delivered${ref ? ` (${ref})` : ''}.`);
  const messages = failed.map(({ channel, reason }) => `Channel ${channel}: ${reason}`);
  // A test is there to find this out.
  if (messages.length > 0 && (given.required || given.operation === 'test'))
    throw new UserError(messages.map((message) => ({ message })));
  for (const message of messages) log.warning(message);
}
