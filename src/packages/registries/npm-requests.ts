import { UserError } from '../../platform/errors.ts';
import { createNetwork, type Network } from '../../platform/net/network.ts';
import { RequestError } from '../../platform/net/request-error.ts';
import { type Answer, safeRequest } from '../../platform/net/safe-request.ts';
import { createPool } from '../../platform/time/pool.ts';
import type { NpmConfiguration } from './npm-configuration.ts';

/** A request to a registry that brought nothing: `unauthorized` is for good, `unreachable` may pass. */
export interface Refusal {
  readonly state: 'unauthorized' | 'unreachable';
  readonly detail: string;
}

/** Sends GET requests to npm registries. */
export interface NpmRequests {
  /** An answer that is 200, 304 or 404, or why there is none. Rejects only with the signal's reason. */
  get(url: URL, headers: Readonly<Record<string, string>>, maxBytes: number): Promise<Answer | Refusal>;
}

const TIMEOUT_MS = 30_000;
/** A registry serves this many without complaint; each is one small request. */
const AT_ONCE = 16;

/** Requests over our own transport, as npm's configuration has them: credentials, proxies and authorities. */
export function createNpmRequests(configuration: NpmConfiguration, signal?: AbortSignal): NpmRequests {
  const network = networkOf(configuration);
  const inPool = createPool(AT_ONCE);
  return {
    get: (url, headers, maxBytes) =>
      inPool(async () => {
        signal?.throwIfAborted();
        const { authorization, missing } = configuration.credentialsFor(url);
        try {
          const answer = await safeRequest(url.href, {
            network,
            timeoutMs: TIMEOUT_MS,
            maxBytes,
            headers: { ...headers, ...(authorization !== undefined && { authorization }) },
            signal,
          });
          return refusalOf(answer, { url, authorization, missing }) ?? answer;
        } catch (error) {
          signal?.throwIfAborted();
          if (!(error instanceof RequestError)) throw error;
          return { state: 'unreachable', detail: `${error.message}${advice(error, configuration)}` };
        }
      }),
  };
}

/** A registry is where the user says, on a private network too; what is link-local stays closed. */
function networkOf({ proxies, authorities }: NpmConfiguration): Network {
  try {
    return createNetwork({
      trusted: true,
      authorityHint: 'name its authority by cafile in the .npmrc of the user',
      env: proxies,
      ...(authorities !== undefined && { ca: authorities }),
    });
  } catch (error) {
    throw new UserError("npm's configuration names an authority (ca or cafile) that is not a PEM certificate.", {
      cause: error,
    });
  }
}

function refusalOf(
  { status, headers, text }: Answer,
  asked: { url: URL; authorization: string | undefined; missing: string | undefined },
): Refusal | undefined {
  if ([200, 304, 404].includes(status)) return undefined;
  const said = reasonIn(text, asked.authorization);
  const answered = `${asked.url.host} answered ${status}${said && ` (${said})`}`;
  if (status === 401 || status === 403) {
    const why = asked.authorization === undefined ? ' to a request without credentials' : ' to the credentials given';
    const hint =
      asked.missing === undefined ? '' : `; .npmrc takes them from \${${asked.missing}}, which is not set here`;
    return { state: 'unauthorized', detail: `${answered}${why}${hint}` };
  }
  const wait = headers['retry-after'] === undefined ? '' : `, retry-after ${headers['retry-after'].slice(0, 40)}`;
  return { state: 'unreachable', detail: answered + wait };
}

/** What a registry says in JSON, in one short line; never our own credentials, which it may repeat. */
function reasonIn(text: string, authorization: string | undefined): string {
  const said = /"(?:error|message|reason)"\s*:\s*"([^"\\]{1,200})/.exec(text.slice(0, 4_096))?.[1] ?? '';
  const secret = authorization?.replace(/^\w+ /, '');
  const safe = secret === undefined ? said : said.replaceAll(secret, '***');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be printed
  return safe.replace(/[\u0000-\u001f\u007f]/g, ' ').trim();
}

function advice({ failure }: RequestError, { wantsUnverified }: NpmConfiguration): string {
  if (failure !== 'tls' || !wantsUnverified) return '';
  return '; npm is told not to verify certificates (strict-ssl=false), which is never done here: name the authority by cafile in the .npmrc of the user';
}
