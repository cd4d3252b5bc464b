import { howToGoOn } from '../machine/advice.ts';
import { hasFailed } from '../machine/failures.ts';
import { type ComponentStatus, componentOf, isFailure, isReleased, type TrainState } from '../machine/state.ts';
import { isProduction, type Plan } from '../plan/plan.ts';

/** How a train stands, as a message shows it. Texts are plain. */
export interface Overview {
  readonly trainId: string;
  readonly name: string;
  readonly environment?: string;
  readonly production: boolean;
  readonly status: TrainState['status'];
  readonly startedAt: number;
  readonly updatedAt: number;
  readonly actor?: string;
  readonly released: number;
  readonly total: number;
  /** What a person wants to look at, failures first; at most so many as a message has room for. */
  readonly components: readonly ComponentLine[];
  readonly runUrl?: string;
  readonly next: string;
}

export interface ComponentLine {
  readonly id: string;
  readonly status: ComponentStatus;
  readonly version?: string;
  readonly previousVersion?: string;
  readonly reason?: string;
  readonly url?: string;
  /** The run that failed, whatever came of it since. */
  readonly failedUrl?: string;
}

const MOST_LINES = 12;

const HEALTH = {
  healthy: 'It is healthy again.',
  unhealthy: 'It is not healthy.',
  inconclusive: 'Whether it is healthy is not known.',
} as const;

export function overviewOf(plan: Plan, state: TrainState): Overview {
  const lines = plan.components.map(({ id, ...planned }): ComponentLine => {
    const component = componentOf(state, id);
    const { status, reason, dispatch, rollback, restored } = component;
    const failedUrl = hasFailed(component) ? dispatch?.run?.url : undefined;
    // What was rolled back went the other way since.
    const [from, to] = [planned.previousVersion, planned.version];
    const [previousVersion, version] = status === 'rolled-back' && from !== undefined ? [to, from] : [from, to];
    const said = [reason, restored && HEALTH[restored.verdict]].filter(Boolean).join(' ');
    const url = rollback?.run?.url ?? dispatch?.run?.url;
    return {
      id,
      status,
      ...(version !== undefined && { version }),
      ...(previousVersion !== undefined && { previousVersion }),
      ...(said !== '' && { reason: said }),
      ...(url !== undefined && { url }),
      ...(failedUrl !== undefined && { failedUrl }),
    };
  });
  return {
    trainId: state.trainId,
    name: plan.name,
    ...(plan.environment && { environment: plan.environment }),
    production: isProduction(plan),
    status: state.status,
    startedAt: state.startedAt,
    updatedAt: state.updatedAt,
    ...(state.actor && { actor: state.actor }),
    released: lines.filter(({ status }) => isReleased(status)).length,
    total: lines.length,
    components: lines.sort((a, b) => weight(a.status) - weight(b.status)).slice(0, MOST_LINES),
    ...(state.startedBy?.runUrl && { runUrl: state.startedBy.runUrl }),
    next: howToGoOn(plan, state),
  };
}

function weight(status: ComponentStatus): number {
  if (status === 'rollback-failed') return 0;
  if (isFailure(status)) return 1;
  if (status === 'rolled-back' || status === 'rolling-back') return 2;
  if (status === 'pending' || status === 'blocked') return 4;
  return isReleased(status) ? 5 : 3;
}
