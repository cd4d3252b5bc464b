import type { Run } from '../github/runs.ts';
import type { SeenRun } from '../train/events.ts';

/** The run as the train sees it. */
export function seenRun({ id, url, attempt, status, conclusion }: Run): SeenRun {
  return { id, url, attempt, status, ...(conclusion ? { conclusion } : {}) };
}
