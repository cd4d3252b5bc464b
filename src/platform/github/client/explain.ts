import type { Reply } from '../../net/transport.ts';
import { isHtml } from './answer.ts';
import { causes } from './refusal-causes.ts';
import type { RefusalCause, RefusalFacts } from './refusal-facts.ts';

interface Refusal {
  readonly reply: Pick<Reply, 'status' | 'headers' | 'bytes'>;
  /** GitHub's own message. */
  readonly said: string;
  /** As `POST /repos/{owner}/{repo}/dispatches`. */
  readonly route: string;
  /** The caller's own sentence for a status. */
  readonly overrides?: Partial<Record<number, string>> | undefined;
}

/** The likely cause of a refusal and what to do about it, in one or two sentences. */
export function explain({ reply, said, route, overrides }: Refusal): string {
  const own = overrides?.[reply.status];
  if (own !== undefined) return own;
  if (reply.status >= 500) return 'GitHub itself failed; its state is on https://www.githubstatus.com.';
  const html = isHtml(new TextDecoder().decode(reply.bytes.subarray(0, 200)), reply.headers);
  const facts: RefusalFacts = { route, said, headers: reply.headers, html };
  const cause = causes.find((one) => fits(one, reply.status, facts));
  if (!cause) return 'GitHub refused it.';
  return typeof cause.say === 'string' ? cause.say : cause.say(facts);
}

function fits(cause: RefusalCause, status: number, facts: RefusalFacts): boolean {
  return (
    cause.status.includes(status) &&
    (cause.route?.test(facts.route) ?? true) &&
    (cause.said?.test(facts.said) ?? true) &&
    (cause.when?.(facts) ?? true)
  );
}
