import { readFileSync } from 'node:fs';
import { isRecord } from '../../src/platform/records.ts';
import { parseYaml } from '../../src/platform/text/yaml.ts';
import { fileFromHere, mistake } from '../arguments.ts';

/** What a source's workflow hands to trigger-hub. */
export interface TriggerStep {
  readonly eventType: string;
  /** Its inputs `paths` and `components`, as they are written. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Names and patterns of the branches whose pushes start it; undefined where all do. */
  readonly branches: readonly string[] | undefined;
}

/** The step of a copied trigger-hub.yml; ends the demo where the file has none. */
export async function triggerStepOrExit(path: string): Promise<TriggerStep> {
  const parsed = await parseYaml(readFileSync(fileFromHere('--trigger', path), 'utf8'));
  if ('faults' in parsed) {
    const [{ message = '', line = 1 } = {}] = parsed.faults;
    return mistake(`--trigger ${path}:${line}: ${message}`, 'Nothing was started.');
  }
  const { on, jobs: byId } = isRecord(parsed.value) ? parsed.value : {};
  const push = isRecord(on) && isRecord(on.push) ? on.push : {};
  const jobs = isRecord(byId) ? Object.values(byId) : [];
  const steps = jobs.flatMap((job) => (isRecord(job) && Array.isArray(job.steps) ? job.steps : []));
  const step = steps.find((one) => isRecord(one) && /\/trigger-hub@/.test(String(one.uses)));
  const given = isRecord(step) && isRecord(step.with) ? step.with : {};
  if (typeof given['event-type'] !== 'string')
    return mistake(
      `--trigger ${path}: it has no step that uses trigger-hub with an event-type`,
      'Name the copy of workflows-templates/trigger-hub.yml.',
    );
  const inputs = ['paths', 'components'].flatMap((name) =>
    given[name] === undefined ? [] : [[name, String(given[name])]],
  );
  const branches = Array.isArray(push.branches) ? push.branches.map(String) : undefined;
  return { eventType: given['event-type'], inputs: Object.fromEntries(inputs), branches };
}
