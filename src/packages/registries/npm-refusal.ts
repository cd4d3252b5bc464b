import { retryAfterMs } from '../../platform/net/retry-after.ts';
import type { RequestAnswer } from '../../platform/net/safe-request.ts';
import { isText, mapOf, parsedJson } from '../../platform/records.ts';
import type { NpmCredentials } from './npm-credentials.ts';

/** A request to a registry that brought nothing: `unauthorized` is for good, `unreachable` may pass. */
export interface NpmRefusal {
  readonly state: 'unauthorized' | 'unreachable';
  readonly detail: string;
}

/** Why an answer is none, in one line that holds nothing of our credentials; undefined for 200, 304 and 404. */
export function refusalOf(
  { status, headers, text }: RequestAnswer,
  host: string,
  given: NpmCredentials,
): NpmRefusal | undefined {
  if ([200, 304, 404].includes(status)) return undefined;
  const said = reasonIn(text, given.authorization);
  const answered = `${host} answered ${status}${said && ` (${said})`}`;
  if (status === 401 || status === 403) {
    const why = given.authorization === undefined ? 'a request without credentials' : 'the credentials given';
    const hint =
      given.missing === undefined ? '' : `; .npmrc takes them from \${${given.missing}}, which is not set here`;
    return { state: 'unauthorized', detail: `${answered} to ${why}${hint}` };
  }
  const wait = headers['retry-after'] === undefined ? '' : `, retry-after ${headers['retry-after'].slice(0, 40)}`;
  return { state: 'unreachable', detail: answered + wait };
}

/** Milliseconds that a registry asks to be left alone, one hour at most; 0 where it does not. */
export function askedToWaitMs({ status, headers }: RequestAnswer, now: number): number {
  return [429, 503].includes(status) ? Math.min(retryAfterMs(headers, now) ?? 0, 3_600_000) : 0;
}

const LONGEST_REASON = 200;

/** What a registry says in JSON, in one short line; it may repeat what it was sent. */
function reasonIn(text: string, authorization = ''): string {
  const secret = authorization.replace(/^\w+ /, '');
  const decoded = Buffer.from(secret, 'base64').toString('utf8');
  const secrets = [secret, decoded, decoded.slice(decoded.indexOf(':') + 1)].filter((one) => one.length > 3);
  const safe = secrets.reduce((result, one) => result.replaceAll(one, '***'), messageIn(text));
  return [...safe.replace(/\p{Cc}+/gu, ' ').trim()].slice(0, LONGEST_REASON).join('');
}

function messageIn(text: string): string {
  const { error, message, reason } = mapOf(parsedJson(text));
  return [message, reason, error].find(isText) ?? '';
}
