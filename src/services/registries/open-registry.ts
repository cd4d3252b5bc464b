import { UserError } from '../../platform/errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { consulRegistry } from './consul/consul-registry.ts';
import { credentialsOf, type Tokens } from './credentials.ts';
import type { HttpCall } from './http-call.ts';
import { createRegistryClient, type RegistryClient } from './registry-client.ts';
import { restRegistry } from './rest.ts';
import { type RestPaths, readPaths } from './rest-paths.ts';
import { readFields } from './rest-record.ts';
import type { ServiceRegistry } from './service-registry.ts';

interface RegistryOptions {
  readonly kind: 'rest' | 'consul';
  readonly url: string;
  readonly tokens: Tokens;
  readonly paths: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  /** Where the discovery document is, instead of where `paths` says. */
  readonly discoveryUrl?: string | undefined;
  readonly http: HttpCall;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * `owner/name` of the repository whose page this is, `https://github.com/owner/name`. Throws a UserError for any other address.
 */
export function catalogRepository(url: string): string {
  const repository = /^\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(new URL(url).pathname)?.[1];
  if (repository) return repository;
  throw new UserError(
    `Input registry-url: ${JSON.stringify(url)} is no repository; expected https://github.com/OWNER/NAME.`,
  );
}

export interface OpenRegistry {
  readonly registry: ServiceRegistry;
  readonly client: RegistryClient;
  readonly paths: RestPaths;
}

const EXCHANGE_MS = 15_000;

/** The registry of a kind at a URL; nothing is sent yet. Throws a UserError for paths, fields or origins that are not valid. */
export function openRegistry({
  kind,
  url,
  tokens,
  paths,
  fields,
  discoveryUrl,
  ...tools
}: RegistryOptions): OpenRegistry {
  if (kind === 'consul' && Object.keys({ ...paths, ...fields }).length > 0) {
    throw new UserError("The inputs paths and fields are for registry: rest; Consul's paths are its own.");
  }
  const credentials = credentialsOf(kind, url, tokens);
  const client = createRegistryClient(url, { ...tools, timeoutMs: EXCHANGE_MS, credentials });
  const elsewhere: { discovery?: string } = discoveryUrl === undefined ? {} : { discovery: discoveryUrl };
  const options = { paths: readPaths({ ...paths, ...elsewhere }), fields: readFields(fields) };
  return {
    client,
    paths: options.paths,
    registry: kind === 'consul' ? consulRegistry(client, discoveryUrl) : restRegistry(client, options),
  };
}
