import { isRecord } from '../../../platform/records.ts';
import type { Registered, Service } from '../../service.ts';
import { RegistryProblem, type RegistryReply } from '../registry-answer.ts';
import type { RegistryClient } from '../registry-client.ts';
import { known } from '../rest-record.ts';
import type { ServiceRegistry } from '../service-registry.ts';
import { catalogNames, catalogServices, instancesOf } from './consul-catalog.ts';
import {
  type AgentService,
  addressOf,
  agentService,
  cutToMeta,
  fromAgent,
  isOurs,
  noConsul,
  registration,
} from './consul-record.ts';

/**
 * A Consul agent: services are registered with it (it keeps them in the catalog by itself), and listed from the catalog that
 * every agent shares. Facts that Consul has no field for are metadata; capabilities are tags. Of a service with several
 * instances on the agent, ours is the one whose ID is the service's name or that we wrote to before; where there is none of
 * these, the facts are written to all of them. What the agent refuses or does not know is a RegistryProblem.
 */
export function consulRegistry(client: RegistryClient, discoveryUrl?: string): ServiceRegistry {
  const readRows = (name: string) => instancesOnAgent(client, name);
  const put = async (body: Record<string, unknown>) => {
    confirm(await client.send('PUT', '/v1/agent/service/register', { body }));
  };
  const write = async (name: string, change: (held: Registered | undefined) => Registered) => {
    const rows = await readRows(name);
    if (rows.length === 0) {
      const created = change(undefined);
      await refuseSecondInstance(client, created);
      await put(registration(created, undefined));
    }
    for (const row of rows) await put(registration(change(fromAgent(row)), row));
    return {};
  };
  return {
    represent: (service) => ({
      ...service,
      ...known({ description: service.description === undefined ? undefined : cutToMeta(service.description) }),
    }),
    async read(name) {
      const [first, ...others] = (await readRows(name)).map(fromAgent);
      return first && { ...first, ...(others.length > 0 ? { instances: others } : {}) };
    },
    upsert: (service) => write(service.name, (held) => merged(service, held)),
    async setStatus({ name, status, lastDeployed }) {
      return write(name, (held) => {
        if (held) return { ...held, status, lastDeployed };
        throw new RegistryProblem('refused', `The Consul agent has no service named ${name}.`);
      });
    },
    async remove(name) {
      for (const { ID } of await removable(client, name)) {
        confirm(await client.send('PUT', `/v1/agent/service/deregister/${encodeURIComponent(ID)}`));
      }
      return {};
    },
    list: () => catalogServices(client),
    discover: () => discover(client, discoveryUrl),
    // The agents keep the catalog themselves; there is nothing to rebuild.
    refresh: async () => {},
  };
}

/** What is wanted, over what is held: what nobody says stays. */
function merged(service: Service, held: Registered | undefined): Registered {
  const kept = held ?? { endpoints: {}, capabilities: [] };
  return { ...kept, ...known(service), name: service.name } as Registered;
}

async function instancesOnAgent(client: RegistryClient, name: string): Promise<AgentService[]> {
  const filter = encodeURIComponent(`Service == ${JSON.stringify(name)}`);
  const { body, headers } = await client.get(`/v1/agent/services?filter=${filter}`);
  if (!isRecord(body)) throw noConsul('the services of an agent');
  // What stands between may have dropped the filter, and every other service would be written to.
  const rows = Object.values(body)
    .map(agentService)
    .filter(({ Service }) => Service === name);
  // The header may be about other services; whether it is about this one, only a question for it alone tells (by a 403).
  if (rows.length === 0 && headers['x-consul-results-filtered-by-acls'] === 'true') {
    await client.get(`/v1/agent/health/service/name/${encodeURIComponent(name)}`);
  }
  const own = rows.filter(isOurs);
  return own.length > 0 ? own : rows;
}

/** A balancer in front of several agents leads each request to another one: the second would make a second instance. */
async function refuseSecondInstance(client: RegistryClient, service: Service): Promise<void> {
  const place = addressOf(service);
  if (!place) return;
  const instances = await instancesOf(client, service.name).catch((error: unknown) => {
    // Without the right to see nodes, nobody can tell; registering needs no such right.
    if (error instanceof RegistryProblem && error.problem === 'refused') return [];
    throw error;
  });
  const same = instances.find(({ service: { Address, Port } }) => Address === place.address && Port === place.port);
  if (!same) return;
  throw new RegistryProblem(
    'conflict',
    `${service.name} at ${place.address}:${place.port} is registered with the agent on node ${same.node} already, and this ` +
      'agent would hold it a second time. Set registry-url to the agent on that node, and not to a balancer of agents.',
  );
}

/** What others registered is not ours to remove. */
async function removable(client: RegistryClient, name: string): Promise<AgentService[]> {
  const rows = await instancesOnAgent(client, name);
  const own = rows.filter(isOurs);
  if (own.length > 0 || rows.length === 0) return own;
  throw new RegistryProblem(
    'refused',
    `The Consul agent holds ${name} only as others registered it (${rows.map(({ ID }) => ID).join(', ')}), so nothing is removed. ` +
      'Deregister these IDs by hand if they shall go.',
  );
}

/** The catalog is Consul's discovery document; somebody may keep another one beside it. */
async function discover(client: RegistryClient, url: string | undefined): Promise<unknown> {
  if (url === undefined || new URL(url).pathname.endsWith('/v1/catalog/services')) return catalogNames(client, url);
  const { body, status } = await client.get(url, 'discovery');
  if (status === 404) throw new RegistryProblem('refused', `There is no discovery document at ${url} (404).`);
  return body;
}

function confirm(reply: RegistryReply): void {
  if (reply.status === 404) throw new RegistryProblem('refused', 'There is no Consul agent at registry-url (404).');
}
