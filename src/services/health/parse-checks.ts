import type { Fault } from '../../platform/errors.ts';
import { type Check, type CheckPatience, describeTarget, type Kind, RECORD_TYPES, type Target } from './check.ts';
import { type Conditions, loadConditions } from './condition.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { LEAST_INTERVAL_MS } from './health-duration.ts';
import { parseExpectations } from './parse-expectations.ts';
import { parsePlace, parseRequest, REQUEST_FIELDS, webUrl } from './parse-request.ts';
import { parseSteps } from './parse-suite.ts';

type ParsedChecks = { readonly checks: readonly Check[] } | { readonly faults: readonly Fault[] };

const MAX_CHECKS = 1_000;
const SUITE_FAILURES = 3;
const KINDS: readonly Kind[] = ['http', 'tcp', 'dns', 'tls', 'mcp', 'suite'];
const COMMON = [
  ...['name', 'kind', 'severity', 'only-topic', 'until-gone', 'timeout', 'interval', 'attempt-timeout', 'max-latency'],
  ...['consecutive-successes', 'failure-limit', 'window', 'max-error-rate'],
];
const OWN: Readonly<Record<Kind, readonly string[]>> = {
  http: [...REQUEST_FIELDS, 'expect-status', 'expect-version', 'version', 'version-path', 'condition'],
  tcp: ['url'],
  tls: ['url', 'min-days', 'condition'],
  dns: ['url', 'record', 'server', 'condition'],
  mcp: ['url', 'headers', 'min-tools', 'expect-version', 'version', 'condition'],
  suite: ['url', 'headers', 'steps'],
};

/**
 * Reads the `checks` of verify-health (and the `health` of a manifest): a list of maps as in its README. Either all are right,
 * or every fault of all of them is returned.
 */
export async function parseChecks(value: unknown): Promise<ParsedChecks> {
  if (!Array.isArray(value) || value.length === 0) {
    return { faults: [{ message: 'checks: expected a list with at least one check.' }] };
  }
  if (value.length > MAX_CHECKS) {
    return { faults: [{ message: `checks: found ${value.length}, expected at most ${MAX_CHECKS}; split them.` }] };
  }
  const conditions = await loadConditions();
  const faults: Fault[] = [];
  const checks = value.map((entry, index) => parseCheck(entry, index, { conditions, faults }));
  faults.push(...duplicates(checks));
  return faults.length > 0 ? { faults } : { checks: checks.filter((check) => check !== undefined) };
}

function parseCheck(
  value: unknown,
  index: number,
  { conditions, faults }: { conditions: Conditions; faults: Fault[] },
): Check | undefined {
  const before = faults.length;
  const name = (value as { name?: unknown } | null)?.name;
  const place = `checks[${index}]${typeof name === 'string' ? ` (${name.slice(0, 80)})` : ''}`;
  const fields = fieldsOf(value, place, faults);
  if (faults.length > before) return undefined;
  const kind = kindOf(fields);
  if (kind === undefined) return undefined;
  fields.only([...COMMON, ...OWN[kind]]);
  const context = { conditions, faults, place };
  const target = parseTarget(kind, fields, context);
  const onlyTopic = fields.text('only-topic');
  const check = {
    severity: fields.oneOf('severity', ['fail', 'warn'] as const) ?? 'fail',
    expect: parseExpectations(fields, conditions),
    patience: parsePatience(fields, kind),
    untilGone: fields.flag('until-gone') ?? false,
    ...(onlyTopic === undefined ? {} : { onlyTopic }),
  };
  if (!target || faults.length > before) return undefined;
  return { ...check, target, name: fields.text('name') ?? describeTarget(target) };
}

/** The kind that is named, or that the URL's scheme speaks of. */
function kindOf(fields: Fields): Kind | undefined {
  if (fields.has('kind')) return fields.oneOf('kind', KINDS);
  if (fields.has('steps')) return 'suite';
  const scheme = /^([a-z]+):/.exec(fields.text('url') ?? '')?.[1] ?? 'http';
  return KINDS.find((kind) => kind === scheme && kind !== 'suite' && kind !== 'mcp') ?? 'http';
}

