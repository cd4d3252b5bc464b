import { componentOf } from '../../../src/train/machine/state.ts';
import { packagesOf } from '../../../src/train/manifest/packages.ts';
import type { PlannedComponent } from '../../../src/train/plan/plan.ts';
import type { Record } from '../record.ts';
import type { Facts } from './facts.ts';

/** 1: nothing starts before everything it needs has truly succeeded, gates included. */
export function needsFirst(record: Record, facts: Facts): string[] {
  const planned = new Map(record.scenario.plan.components.map((component) => [component.id, component]));
  return facts.dispatches
    .filter(({ of }) => of.purpose === 'release')
    .flatMap(({ of, at }) =>
      of.component.needs
        .filter((need) => {
          const component = planned.get(need);
          return component && !isReady(component, at, { record, facts });
        })
        .map((need) => `1: ${of.component.id} was dispatched (${of.text}) before ${need} had succeeded`),
    );
}

/** Whether a component was released by its run, and its gates were open, at a time; or was there before any train. */
function isReady(
  component: PlannedComponent,
  at: number,
  { record, facts }: { record: Record; facts: Facts },
): boolean {
  const { id, repository, health } = component;
  const { effects, successes } = facts;
  const served = servedFrom(component, record);
  const own = successes.get(id) ?? [];
  const wasThere =
    served !== undefined &&
    served <= at &&
    effects.every((effect) => effect.at > served || effect.package !== `npm:@acme/${id}`);
  if (wasThere && own.length === 0) return true;
  const believedAt = record.kept.find(({ saved }) => componentOf(saved.state, id).status === 'succeeded')?.at ?? at;
  const isProven = own.some((success) => success <= at) || hasHiddenTwin(repository, Math.min(at, believedAt), effects);
  const isHealthy = health.length === 0 || record.universe.healthyTimes(id).some(({ from }) => from <= at);
  return isProven && isHealthy && (served === undefined || served <= at);
}

/** From when on its package can be installed; undefined where it has none. */
function servedFrom(planned: PlannedComponent, { universe }: Record): number | undefined {
  const from = packagesOf(planned).map((published) => {
    const releases = 'npm' in published ? universe.github.registry.served('npm', published.npm) : [];
    return releases.find(({ version }) => version === planned.version)?.servedFrom ?? Number.POSITIVE_INFINITY;
  });
  return from.length === 0 ? undefined : Math.max(...from);
}

/** How long lists may hide a run: the worst that a universe draws. */
const HIDDEN_MS = 135_000;

/**
 * GitHub itself made two runs of one dispatch, the one that found the release claimed succeeded, and no list shows the other
 * yet: nobody who only reads can tell.
 */
function hasHiddenTwin(repository: string, at: number, effects: Facts['effects']): boolean {
  const own = effects.filter((effect) => effect.repository === repository && effect.at <= at);
  const created = own.filter(({ kind }) => kind === 'run-created');
  return own.some(({ kind, runId }) => {
    const refused = kind === 'claim-refused' ? created.find((run) => run.runId === runId) : undefined;
    return created.some(
      (run) => run !== refused && run.requestId === refused?.requestId && refused && at < run.at + HIDDEN_MS,
    );
  });
}
