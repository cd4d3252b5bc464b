import type { Repository } from '../../platform/github/repository.ts';
import type { Plan } from '../../train/plan/plan.ts';
import type { Telling } from './channel.ts';
import { DeploymentRecords } from './deployment-records.ts';
import { type CallNext, EscalationClock } from './escalation-clock.ts';
import { Outbox, type OutboxOptions } from './outbox.ts';
import type { Projection } from './projection.ts';

/** Where a train is shown. */
export interface ProjectionOptions extends Omit<OutboxOptions, 'telling'> {
  /** Who is told what; absent where nobody is. */
  readonly telling?: Telling | undefined;
  /** Who writes GitHub's deployment records of a repository; absent where nobody does. */
  readonly recordsBy?: ((name: string) => Repository) | undefined;
  /** Calls who is next where nobody acts; absent where nobody is called. */
  readonly callNext?: CallNext | undefined;
}

/** All that is shown of a train: nothing where nobody is told and nothing is recorded. */
export function projectionsOf(
  plan: Plan,
  { telling, recordsBy, callNext, ...options }: ProjectionOptions,
): readonly Projection[] {
  const isRecorded = plan.components.some(({ deployments }) => deployments !== undefined);
  return [
    ...(telling ? [new Outbox({ ...options, telling })] : []),
    ...(telling && callNext ? [new EscalationClock({ ...options, telling, callNext })] : []),
    ...(recordsBy && isRecorded ? [new DeploymentRecords({ ...options, repositoryFor: recordsBy })] : []),
  ];
}
