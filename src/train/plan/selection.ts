import { listed, quote } from '../../platform/text/wording.ts';
import { withDependents } from '../graph.ts';
import { collectFaults, type FaultList, type TrainFault } from '../manifest/faults.ts';
import type { Canary, Component, Environment, Manifest, Strategy } from '../manifest/manifest.ts';
import {
  asksForPrevious,
  checkRequest,
  type Intent,
  intentOf,
  membersByName,
  type TrainRequest,
  wantedNames,
} from './request.ts';
import { isVersioned, sharedGroups } from './versioned.ts';

/** What a request chooses of a manifest. A plan is made of nothing else, and of the versions that are known. */
export interface Selection {
  readonly manifest: Manifest;
  readonly request: TrainRequest;
  readonly intent: Intent;
  /** The selected components, in the manifest's order. */
  readonly components: readonly Component[];
  readonly environment?: Environment;
  readonly strategy: Strategy;
  readonly canary?: Canary;
}

/** What the request chooses, or everything that is wrong with it. */
export function selectComponents(
  manifest: Manifest,
  request: TrainRequest,
): Selection | { readonly faults: readonly TrainFault[] } {
  const wrong = checkRequest(manifest, request);
  const ids = selectedIds(manifest, request);
  const components = manifest.components.filter(({ id }) => ids.has(id));
  const faults = collectFaults();
  checkChosenVersions(manifest, components, request, faults);
  checkReleaseType(manifest, components, request, faults);
  const strategy = request.strategy ?? manifest.strategy;
  const canary = strategy === 'canary' ? chosenCanary(manifest, ids, faults) : undefined;
  const found = [...wrong, ...faults.all()];
  if (found.length > 0) return { faults: found };
  const environment = manifest.environments.find(({ id }) => id === request.environment);
  return {
    manifest,
    request,
    intent: intentOf(request),
    components,
    strategy,
    ...(environment && { environment }),
    ...(canary && { canary }),
  };
}

function selectedIds(manifest: Manifest, request: TrainRequest): Set<string> {
  const names = wantedNames(request);
  if (names === undefined) return new Set(manifest.components.map(({ id }) => id));
  const members = membersByName(manifest);
  const chosen = new Set(names.flatMap((name) => members.get(name) ?? []));
  return request.includeDependents ? withDependents(manifest.components, chosen) : chosen;
}

function chosenCanary({ canary }: Manifest, selected: ReadonlySet<string>, faults: FaultList): Canary | undefined {
  if (!canary) {
    faults.add(undefined, () => 'Strategy canary: the manifest has no canary.components that say what goes first.');
    return undefined;
  }
  const components = canary.components.filter((id) => selected.has(id));
  if (components.length > 0) return { components, bakeMs: canary.bakeMs };
  const message = () =>
    `Strategy canary: none of canary.components (${listed(canary.components)}) is selected; select one, or choose another strategy.`;
  faults.add(['canary', 'components'], message);
  return undefined;
}

/** A version for what is not selected would do nothing; two for one shared group cannot both come true. */
function checkChosenVersions(
  manifest: Manifest,
  components: readonly Component[],
  request: TrainRequest,
  faults: FaultList,
): void {
  const selected = new Map(components.map((component) => [component.id, component]));
  const known = new Set(manifest.components.map(({ id }) => id));
  const shared = sharedGroups(manifest);
  const first = new Map<string, { id: string; version: string }>();
  for (const [id, version] of Object.entries(request.versions ?? {})) {
    const { group } = selected.get(id) ?? {};
    if (known.has(id) && !selected.has(id)) {
      const message = () => `Input versions: ${id} is given ${quote(version)}, but packages does not select it.`;
      faults.add(undefined, message);
    }
    if (group === undefined || !shared.has(group) || intentOf(request) === 'deploy') continue;
    const before = first.get(group);
    if (before === undefined) first.set(group, { id, version });
    else if (before.version !== version) {
      const message = () =>
        `Input versions: ${before.id} is given ${before.version} and ${id} ${version}, but the group ${group} releases under one version.`;
      faults.add(undefined, message);
    }
  }
}

/** Said once for all components: one cause is one fault. */
function checkReleaseType(
  manifest: Manifest,
  components: readonly Component[],
  request: TrainRequest,
  faults: FaultList,
): void {
  if (request.startsNothing) return;
  if (request.releaseType !== undefined || intentOf(request) === 'deploy' || asksForPrevious(request)) return;
  const { versions = {} } = request;
  const shared = sharedGroups(manifest);
  const given = new Set(components.filter(({ id }) => Object.hasOwn(versions, id)).map(({ id, group }) => group ?? id));
  const open = components.filter(
    (component) =>
      isVersioned(component, shared) &&
      !Object.hasOwn(versions, component.id) &&
      !(component.group !== undefined && shared.has(component.group) && given.has(component.group)),
  );
  if (open.length === 0) return;
  const ids = listed(open.map(({ id }) => id));
  const entries = open.length === 1 ? `an entry for ${ids}` : 'an entry for each';
  const message = () =>
    `Nothing says which version ${open.length === 1 ? 'component' : 'components'} ${ids} ${open.length === 1 ? 'is' : 'are'} to have: give release-type, or versions with ${entries}.`;
  faults.add(undefined, message);
}
