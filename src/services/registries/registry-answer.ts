import { KnownError } from '../../platform/errors.ts';
import { retryAfterMs } from '../../platform/net/retry-after.ts';
import { WEB_PAGE } from '../../platform/net/web-page.ts';
import { isRecord, isText, mapOf, parsedJson } from '../../platform/records.ts';
import { parseWellFormed } from '../../platform/text/well-formed.ts';
import type { HttpAnswer } from './http-call.ts';

/**
 * `unreachable`: no answer; `server`: 5xx; both leave open whether a write happened. `precondition`: somebody else changed
 * the record (412). `conflict`: the registry refuses what we want to write (409). The rest is final.
 */
type ProblemKind = 'unreachable' | 'server' | 'precondition' | 'conflict' | 'refused' | 'unreadable';

/** A request that a registry did not fulfil, in words that say what to do about it. */
export class RegistryProblem extends KnownError {
  override name = 'RegistryProblem';
  readonly problem: ProblemKind;
  constructor(problem: ProblemKind, message: string, options?: ErrorOptions) {
    super(problem === 'unreachable' || problem === 'server' ? 'passing' : 'fault', message, options);
    this.problem = problem;
  }
}

export interface RegistryReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; undefined where the body is empty. */
  readonly body: unknown;
}

/** A registry that asks for a longer pause than this is not waited for. */
export const LONGEST_PAUSE_MS = 30_000;

/** A registry that is busy, and when it wants to be asked again (ms). */
export class Throttled extends RegistryProblem {
  readonly retryAfter: number;
  constructor(message: string, retryAfter: number) {
    super('server', message);
    this.retryAfter = retryAfter;
  }
}

/** The reply in an HTTP answer; throws the RegistryProblem that it is, with what to do about it. */
export function interpret(what: string, answer: HttpAnswer): RegistryReply {
  const problem = problemOf(what, answer);
  if (problem) throw problem;
  const text = answer.text.trim();
  if (text === '') return { status: answer.status, headers: answer.headers, body: undefined };
  try {
    return { status: answer.status, headers: answer.headers, body: parseWellFormed(text) };
  } catch {
    // Servers answer a missing record with any text; only a web page says that this is no registry at all.
    if (answer.status === 404) return { status: 404, headers: answer.headers, body: undefined };
    throw new RegistryProblem('unreadable', `${what} answered ${answer.status} with invalid JSON: ${excerpt(text)}`);
  }
}

function problemOf(what: string, answer: HttpAnswer): RegistryProblem | undefined {
  const { status } = answer;
  const said = `${what} answered ${status}`;
  if (status === 429 || status === 503) {
    return new Throttled(`${said}${reason(answer)}.`, retryAfterMs(answer.headers, Date.now()) || 1_000);
  }
  if (status >= 500) return new RegistryProblem('server', `${said}${reason(answer)}.`);
  if (status >= 300 && status < 400) {
    const to = answer.headers.location;
    return new RegistryProblem(
      'refused',
      `${said}, a redirect${to ? ` to ${to}` : ''}. A write is not redirected: set registry-url to where the registry is.`,
    );
  }
  if (isPage(answer)) {
    return new RegistryProblem(
      'unreadable',
      `${said} with an HTML page where JSON was expected. Is registry-url the registry's API, and not behind a login page?`,
    );
  }
  if (status < 400 || status === 404) return undefined;
  // Consul's word for a token that it has never seen.
  const advice = status === 403 && /ACL not found/i.test(answer.text) ? ADVICE[401] : ADVICE[status];
  return new RegistryProblem(KINDS[status] ?? 'refused', `${said}${reason(answer)}. ${advice ?? ''}`.trim());
}

const KINDS: Readonly<Record<number, ProblemKind>> = { 409: 'conflict', 412: 'precondition' };

const ADVICE: Readonly<Record<number, string>> = {
  400: 'The registry does not understand the record; see the inputs paths and fields.',
  401: 'The registry does not know the token: check that the token input is set and the secret has not expired.',
  403: 'The token is known but may not do this: grant it the right to read and register this service.',
  405: 'The path does not take this method; see the input paths.',
  409: 'The registry holds a conflicting record: another service or owner has this name or endpoint.',
  412: 'Another writer changed the record in between.',
  422: 'The registry does not accept the record; see the inputs paths and fields.',
};

function isPage({ headers, text }: HttpAnswer): boolean {
  return (headers['content-type'] ?? '').includes('text/html') || WEB_PAGE.test(text);
}

/** What the answer says of itself, short enough for an annotation. */
function reason({ headers, text }: HttpAnswer): string {
  if (isPage({ status: 0, headers, text })) return ' with an HTML page';
  const body = parsedJson(text);
  const found = ['error', 'message', 'detail', 'title'].map((key) => mapOf(body)[key]).find(isText);
  const words = found ?? (isRecord(body) ? '' : text.trim());
  return words === '' ? '' : ` (${excerpt(words)})`;
}

function excerpt(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 200 ? `${flat.slice(0, 197)}…` : flat;
}
