import { failuresOf } from '../machine/failures.ts';
import {
  type ComponentState,
  type ComponentStatus,
  componentOf,
  type Restored,
  type TrainState,
} from '../machine/state.ts';
import type { HandedOutputs, Plan, PlannedComponent } from '../plan/plan.ts';
import type { RunEnding, RunEndings } from './run-ending.ts';

/** What a train did, for machines: the JSON of the report. Times are ISO 8601, durations are in seconds. */
interface TrainReport {
  readonly trainId: string;
  readonly name: string;
  readonly status: TrainState['status'];
  readonly reason?: string;
  readonly environment?: string;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly durationSeconds: number;
  readonly resumed: number;
  readonly released: readonly string[];
  readonly failed: readonly string[];
  readonly blocked: readonly string[];
  /** Minutes of jobs in the repositories, and how long a job that waits for them all would have been held. */
  readonly minutes: { readonly children: number; readonly waiting: number };
  readonly components: readonly ComponentReport[];
}

interface ComponentReport {
  readonly id: string;
  readonly repository: string;
  readonly status: ComponentStatus;
  readonly reason?: string;
  /** Of its run: which job failed first, at which steps, and what its log says of it. */
  readonly failedJob?: RunEnding;
  readonly version?: string;
  readonly previousVersion?: string;
  /** What it handed on. */
  readonly outputs?: HandedOutputs;
  readonly runUrl?: string;
  readonly runAttempt?: number;
  readonly dispatchedAt?: string;
  readonly finishedAt?: string;
  readonly durationSeconds?: number;
  /** After a rollback: how healthy what is there again is; absent where it was not asked. */
  readonly restored?: Restored['verdict'];
}

export function trainReport(plan: Plan, state: TrainState, endings: RunEndings = new Map()): TrainReport {
  const ids = (test: (status: ComponentStatus) => boolean) =>
    plan.components.filter(({ id }) => test(componentOf(state, id).status)).map(({ id }) => id);
  const failed = new Set(failuresOf(plan, state).map(({ id }) => id));
  const components = plan.components.map((planned) =>
    componentReport(planned, componentOf(state, planned.id), endings.get(planned.id)),
  );
  const children = components.reduce((sum, { durationSeconds = 0 }) => sum + durationSeconds, 0);
  const durationSeconds = Math.round((state.updatedAt - state.startedAt) / 1_000);
  return {
    trainId: state.trainId,
    name: plan.name,
    status: state.status,
    ...(state.reason ? { reason: state.reason } : {}),
    ...(plan.environment ? { environment: plan.environment } : {}),
    startedAt: new Date(state.startedAt).toISOString(),
    updatedAt: new Date(state.updatedAt).toISOString(),
    durationSeconds,
    resumed: state.resumed,
    released: ids((status) => status === 'succeeded'),
    failed: plan.components.map(({ id }) => id).filter((id) => failed.has(id)),
    blocked: ids((status) => status === 'blocked'),
    minutes: { children: Math.ceil(children / 60), waiting: Math.ceil(durationSeconds / 60) },
    components,
  };
}

function componentReport(
  planned: PlannedComponent,
  component: ComponentState,
  ending: RunEnding | undefined,
): ComponentReport {
  const { dispatch, finishedAt, reason } = component;
  const run = dispatch?.run;
  const start = dispatch?.intendedAt;
  return {
    id: planned.id,
    repository: planned.repository,
    status: component.status,
    ...(reason ? { reason } : {}),
    ...(ending ? { failedJob: ending } : {}),
    ...(planned.version ? { version: planned.version } : {}),
    ...(planned.previousVersion ? { previousVersion: planned.previousVersion } : {}),
    ...(component.outputs ? { outputs: component.outputs } : {}),
    ...(run ? { runUrl: run.url, runAttempt: run.attempt } : {}),
    ...(start === undefined ? {} : { dispatchedAt: new Date(start).toISOString() }),
    ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt).toISOString() }),
    ...(component.restored && { restored: component.restored.verdict }),
    ...(start === undefined || finishedAt === undefined
      ? {}
      : { durationSeconds: Math.round((finishedAt - start) / 1_000) }),
  };
}
