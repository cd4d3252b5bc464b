import { isRecord, mapOf } from '../../platform/records.ts';
import { type Meaning, meaningOf, meaningOfText } from './health-words.ts';

/** A component, dependency or check within a health document. */
interface Part {
  readonly name: string;
  readonly meaning: Meaning;
}

/** Where formats keep their parts. `error` is Terminus's list of what failed. */
const CONTAINERS = [
  'checks',
  'components',
  'details',
  'error',
  'entries',
  'results',
  'checkResults',
  'dependencies',
  'services',
];
const NAMES = ['name', 'id', 'checkName', 'component', 'componentId', 'label'];
const STATUSES = ['status', 'state', 'outcome', 'healthy', 'ok', 'health', 'status_name'];

/** The names of the parts that a document blames. */
export function troubledParts(body: Record<string, unknown>): string[] {
  const blamed = CONTAINERS.flatMap((key) => partsIn(body[key])).filter(({ meaning }) => meaning !== 'pass');
  // What stands under `failures` is not said to have failed in any other way.
  const failures = isRecord(body.failures) ? Object.keys(body.failures) : [];
  return [...new Set([...blamed.map(({ name }) => name), ...failures])];
}

/**
 * The parts that a document consists of: a list of `{ name, status }`, or a map of `{ healthy }` or of words. Undefined where
 * any entry is something else, for then it is no such document.
 */
export function partsOf(body: unknown): Part[] | undefined {
  const entries = Array.isArray(body) ? body : isRecord(body) ? Object.values(body) : [];
  const parts = partsIn(body);
  return parts.length === entries.length && parts.length > 0 ? parts : undefined;
}

function partsIn(container: unknown): Part[] {
  if (Array.isArray(container)) {
    return container.flatMap((row: unknown) => {
      const name = NAMES.map((key) => field(row, key)).find(
        (one) => typeof one === 'string' || typeof one === 'number',
      );
      return name === undefined ? [] : part(String(name), row);
    });
  }
  return Object.entries(mapOf(container)).flatMap(([name, row]) => part(name, row));
}

/** A part with its own status, or with those of its instances, as the IETF's draft has them; the worst counts. */
function part(name: string, row: unknown): Part[] {
  const meanings = [row].flat().flatMap((one: unknown) => {
    const meaning = isRecord(one)
      ? STATUSES.map((key) => meaningOf(one[key])).find((found) => found !== undefined)
      : typeof one === 'string'
        ? meaningOfText(one)
        : undefined;
    return meaning ?? [];
  });
  if (meanings.length === 0) return [];
  return [{ name, meaning: meanings.includes('fail') ? 'fail' : meanings.includes('warn') ? 'warn' : 'pass' }];
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
