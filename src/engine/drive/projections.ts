import type { GitHubClient } from '../../platform/github/client/client.ts';
import type { Plan } from '../../train/plan/plan.ts';
import { DeploymentRecords } from './deployment-records.ts';
import { Outbox, type OutboxOptions, type Telling } from './outbox.ts';
import type { Projection } from './projection.ts';

/** Where a train is shown. */
export interface ProjectionOptions extends Omit<OutboxOptions, 'telling'> {
  /** Who is told what; absent where nobody is. */
  readonly telling?: Telling | undefined;
  /** Who writes GitHub's deployment records of a repository; absent where nobody does. */
  readonly recordsBy?: ((repository: string) => GitHubClient) | undefined;
}

/** All that is shown of a train: nothing where nobody is told and nothing is recorded. */
export function projectionsOf(
  plan: Plan,
  { telling, recordsBy, ...options }: ProjectionOptions,
): readonly Projection[] {
  const isRecorded = plan.components.some(({ deployments }) => deployments !== undefined);
  return [
    ...(telling ? [new Outbox({ ...options, telling })] : []),
    ...(recordsBy && isRecorded ? [new DeploymentRecords({ ...options, clientFor: recordsBy })] : []),
  ];
}
