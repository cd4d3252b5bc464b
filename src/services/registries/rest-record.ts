import { UserError } from '../../platform/errors.ts';
import { isRecord, isText, listOf, mapOf } from '../../platform/records.ts';
import type { Deployment, Registered, Service } from '../service.ts';
import { unknownName } from './rest-paths.ts';

/** Where each fact of a service stands in a registry's record: a name, or names joined by dots. */
export type RecordFields = Readonly<Record<keyof typeof DEFAULT_FIELDS, string>>;

export const DEFAULT_FIELDS = {
  name: 'name',
  version: 'version',
  description: 'description',
  endpoints: 'endpoints',
  capabilities: 'capabilities',
  status: 'status',
  deployment: 'deployment',
  'last-deployed': 'last_deployed',
};

/** The fields with those of the input `fields` in place of the defaults. */
export function readFields(given: Readonly<Record<string, string>>): RecordFields {
  const faults = Object.entries(given).flatMap(([name, path]) => {
    if (!Object.hasOwn(DEFAULT_FIELDS, name)) return [unknownName('fields', name, Object.keys(DEFAULT_FIELDS))];
    const valid = path.split('.').every((part) => /^[A-Za-z][\w-]*$/.test(part));
    return valid ? [] : [`Input fields: ${name} is ${JSON.stringify(path)}; expected names joined by dots.`];
  });
  if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
  return { ...DEFAULT_FIELDS, ...given };
}

/**
 * The record that a registry is sent: what it held, with our facts in place of the old ones. Fields that nobody told us of
 * (an owner, labels, a deployment's cluster) belong to others and are handed back as they were.
 */
export function toRecord(service: Service, fields: RecordFields, previous?: Registered): Record<string, unknown> {
  const record = structuredClone(previous?.record ?? {}) as Record<string, unknown>;
  put(record, fields.name, service.name);
  put(record, fields.version, service.version);
  put(record, fields.description, service.description);
  put(record, fields.endpoints, endpointsFor(service, at(record, fields.endpoints)));
  put(record, fields.capabilities, service.capabilities ?? at(record, fields.capabilities) ?? []);
  put(record, fields.status, service.status);
  const deployment = at(record, fields.deployment);
  if (service.deployment) put(record, fields.deployment, { ...mapOf(deployment), ...service.deployment });
  return record;
}

/** Endpoints are ours as a whole, but for entries that are no URL. */
function endpointsFor({ endpoints }: Service, held: unknown): unknown {
  if (endpoints === undefined) return held ?? {};
  const foreign = Object.entries(mapOf(held)).filter(([, value]) => typeof value !== 'string');
  return { ...Object.fromEntries(foreign), ...endpoints };
}

/** The service in a registry's record, or undefined where there is no name in it. */
export function fromRecord(value: unknown, fields: RecordFields, etag?: string): Registered | undefined {
  const name = textAt(value, fields.name);
  if (name === undefined || !isRecord(value)) return undefined;
  return {
    name,
    endpoints: textsOf(at(value, fields.endpoints)),
    capabilities: listOf(at(value, fields.capabilities)).filter(isText),
    record: value,
    ...known({
      version: scalarAt(value, fields.version),
      description: textAt(value, fields.description),
      status: textAt(value, fields.status),
      lastDeployed: textAt(value, fields['last-deployed']),
      deployment: deploymentOf(at(value, fields.deployment)),
      etag,
    }),
  };
}

/** A map without its undefined values. */
export function known<T extends object>(map: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export function textsOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => isText(entry[1])));
}

/** The value at a dotted path, own properties only. */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, part) => (isRecord(inner) && Object.hasOwn(inner, part) ? inner[part] : undefined), value);
}

export function textAt(value: unknown, path: string): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A text, or a number as text: some registries keep version 2 as a number. */
function scalarAt(value: unknown, path: string): string | undefined {
  const found = at(value, path);
  return typeof found === 'number' ? String(found) : textAt(value, path);
}

/** Writes the value at a dotted path; undefined is left out. */
export function put(record: Record<string, unknown>, path: string, value: unknown): void {
  if (value === undefined) return;
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  let inner = record;
  for (const part of parts) {
    const next = inner[part];
    const child = isRecord(next) ? next : {};
    inner[part] = child;
    inner = child;
  }
  inner[last] = value;
}

function deploymentOf(value: unknown): Deployment | undefined {
  const { commit, branch, time, run } = textsOf(value);
  return isRecord(value) ? known({ commit, branch, time, run }) : undefined;
}
