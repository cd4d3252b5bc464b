import { wavesOf } from '../graph.ts';
import { collectFaults, type TrainFault } from '../manifest/faults.ts';
import type { Component } from '../manifest/manifest.ts';
import { checkCompatibility } from './compatibility.ts';
import { earlierOutputs } from './earlier-outputs.ts';
import { versionToDeploy } from './existing-versions.ts';
import { isRollback, type Plan, type PlannedComponent } from './plan.ts';
import { type Context, planComponent } from './plan-component.ts';
import type { Selection } from './selection.ts';
import { existingOf, type KnownVersions, planVersions } from './versions.ts';

export type PlanResult =
  | { readonly plan: Plan; readonly leftOut: readonly string[]; readonly warnings: readonly TrainFault[] }
  | { readonly faults: readonly TrainFault[]; readonly warnings: readonly TrainFault[] };

/** The one plan that a selection and what is known allow, or every reason why there is none. */
export function makePlan(selection: Selection, known: KnownVersions): PlanResult {
  const { manifest, request, intent, environment } = selection;
  const { versions, faults: unplanned } = planVersions(selection, known);
  const waves = inOrder(selection.components);
  const chosen = waves.flat();
  const current = (id: string) => currentVersion(known, id);
  const deployed = (id: string) => known.deployedVersions?.get(id);
  const compatibility = checkCompatibility(chosen, (id) => versions.get(id)?.version ?? deployed(id) ?? current(id));
  const left = (id: string) => (intent === 'deploy' ? leftVersion(known, id, versions.get(id)?.version) : undefined);
  const context: Context = {
    ...(environment && { environment }),
    ...(request.releaseType && { releaseType: request.releaseType }),
    versions,
    goesBack: (id) => left(id) !== undefined,
    returns: () => request.rollback === true,
    previousVersion: (id) =>
      intent === 'deploy' ? (left(id) ?? deployed(id)) : (versions.get(id)?.from ?? current(id)),
    previousOutputs: (id) => {
      const isDeployed = (intent === 'deploy' ? (left(id) ?? deployed(id)) : versions.get(id)?.from) === deployed(id);
      return isDeployed ? known.deployedOutputs?.get(id) : undefined;
    },
    components: new Map(chosen.map((component) => [component.id, component])),
    faults: collectFaults(),
    warnings: collectFaults(),
  };
  const components = chosen.map((component) => planComponent(component, context));
  const unread = unreadVersions(known.currentVersions);
  // A component without a version lacks what its texts ask for, too; that follows.
  const later = unplanned.length + unread.length > 0 ? [] : context.faults.all();
  const outputs = earlierOutputs(chosen, { known, versions });
  const faults = [...unread, ...unplanned, ...later, ...outputs.faults, ...compatibility.faults];
  const warnings = [...compatibility.warnings, ...context.warnings.all()];
  if (faults.length > 0) return { faults, warnings };
  const leftOut = manifest.components.filter(({ id }) => !context.components.has(id)).map(({ id }) => id);
  const plan = assemble(
    selection,
    components,
    compatibility.warnings.map(({ message }) => message),
  );
  const handed = Object.keys(outputs.outputs).length > 0 && { outputs: outputs.outputs };
  return { plan: { ...plan, ...handed, waves: waves.map((wave) => wave.map(({ id }) => id)) }, leftOut, warnings };
}

/** Components by waves. What is not among them counts as satisfied. */
function inOrder(components: readonly Component[]): Component[][] {
  const byId = new Map(components.map((component) => [component.id, component]));
  return wavesOf(components).map((wave) => wave.flatMap((id) => byId.get(id) ?? []));
}

function assemble(
  { manifest, request, environment, strategy, canary }: Selection,
  components: readonly PlannedComponent[],
  warnings: readonly string[],
): Omit<Plan, 'waves'> {
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
    // What people wanted to leave is not what a failure returns to.
    rollback: request.rollback ?? (environment?.rollback === true && !isRollback({ components })),
    ...(canary && { canary: { components: canary.components, bake: canary.bakeMs } }),
    components,
  };
}

/** The version that people leave by going back to one that was good there before; undefined where they go on. */
function leftVersion({ earlierVersions }: KnownVersions, id: string, version: string | undefined): string | undefined {
  const { leaves, earlier = [] } = earlierVersions?.get(id) ?? {};
  return version !== undefined && version !== leaves && earlier.includes(version) ? leaves : undefined;
}

function currentVersion(known: KnownVersions, id: string): string | undefined {
  const existing = existingOf(known, id);
  return existing && versionToDeploy(existing);
}

/** The components whose versions could not be found out, each with why. */
export function unreadVersions(currentVersions: KnownVersions['currentVersions']): TrainFault[] {
  return [...currentVersions].flatMap(([id, current]): TrainFault[] =>
    'fault' in current ? [{ at: ['components', id], key: 'key', message: current.fault }] : [],
  );
}
