import { createHmac } from 'node:crypto';
import { sha256Of } from '../../platform/files/file-digest.ts';

export interface SigningCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface Signed {
  readonly method: string;
  readonly url: URL;
  /** Those that are signed, lower-case, beside `host` and `x-amz-date`. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, hex. */
  readonly payload: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export const EMPTY_PAYLOAD = sha256Of('');

/**
 * The headers that make a request of S3 one of these credentials: AWS Signature Version 4, with the body's digest in it, so that
 * nobody in between can exchange either.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function signed(
  { method, url, headers, payload, region, at }: Signed,
  { accessKeyId, secretAccessKey, sessionToken }: SigningCredentials,
): Readonly<Record<string, string>> {
  const time = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const all: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': payload,
    'x-amz-date': time,
    ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
  };
  const names = Object.keys(all).sort();
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const canonical = [
    method,
    url.pathname,
    queryOf(url),
    ...names.map((name) => `${name}:${all[name]?.trim().replace(/ +/g, ' ')}`),
    '',
    names.join(';'),
    payload,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256Of(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secretAccessKey}`);
  const { host: _, ...sent } = all;
  const signature = hmac(key, text).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...sent, authorization };
}

/** Every character but letters, digits and `-_.~` as `%XX`, sorted by name. */
function queryOf(url: URL): string {
  const encoded = [...url.searchParams].map(([name, value]) => `${strict(name)}=${strict(value)}`);
  return encoded.sort().join('&');
}

/** As S3 wants it in queries and in paths. */
export function strict(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
