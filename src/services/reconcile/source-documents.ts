import { UserError } from '../../platform/errors.ts';
import type { RegistryClient } from '../registries/registry-client.ts';
import type { ServiceRegistry } from '../registries/service-registry.ts';
import type { Sources } from './observe.ts';

interface DocumentUrls {
  readonly discoveryUrl: string | undefined;
  readonly routesUrl: string | undefined;
  readonly conflictsUrl: string | undefined;
  /** Of a document, or with `{name}` of each service's proxy. */
  readonly proxyUrl: string | undefined;
}

/**
 * The documents that are asked for. A token goes to its own origin only, but for the one that is named for discovery. One that
 * is not there rejects with a UserError.
 */
export function documentsOf(
  { discoveryUrl, routesUrl, conflictsUrl, proxyUrl }: DocumentUrls,
  client: RegistryClient,
  registry: ServiceRegistry,
): Pick<Sources, 'discovery' | 'routes' | 'conflicts' | 'proxies'> {
  const from = (address: string | undefined) =>
    address === undefined
      ? undefined
      : async () => {
          const reply = await client.get(address);
          if (reply.status === 404) throw new UserError(`GET ${address} answered 404: there is no such document.`);
          return reply.body;
        };
  return {
    discovery: discoveryUrl === undefined ? undefined : () => registry.discover(),
    routes: from(routesUrl),
    conflicts: from(conflictsUrl),
    proxies: proxyUrl?.includes('{name}') ? proxyUrl : from(proxyUrl),
  };
}
