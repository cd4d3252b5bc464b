import type { Fact } from '../../train/telling/fact.ts';
import type { Message } from '../../train/telling/message.ts';

/** What a channel is tried with: an issue is opened and closed again, everything else is told once. */
export function testMessages(
  channel: { readonly name: string; readonly kind: string },
  { id, now, by }: TestOptions,
): Message[] {
  const { name, kind } = channel;
  const text = `This is a test of the channel ${name}, by ${by}. Nothing happened.`;
  const test: Fact = { id: `${id}/test/${name}`, kind: 'test', severity: 'info', at: now, text };
  const message = (fact: Fact): Message => ({
    topic: test.id,
    title: `Test of ${name}`,
    severity: fact.severity,
    facts: [fact],
  });
  if (kind !== 'issue') return [message(test)];
  const problem = `test/${name}`;
  const over: Fact = { ...test, id: `${test.id}/over`, text: 'The test is over.', resolves: problem };
  return [message({ ...test, severity: 'error', problem }), message(over)];
}

interface TestOptions {
  readonly id: string;
  readonly now: number;
  /** Who tries it, and where. */
  readonly by: string;
}
