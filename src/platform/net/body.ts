import type { IncomingMessage } from 'node:http';
import { RequestError } from './request-error.ts';

export interface Body {
  readonly maxBytes: number;
  /** Ends the body early, for streams of lines that never end by themselves. */
  readonly endOfBody?: ((received: Uint8Array) => boolean) | undefined;
}

const LINE_FEED = 10;

/** Reads the body of an answer, unpacked where it is gzip: at most `maxBytes`, packed or not. Throws a RequestError. */
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
  if (response.headers['content-encoding'] !== 'gzip' || size === 0) return bytes;
  const { gunzip } = await import('node:zlib');
  return new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength: limits.maxBytes }, (error, unpacked) => {
      if (!error) return resolve(unpacked);
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return reject(tooLarge());
      reject(new RequestError('protocol', `${host}: the answer is no complete gzip`, { sent: true }));
    });
  });
}
