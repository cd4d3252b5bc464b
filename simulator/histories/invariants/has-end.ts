import { componentOf, isReleased, isTerminal } from '../../../src/train/machine/state.ts';
import type { Record } from '../record.ts';

/** 6: the train ends, and every end that is not success has a reason. */
export function hasEnd({ final, kept, scenario }: Record): string[] {
  if (!final) return kept.length === 0 ? ['6: nothing was ever kept'] : [];
  const { state } = final;
  if (state.status === 'running' || state.status === 'parked')
    return [`6: the train is still ${state.status}${state.reason ? `: ${state.reason}` : ''}`];
  const wrong: string[] = [];
  if (state.status !== 'succeeded' && !state.reason) wrong.push(`6: ${state.status} without a reason`);
  for (const { id } of scenario.plan.components) {
    const { status, reason } = componentOf(state, id);
    if (!isReleased(status) && isTerminal(status) && !reason) wrong.push(`6: ${id} is ${status} without a reason`);
    if (!isTerminal(status) && state.status !== 'cancelled')
      wrong.push(`6: the train is ${state.status}, and ${id} is ${status}`);
  }
  return wrong;
}
