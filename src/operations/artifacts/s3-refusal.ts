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
  const isPassing =
    status >= 500 ||
    status === 429 ||
    status === 408 ||
    code === 'SlowDown' ||
    code === 'RequestTimeout' ||
    status === 409;
  const advice = ADVICE[code] ?? (status === 403 ? ADVICE.AccessDenied : '');
  return new KnownError(isPassing ? 'passing' : 'fault', `${told}${advice ? ` ${advice}` : ''}`);
}
