import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import { backstageRegistry } from './backstage.ts';
import { consulRegistry } from './consul.ts';
import { githubCalls } from './github-calls.ts';
import { fetchCall, type HttpCall } from './http.ts';
import type { ServiceRegistry } from './registry.ts';
import { createRegistryClient, type RegistryClient, RegistryProblem } from './registry-client.ts';
import { restRegistry } from './rest.ts';
import { readPaths } from './rest-paths.ts';
import { readFields } from './rest-record.ts';

/** The one place that decides how services and registries are reached. */
export function networkCall(_options: { allowPrivateNetwork: boolean }): HttpCall {
  return fetchCall();
}

export interface RegistryOptions {
  readonly kind: 'rest' | 'consul';
  readonly url: string;
  readonly token: string | undefined;
  readonly paths: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly http: HttpCall;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface CatalogRegistryOptions {
  /** The repository's page, `https://github.com/owner/name`. */
  readonly url: string;
  readonly token: string | undefined;
  readonly apiUrl: string;
  readonly path: string;
  readonly owner: string;
  readonly http: HttpCall;
  readonly signal: AbortSignal;
}

/** The Backstage catalogue in a GitHub repository; nothing is sent yet. */
export function openCatalog({ url, token, path, owner, ...tools }: CatalogRegistryOptions): ServiceRegistry {
  const repository = /^\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(new URL(url).pathname)?.[1];
  if (!repository) {
    throw new UserError(
      `Input registry-url: ${JSON.stringify(url)} is no repository; expected https://github.com/OWNER/NAME.`,
    );
  }
  if (token === undefined) {
    throw new UserError(
      `A change of the catalogue ${repository} is a pull request: give a token that may open one there.`,
    );
  }
  return backstageRegistry({ call: githubCalls({ ...tools, token }), repository, path, owner });
}

export interface OpenRegistry {
  readonly registry: ServiceRegistry;
  readonly client: RegistryClient;
}

const EXCHANGE_DEADLINE = 15_000;

/** The registry of a kind at a URL; nothing is sent yet. */
export function openRegistry({ kind, url, token, paths, fields, ...tools }: RegistryOptions): OpenRegistry {
  if (kind === 'consul' && Object.keys({ ...paths, ...fields }).length > 0) {
    throw new UserError("The inputs paths and fields are for registry: rest; Consul's paths are its own.");
  }
  const options = { paths: readPaths(paths), fields: readFields(fields) };
  const client = createRegistryClient(url, {
    ...tools,
    deadline: EXCHANGE_DEADLINE,
    headers: credentials(kind, token),
  });
  return { client, registry: kind === 'consul' ? consulRegistry(client) : restRegistry(client, options) };
}

function credentials(kind: 'rest' | 'consul', token: string | undefined): Record<string, string> {
  if (token === undefined) return {};
  return kind === 'consul' ? { 'x-consul-token': token } : { authorization: `Bearer ${token}` };
}

/** A signal that also aborts when `ms` are over, with a problem that names what took so long. */
export function withTimeout(signal: AbortSignal, ms: number, what: string): { signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const over = new RegistryProblem('unreachable', `${what} took longer than ${ms / 1_000} s (the input timeout).`);
  const timer = setTimeout(() => controller.abort(over), ms);
  return { signal: AbortSignal.any([signal, controller.signal]), clear: () => clearTimeout(timer) };
}
