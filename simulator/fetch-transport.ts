import { RequestError, requestErrorOf } from '../src/platform/net/request-error.ts';
import type { Transport } from '../src/platform/net/transport.ts';

/** The transport of a GitHub client whose requests go through a `fetch`, such as the embedded GitHub's in virtual time. */
export function transportOver(fetch: typeof globalThis.fetch): Transport {
  return async ({ url, method, headers, body }, { signal, maxBytes, onSent }) => {
    onSent?.();
    const text = body === undefined ? {} : { body: new TextDecoder().decode(body) };
    try {
      const response = await fetch(url.href, { method, headers: { ...headers }, redirect: 'manual', signal, ...text });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.byteLength > maxBytes) throw new RequestError('too-large', `${url.host}: too large`, { sent: true });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        bytes,
        certificate: undefined,
      };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      // `fetch failed` says nothing; its cause does.
      const cause = error instanceof TypeError && error.cause !== undefined ? error.cause : error;
      throw requestErrorOf(cause, url.host, { sent: true });
    }
  };
}
