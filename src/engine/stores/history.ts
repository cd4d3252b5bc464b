import type { FailureCause, TrainState } from '../../train/machine/state.ts';
import { componentOf } from '../../train/machine/state.ts';
import { isProduction, type PlannedComponent } from '../../train/plan/plan.ts';
import { parseDocument, serialiseDocument } from './json-document.ts';
import type { Saved } from './train-store.ts';

/** One train that is over, as the history keeps it. Times are epoch milliseconds. */
export interface TrainRecord {
  readonly name: string;
  readonly environment?: string;
  readonly production?: true;
  readonly status: TrainState['status'];
  readonly reason?: string;
  readonly actor?: string;
  readonly event?: string;
  readonly runUrl?: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly resumed: number;
  readonly components: Readonly<Record<string, ComponentRecord>>;
}

export interface ComponentRecord {
  readonly repository: string;
  readonly status: ReturnType<typeof componentOf>['status'];
  readonly cause?: FailureCause;
  readonly version?: string;
  readonly previousVersion?: string;
  readonly runUrl?: string;
  readonly attempt: number;
  readonly dispatchedAt?: number;
  readonly concludedAt?: number;
  readonly finishedAt?: number;
}

/** Train id → what became of it. */
export type TrainHistory = Readonly<Record<string, TrainRecord>>;

/** Where what began at a moment (epoch milliseconds) is recorded: one document a month, in UTC. */
export function historyPath(kind: 'trains' | 'passes' | 'hub', at: number): string {
  return `history/${kind}/${new Date(at).toISOString().slice(0, 7)}.json`;
}

/** The month's document with this train, whose earlier record is replaced. */
export function withRecord(text: string | undefined, saved: Saved): string {
  const before = parseDocument<TrainHistory>(text) ?? {};
  return serialiseDocument({ ...before, [saved.state.trainId]: recordOf(saved) });
}

function recordOf({ plan, state }: Saved): TrainRecord {
  const { status, reason, actor, startedBy, startedAt, updatedAt, resumed } = state;
  return {
    name: plan.name,
    ...(plan.environment && { environment: plan.environment }),
    ...(isProduction(plan) && { production: true }),
    status,
    ...(reason && { reason }),
    ...(actor && { actor }),
    ...(startedBy?.event && { event: startedBy.event }),
    ...(startedBy?.runUrl && { runUrl: startedBy.runUrl }),
    startedAt,
    endedAt: updatedAt,
    resumed,
    components: Object.fromEntries(plan.components.map((planned) => [planned.id, componentRecord(planned, state)])),
  };
}

function componentRecord(
  { id, repository, version, previousVersion }: PlannedComponent,
  state: TrainState,
): ComponentRecord {
  const { status, cause, attempt, dispatch, concludedAt, finishedAt } = componentOf(state, id);
  const runUrl = dispatch?.run?.url;
  return {
    repository,
    status,
    ...(cause && { cause }),
    ...(version !== undefined && { version }),
    ...(previousVersion !== undefined && { previousVersion }),
    ...(runUrl && { runUrl }),
    attempt,
    ...(dispatch && { dispatchedAt: dispatch.intendedAt }),
    ...(concludedAt !== undefined && { concludedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
  };
}
