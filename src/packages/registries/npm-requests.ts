import { RequestError } from '../../platform/net/request-error.ts';
import { type RequestAnswer, safeRequest } from '../../platform/net/safe-request.ts';
import { basicAuthorization } from '../../platform/net/url-credentials.ts';
import { createPool } from '../../platform/time/pool.ts';
import type { NpmConfiguration } from './npm-configuration.ts';
import type { NpmCredentials } from './npm-credentials.ts';
import { npmNetworks } from './npm-networks.ts';
import { askedToWaitMs, type NpmRefusal, refusalOf } from './npm-refusal.ts';

/** Sends GET requests to npm registries. */
export interface NpmRequests {
  /** An answer that is 200, 304 or 404, or why there is none. Rejects only with the signal's reason. */
  get(url: URL, headers: Readonly<Record<string, string>>, maxBytes: number): Promise<RequestAnswer | NpmRefusal>;
}

const TIMEOUT_MS = 30_000;
/** A registry serves this many without complaint; each is one small request. */
const AT_ONCE = 16;

/**
 * Requests over our own transport, as npm's configuration has them: credentials, proxies and authorities. A registry that asks
 * to wait is left alone until then: every question in between is answered by what it said.
 */
export function createNpmRequests(configuration: NpmConfiguration, signal?: AbortSignal): NpmRequests {
  const networkFor = npmNetworks(configuration);
  const inPool = createPool(AT_ONCE);
  const paused = new Map<string, { readonly until: number; readonly refusal: NpmRefusal }>();

  async function get(asked: URL, headers: Readonly<Record<string, string>>, maxBytes: number) {
    signal?.throwIfAborted();
    const pause = paused.get(asked.host);
    if (pause && Date.now() < pause.until) return pause.refusal;
    const { url, credentials } = apart(asked, configuration);
    const { authorization, certificate } = credentials;
    const network = await networkFor(certificate);
    try {
      const answer = await safeRequest(url.href, {
        ...{ network, timeoutMs: TIMEOUT_MS, maxBytes, signal },
        headers: { ...headers, ...(authorization !== undefined && { authorization }) },
      });
      const refusal = refusalOf(answer, url.host, credentials);
      const waitMs = askedToWaitMs(answer, Date.now());
      if (refusal && waitMs > 0) paused.set(url.host, { until: Date.now() + waitMs, refusal });
      return refusal ?? answer;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof RequestError)) throw error;
      const detail = `${error.message}${advice(error, configuration)}`;
      return { state: 'unreachable' as const, detail };
    }
  }
  return { get: (url, headers, maxBytes) => inPool(() => get(url, headers, maxBytes)) };
}

/** A registry's URL may have credentials in it, which then count; they travel as a header. */
function apart(asked: URL, configuration: NpmConfiguration): { url: URL; credentials: NpmCredentials } {
  const authorization = basicAuthorization(asked);
  if (authorization === undefined) return { url: asked, credentials: configuration.credentialsFor(asked) };
  const url = new URL(asked);
  url.username = '';
  url.password = '';
  return { url, credentials: { authorization } };
}

function advice({ failure }: RequestError, { wantsUnverified }: NpmConfiguration): string {
  if (failure !== 'tls' || !wantsUnverified) return '';
  return '; npm is told not to verify certificates (strict-ssl=false), which is never done here: name the authority by cafile in the .npmrc of the user';
}
