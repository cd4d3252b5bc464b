import { listOf, mapOf } from '../../../platform/records.ts';
import { scalarText } from '../../../platform/text/scalar-text.ts';
import { parseYaml } from '../../../platform/text/yaml.ts';

/** A step that tells a hub; what is computed in it is undefined. */
interface TriggerStep {
  readonly hub: string | undefined;
  readonly eventType: string | undefined;
}

/** The steps of a workflow that tell a hub of a change: by our trigger-hub, or by a repository dispatch of another's. */
export async function triggersIn(text: string): Promise<TriggerStep[]> {
  const parsed = await parseYaml(text);
  if ('faults' in parsed) return [];
  const jobs = Object.values(mapOf(mapOf(parsed.value).jobs)).map(mapOf);
  const steps = jobs.flatMap(({ steps }) => listOf(steps)).map(mapOf);
  return steps.flatMap(({ uses, with: inputs }) => {
    if (!/\/(trigger-hub|repository-dispatch)@/.test(scalarText(uses))) return [];
    const given = mapOf(inputs);
    return [{ hub: plain(given.hub ?? given.repository), eventType: plain(given['event-type']) }];
  });
}

function plain(value: unknown): string | undefined {
  return typeof value === 'string' && !value.includes('${{') ? value : undefined;
}
