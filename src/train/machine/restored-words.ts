import type { Plan, PlannedComponent } from '../plan/plan.ts';
import { componentOf, type TrainState } from './state.ts';

const MOST_NAMES = 10;

/** What is known of the health of what is there again after a rollback, in plain sentences. */
export function restoredWords(plan: Plan, state: TrainState): string {
  const back = plan.components.filter(({ id }) => componentOf(state, id).status === 'rolled-back');
  const having = (verdict: string | undefined) =>
    back.filter(({ id }) => componentOf(state, id).restored?.verdict === verdict);
  const said = (components: readonly PlannedComponent[], words: string) =>
    components.length > 0 ? [`${words} ${listed(components)}.`] : [];
  return [
    ...said(having('healthy'), 'Healthy again:'),
    ...said(having('inconclusive'), 'Whether these are healthy again is not known:'),
    ...said(having('unhealthy'), 'Not healthy:'),
    ...said(having(undefined), 'No health checks:'),
  ].join(' ');
}

function listed(components: readonly PlannedComponent[]): string {
  const names = components.slice(0, MOST_NAMES).map(versionOf);
  const more = components.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** `backend 1.4.1`: what is there again. */
function versionOf({ id, previousVersion }: PlannedComponent): string {
  return previousVersion === undefined ? id : `${id} ${previousVersion}`;
}
