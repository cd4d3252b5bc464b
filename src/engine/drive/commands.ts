import type { Command, Work } from '../../train/machine/decide.ts';
import { componentOf, type TrainState } from '../../train/machine/state.ts';

/** Whether a command is about a dispatch that nobody has sent yet. */
export function isUnsent(command: Command, state: TrainState): boolean {
  if (command.type !== 'follow') return false;
  const { status, dispatch } = componentOf(state, command.component);
  return status === 'dispatching' && dispatch?.sentAt === undefined;
}

/** Whether it takes time in the world. */
export function isWork(command: Command): command is Work {
  return !['intend', 'finish', 'wait-until'].includes(command.type);
}

/** All that comes, once it has come. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
