import type { Scenario } from './scenario.ts';
import { approval } from './scenarios/approval.ts';
import { booleans } from './scenarios/booleans.ts';
import { cancel } from './scenarios/cancel.ts';
import { claims } from './scenarios/claims.ts';
import { comment } from './scenarios/comment.ts';
import { concurrency } from './scenarios/concurrency.ts';
import { dispatch } from './scenarios/dispatch.ts';
import { masks } from './scenarios/masks.ts';
import { rules } from './scenarios/rules.ts';
import { statuses } from './scenarios/statuses.ts';
import { train } from './scenarios/train.ts';

/** All of them, what takes longest first. */
export const scenarios: readonly Scenario[] = [
  ...[train, claims, approval, booleans, cancel, rules],
  ...[comment, concurrency, masks, dispatch, statuses],
];
