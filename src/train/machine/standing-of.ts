import { componentOf, isInFlight, isOpen, isReleased, type TrainState } from './state.ts';

/** In how far a component runs, or its registry serves, what this train brings. */
export type ComponentStanding = 'new' | 'before' | 'unknown' | 'under way';

/** A run that was dispatched and did not succeed may have got far enough. */
export function standingOf(state: TrainState, id: string): ComponentStanding {
  const { status, dispatch, cause, served } = componentOf(state, id);
  if (isReleased(status) || served) return 'new';
  if (status === 'rolled-back') return 'before';
  if (isOpen(state) && isInFlight(status)) return 'under way';
  if (status === 'rollback-failed' || status === 'rolling-back') return 'unknown';
  // Nobody let it run.
  if (cause === 'unapproved') return 'before';
  const isTouched = dispatch !== undefined && (dispatch.sentAt !== undefined || dispatch.run !== undefined);
  return isTouched ? 'unknown' : 'before';
}
