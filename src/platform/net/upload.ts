import type { ClientRequest } from 'node:http';
import type { Readable } from 'node:stream';

/** A body that is read as it is sent. */
export interface Upload {
  readonly bytes: number;
  open(): Readable;
}

/** A server that does not know the question answers nothing. */
const PATIENCE_MS = 1_500;

export function uploadHeaders({ bytes }: Upload): Readonly<Record<string, string>> {
  return { 'content-length': String(bytes), expect: '100-continue' };
}

/**
 * Sends the body once the server wants it, or has not said that it does not: a refusal is then read instead of a broken pipe, and
 * what is there already is not sent again.
 */
export function uploadWhenWanted(request: ClientRequest, upload: Upload): void {
  let source: Readable | undefined;
  const start = () => {
    if (source || request.destroyed) return;
    source = upload.open();
    source.on('error', (error) => request.destroy(error));
    source.pipe(request);
  };
  const timer = setTimeout(start, PATIENCE_MS);
  request.on('continue', start);
  request.on('response', (response) => {
    clearTimeout(timer);
    // It may have answered without having read all: then nothing more is sent, and the connection is no longer of use.
    response.on('close', () => request.destroy());
  });
  request.on('close', () => {
    clearTimeout(timer);
    source?.destroy();
  });
  request.flushHeaders();
}
