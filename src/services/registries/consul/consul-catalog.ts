import { isRecord, isText, listOf, mapOf } from '../../../platform/records.ts';
import { scalarText } from '../../../platform/text/scalar-text.ts';
import { mapPooled } from '../../../platform/time/pool.ts';
import type { Registered, RegistryHealth } from '../../service.ts';
import { RegistryProblem, type RegistryReply } from '../registry-answer.ts';
import type { RegistryClient } from '../registry-client.ts';
import { type AgentService, agentService, fromAgent, isOurs, noConsul } from './consul-record.ts';

/** Consul's own servers, in every catalog. */
const CONSUL = 'consul';
const PARALLEL_READS = 8;

/**
 * The services of the catalog by name, with their tags; Consul itself is left out. Throws a RegistryProblem where the answer is
 * no catalog.
 */
export async function catalogNames(
  client: RegistryClient,
  url = '/v1/catalog/services',
): Promise<Record<string, string[]>> {
  const { body } = complete(await client.get(url, 'discovery'), 'the catalog');
  if (!isRecord(body) || !Object.values(body).every(Array.isArray)) throw noConsul('a map of services to their tags');
  // Every catalog holds at least Consul, so one that shows nothing at all is not shown.
  if (Object.keys(body).length === 0) throw hidden('the catalog');
  return Object.fromEntries(
    // Consul keeps the tags of a name as a set, and gives it in another order each time.
    Object.entries(body).flatMap(([name, tags]) =>
      name === CONSUL ? [] : [[name, listOf(tags).filter(isText).sort()]],
    ),
  );
}

/** Every service of the catalog with its instances on all nodes, and what Consul's own checks say of them. */
export async function catalogServices(client: RegistryClient): Promise<Registered[]> {
  const names = Object.keys(await catalogNames(client));
  const services = await mapPooled(names, PARALLEL_READS, async (name) =>
    fromInstances(await instancesOf(client, name)),
  );
  return services.filter((service) => service !== undefined);
}

/** An instance and the node whose agent holds it. */
interface Instance {
  readonly service: AgentService;
  readonly node: string;
  readonly checks: readonly Check[];
}

interface Check {
  readonly name: string;
  readonly status: string;
  readonly output: string;
}

/** The instances of a service on all nodes. Throws a RegistryProblem where the answer has another form. */
export async function instancesOf(client: RegistryClient, name: string): Promise<Instance[]> {
  const reply = complete(await client.get(`/v1/health/service/${encodeURIComponent(name)}`), `the service ${name}`);
  if (!Array.isArray(reply.body)) throw noConsul(`the instances of ${name}`);
  return reply.body.map((row: unknown) => {
    const { Node, Service, Checks } = mapOf(row);
    const node = scalarText(mapOf(Node).Node);
    return { service: agentService(Service), node, checks: checksIn(Checks) };
  });
}

/** The reply, which must show all: Consul leaves out what a token may not see, and says so only in a header. */
function complete(reply: RegistryReply, what: string): RegistryReply {
  if (reply.headers['x-consul-results-filtered-by-acls'] === 'true') throw hidden(what);
  return reply;
}

function hidden(what: string): RegistryProblem {
  return new RegistryProblem(
    'refused',
    `Consul does not show this token all of ${what}, so what is missing from it says nothing. ` +
      'Grant the token node:read and service:read for all services (node_prefix "" and service_prefix "").',
  );
}

function checksIn(rows: unknown): Check[] {
  return listOf(rows)
    .filter(isRecord)
    .map(({ Name, Status, Output }) => ({
      name: scalarText(Name),
      status: scalarText(Status),
      output: typeof Output === 'string' ? Output : '',
    }));
}

function fromInstances(instances: readonly Instance[]): Registered | undefined {
  const own = instances.filter(({ service }) => isOurs(service));
  const [first, ...others] = (own.length > 0 ? own : instances).map(({ service }) => fromAgent(service));
  if (!first) return undefined;
  return { ...first, health: healthOf(instances), ...(others.length > 0 ? { instances: others } : {}) };
}

/** Consul sends clients to instances without a critical check: a service has failed when it has no such instance. */
function healthOf(instances: readonly Instance[]): RegistryHealth {
  const troubled = instances.filter(({ checks }) => checks.some(({ status }) => status === 'critical'));
  const first = troubled.flatMap(({ node, checks }) =>
    checks.filter(({ status }) => status === 'critical').map((check) => ({ node, ...check })),
  )[0];
  const why = first ? `: ${first.name} on ${first.node} is critical${shortened(first.output)}` : '';
  const count = `${instances.length} ${instances.length === 1 ? 'instance' : 'instances'}`;
  const passes = troubled.length < instances.length;
  const detail =
    troubled.length === 0
      ? `Consul's checks of ${count} pass`
      : `Consul's checks of ${troubled.length} of ${count} fail${why}`;
  return { passes, detail };
}

function shortened(output: string): string {
  const flat = output.replace(/\s+/g, ' ').trim().slice(0, 200);
  return flat === '' ? '' : ` (${flat})`;
}
