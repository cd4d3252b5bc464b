import { code } from '../../platform/text/markdown.ts';
import { listed } from '../../platform/text/wording.ts';
import { componentOf, isInFlight, isOpen, isReleased, type TrainState } from '../machine/state.ts';
import type { Plan, PlannedComponent } from '../plan/plan.ts';

/** In how far a component runs, or its registry serves, what this train brings. */
type Standing = 'new' | 'before' | 'unknown' | 'under way';

const MOST_NAMES = 6;

/** What runs in the environment now, or what the registries serve: Markdown, one line. */
export function standing(plan: Plan, state: TrainState): string {
  const of = (wanted: Standing) => plan.components.filter(({ id }) => standingOf(state, id) === wanted);
  const told = (
    components: readonly PlannedComponent[],
    version: (component: PlannedComponent) => string | undefined,
  ) =>
    listed(
      components.map((component) => code([component.id, version(component)].filter(Boolean).join(' '))),
      'and',
      MOST_NAMES,
    );
  const [now, before, unknown] = [of('new'), of('before'), of('unknown')];
  const parts = [
    ...(now.length > 0 ? [`the new version of ${told(now, ({ version }) => version)}`] : []),
    ...(before.length > 0 ? [`as before ${told(before, ({ previousVersion }) => previousVersion)}`] : []),
    ...(unknown.length > 0 ? [`**not known, look:** ${told(unknown, ({ version }) => version)}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** A run that was dispatched and did not succeed may have got far enough. */
function standingOf(state: TrainState, id: string): Standing {
  const { status, dispatch } = componentOf(state, id);
  if (isReleased(status)) return 'new';
  if (status === 'rolled-back') return 'before';
  if (isOpen(state) && isInFlight(status)) return 'under way';
  if (status === 'rollback-failed' || status === 'rolling-back') return 'unknown';
  const isTouched = dispatch !== undefined && (dispatch.sentAt !== undefined || dispatch.run !== undefined);
  return isTouched ? 'unknown' : 'before';
}
