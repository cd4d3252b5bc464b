import { isRecord } from '../../platform/records.ts';

/** What a health document says of itself, in the words of the common formats. */
export type Claim =
  | { readonly claim: 'pass' }
  | { readonly claim: 'warn'; readonly detail: string }
  | { readonly claim: 'fail'; readonly detail: string };

const HEALTH_JSON = 'application/health+json';

/**
 * The status words of `application/health+json` (https://datatracker.ietf.org/doc/html/draft-inadarei-api-health-check),
 * Spring Boot's Actuator, NestJS's Terminus and ASP.NET; any other word is somebody's own and claims nothing.
 */
const WORDS: ReadonlyMap<string, Claim['claim']> = new Map(
  Object.entries({
    pass: ['pass', 'ok', 'up', 'healthy'],
    warn: ['warn', 'degraded'],
    fail: ['fail', 'error', 'down', 'unhealthy', 'unknown', 'out_of_service', 'shutting_down'],
  } as const).flatMap(([claim, words]) => words.map((word) => [word, claim as Claim['claim']] as const)),
);

/** Reads the claim of a JSON body, or undefined where it makes none. */
export function claimOf(body: unknown, contentType: string): Claim | undefined {
  const declared = contentType.toLowerCase().startsWith(HEALTH_JSON);
  const status = field(body, 'status');
  const word = typeof status === 'string' ? status.toLowerCase() : undefined;
  const claim = word === undefined ? undefined : WORDS.get(word);
  if (claim === 'pass') return { claim };
  if (claim) return { claim, detail: [`status ${JSON.stringify(status)}`, ...troubled(body)].join(', ') };
  if (!declared) return undefined;
  const found = word === undefined ? 'has no status' : `has the status ${JSON.stringify(status).slice(0, 60)}`;
  return { claim: 'fail', detail: `${HEALTH_JSON} that ${found}, expected pass, warn or fail` };
}

/** The names of the components that a document blames, at most five. */
function troubled(body: unknown): string[] {
  const parts = ['checks', 'components', 'details', 'error', 'entries']
    .flatMap((key) => Object.entries(record(field(body, key))))
    .filter(([, part]) => [part].flat().some((one) => isTroubled(field(one, 'status'))))
    .map(([name]) => name.slice(0, 60));
  const names = [...new Set(parts)].slice(0, 5);
  return names.length > 0 ? [`because of ${names.join(', ')}`] : [];
}

function isTroubled(status: unknown): boolean {
  const claim = typeof status === 'string' ? WORDS.get(status.toLowerCase()) : undefined;
  return claim === 'fail' || claim === 'warn';
}

function field(value: unknown, name: string): unknown {
  return Object.hasOwn(record(value), name) ? record(value)[name] : undefined;
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
