import { code } from '../../platform/text/markdown.ts';
import { listed } from '../../platform/text/wording.ts';
import { type ComponentStanding, standingOf } from '../machine/standing-of.ts';
import type { TrainState } from '../machine/state.ts';
import type { Plan, PlannedComponent } from '../plan/plan.ts';

const MOST_NAMES = 6;

/** What runs in the environment now, or what the registries serve: Markdown, one line. */
export function standing(plan: Plan, state: TrainState): string {
  const of = (wanted: ComponentStanding) => plan.components.filter(({ id }) => standingOf(state, id) === wanted);
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
    ...(unknown.length > 0 ? [`**unknown, look:** ${told(unknown, (one) => possible(plan, one))}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** A registry serves the new version or does not; in an environment it is one or the other. */
function possible({ environment }: Plan, { version, previousVersion }: PlannedComponent): string | undefined {
  const isEither = environment !== undefined && version !== undefined && previousVersion !== undefined;
  return isEither && version !== previousVersion ? `${version} or ${previousVersion}` : version;
}
