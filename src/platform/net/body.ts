import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { unpack } from './content-encoding.ts';
import { RequestError } from './request-error.ts';

export interface Body {
  readonly maxBytes: number;
  /** Ends the body early, for streams of lines that never end by themselves. */
  readonly endOfBody?: EndOfBody | undefined;
  /** Whether an answer is known by its status alone: then its body is not read, however long or slow it is. */
  readonly isKnownBy?: ((status: number) => boolean) | undefined;
  /** Where the body of a 200 goes as it comes, instead of into memory; it has to come as it is. */
  readonly sink?: Sink | undefined;
}

/** Takes a body piece by piece, and throws when it is too much; `begin` is called before the first of it, also of another try. */
export interface Sink {
  begin(): Promise<void>;
  write(chunk: Uint8Array): Promise<void>;
}

/** By the headers of an answer (lower-case names): when its body is at its end; undefined where it ends by itself. */
export type EndOfBody = (headers: IncomingHttpHeaders) => ((received: Uint8Array) => boolean) | undefined;

const LINE_FEED = 10;

/** Reads the body of an answer, unpacked where it is encoded: at most `maxBytes`, packed or not. Throws a RequestError. */
export async function readBody(response: IncomingMessage, host: string, limits: Body): Promise<Uint8Array> {
  const tooLarge = () =>
    new RequestError('too-large', `${host}: the body is larger than ${limits.maxBytes} bytes`, {
      sent: true,
    });
  if (limits.sink && response.statusCode === 200) return intoSink(response, host, { ...limits, sink: limits.sink });
  if (limits.isKnownBy?.(response.statusCode ?? 0)) {
    response.destroy();
    return new Uint8Array();
  }
  const isEnd = limits.endOfBody?.(response.headers);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > limits.maxBytes) throw tooLarge();
    if (isEnd && chunk.includes(LINE_FEED) && isEnd(Buffer.concat(chunks))) break;
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

async function intoSink(
  response: IncomingMessage,
  host: string,
  { sink }: { readonly sink: Sink },
): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    throw new RequestError(
      'protocol',
      `${host}: the body is encoded as ${encoding.slice(0, 40)}, which nobody asked for`,
      {
        sent: true,
      },
    );
  await sink.begin();
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    await sink.write(chunk);
  }
  const announced = Number(response.headers['content-length'] ?? size);
  if (announced !== size || !response.complete)
    throw new RequestError('connection', `${host}: the body ended after ${size} of ${announced} bytes`, { sent: true });
  return new Uint8Array();
}
