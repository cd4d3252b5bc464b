import { Undelivered } from '../../engine/drive/channel.ts';
import type { Network } from '../../platform/net/network.ts';
import { RequestError } from '../../platform/net/request-error.ts';
import { retryAfterMs } from '../../platform/net/retry-after.ts';
import { safeRequest } from '../../platform/net/safe-request.ts';

export interface Post {
  readonly network: Network;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether success is what the answer says, and not its status alone. */
  readonly readsAnswer?: boolean;
  readonly signal: AbortSignal;
}

export interface PostAnswer {
  readonly status: number;
  readonly text: string;
  /** Milliseconds that it asks to be left alone. */
  readonly retryAfterMs: number | undefined;
}

const TIMEOUT_MS = 14_000;
const LARGEST_ANSWER = 64 * 1024;
/** Said by servers that may take the same message another time. */
const PASSING: readonly number[] = [408, 425, 429];

/** Posts JSON once, without following redirects: they would carry the message, and what signs it, elsewhere. Throws Undelivered. */
export async function postJson({
  network,
  url,
  headers = {},
  body,
  readsAnswer = false,
  signal,
}: Post): Promise<PostAnswer> {
  try {
    const answer = await safeRequest(url, {
      network,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
      // That of a webhook lets everybody in who knows it.
      isSecret: true,
      signal,
      timeoutMs: TIMEOUT_MS,
      maxRedirects: 0,
      maxBytes: LARGEST_ANSWER,
      // Who has taken it is not told again because what he says then has no end.
      isKnownBy: readsAnswer ? undefined : isSuccess,
    });
    return { status: answer.status, text: answer.text, retryAfterMs: retryAfterMs(answer.headers, Date.now()) };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    // What our own rules refuse is refused until somebody changes something.
    throw new Undelivered(`${error.message}.`, { retry: error.failure === 'refused' ? 'later' : 'soon' });
  }
}

/** Throws Undelivered unless the answer is a success; `explained` has a word for statuses that mean something special. */
export function verifyTaken(answer: PostAnswer, url: string, explained: Readonly<Record<number, string>> = {}): void {
  const { status, text, retryAfterMs } = answer;
  if (isSuccess(status)) return;
  const { host } = new URL(url);
  const said = text.trim().slice(0, 200);
  const quote = said === '' ? '' : ` (${JSON.stringify(said)})`;
  const own = explained[status];
  if (status === 410) {
    const gone =
      own ?? 'The receiver is gone for good; take the channel out of the manifest, or give it a new address.';
    throw new Undelivered(`${host} answered 410${quote}. ${gone}`, { retry: 'never' });
  }
  if (status >= 300 && status < 400)
    throw new Undelivered(
      `${host} answered ${status}: redirects are not followed. Put the final address into the secret.`,
      { retry: 'later' },
    );
  const isPassing = status >= 500 || PASSING.includes(status);
  throw new Undelivered(`${host} answered ${status}${quote}.${own ? ` ${own}` : ''}`, {
    retry: isPassing ? 'soon' : 'later',
    retryAfterMs,
  });
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
