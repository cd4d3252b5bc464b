import type { IncomingMessage } from 'node:http';
import { unpack } from './content-encoding.ts';
import { RequestError } from './request-error.ts';

export interface Body {
  readonly maxBytes: number;
  /** Ends the body early, for streams of lines that never end by themselves. */
  readonly endOfBody?: ((received: Uint8Array) => boolean) | undefined;
}

const LINE_FEED = 10;

/** Reads the body of an answer, unpacked where it is encoded: at most `maxBytes`, packed or not. Throws a RequestError. */
export async function readBody(response: IncomingMessage, host: string, limits: Body): Promise<Uint8Array> {
  const tooLarge = () =>
    new RequestError('too-large', `${host}: the body is larger than ${limits.maxBytes} bytes`, {
      sent: true,
    });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > limits.maxBytes) throw tooLarge();
    if (limits.endOfBody && chunk.includes(LINE_FEED) && limits.endOfBody(Buffer.concat(chunks))) break;
  }
  const bytes = Buffer.concat(chunks, size);
  const encoding = response.headers['content-encoding'];
  if (encoding === undefined || size === 0) return bytes;
  const unpacked = await unpack(bytes, encoding, limits.maxBytes);
  if (typeof unpacked !== 'string') return unpacked;
  if (unpacked === 'too-large') throw tooLarge();
  const why = unpacked === 'unknown' ? 'in a way that is not understood' : 'but is damaged or not complete';
  throw new RequestError('protocol', `${host}: the body is encoded as ${encoding.slice(0, 40)}, ${why}`, {
    sent: true,
  });
}
