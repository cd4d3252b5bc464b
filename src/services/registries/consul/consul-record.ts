import { isRecord, isText, listOf, mapOf } from '../../../platform/records.ts';
import { scalarText } from '../../../platform/text/scalar-text.ts';
import type { Deployment, Registered, Service } from '../../service.ts';
import { RegistryProblem } from '../registry-answer.ts';
import { known, textsOf } from '../rest-record.ts';
import { memoryOf, remember } from './consul-memory.ts';

/** Consul refuses a metadata value above this many bytes. https://developer.hashicorp.com/consul/docs/reference/service */
const META_VALUE = 512;
const ENDPOINT = 'endpoint-';
const OWN_KEYS = ['version', 'description', 'status', 'commit', 'branch', 'deployed-at', 'run', 'last-deployed'];

/** What an agent tells of an instance, but takes in another field or makes itself. It takes all else back as it gave it, and erases what a write leaves out. */
const ONLY_TOLD = ['Service', 'Datacenter', 'ContentHash', 'CreateIndex', 'ModifyIndex', 'PeerName'];

/** An instance of a service, as an agent lists it. */
export interface AgentService {
  readonly ID: string;
  readonly Service: string;
  readonly Tags?: unknown;
  readonly Meta?: unknown;
  readonly Address?: unknown;
  readonly Port?: unknown;
  readonly [other: string]: unknown;
}

/** The instance in a row of an agent's answer. Throws a RegistryProblem where it is none: it would be taken for absent. */
export function agentService(row: unknown): AgentService {
  if (isRecord(row) && typeof row.ID === 'string' && typeof row.Service === 'string') return row as AgentService;
  throw noConsul('an instance');
}

/** The problem that an answer is not what a Consul agent gives where it was asked for this. */
export function noConsul(what: string): RegistryProblem {
  return new RegistryProblem(
    'unreadable',
    `Consul answered with something else than ${what}. Is registry-url an agent?`,
  );
}

/** Whether we have written this instance before, or it is the one that we would make. */
export function isOurs({ ID, Service: name, Meta }: AgentService): boolean {
  return ID === name || memoryOf(textsOf(Meta)).written;
}

/** The text cut at a character so that its UTF-8 has at most so many bytes. */
export function cutToMeta(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.byteLength <= META_VALUE) return text;
  let end = META_VALUE;
  while (((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end--;
  return bytes.subarray(0, end).toString('utf8');
}

/** The facts of an instance. Its capabilities are the tags that we wrote; every other tag is somebody else's. */
export function fromAgent(row: AgentService): Registered {
  const meta = textsOf(row.Meta);
  const endpoints = Object.entries(meta).filter(([key]) => key.startsWith(ENDPOINT));
  const { version, description, status, commit, branch, run } = meta;
  const deployment: Deployment = known({ commit, branch, run, time: meta['deployed-at'] });
  const { tags } = memoryOf(meta);
  const present = listOf(row.Tags).filter(isText);
  return {
    name: row.Service,
    endpoints: Object.fromEntries(endpoints.map(([key, url]) => [key.slice(ENDPOINT.length), url])),
    capabilities: present.filter((tag) => tags.includes(tag)),
    foreignCapabilities: present.filter((tag) => !tags.includes(tag)),
    ...known({ version, description, status, lastDeployed: meta['last-deployed'] }),
    ...(isOurs(row) ? {} : { foreign: true }),
    ...(Object.keys(deployment).length > 0 ? { deployment } : {}),
  };
}

/** The registration as an agent takes it: our facts, and all that others gave the instance that it replaces. */
export function registration(service: Registered, previous: AgentService | undefined): Record<string, unknown> {
  const memory = memoryOf(textsOf(previous?.Meta));
  const foreignTags = listOf(previous?.Tags)
    .filter(isText)
    .filter((tag) => !memory.tags.includes(tag));
  const tags = service.capabilities.filter((tag) => !foreignTags.includes(tag));
  const place = placeOf(service, previous, memory.address);
  return {
    ...Object.fromEntries(
      Object.entries(previous ?? {}).filter(([field, value]) => value && !ONLY_TOLD.includes(field)),
    ),
    ...(place.tagged === undefined ? {} : { TaggedAddresses: place.tagged }),
    ID: previous?.ID ?? service.name,
    Name: service.name,
    Tags: [...foreignTags, ...tags],
    Address: place.address,
    Port: place.port,
    Meta: { ...foreignMeta(previous), ...metaOf(service), ...remember({ tags, address: place.remembered }) },
  };
}

function metaOf(service: Registered): Record<string, string> {
  const { version, description, status, lastDeployed, deployment, endpoints } = service;
  const { commit, branch, run, time } = deployment ?? {};
  return {
    ...known({ version, description, status, commit, branch, run, 'deployed-at': time, 'last-deployed': lastDeployed }),
    ...Object.fromEntries(Object.entries(endpoints).map(([name, url]) => [`${ENDPOINT}${name}`, url])),
  };
}

function foreignMeta(previous: AgentService | undefined): Record<string, string> {
  const meta = textsOf(previous?.Meta);
  const memory = memoryOf(meta).keys;
  const isOwn = (key: string) => OWN_KEYS.includes(key) || key.startsWith(ENDPOINT) || memory.includes(key);
  return Object.fromEntries(Object.entries(meta).filter(([key]) => !isOwn(key)));
}

interface ConsulPlace {
  readonly address: unknown;
  readonly port: unknown;
  /** `address:port` where we chose it, so that we may choose another one later. */
  readonly remembered: string | undefined;
  /** The tagged addresses, where one that followed our address has to go. */
  readonly tagged?: Record<string, unknown>;
}

/** Where clients of Consul find the instance: what somebody else set stays; ours follows the first endpoint. */
function placeOf(service: Service, previous: AgentService | undefined, remembered: string | undefined): ConsulPlace {
  const current = previous && `${scalarText(previous.Address)}:${scalarText(previous.Port)}`;
  const wanted = addressOf(service);
  if (previous && (current !== remembered || !wanted)) {
    const kept = current === remembered ? remembered : undefined;
    return { address: previous.Address ?? '', port: previous.Port ?? 0, remembered: kept };
  }
  if (!wanted) return { address: '', port: 0, remembered: undefined };
  const place = { ...wanted, remembered: `${wanted.address}:${wanted.port}` };
  // Consul itself derives tagged addresses from the address.
  return previous ? { ...place, tagged: withoutAddress(previous) } : place;
}

/** Address and port of the endpoint that a client would use first. */
export function addressOf({ endpoints = {} }: Service): { address: string; port: number } | undefined {
  const url = endpoints.api ?? endpoints.health ?? Object.values(endpoints)[0];
  if (url === undefined) return undefined;
  const { hostname, port, protocol } = new URL(url);
  const standard = protocol === 'http:' || protocol === 'ws:' ? 80 : 443;
  return { address: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? standard : Number(port) };
}

function withoutAddress({ TaggedAddresses, Address, Port }: AgentService): Record<string, unknown> {
  const follows = (place: unknown) => isRecord(place) && place.Address === Address && place.Port === Port;
  return Object.fromEntries(Object.entries(mapOf(TaggedAddresses)).filter(([, place]) => !follows(place)));
}
