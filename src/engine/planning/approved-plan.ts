import { UserError } from '../../platform/errors.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import type { Plan } from '../../train/plan/plan.ts';
import { planDifferences } from '../../train/plan/plan-differences.ts';
import { type PlannedTrain, planHash } from './plan-train.ts';

/** The plan, where it is the one that somebody has looked at, or where nobody had to. Throws a UserError otherwise. */
export function approved(planned: PlannedTrain, wanted: string | undefined): PlannedTrain {
  if (wanted === undefined || planned.hash === wanted) return planned;
  throw new UserError(
    `The plan is not the one that was approved: its hash is ${planned.hash.slice(0, 12)}, plan-hash says ${wanted.slice(0, 12)}. ` +
      'Something was released, or the manifest was changed, since it was made. Nothing was started. Make the plan again and look at it: run this workflow again (Re-run all jobs).',
  );
}

/** What a saved plan is held against before anything of it is carried out. */
interface Held {
  readonly trainId: string;
  /** For people: where it is saved. */
  readonly place: string;
  readonly manifest: Manifest;
  /** The hash of the plan that somebody has looked at, where one is given. */
  readonly approvedHash: string | undefined;
  /** What of it is not the manifest's; default, everything that it would carry out. */
  readonly differences?: (plan: Plan, manifest: Manifest) => string[];
}

/** A message that lists more is read by nobody. */
const MOST_TOLD = 10;

/**
 * Throws a UserError unless the saved plan is exactly the one whose hash was approved or, where none was, one that the manifest
 * at hand makes. What stands on the state branch is not believed because it stands there: others can write it.
 */
export function verifySavedPlan(plan: Plan, held: Held): void {
  const { trainId, place, manifest, approvedHash, differences = planDifferences } = held;
  const hash = planHash(plan);
  if (approvedHash === hash) return;
  if (approvedHash !== undefined) {
    throw new UserError(
      `${place}: the plan of train ${trainId} is not the one that was approved: its hash is ${hash.slice(0, 12)}, plan-hash says ${approvedHash.slice(0, 12)}. ` +
        'Nothing was started. If nobody of you wrote it, somebody else did: look at the history of its plan.json, and who can write there.',
    );
  }
  const found = differences(plan, manifest);
  if (found.length === 0) return;
  const more = found.length > MOST_TOLD ? `; and ${found.length - MOST_TOLD} more` : '';
  throw new UserError(
    `${place}: the plan of train ${trainId} is not one that the current manifest makes: ${found.slice(0, MOST_TOLD).join('; ')}${more}. ` +
      'Nothing of it was done. If the manifest was changed since: look at its plan.json, and go on with exactly that plan by giving ' +
      `train-id: ${trainId} and plan-hash: ${hash}, or start a new train. If it was not, somebody else wrote that plan: see who can write there.`,
  );
}
