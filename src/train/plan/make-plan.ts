import { didYouMean, listed, quote } from '../../platform/text/wording.ts';
import { wavesOf } from '../graph.ts';
import { collectFaults, type FaultList, type TrainFault } from '../manifest/faults.ts';
import type { Component, Environment, Manifest, OnFailure, Strategy } from '../manifest/manifest.ts';
import { checkCompatibility } from './compatibility.ts';
import type { Plan, PlannedComponent } from './plan.ts';
import { type Context, planComponent } from './plan-component.ts';
import { type Selection, selectComponents } from './selection.ts';
import { type PlannedVersion, planVersions, type VersionRequest } from './versions.ts';

/** What is asked of a train, beyond what its manifest says. */
export interface PlanRequest extends Selection, Omit<VersionRequest, 'intent'> {
  readonly environment?: string;
  readonly strategy?: Strategy;
  readonly maxParallel?: number;
  readonly onFailure?: OnFailure;
  /** Whether a failure is rolled back, whatever the environment says. */
  readonly rollback?: boolean;
  /** Component id → what runs in the environment now: the version that a rollback goes back to. */
  readonly deployedVersions?: ReadonlyMap<string, string>;
}

export type PlanResult =
  | { readonly plan: Plan; readonly leftOut: readonly string[]; readonly warnings: readonly TrainFault[] }
  | { readonly faults: readonly TrainFault[]; readonly warnings: readonly TrainFault[] };

/**
 * Whether a request releases or deploys: with an environment and no release type, versions that exist are deployed; in
 * every other case new ones are made, each above its current one.
 */
function intentOf(request: Pick<PlanRequest, 'environment' | 'releaseType'>): VersionRequest['intent'] {
  return request.environment !== undefined && request.releaseType === undefined ? 'deploy' : 'release';
}

/** The one plan that the manifest and the request allow, or every reason why there is none. */
export function makePlan(manifest: Manifest, request: PlanRequest): PlanResult {
  const faults = collectFaults();
  const environment = chosenEnvironment(manifest, request.environment, faults);
  const selection = selectComponents(manifest, request);
  if ('faults' in selection) return { faults: [...selection.faults, ...faults.all()], warnings: [] };

  const canary = chosenCanary(manifest, request, selection.ids, faults);
  const intent = intentOf(request);
  const versioned = planVersions(manifest, selection.ids, { ...request, intent });
  if ('faults' in versioned) return { faults: [...faults.all(), ...versioned.faults], warnings: [] };
  const { versions } = versioned;

  const chosen = inOrder(manifest.components, selection.ids);
  const compatibility = checkCompatibility(chosen.flat(), (id) => versionAfterwards(id, versions, request));
  const context: Context = {
    ...(environment && { environment }),
    ...(request.releaseType && { releaseType: request.releaseType }),
    versions,
    previousVersion: (id) => (intent === 'deploy' ? request.deployedVersions?.get(id) : currentVersion(request, id)),
    components: new Map(chosen.flat().map((component) => [component.id, component])),
    faults,
    warnings: collectFaults(),
  };
  const components = chosen.flat().map((component) => planComponent(component, context));
  const warnings = [...compatibility.warnings, ...context.warnings.all()];
  const found = [...faults.all(), ...compatibility.faults];
  if (found.length > 0) return { faults: found, warnings };

  const leftOut = manifest.components.filter(({ id }) => !context.components.has(id)).map(({ id }) => id);
  const doubts = compatibility.warnings.map(({ message }) => message);
  const plan = assemble({ manifest, request, environment, canary, components, warnings: doubts });
  return { plan: { ...plan, waves: chosen.map((wave) => wave.map(({ id }) => id)) }, leftOut, warnings };
}

/** The selected components by waves. What is not selected counts as satisfied. */
function inOrder(components: readonly Component[], ids: readonly string[]): Component[][] {
  const selected = new Set(ids);
  const byId = new Map(components.map((component) => [component.id, component]));
  const nodes = components.filter(({ id }) => selected.has(id));
  return wavesOf(nodes).map((wave) => wave.flatMap((id) => byId.get(id) ?? []));
}

interface Parts {
  readonly manifest: Manifest;
  readonly request: PlanRequest;
  readonly environment: Environment | undefined;
  readonly canary: Plan['canary'];
  readonly components: readonly PlannedComponent[];
  readonly warnings: readonly string[];
}

function assemble({ manifest, request, environment, canary, components, warnings }: Parts): Omit<Plan, 'waves'> {
  const strategy = request.strategy ?? manifest.strategy;
  const maxParallel = request.maxParallel ?? manifest.maxParallel ?? (strategy === 'sequential' ? 1 : undefined);
  return {
    format: 1,
    name: manifest.name,
    strategy,
    onFailure: request.onFailure ?? manifest.onFailure,
    ...(maxParallel !== undefined && { maxParallel }),
    ...(environment && { environment: environment.id }),
    ...(environment?.production !== undefined && { production: environment.production }),
    ...(warnings.length > 0 && { warnings }),
    rollback: request.rollback ?? environment?.rollback ?? false,
    ...(canary && { canary }),
    components,
  };
}

function chosenEnvironment(
  { environments }: Manifest,
  id: string | undefined,
  faults: FaultList,
): Environment | undefined {
  const environment = environments.find((one) => one.id === id);
  if (id !== undefined && !environment) {
    const known = environments.map((one) => one.id);
    const hint = didYouMean(id, known) || (known.length > 0 ? `. Known: ${listed(known)}.` : '; it has none at all.');
    faults.add(undefined, () => `Input environment: the manifest has no environment ${quote(id)}${hint}`);
  }
  return environment;
}

function chosenCanary(
  { strategy, canary }: Manifest,
  request: PlanRequest,
  selected: readonly string[],
  faults: FaultList,
): Plan['canary'] {
  if ((request.strategy ?? strategy) !== 'canary') return undefined;
  if (!canary) {
    faults.add(undefined, () => 'Strategy canary: the manifest has no canary.components that say what goes first.');
    return undefined;
  }
  const components = canary.components.filter((id) => selected.includes(id));
  if (components.length > 0) return { components, bake: canary.bake };
  const message = () =>
    `Strategy canary: none of canary.components (${listed(canary.components)}) is selected; select one, or choose another strategy.`;
  faults.add(['canary', 'components'], message);
  return undefined;
}

function versionAfterwards(id: string, versions: ReadonlyMap<string, PlannedVersion>, request: PlanRequest) {
  return versions.get(id)?.version ?? request.deployedVersions?.get(id) ?? currentVersion(request, id);
}

function currentVersion({ currentVersions }: PlanRequest, id: string): string | undefined {
  const current = currentVersions.get(id);
  return current && 'version' in current ? current.version : undefined;
}
