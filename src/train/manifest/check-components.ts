import semver from 'semver';
import { didYouMean, listed, quote } from '../../platform/text/wording.ts';
import { findCycles } from '../graph.ts';
import { checkSent } from './check-sent.ts';
import { dispatchKind } from './dispatch-kind.ts';
import { collectFaults, type FaultList } from './faults.ts';
import type { RawComponent, RawManifest } from './raw-manifest.ts';

export type Components = readonly (readonly [id: string, component: RawComponent])[];

/** What the components say of themselves and of one another, and cannot mean. */
export function checkComponents(raw: RawManifest, components: Components): FaultList[] {
  return [
    checkNeeds(components),
    checkCycles(components),
    checkGroups(raw, components),
    checkDispatch(raw, components),
    ...checkSent(raw, components),
    checkPackages(components),
    checkCompatible(components),
  ];
}

function checkNeeds(components: Components): FaultList {
  const faults = collectFaults();
  const known = new Set(components.map(([id]) => id));
  for (const [id, { needs = [] }] of components) {
    for (const [index, need] of needs.entries()) {
      const at = ['components', id, 'needs', index];
      if (need === id) faults.add(at, () => `Component ${id} needs itself; remove it from its needs.`);
      else if (need !== undefined && !known.has(need))
        faults.add(at, () => unknownComponent(`Component ${id} needs`, need, known));
    }
  }
  return faults;
}

function checkCycles(components: Components): FaultList {
  const faults = collectFaults();
  const needsOf = new Map(components.map(([id, { needs = [] }]) => [id, needs]));
  const nodes = components.map(([id, { needs = [] }]) => ({
    id,
    needs: needs.filter((need) => need !== undefined).filter((need) => need !== id),
  }));
  for (const cycle of findCycles(nodes)) {
    const [id = '', need = ''] = cycle;
    const message = () =>
      `Cycle in needs: ${pathOf(cycle)}. Nothing on it could ever start; remove one of these needs.`;
    faults.add(['components', id, 'needs', needsOf.get(id)?.indexOf(need) ?? 0], message);
  }
  return faults;
}

function pathOf(cycle: readonly string[]): string {
  const shown =
    cycle.length > 30 ? [...cycle.slice(0, 15), `… ${cycle.length - 30} more …`, ...cycle.slice(-15)] : cycle;
  return shown.join(' → ');
}

/** That an id is no component's, with what was probably meant. */
export function unknownComponent(who: string, id: string, known: ReadonlySet<string>): string {
  const hint = didYouMean(id, known);
  return `${who} ${quote(id)}, which is no component of this manifest${hint || `. Known: ${listed([...known])}.`}`;
}

function checkGroups({ groups = {} }: RawManifest, components: Components): FaultList {
  const faults = collectFaults();
  for (const [id, { group }] of components) {
    if (group === undefined || Object.hasOwn(groups, group)) continue;
    const known = Object.keys(groups);
    const hint = () =>
      didYouMean(group, known) || (known.length > 0 ? `. Known: ${listed(known)}.` : '; add it there.');
    faults.add(['components', id, 'group'], () => `Component ${id}: groups has no group ${quote(group)}${hint()}`);
  }
  return faults;
}

/** GitHub takes at most 25 inputs of a workflow and 10 keys of a client_payload. */
const MOST_INPUTS = { workflow: 25, 'event-type': 10 } as const;

function checkDispatch({ defaults = {} }: RawManifest, components: Components): FaultList {
  const faults = collectFaults();
  if (defaults.workflow !== undefined && defaults['event-type'] !== undefined) {
    faults.add(['defaults', 'event-type'], () => 'defaults has both workflow and event-type; keep one.', 'key');
  }
  for (const [id, component] of components) {
    const at = ['components', id];
    const kind = dispatchKind(component) ?? dispatchKind(defaults);
    if (!kind) faults.add(at, () => `Component ${id} has no workflow, and neither has defaults; add one.`, 'key');
    if (component.workflow !== undefined && component['event-type'] !== undefined) {
      faults.add([...at, 'event-type'], () => `Component ${id} has both workflow and event-type; keep one.`, 'key');
    }
    const count = Object.keys({ ...defaults.inputs, ...component.inputs }).length;
    const most = MOST_INPUTS[kind ?? 'workflow'];
    if (count > most) {
      const message = () =>
        `Component ${id} has ${count} inputs; GitHub takes at most ${most} with ${kind === 'event-type' ? 'an event-type' : 'a workflow'}.`;
      faults.add([...at, 'inputs'], message);
    }
  }
  return faults;
}

function checkPackages(components: Components): FaultList {
  const faults = collectFaults();
  const first = new Map<string, string>();
  for (const [id, { package: published = {} }] of components) {
    const isList = Array.isArray(published);
    for (const [index, one] of [published].flat().entries()) {
      for (const [registry, name] of Object.entries(one ?? {})) {
        const before = first.get(`${registry}:${name}`);
        first.set(`${registry}:${name}`, before ?? id);
        if (before === undefined) continue;
        const message = () =>
          before === id
            ? `Component ${id} publishes ${quote(name)} twice; leave one out.`
            : `Components ${before} and ${id} both publish ${quote(name)}; only one can.`;
        faults.add(['components', id, 'package', ...(isList ? [index] : []), registry], message);
      }
    }
  }
  return faults;
}

function checkCompatible(components: Components): FaultList {
  const faults = collectFaults();
  const known = new Set(components.map(([id]) => id));
  for (const [id, { compatible = {} }] of components) {
    for (const [other, range] of Object.entries(compatible)) {
      const at = ['components', id, 'compatible', other];
      if (!known.has(other)) {
        faults.add(at, () => unknownComponent(`Component ${id}: compatible names`, other, known), 'key');
      }
      if (semver.validRange(range) === null) {
        const message = () =>
          `Component ${id}: ${quote(range)} is no version range; expected one such as ^1.2.0 or ">=2 <4".`;
        faults.add(at, message);
      }
    }
  }
  return faults;
}
