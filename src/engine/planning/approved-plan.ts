import { UserError } from '../../platform/errors.ts';
import type { PlannedTrain } from './plan-train.ts';

/** The plan, where it is the one that somebody has looked at, or where nobody had to. Throws a UserError otherwise. */
export function approved(planned: PlannedTrain, wanted: string | undefined): PlannedTrain {
  if (wanted === undefined || planned.hash === wanted) return planned;
  throw new UserError(
    `The plan is not the one that was approved: its hash is ${planned.hash.slice(0, 12)}, plan-hash says ${wanted.slice(0, 12)}. ` +
      'Something was released, or the manifest was changed, since it was made. Nothing was started. Make the plan again and look at it: run this workflow anew (Re-run all jobs).',
  );
}