function parseTarget(
  kind: Kind,
  fields: Fields,
  context: { conditions: Conditions; faults: Fault[]; place: string },
): Target | undefined {
  switch (kind) {
    case 'http':
      return withRequest(fields, (request) => ({ kind, request }));
    case 'mcp':
      return withRequest(fields, (request) => ({
        kind,
        request: { ...request, method: 'POST' },
        minTools: fields.number('min-tools', { least: 0, most: 10_000, whole: true }) ?? 0,
      }));
    case 'tcp':
    case 'tls':
      return parseConnection(kind, fields);
    case 'dns':
      return parseDns(fields);
    case 'suite': {
      const steps = parseSteps(fields, context);
      return steps && { kind, steps };
    }
  }
}

function withRequest(fields: Fields, make: (request: NonNullable<ReturnType<typeof parseRequest>>) => Target) {
  const url = webUrl(fields);
  const request = url === undefined ? undefined : parseRequest(fields, url);
  return request && make(request);
}

function parseConnection(kind: 'tcp' | 'tls', fields: Fields): Target | undefined {
  const place = parsePlace(fields, kind === 'tls' ? 443 : undefined);
  const minDays = fields.number('min-days', { least: 0, most: 3_650, whole: true }) ?? 14;
  if (!place) return undefined;
  return kind === 'tls' ? { kind, place, minDays } : { kind, place };
}

function parseDns(fields: Fields): Target | undefined {
  const given = fields.text('url') ?? fields.fault('url', 'is missing, expected a name such as dns:api.example.com.');
  const record = fields.oneOf('record', RECORD_TYPES) ?? 'A';
  const server = fields.text('server');
  if (server !== undefined && !/^([\d.]+|\[[\da-f:]+\])(:\d+)?$/i.test(server)) {
    fields.fault(
      'server',
      `found ${JSON.stringify(server)}, expected an address such as 192.0.2.53 or [2001:db8::53]:53.`,
    );
  }
  const name = given?.replace(/^dns:(\/\/)?/, '');
  if (name === undefined) return undefined;
  if (!/^(?=.{1,253}\.?$)[\w-]{1,63}(\.[\w-]{1,63})*\.?$/.test(name)) {
    return fields.fault('url', `found ${JSON.stringify(given)}, expected a name such as dns:api.example.com.`);
  }
  return { kind: 'dns', name, record, ...(server === undefined ? {} : { server }) };
}

function parsePatience(fields: Fields, kind: Kind): CheckPatience {
  const count = { least: 1, most: 1_000, whole: true };
  const patience: { readonly [K in keyof CheckPatience]-?: CheckPatience[K] | undefined } = {
    timeoutMs: fields.duration('timeout'),
    intervalMs: parseInterval(fields),
    attemptTimeoutMs: fields.duration('attempt-timeout'),
    // Every pass of a suite leaves its traces in the service, so once is enough unless somebody says otherwise.
    consecutiveSuccesses: fields.number('consecutive-successes', count) ?? (kind === 'suite' ? 1 : undefined),
    // Each failing look of a suite may leave a trace, too.
    failureLimit: fields.number('failure-limit', count) ?? (kind === 'suite' ? SUITE_FAILURES : undefined),
    windowMs: fields.duration('window'),
    maxErrorRate: fields.number('max-error-rate', { least: 0, most: 1, whole: false }),
  };
  if (patience.maxErrorRate !== undefined && patience.windowMs === undefined) {
    fields.fault('max-error-rate', 'is a rate over a window; give window as well.');
  }
  return Object.fromEntries(Object.entries(patience).filter(([, value]) => value !== undefined));
}

function parseInterval(fields: Fields): number | undefined {
  const ms = fields.duration('interval');
  if (ms === undefined || ms >= LEAST_INTERVAL_MS) return ms;
  return fields.fault('interval', `found ${ms} ms, expected at least ${LEAST_INTERVAL_MS} ms.`);
}

function duplicates(checks: readonly (Check | undefined)[]): Fault[] {
  const names = checks.flatMap((check) => (check ? [check.name] : []));
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => ({
    message: `checks: ${JSON.stringify(name)} is the name of more than one check; give each a name of its own.`,
  }));
}
