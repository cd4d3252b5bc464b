import { Readable } from 'node:stream';
import { UserError } from '../../platform/errors.ts';
import { sha256Of } from '../../platform/files/file-digest.ts';
import { percentDecoded } from '../../platform/text/percent-encoding.ts';
import { type Blob, type BlobStore, blobKey, notThere, REFRESH_AFTER_MS, type Stored } from './blob-store.ts';
import { element, s3Code } from './s3-refusal.ts';
import { askBucket, type Bucket } from './s3-requests.ts';

/** More entries than this are never listed: something else is in that bucket. */
const MOST_PAGES = 200;

/**
 * Blobs in a bucket of S3, or of a server that speaks its language. What is there is not sent again: a PUT says so that it only
 * creates. A server that does not know that (or forgets it) writes the same bytes under the same key once more, which harms
 * nobody. Its calls reject with a KnownError where the server refuses, or has no such bucket.
 */
export function bucketStore(bucket: Bucket): BlobStore {
  const place = `s3://${bucket.bucket}/${bucket.prefix}`;
  return {
    place,
    async put(blob) {
      const first = await putBlob(bucket, blob, { 'if-none-match': '*' });
      if (first === 'stored') return 'stored';
      if (first === 'unknown-condition') {
        await putBlob(bucket, blob, {});
        return 'stored';
      }
      const age = await verifySame(bucket, blob);
      if (age > REFRESH_AFTER_MS) await putBlob(bucket, blob, {});
      return 'there';
    },
    async get(sha256, sink) {
      const what = 'Fetching the artifact';
      const request = { method: 'GET', key: blobKey(sha256), sink, accepts: [404], what } as const;
      const reply = await askBucket(bucket, request);
      if (reply.status !== 404) return;
      if (s3Code(reply).code !== 'NoSuchBucket') throw notThere(place, sha256);
      throw new UserError(`There is no bucket ${bucket.bucket} at ${bucket.endpoint}.`);
    },
    async note(key, text) {
      const blob = blobOf(text);
      await askBucket(bucket, { method: 'PUT', key, blob, headers: checksum(blob), what: 'Noting the artifact' });
    },
    list: (folder) => listAll(bucket, `${folder}/`),
    async remove(key) {
      await askBucket(bucket, { method: 'DELETE', key, accepts: [404], what: `Deleting ${key}` });
    },
  };
}

async function putBlob(
  bucket: Bucket,
  blob: Blob,
  condition: Readonly<Record<string, string>>,
): Promise<'stored' | 'there' | 'unknown-condition'> {
  const reply = await askBucket(bucket, {
    method: 'PUT',
    key: blobKey(blob.sha256),
    blob,
    headers: { ...checksum(blob), ...condition },
    // 501 and some 400: this server knows no conditional writes.
    accepts: 'if-none-match' in condition ? [412, 501, 400] : [],
    what: 'Storing the artifact',
  });
  if (reply.status === 412) return 'there';
  // It is asked once more without the condition; a 400 that was about something else is told then, as it is.
  return reply.status < 300 ? 'stored' : 'unknown-condition';
}

/** The server compares what arrived with it, and refuses damage. */
function checksum({ sha256 }: Blob): Readonly<Record<string, string>> {
  return { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
}

/** How old what is there is, in milliseconds; a UserError where it is something else. */
async function verifySame(bucket: Bucket, blob: Blob): Promise<number> {
  const key = blobKey(blob.sha256);
  const headers = { 'x-amz-checksum-mode': 'ENABLED' };
  const { headers: found } = await askBucket(bucket, {
    method: 'HEAD',
    key,
    headers,
    what: 'Looking at what is there',
  });
  const other = found['x-amz-checksum-sha256'];
  const isSame =
    Number(found['content-length']) === blob.bytes &&
    (other === undefined || other === checksum(blob)['x-amz-checksum-sha256']);
  if (!isSame)
    throw new UserError(
      `s3://${bucket.bucket}/${bucket.prefix}${key} is there already and is not what its name says: ${found['content-length']} bytes, expected ${blob.bytes}. Somebody else wrote it: see who can write there, and delete it.`,
    );
  const writtenAt = Date.parse(found['last-modified'] ?? '');
  return Number.isNaN(writtenAt) ? 0 : bucket.clock.now() - writtenAt;
}

async function listAll(bucket: Bucket, folder: string): Promise<Stored[]> {
  const stored: Stored[] = [];
  let token = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = {
      'list-type': '2',
      'encoding-type': 'url',
      prefix: bucket.prefix + folder,
      ...(token && { 'continuation-token': token }),
    };
    const what = 'Listing what is there';
    const { bytes } = await askBucket(bucket, { method: 'GET', query, answer: 'ListBucketResult', what });
    const xml = new TextDecoder().decode(bytes);
    // Not every server knows what was asked for by encoding-type.
    const isEncoded = element(xml, 'EncodingType') === 'url';
    for (const [, contents = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const key = element(contents, 'Key');
      const plain = isEncoded ? percentDecoded(key.replaceAll('+', '%20')) : key;
      stored.push(storedOf(plain.slice(bucket.prefix.length), contents));
    }
    token = element(xml, 'NextContinuationToken');
    if (element(xml, 'IsTruncated') !== 'true') return stored;
    if (token === '')
      throw new UserError(`${what} failed at ${bucket.endpoint}: it says that there is more, but not where.`);
  }
  throw new UserError(
    `s3://${bucket.bucket}/${bucket.prefix}${folder} has more than ${MOST_PAGES},000 entries: that is no store of artifacts.`,
  );
}

function storedOf(key: string, contents: string): Stored {
  const bytes = Number(element(contents, 'Size'));
  return { key, bytes, writtenAt: Date.parse(element(contents, 'LastModified')) };
}

function blobOf(text: string): Blob {
  const bytes = Buffer.from(text);
  const sha256 = sha256Of(bytes);
  return { sha256, bytes: bytes.byteLength, open: () => Readable.from([bytes]) };
}
