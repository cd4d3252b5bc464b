import { KnownError, UserError } from '../../platform/errors.ts';
import type { Reply } from '../../platform/net/transport.ts';
import { quote } from '../../platform/text/wording.ts';

/** What an S3 server says in an error: its code, and the words and values beside it. */
export function s3Code({ bytes }: Pick<Reply, 'bytes'>): {
  readonly code: string;
  readonly said: string;
  readonly region: string;
} {
  const text = new TextDecoder().decode(bytes.subarray(0, 64 * 1024));
  return { code: element(text, 'Code'), said: element(text, 'Message'), region: element(text, 'Region') };
}

/** The text of the first element of that name; the XML is from elsewhere and is not parsed further. */
export function element(xml: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}>([^<]{0,2000})</${name}>`).exec(xml) ?? [];
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The first element of an answer; undefined of an empty one, and empty where it is no XML. */
export function rootOf(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, 4 * 1024)).trim();
  if (text === '') return undefined;
  return /^(?:<[?!][^>]*>\s*)*<([\w:]+)/.exec(text)?.[1] ?? '';
}

const ADVICE: Readonly<Record<string, string>> = {
  SignatureDoesNotMatch: 'The secret access key is not the one of this access key id; is it complete?',
  InvalidAccessKeyId: 'The server knows no such access key id; is it for this endpoint?',
  XAdminUserNotFound: 'The server knows no such access key id; is it for this endpoint?',
  InvalidClientTokenId: 'The server knows no such access key id; is it for this endpoint?',
  ExpiredToken: 'The session token has expired: take credentials right before this step.',
  InvalidToken: 'The session token does not belong to these credentials.',
  AccessDenied:
    'The credentials may not do this: s3:GetObject to fetch, s3:PutObject to store, s3:ListBucket and s3:DeleteObject to prune, on this bucket and prefix.',
  NoSuchBucket: 'There is no such bucket at this endpoint.',
  RequestTimeTooSkewed: "This machine's clock is wrong by more than 15 minutes.",
  BadDigest: 'What arrived is not what was sent, or the file was changed while it was stored. Nothing was stored.',
  XAmzContentSHA256Mismatch:
    'What arrived is not what was sent, or the file was changed while it was stored. Nothing was stored.',
  EntityTooLarge: 'The server takes no file of this size in one piece.',
};

/** Of an answer that is neither what was asked for nor an error. */
const NO_S3 = 'That is no answer of S3. Is something else at this endpoint, such as a proxy that wants a login?';
const PASSING_STATUSES: readonly number[] = [408, 409, 429];
/** They also come with 200, as where S3 finds out late. https://repost.aws/knowledge-center/s3-resolve-200-internalerror */
const PASSING_CODES: readonly string[] = ['SlowDown', 'RequestTimeout', 'InternalError', 'ServiceUnavailable'];

/** Why a server refused, for people; `passing` where the same may succeed later. */
export function s3Refusal(what: string, reply: Reply): KnownError {
  const { status, headers } = reply;
  const { code, said, region } = s3Code(reply);
  const id = headers['x-amz-request-id'];
  const told = `${what}: HTTP ${status}${code ? ` ${code}` : ''}${said ? ` (${quote(said)})` : ''}${id ? `, request ${id.slice(0, 60)}` : ''}.`;
  const elsewhere = headers['x-amz-bucket-region'] ?? region;
  if (status === 301 || status === 307 || code === 'AuthorizationHeaderMalformed') {
    const where = elsewhere ? ` It is in ${elsewhere.slice(0, 40)}: give region: ${elsewhere.slice(0, 40)}.` : '';
    return new UserError(`${told} The bucket is in another region.${where || ' Give its region.'}`);
  }
  const isPassing = status >= 500 || PASSING_STATUSES.includes(status) || PASSING_CODES.includes(code);
  const after = headers['retry-after']?.slice(0, 40);
  const pause = after === undefined ? '' : `It asks to be left alone (Retry-After: ${after}).`;
  return new KnownError(
    isPassing ? 'passing' : 'fault',
    [told, pause, adviceFor(code, status)].filter(Boolean).join(' '),
  );
}

function adviceFor(code: string, status: number): string | undefined {
  if (Object.hasOwn(ADVICE, code)) return ADVICE[code];
  if (status === 403) return ADVICE.AccessDenied;
  return code === '' && status < 300 ? NO_S3 : undefined;
}
