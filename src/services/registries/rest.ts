import { nextLink } from '../../platform/net/link-header.ts';
import { isRecord } from '../../platform/records.ts';
import type { Registered } from '../service.ts';
import { RegistryProblem, type RegistryReply } from './registry-answer.ts';
import { fillPath, type RegistryClient } from './registry-client.ts';
import { nextInBody, verifyNoError, verifyWhole } from './rest-list.ts';
import type { RestOperation, RestPaths } from './rest-paths.ts';
import { fromRecord, put, type RecordFields, toRecord } from './rest-record.ts';
import type { Receipt, ServiceRegistry } from './service-registry.ts';

const MAX_PAGES = 100;

interface RestRegistryOptions {
  readonly paths: RestPaths;
  readonly fields: RecordFields;
}

/**
 * A registry with a REST API: JSON records, one per name, written whole. What it refuses, or answers in no form that is known,
 * is a RegistryProblem.
 */
export function restRegistry(client: RegistryClient, { paths, fields }: RestRegistryOptions): ServiceRegistry {
  const write = async (
    operation: Exclude<RestOperation, 'service' | 'list' | 'discovery'>,
    name: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<RegistryReply> => {
    const { method, path } = paths[operation];
    if (method === 'GET') throw new Error(`${operation} is a write`);
    const use = operation === 'refresh' ? { use: operation } : {};
    return client.send(method, fillPath(path, name), { headers, ...use, ...(body === undefined ? {} : { body }) });
  };
  const here = (reply: RegistryReply, operation: RestOperation): Receipt => {
    if (reply.status !== 404) return {};
    const { method, path } = paths[operation];
    throw new RegistryProblem(
      'refused',
      `The registry has no ${method} ${path} (404); see the inputs registry-url and paths.`,
    );
  };
  return {
    represent: (service) => service,

    async read(name) {
      const reply = await client.get(fillPath(paths.service.path, name));
      if (reply.status === 404) return undefined;
      const found = recordsIn(reply, fields);
      return found === 'none' ? undefined : theOne(name, found);
    },

    async upsert(service, previous) {
      const headers: Record<string, string> = previous?.etag ? { 'if-match': previous.etag } : {};
      return here(await write('register', service.name, toRecord(service, fields, previous), headers), 'register');
    },

    async setStatus({ name, status, lastDeployed }) {
      const body: Record<string, unknown> = {};
      put(body, fields.status, status);
      put(body, fields['last-deployed'], lastDeployed);
      return here(await write('status', name, body), 'status');
    },

    async remove(name) {
      await write('deregister', name);
      return {};
    },

    async list() {
      const services: Registered[] = [];
      let path: string | undefined = paths.list.path;
      for (let page = 0; path !== undefined; page++) {
        if (page === MAX_PAGES)
          throw new RegistryProblem('unreadable', `The registry's list has more than ${MAX_PAGES} pages.`);
        const reply: RegistryReply = await client.get(path);
        here(reply, 'list');
        services.push(...listed(reply, fields));
        path = nextPage(reply, path, client.baseUrl);
        if (path === undefined) verifyWhole(reply.body, services.length);
      }
      return services;
    },

    async discover() {
      const reply = await client.get(paths.discovery.path, 'discovery');
      here(reply, 'discovery');
      return reply.body;
    },

    async refresh() {
      here(await write('refresh', ''), 'refresh');
    },
  };
}

const ENVELOPES = ['service', 'data', 'result', 'item'];

/** The records of an answer about one service: itself, or in envelopes, or a list of hits; none where it says so. */
function recordsIn(reply: RegistryReply, fields: RecordFields): Registered[] | 'none' {
  let inner = reply.body;
  for (let depth = 0; depth < 3 && isRecord(inner) && fromRecord(inner, fields) === undefined; depth++) {
    const envelope: Record<string, unknown> = inner;
    const key = ENVELOPES.find((name) => Object.hasOwn(envelope, name));
    if (key === undefined) break;
    inner = envelope[key];
  }
  const isNone = inner === null || (Array.isArray(inner) && inner.length === 0);
  if (isNone) verifyNoError(reply.body);
  if (isNone) return 'none';
  const candidates = Array.isArray(inner) ? inner : [inner];
  return candidates.flatMap((one) => fromRecord(one, fields, reply.headers.etag) ?? []);
}

function theOne(name: string, found: readonly Registered[]): Registered | undefined {
  const mine = found.filter((one) => one.name === name);
  if (mine.length > 1) throw duplicate(name, mine.length);
  if (mine.length === 0) {
    const other = found[0] ? `the service ${JSON.stringify(found[0].name)}` : 'no record with a name';
    throw new RegistryProblem(
      'unreadable',
      `The registry was asked for ${JSON.stringify(name)} and answered with ${other}; see the inputs paths and fields.`,
    );
  }
  return mine[0];
}

/** The problem that two records have one name: whichever was changed, the other would contradict it. */
export function duplicate(name: string, count: number): RegistryProblem {
  return new RegistryProblem(
    'conflict',
    `The registry holds ${count} services named ${JSON.stringify(name)}; a name must be unique. Remove all but one, then run again.`,
  );
}

function listed(reply: RegistryReply, fields: RecordFields): Registered[] {
  const { body } = reply;
  verifyNoError(body);
  const rows = Array.isArray(body)
    ? body
    : isRecord(body)
      ? [body.services, body.data, body.items].find(Array.isArray)
      : undefined;
  if (!rows) {
    throw new RegistryProblem(
      'unreadable',
      'The registry answered its list of services with no list; expected a JSON array, or one in "services", "data" or "items".',
    );
  }
  return rows.map((row, index) => {
    const service = fromRecord(row, fields);
    if (!service)
      throw new RegistryProblem('unreadable', `Entry ${index} of the registry's list has no ${fields.name}.`);
    return service;
  });
}

/** The next page's path. Its host is not followed: a proxy in front may not have told it right. */
function nextPage({ headers, body }: RegistryReply, current: string, baseUrl: string): string | undefined {
  const target = nextLink(headers.link) ?? nextInBody(body);
  if (target === undefined) return undefined;
  if (!current.startsWith('/')) {
    const { pathname, search } = new URL(target, current);
    return new URL(pathname + search, current).href;
  }
  const { pathname, search } = new URL(target, baseUrl + current);
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');
  if (pathname.startsWith(`${base}/`)) return pathname.slice(base.length) + search;
  throw new RegistryProblem('unreadable', `The registry's next page is ${target}, which is not below registry-url.`);
}
