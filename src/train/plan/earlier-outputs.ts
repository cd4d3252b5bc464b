import { listed } from '../../platform/text/wording.ts';
import { askedIn } from '../manifest/asked-outputs.ts';
import { collectFaults, type TrainFault } from '../manifest/faults.ts';
import type { Component } from '../manifest/manifest.ts';
import type { HandedOutputs } from './plan.ts';
import type { KnownVersions, PlannedVersion } from './versions.ts';

interface Known {
  readonly known: KnownVersions;
  readonly versions: ReadonlyMap<string, PlannedVersion>;
}

/**
 * What these components ask for and earlier trains handed on: of components that are not among them, where a missing key is a
 * fault; and of those whose version is there already, for such a one is skipped and hands on nothing.
 */
export function earlierOutputs(
  chosen: readonly Component[],
  { known, versions }: Known,
): { readonly outputs: Readonly<Record<string, HandedOutputs>>; readonly faults: readonly TrainFault[] } {
  const ids = new Set(chosen.map(({ id }) => id));
  const faults = collectFaults();
  const outputs: Record<string, Record<string, string>> = {};
  const isRunAnew = (component: string) =>
    ids.has(component) && versions.get(component)?.version !== known.deployedVersions?.get(component);
  const asked = chosen.flatMap(({ id, inputs, health }) =>
    [...askedIn([inputs, health])].flatMap(([component, keys]) => [...keys].map((key) => ({ id, component, key }))),
  );
  for (const one of asked.filter(({ component }) => !isRunAnew(component))) {
    const { id, component, key } = one;
    const there = known.deployedOutputs?.get(component) ?? {};
    if (Object.hasOwn(there, key)) outputs[component] = { ...outputs[component], [key]: there[key] ?? '' };
    else if (!ids.has(component)) faults.add(['components', id], () => unknownOutput(one, there), 'key');
  }
  return { outputs, faults: faults.all() };
}

function unknownOutput(
  { id, component, key }: { readonly id: string; readonly component: string; readonly key: string },
  there: HandedOutputs,
): string {
  const known = listed(Object.keys(there));
  const what = known
    ? `; of what it handed on when it was last good, these are known: ${known}`
    : ', and no train has kept any of it';
  return `Component ${id} asks for {outputs.${component}.${key}}, but ${component} is not part of this train${what}. Add ${component} to packages.`;
}
