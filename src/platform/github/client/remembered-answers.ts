import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { HttpMessage, Reply, Transport } from '../../net/transport.ts';
import { isRecord } from '../../records.ts';

/** An answer as it was given last, with its ETag. */
interface Remembered {
  readonly etag: string;
  /** Where the next page is. */
  readonly link?: string;
  readonly body: string;
}

/** Answers that GitHub gave to earlier processes with the same token: asked again, what has not changed costs nothing. */
export interface RememberedAnswers {
  wrap(transport: Transport): Transport;
  /** Writes what was asked for in this process; what was not is forgotten. */
  save(): Promise<void>;
}

const MOST_ANSWERS = 3_000;
const LARGEST_BODY_BYTES = 512 * 1024;
const LARGEST_FILE_BYTES = 256 * 1024 * 1024;
const FORMAT = 1;
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Opens the file that keeps them; one that is not there, or cannot be read, remembers nothing. Tokens are in it as hashes only: GitHub's
 * ETags change with the token, so what one token was told is never shown to another.
 */
export async function openRememberedAnswers(path: string): Promise<RememberedAnswers> {
  const known = await read(path);
  const used = new Map<string, Remembered>();
  return {
    wrap: (transport) => async (message, limits) => {
      const key = keyOf(message);
      if (key === undefined) return transport(message, limits);
      const before = used.get(key) ?? known.get(key);
      const headers = before ? { ...message.headers, 'if-none-match': before.etag } : message.headers;
      const reply = await transport({ ...message, headers }, limits);
      const isSame = reply.status === 304 && before !== undefined;
      const kept = isSame ? before : keptOf(reply);
      if (kept && used.size < MOST_ANSWERS) used.set(key, kept);
      return isSame ? toldAgain(before, reply) : reply;
    },
    save: async () => {
      const text = JSON.stringify({ format: FORMAT, answers: Object.fromEntries(used) });
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await promisify(gzip)(text));
    },
  };
}

/** Undefined of what is not asked with a token, changes something, or is asked conditionally by anyone who knows the answer. */
function keyOf({ method, url, headers }: HttpMessage): string | undefined {
  const { authorization, accept = '', 'if-none-match': asked } = headers;
  if (method !== 'GET' || authorization === undefined || asked !== undefined) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([authorization, url.href, accept]))
    .digest('base64url');
}

function keptOf({ status, headers: { etag, link }, bytes }: Reply): Remembered | undefined {
  if (status !== 200 || etag === undefined || bytes.length > LARGEST_BODY_BYTES) return undefined;
  return { etag, ...(link !== undefined && { link }), body: Buffer.from(bytes).toString('utf8') };
}

/** The answer as it was, with what its server says now of the rate limit. */
function toldAgain({ etag, link, body }: Remembered, reply: Reply): Reply {
  const headers = { ...reply.headers, ...(link !== undefined && { link }), etag, 'content-type': JSON_TYPE };
  return { ...reply, status: 200, headers, bytes: Buffer.from(body) };
}

async function read(path: string): Promise<Map<string, Remembered>> {
  try {
    const text = await promisify(gunzip)(await readFile(path), { maxOutputLength: LARGEST_FILE_BYTES });
    const document: unknown = JSON.parse(text.toString('utf8'));
    if (!isRecord(document) || document.format !== FORMAT || !isRecord(document.answers)) return new Map();
    return new Map(
      Object.entries(document.answers).filter((entry): entry is [string, Remembered] => isRemembered(entry[1])),
    );
  } catch {
    return new Map();
  }
}

function isRemembered(value: unknown): value is Remembered {
  return (
    isRecord(value) &&
    typeof value.etag === 'string' &&
    typeof value.body === 'string' &&
    (value.link === undefined || typeof value.link === 'string')
  );
}
