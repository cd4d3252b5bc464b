import { isRecord } from '../../platform/records.ts';
import type { Deployment, Registered, Service } from '../service.ts';
import { RegistryProblem, type Reply } from './registry-answer.ts';
import type { RegistryClient } from './registry-client.ts';
import { duplicate } from './rest.ts';
import { known, listOf, textsOf } from './rest-record.ts';
import type { ServiceRegistry } from './service-registry.ts';

/** Consul refuses a metadata value above this. https://developer.hashicorp.com/consul/docs/reference/service */
const META_VALUE = 512;
const ENDPOINT = 'endpoint-';
const OWN_KEYS = ['version', 'description', 'status', 'commit', 'branch', 'deployed-at', 'run', 'last-deployed'];

/** What an agent keeps of a service beyond our facts; a write hands it back as it was. */
const FOREIGN_FIELDS = ['Weights', 'EnableTagOverride', 'Kind', 'Proxy', 'Connect'];

/**
 * A Consul agent: services are registered with it (it keeps them in the catalog by itself), and listed from the catalog
 * that every agent shares. Facts that Consul has no field for are metadata; capabilities are tags.
 */
export function consulRegistry(client: RegistryClient): ServiceRegistry {
  const rows = async (name: string): Promise<readonly AgentService[]> => {
    const filter = encodeURIComponent(`Service == ${JSON.stringify(name)}`);
    const { body } = await client.get(`/v1/agent/services?filter=${filter}`);
    return isRecord(body) ? Object.values(body).flatMap(agentService) : [];
  };
  const readRow = async (name: string): Promise<AgentService | undefined> => {
    const found = await rows(name);
    if (found.length > 1) throw duplicate(name, found.length);
    return found[0];
  };
  const write = async (service: Registered): Promise<Record<string, never>> => {
    const previous = await readRow(service.name);
    confirm(await client.send('PUT', '/v1/agent/service/register', { body: definition(service, previous) }));
    return {};
  };
  return {
    represent: (service) => ({
      ...service,
      ...known({ description: service.description?.slice(0, META_VALUE) }),
    }),
    async read(name) {
      const row = await readRow(name);
      return row && fromAgent(row);
    },
    upsert: (service, previous) =>
      write({ ...known({ status: previous?.status, lastDeployed: previous?.lastDeployed }), ...service }),
    async setStatus({ name, status, lastDeployed }) {
      const row = await readRow(name);
      if (!row) throw new RegistryProblem('refused', `The Consul agent has no service named ${name}.`);
      return write({ ...fromAgent(row), status, lastDeployed });
    },
    async remove(name) {
      const row = await readRow(name);
      if (row) confirm(await client.send('PUT', `/v1/agent/service/deregister/${encodeURIComponent(row.ID)}`));
      return {};
    },
    async list() {
      const names = Object.keys(await catalog(client)).filter((name) => name !== 'consul');
      const services: Registered[] = [];
      for (const name of names) {
        const { body } = await client.get(`/v1/catalog/service/${encodeURIComponent(name)}`);
        services.push(...(Array.isArray(body) ? body : []).map(fromCatalog));
      }
      return services;
    },
    discover: () => catalog(client),
    // The agents keep the catalog themselves; there is nothing to rebuild.
    refresh: async () => {},
  };
}

interface AgentService {
  readonly ID: string;
  readonly Service: string;
  readonly Tags?: unknown;
  readonly Meta?: unknown;
  readonly [other: string]: unknown;
}

async function catalog(client: RegistryClient): Promise<Record<string, unknown>> {
  const { body } = await client.get('/v1/catalog/services');
  if (isRecord(body)) return body;
  throw new RegistryProblem(
    'unreadable',
    'The Consul catalog answered with no map of services. Is registry-url an agent?',
  );
}

function confirm(reply: Reply): void {
  if (reply.status === 404) throw new RegistryProblem('refused', 'There is no Consul agent at registry-url (404).');
}

function agentService(row: unknown): AgentService[] {
  return isRecord(row) && typeof row.ID === 'string' && typeof row.Service === 'string' ? [row as AgentService] : [];
}

function fromCatalog(row: unknown): Registered {
  const { ServiceName, ServiceTags, ServiceMeta } = isRecord(row) ? row : {};
  return fromAgent({ ID: '', Service: String(ServiceName), Tags: ServiceTags, Meta: ServiceMeta });
}

function fromAgent(row: AgentService): Registered {
  const meta = textsOf(row.Meta);
  const endpoints = Object.entries(meta).filter(([key]) => key.startsWith(ENDPOINT));
  const { version, description, status, commit, branch, run } = meta;
  const deployment: Deployment = known({ commit, branch, run, time: meta['deployed-at'] });
  return {
    name: row.Service,
    endpoints: Object.fromEntries(endpoints.map(([key, url]) => [key.slice(ENDPOINT.length), url])),
    capabilities: listOf(row.Tags),
    ...known({ version, description, status, lastDeployed: meta['last-deployed'] }),
    ...(Object.keys(deployment).length > 0 ? { deployment } : {}),
  };
}

/** The registration as the agent takes it, with what others had added to the one it replaces. */
function definition(service: Registered, previous: AgentService | undefined): Record<string, unknown> {
  const foreign = Object.fromEntries(
    FOREIGN_FIELDS.map((field) => [field, previous?.[field]]).filter(([, value]) => value),
  );
  return {
    ...foreign,
    ID: previous?.ID ?? service.name,
    Name: service.name,
    Tags: service.capabilities,
    Meta: { ...foreignMeta(previous), ...metaOf(service) },
    ...address(service, previous),
  };
}

function metaOf({
  version,
  description,
  status,
  lastDeployed,
  deployment,
  endpoints,
}: Registered): Record<string, string> {
  const { commit, branch, run, time } = deployment ?? {};
  return {
    ...known({ version, description, status, commit, branch, run, 'deployed-at': time, 'last-deployed': lastDeployed }),
    ...Object.fromEntries(Object.entries(endpoints).map(([name, url]) => [`${ENDPOINT}${name}`, url])),
  };
}

function foreignMeta(previous: AgentService | undefined): Record<string, string> {
  const entries = Object.entries(textsOf(previous?.Meta));
  return Object.fromEntries(entries.filter(([key]) => !OWN_KEYS.includes(key) && !key.startsWith(ENDPOINT)));
}

/** Where clients of Consul find the service: what was there, else where its first endpoint stands. */
function address(service: Service, previous: AgentService | undefined): Record<string, unknown> {
  const url = service.endpoints.api ?? service.endpoints.health ?? Object.values(service.endpoints)[0];
  if (url === undefined) return { Address: previous?.Address ?? '', Port: previous?.Port ?? 0 };
  const { hostname, port, protocol } = new URL(url);
  const standard = protocol === 'http:' || protocol === 'ws:' ? 80 : 443;
  return { Address: hostname.replace(/^\[|\]$/g, ''), Port: port === '' ? standard : Number(port) };
}
