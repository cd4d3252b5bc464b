import { COMMIT_STATES, type CommitState } from '../../platform/github/statuses.ts';
import { listed } from '../../platform/text/wording.ts';

/** Every conclusion of a run or a job, and what it says of a commit. https://docs.github.com/rest/checks/runs */
const CONCLUSIONS: Readonly<Record<string, CommitState>> = {
  success: 'success',
  neutral: 'success',
  skipped: 'success',
  failure: 'failure',
  timed_out: 'failure',
  cancelled: 'error',
  action_required: 'error',
  startup_failure: 'error',
  stale: 'error',
};

/** What GitHub's own conclusion says of a commit; one that it has learnt since is no success. */
export function conclusionState(conclusion: string): CommitState {
  return (Object.hasOwn(CONCLUSIONS, conclusion) && CONCLUSIONS[conclusion]) || 'error';
}

/** Words for what a run is before it has a conclusion. */
const UNDER_WAY = ['queued', 'in_progress', 'waiting', 'requested'];

/**
 * The commit status of a state, a conclusion or a status of GitHub: a status that is `pending` for ever is what people are
 * left with where only some of them are understood. Throws with what was expected.
 */
export function commitState(word: string): CommitState {
  const state = COMMIT_STATES.find((one) => one === word);
  if (state) return state;
  if (Object.hasOwn(CONCLUSIONS, word)) return conclusionState(word);
  if (UNDER_WAY.includes(word)) return 'pending';
  const known = [...new Set([...COMMIT_STATES, ...Object.keys(CONCLUSIONS)])];
  throw new Error(`it is no state and no conclusion of GitHub; expected ${listed(known, 'or')}`);
}
