import type { Run } from '../../platform/github/runs.ts';
import type { SeenRun } from '../../train/machine/events.ts';

/** The run as the train sees it. */
export function seenRun({ id, url, attempt, status, conclusion }: Run): SeenRun {
  return { id, url, attempt, status, ...(conclusion ? { conclusion } : {}) };
}
