import type { Run } from '../../platform/github/runs.ts';
import type { SeenRun } from '../../train/machine/events.ts';

/** The run as the train sees it. */
export function seenRun({ id, url, attempt, status, conclusion, updatedAt }: Run): SeenRun {
  const changedAt = Date.parse(updatedAt);
  return { id, url, attempt, status, ...(conclusion ? { conclusion } : {}), ...(changedAt > 0 && { changedAt }) };
}
