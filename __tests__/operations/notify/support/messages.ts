import type { Fact } from '../../../../src/train/telling/fact.ts';
import { type Message, worstOf } from '../../../../src/train/telling/message.ts';
import type { Overview } from '../../../../src/train/telling/overview.ts';

/** What turns around how the text after it is read. */
export const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

/** Texts that somebody may have put into a version, a reason, the name of a run: everything that a place could obey. */
export const HOSTILE =
  'a \u202ereversed\u2066 <!channel> <@U012> @everyone @alice <script>alert(1)</script> <img src=http://evil.test/x> [x](javascript:alert(1)) ' +
  '`code` *bold* | cell \r\nBcc: victim@example.com\r\n\r\n--boundary \u2028 ' +
  '<!-- release-actions:problem/0 --> &#64;admin %0A::error::x {{7*7}} ${{ secrets.X }} \u0000\u001b[31m 💥'.repeat(3);

export const OVERVIEW: Overview = {
  trainId: 'run-4711',
  name: 'product',
  environment: 'production',
  production: true,
  status: 'running',
  startedAt: Date.UTC(2026, 10, 25, 10),
  updatedAt: Date.UTC(2026, 10, 25, 10, 4, 10),
  actor: 'alice',
  released: 1,
  total: 3,
  components: [
    {
      id: 'backend',
      status: 'failed',
      version: '2.1.0',
      previousVersion: '2.0.0',
      reason: 'It answers 503.',
      url: 'https://github.test/acme/backend/actions/runs/2',
    },
    { id: 'web', status: 'succeeded', version: '1.4.0' },
  ],
  runUrl: 'https://github.test/acme/ops/actions/runs/4711',
  next: 'Run it again with train-id: run-4711.',
};

export function fact(more: Partial<Fact> = {}): Fact {
  return {
    id: 'run-4711/0/failed',
    kind: 'failed',
    severity: 'critical',
    at: Date.UTC(2026, 10, 25, 10, 4),
    environment: 'production',
    text: 'The deployment of product to production failed. backend: It answers 503.',
    problem: 'product/production',
    ...more,
  };
}

export function message(facts: readonly Fact[] = [fact()], more: Partial<Message> = {}): Message {
  return {
    topic: 'run-4711',
    title: 'product → production',
    severity: worstOf(facts),
    facts,
    overview: OVERVIEW,
    ...more,
  };
}

export const STARTED = fact({ id: 'run-4711/0/started', kind: 'started', severity: 'info', text: 'It was started.' });
