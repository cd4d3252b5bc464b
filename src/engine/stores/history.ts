import { isRecord } from '../../platform/records.ts';
import type { ComponentState, FailureCause, Restored, TrainState } from '../../train/machine/state.ts';
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
  /** What of the same train it waited for. */
  readonly needs?: readonly string[];
  /** Milliseconds that its run waited for people. */
  readonly waitedMs?: number;
  /** Of each commit that it brought to its users: how old it was at the train's end, in seconds. */
  readonly leadSeconds?: readonly number[];
  /** What its health gate came to, where it has one that was judged. */
  readonly health?: 'passed' | 'failed' | 'inconclusive';
  /** After a rollback: how healthy what is there again is; absent where it was not asked. */
  readonly restored?: Restored['verdict'];
}

/** Where what began at a moment (epoch milliseconds) is recorded: one document a month, in UTC. */
export function historyPath(kind: 'trains' | 'passes' | 'hub', at: number): string {
  return `history/${kind}/${new Date(at).toISOString().slice(0, 7)}.json`;
}

/** The month's document with this train, whose earlier record is replaced. */
export function withRecord(text: string | undefined, saved: Saved): string {
  const { trainId, startedAt } = saved.state;
  const before = parseDocument(text, historyPath('trains', startedAt));
  return serialiseDocument({ ...before, [trainId]: withLeadsOf(recordIn(before, trainId), recordOf(saved)) });
}

/** The record of a train in its month's document; undefined where there is none that can be read. */
export function recordIn(history: Readonly<Record<string, unknown>>, trainId: string): TrainRecord | undefined {
  const record = Object.hasOwn(history, trainId) ? history[trainId] : undefined;
  const isWhole = isRecord(record) && isRecord(record.components) && Object.values(record.components).every(isRecord);
  return isWhole ? (record as unknown as TrainRecord) : undefined;
}

/** What was found out of the same end stays: it is written after it. */
function withLeadsOf(earlier: TrainRecord | undefined, record: TrainRecord): TrainRecord {
  if (earlier?.endedAt !== record.endedAt) return record;
  const components = Object.entries(record.components).map(([id, one]) => {
    const leadSeconds = Object.hasOwn(earlier.components, id) ? earlier.components[id]?.leadSeconds : undefined;
    return [id, leadSeconds ? { ...one, leadSeconds } : one] as const;
  });
  return { ...record, components: Object.fromEntries(components) };
}

/** A train as the history keeps it; of one that is open, as far as it is. */
export function recordOf({ plan, state }: Saved): TrainRecord {
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

function componentRecord(planned: PlannedComponent, state: TrainState): ComponentRecord {
  const { id, repository, version, previousVersion, needs } = planned;
  const component = componentOf(state, id);
  const { status, cause, attempt, dispatch, concludedAt, finishedAt, restored } = component;
  const waitedMs = dispatch?.waiting?.total ?? 0;
  const health = healthOf(planned, component);
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
    ...(needs.length > 0 && { needs }),
    ...(waitedMs > 0 && { waitedMs }),
    ...(health && { health }),
    ...(restored && { restored: restored.verdict }),
  };
}

/** A rollback hides the status that went before it, but not its cause: what had none had passed. */
function healthOf(
  { health }: PlannedComponent,
  { status, cause }: ComponentState,
): 'passed' | 'failed' | 'inconclusive' | undefined {
  if (health.length === 0) return undefined;
  if (cause === 'health') return 'failed';
  if (cause === 'inconclusive') return 'inconclusive';
  const hasPassed = status === 'succeeded' || ROLLED_BACK.has(status);
  return cause === undefined && hasPassed ? 'passed' : undefined;
}

/** Where a component stands whose effect was, or was to be, taken back. */
export const ROLLED_BACK: ReadonlySet<string> = new Set(['rolling-back', 'rolled-back', 'rollback-failed']);
