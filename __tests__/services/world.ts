import type { SimulatedServiceRegistry } from '../../simulator/service-registry.ts';
import type { Clock } from '../../src/platform/time/clock.ts';
import { credentialsOf } from '../../src/services/registries/credentials.ts';
import type { HttpCall } from '../../src/services/registries/http-call.ts';
import { createRegistryClient } from '../../src/services/registries/registry-client.ts';
import { restRegistry } from '../../src/services/registries/rest.ts';
import { DEFAULT_PATHS } from '../../src/services/registries/rest-paths.ts';
import { DEFAULT_FIELDS } from '../../src/services/registries/rest-record.ts';
import type { ServiceRegistry } from '../../src/services/registries/service-registry.ts';

export const signal = new AbortController().signal;

export const NOW = Date.parse('2026-11-20T12:00:00Z');

/** Calls to the simulated registry without a socket in between. */
export function callsTo(simulated: SimulatedServiceRegistry): HttpCall {
  return async ({ method, url, headers = {}, body = '' }) => {
    const { pathname, search } = new URL(url);
    const answer = simulated.handle({ method, path: `${pathname}${search}`, headers, body });
    if (!answer) throw new Error('no connection to registry.test (ECONNRESET)');
    return { status: answer.status, headers: answer.headers, text: answer.body };
  };
}

export function registryOver(http: HttpCall, clock: Clock, token?: string): ServiceRegistry {
  const credentials = credentialsOf('rest', 'http://registry.test', { token });
  const client = createRegistryClient('http://registry.test', { http, clock, signal, timeoutMs: 1_000, credentials });
  return restRegistry(client, { paths: DEFAULT_PATHS, fields: DEFAULT_FIELDS });
}
