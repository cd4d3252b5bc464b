import type { Log } from '../../platform/runner/log.ts';
import { counted } from '../../platform/text/wording.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { Event } from '../../train/machine/events.ts';
import {
  type ComponentState,
  componentOf,
  isReleased,
  isTerminal,
  type TrainState,
} from '../../train/machine/state.ts';
import type { Plan } from '../../train/plan/plan.ts';
import type { Saved } from '../stores/train-store.ts';

/** The first line of a train's log: whether it is new, where it is kept, and where it goes on. */
export function openingLine({ plan, state, writes }: Saved, place: string): string {
  const { trainId, status } = state;
  if (writes === 1) {
    return `Train ${trainId}: ${counted(plan.components.length, 'component')} in ${counted(plan.waves.length, 'wave')}, kept on ${place}.`;
  }
  return status === 'succeeded'
    ? `Train ${trainId} has succeeded already (${place}): nothing is started.`
    : `Train ${trainId} was ${status} and resumes where it stopped (${place}).`;
}

/** Prints a line for each thing that happens to a train, as somebody watches it, after how many are released by then. */
export function progress(plan: Plan, log: Log): (event: Event, before: TrainState, after: TrainState) => void {
  const total = plan.components.length;
  return (event, before, after) => {
    const released = plan.components.filter(({ id }) => isReleased(componentOf(after, id).status)).length;
    const head = `[${String(released).padStart(String(total).length)}/${total}]`;
    for (const { id, version = '' } of plan.components) {
      const words = news(event, componentOf(before, id), { id, now: componentOf(after, id) });
      if (words) log.info(`${head} ${id} ${version} ${words}`.replaceAll(/ +/g, ' '));
    }
  };
}

/** What an event changed about a component, in words; nothing where it did not. */
function news(event: Event, old: ComponentState, { id, now }: { id: string; now: ComponentState }): string | undefined {
  if (old.status === now.status) return detailOf(event, id);
  const { status, dispatch, reason } = now;
  if (status === 'running') return `running: ${dispatch?.run?.url ?? ''}`;
  if (!isTerminal(status)) return status;
  const took = dispatch && status !== 'rolled-back' ? ` after ${formatDuration(event.at - dispatch.intendedAt)}` : '';
  return `${status}${took}${reason === undefined ? '' : `: ${reason}`}`;
}

/** What is worth a line although the status stays. */
function detailOf(event: Event, id: string): string | undefined {
  if (!('component' in event) || event.component !== id) return undefined;
  if (event.type === 'cancel-requested' || event.type === 'waiting') return event.detail;
  if (event.type === 'found-served') return 'is published all the same: a resumed train does not release it again';
  if (event.type === 'approval-pending') return `waits for ${event.whom}`;
  if (event.type === 'restored-judged')
    return event.verdict === 'healthy' ? 'is healthy again' : `rolled back, and ${event.verdict}: ${event.reason}`;
  return event.type === 'gates-pending' ? `waits: ${event.detail}` : undefined;
}
