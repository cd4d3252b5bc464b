import { isRecord } from '../../platform/records.ts';
import { data } from '../../platform/runner/inputs.ts';

/** Reads a map from a name to a glob or a list of globs, as JSON or YAML. Throws with what was expected. */
export async function globMap(value: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const given = await data(value);
  const expected = 'expected a map from component to one glob or a list of globs, such as "auth: services/auth/**"';
  if (!isRecord(given) || Object.keys(given).length === 0) throw new Error(expected);
  const globs = Object.entries(given).map(([name, patterns]) => {
    const all: unknown[] = Array.isArray(patterns) ? patterns : [patterns];
    if (all.length === 0 || !all.every((one) => typeof one === 'string' && one !== '')) {
      throw new Error(`${expected}; ${JSON.stringify(name)} has none`);
    }
    if (all.every((one) => String(one).startsWith('!')))
      throw new Error(`${expected}; ${JSON.stringify(name)} has only such as take out`);
    return [name, all as string[]] as const;
  });
  return new Map(globs);
}
