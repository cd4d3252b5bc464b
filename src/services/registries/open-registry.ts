import { UserError } from '../../platform/errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { consulRegistry } from './consul.ts';
import type { HttpCall } from './http-call.ts';
import { createRegistryClient, type RegistryClient } from './registry-client.ts';
import { restRegistry } from './rest.ts';
import { readPaths } from './rest-paths.ts';
import { readFields } from './rest-record.ts';
import type { ServiceRegistry } from './service-registry.ts';

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

/** `owner/name` of the repository whose page this is, `https://github.com/owner/name`. */
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
