import { UserError } from '../platform/errors.ts';
import { isRecord } from '../platform/records.ts';
import { known, textAt, textsOf } from './registries/rest-record.ts';

/** What a discovery document says of a service. */
export interface Discovered {
  readonly name: string;
  readonly version?: string;
  readonly endpoints?: Readonly<Record<string, string>>;
}

/**
 * The services in a discovery document: a list (of names or records) or a map by name, at the top or under `services`.
 * Throws where the document has neither, for an unread document must not look like an empty one.
 */
export function discoveredServices(document: unknown): Discovered[] {
  const services = isRecord(document) && 'services' in document ? document.services : document;
  if (Array.isArray(services)) return services.map((entry, index) => discovered(entry, `services[${index}]`));
  if (isRecord(services)) {
    // What is no map, no list (of Consul's tags) and no address is no service: when it was made, or an error.
    const entries = Object.entries(services).filter(([, entry]) => typeof entry === 'object' || isAddress(entry));
    if (entries.length > 0 || Object.keys(services).length === 0)
      return entries.map(([name, entry]) =>
        discovered(isRecord(entry) ? { name, ...entry } : name, `services.${name}`),
      );
  }
  throw new UserError(
    'The discovery document names no services: expected a list or a map of them, at the top or under "services".',
  );
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z\d+.-]*:\/\//i.test(value);
}

function discovered(entry: unknown, where: string): Discovered {
  const name = typeof entry === 'string' ? entry : textAt(entry, 'name');
  if (!name) throw new UserError(`The discovery document has no name at ${where}.`);
  const endpoints = isRecord(entry) && isRecord(entry.endpoints) ? textsOf(entry.endpoints) : undefined;
  return { name, ...known({ version: textAt(entry, 'version'), endpoints }) };
}

/** When the document was made (ms since the epoch), where it says so. */
export function discoveryTime(document: unknown): number | undefined {
  const texts = ['generated_at', 'generatedAt', 'updated_at', 'updatedAt', 'last_refreshed'];
  const found = texts.map((key) => Date.parse(textAt(document, key) ?? '')).find((time) => !Number.isNaN(time));
  return found;
}
