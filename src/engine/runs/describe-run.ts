import type { SeenRun } from '../../train/machine/events.ts';

/** A run in a log line: what it is now and where to look. */
export function describeRun({ id, url, attempt, status, conclusion }: SeenRun): string {
  const state = status === 'completed' ? (conclusion ?? 'completed without a conclusion') : status.replaceAll('_', ' ');
  const again = attempt > 1 ? ` (attempt ${attempt})` : '';
  return `Run ${id}${again}: ${state}${hint(status)} ${url}`.trimEnd();
}

function hint(status: string): string {
  if (status === 'waiting') return ', for an approval or a timer of its environment';
  if (status === 'pending' || status === 'requested') return ', for a runner or its concurrency group';
  return '';
}
