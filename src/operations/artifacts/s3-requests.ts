import { kindOf } from '../../platform/errors.ts';
import type { Sink } from '../../platform/net/body.ts';
import { withDeadline } from '../../platform/net/deadline.ts';
import type { Network } from '../../platform/net/network.ts';
import { retryAfterMs } from '../../platform/net/retry-after.ts';
import { createTransport, type Reply } from '../../platform/net/transport.ts';
import { type Backoff, jitteredBackoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { Blob } from './blob-store.ts';
import { rootOf, s3Refusal } from './s3-refusal.ts';
import { EMPTY_PAYLOAD, type SigningCredentials, signed, strict } from './signature.ts';

export interface Bucket {
  /** The server's address, without a path. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Empty, or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
  readonly credentials: SigningCredentials;
  readonly network: Network;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** For one request with all its bytes. */
  readonly timeoutMs: number;
}

interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Below the prefix; absent: the bucket itself. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly blob?: Blob;
  readonly sink?: Sink;
  /** Statuses beside 2xx that are an answer. */
  readonly accepts?: readonly number[];
  /** The element that a 2xx holds; absent: nothing but what goes into the sink. */
  readonly answer?: string;
  /** For people: what it is for, such as "storing build-info". */
  readonly what: string;
}

const LARGEST_ANSWER_BYTES = 8 * 1024 * 1024;
const TRIES = 5;
const PAUSE: Backoff = { firstMs: 500, factor: 3, longestMs: 15_000 };
/** A server that asks for a longer pause is not waited for. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Sends a request to a bucket, signed again for each try. Every one may be repeated (see BlobStore), so trouble that passes, and
 * an answer that was lost, is tried again, but never before the server wants to be asked. No redirect is followed: the
 * signature is for this server. Rejects with a KnownError where it refuses, or answers 2xx with something else than was asked for.
 */
export async function askBucket(bucket: Bucket, request: S3Request): Promise<Reply> {
  const { clock, signal } = bucket;
  for (let tries = 1; ; tries += 1) {
    const outcome = await attempt(bucket, request).catch((error: unknown) => {
      const kind = kindOf(error);
      if (signal.aborted || tries >= TRIES || (kind !== 'passing' && kind !== 'unclear')) throw error;
      return undefined;
    });
    const asked = retryAfterMs(outcome?.headers ?? {}, clock.now()) ?? 0;
    if (outcome) {
      if (isAnswer(outcome, request) || request.accepts?.includes(outcome.status)) return outcome;
      const refusal = s3Refusal(`${request.what} failed at ${bucket.endpoint}`, outcome);
      if (refusal.kind !== 'passing' || tries >= TRIES || asked > LONGEST_PAUSE_MS) throw refusal;
    }
    await clock.sleep(Math.max(asked, jitteredBackoffMs(PAUSE, tries - 1, Math.random)), signal);
  }
}

/** A 2xx that holds what was asked for: an error may come with 200, and so does the page of a proxy that wants a login. */
function isAnswer({ status, bytes }: Reply, { answer }: S3Request): boolean {
  return status >= 200 && status < 300 && rootOf(bytes) === answer;
}

function attempt(bucket: Bucket, { method, key, query = {}, headers = {}, blob, sink }: S3Request): Promise<Reply> {
  const { endpoint, network, signal, timeoutMs, region, clock, credentials } = bucket;
  const url = new URL(`${endpoint}/${bucket.bucket}${key === undefined ? '' : `/${pathOf(bucket.prefix + key)}`}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  // URLSearchParams writes a blank as +, which is signed as %20.
  url.search = url.search.replaceAll('+', '%20');
  const signing = { method, url, headers, payload: blob?.sha256 ?? EMPTY_PAYLOAD, region, at: clock.now() };
  const message = {
    url,
    method,
    headers: { 'user-agent': 'release-actions', 'accept-encoding': 'identity', ...signed(signing, credentials) },
    ...(blob && (blob.bytes > 0 ? { upload: blob } : { body: new Uint8Array() })),
  };
  return withDeadline({ timeoutMs, target: url.host, signal }, (deadline) =>
    createTransport(network)(message, {
      // Of what goes into memory: a sink has its own bound.
      maxBytes: LARGEST_ANSWER_BYTES,
      timeoutMs,
      signal: deadline.signal,
      ...(sink && { sink }),
    }),
  );
}

function pathOf(key: string): string {
  return key.split('/').map(strict).join('/');
}
