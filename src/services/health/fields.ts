import type { Fault } from '../../platform/errors.ts';
import { isRecord, mapOf } from '../../platform/records.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import { EXPECTED_DURATION, parseHealthDuration } from './health-duration.ts';

/** The fields of one map from elsewhere. Every method returns undefined for a field that is absent or at fault, and notes the fault. */
export interface Fields {
  readonly has: (key: string) => boolean;
  readonly fault: (key: string, message: string) => undefined;
  readonly text: (key: string) => string | undefined;
  /** Milliseconds. */
  readonly duration: (key: string) => number | undefined;
  readonly number: (key: string, range: { least: number; most: number; whole: boolean }) => number | undefined;
  readonly flag: (key: string) => boolean | undefined;
  readonly oneOf: <T extends string>(key: string, words: readonly T[]) => T | undefined;
  readonly texts: (key: string) => Readonly<Record<string, string>> | undefined;
  readonly raw: (key: string) => unknown;
  /** Notes a fault for every field that is not among these. */
  readonly only: (keys: readonly string[]) => void;
}

/** Reads the fields of a value that should be a map; `place` names it in faults. */
export function fieldsOf(value: unknown, place: string, faults: Fault[]): Fields {
  const map = mapOf(value);
  if (!isRecord(value)) faults.push({ message: `${place}: found ${shown(value)}, expected a map.` });
  const has = (key: string) => Object.hasOwn(map, key) && map[key] !== null && map[key] !== undefined;
  const raw = (key: string) => (has(key) ? map[key] : undefined);
  const fault = (key: string, message: string): undefined => {
    faults.push({ message: `${place}, ${key}: ${message}` });
  };
  const read = <T>(key: string, convert: (given: unknown) => T | undefined, expected: string): T | undefined => {
    if (!has(key)) return undefined;
    const converted = convert(map[key]);
    return converted === undefined ? fault(key, `found ${shown(map[key])}, expected ${expected}.`) : converted;
  };
  return {
    has,
    raw,
    fault,
    text: (key) => read(key, textOf, 'a text (in quotes where it looks like a number)'),
    duration: (key) => read(key, (given) => parseHealthDuration(scalarText(given)), EXPECTED_DURATION),
    number: (key, range) =>
      read(
        key,
        (given) => numberIn(given, range),
        `a ${range.whole ? 'whole ' : ''}number from ${range.least} to ${range.most}`,
      ),
    flag: (key) => read(key, (given) => (typeof given === 'boolean' ? given : undefined), 'true or false'),
    oneOf: (key, words) => read(key, (given) => words.find((word) => word === given), words.join(', ')),
    texts: (key) => read(key, textsOf, 'a map of texts'),
    only: (keys) => {
      for (const key of Object.keys(map)) {
        if (!keys.includes(key))
          faults.push({ message: `${place}: unknown field ${shown(key)}, expected one of ${keys.join(', ')}.` });
      }
    },
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOf(value: unknown): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).map(
    ([key, entry]) => [key, isScalar(entry) ? String(entry) : undefined] as const,
  );
  return entries.every(([, entry]) => entry !== undefined)
    ? (Object.fromEntries(entries) as Record<string, string>)
    : undefined;
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function numberIn(value: unknown, { least, most, whole }: { least: number; most: number; whole: boolean }) {
  const valid = typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value));
  return valid ? value : undefined;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}
