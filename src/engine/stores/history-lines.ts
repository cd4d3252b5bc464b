import { historyPath } from './history.ts';
import { parseDocument } from './json-document.ts';
import type { StateStore } from './train-store.ts';

/** One pass over a fleet of services. What is absent nobody could say: that is not none. Times are epoch milliseconds. */
export interface PassRecord {
  readonly at: number;
  readonly endedAt: number;
  readonly healthy: boolean;
  /** How many causes of trouble remained, and how many repairs were made. */
  readonly causes: number;
  readonly repairs: number;
  readonly registered?: number | undefined;
  /** Shares of one. */
  readonly registrationSuccess?: number | undefined;
  readonly integrationPassRate?: number | undefined;
  readonly conflicts?: number | undefined;
  readonly discoveryAgeSeconds?: number | undefined;
  readonly discoveryRefreshes: number;
  readonly runUrl?: string | undefined;
}

/** One event that came to the hub, and how its run ended. Times are epoch milliseconds. */
export interface HubRecord {
  readonly at: number;
  readonly endedAt: number;
  /** Unknown where the run ended before it could say. */
  readonly verdict: 'admitted' | 'repeated' | 'superseded' | 'refused' | 'self-test' | 'unknown';
  /** GitHub's word for how the run ended. */
  readonly conclusion: string;
  readonly reason?: string | undefined;
  readonly source?: string | undefined;
  readonly ref?: string | undefined;
  readonly sha?: string | undefined;
  readonly environment?: string | undefined;
  readonly components?: readonly string[] | undefined;
  readonly runUrl?: string | undefined;
}

interface Line {
  readonly id: string;
  readonly record: PassRecord | HubRecord;
}

/** Adds a record to the document of its month, a line of its own; the same id once more replaces it. */
export async function appendHistory(
  store: Pick<StateStore, 'change'>,
  kind: 'passes' | 'hub',
  { id, record }: Line,
): Promise<void> {
  const path = historyPath(kind, record.at);
  const edit = (text: string | undefined) => linesOf({ ...parseDocument(text, path), [id]: record });
  await store.change(path, edit, `${kind}: ${id}`);
}

/** JSON with a line a record: small, and git shows an addition as one. */
function linesOf(records: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(records).map(([id, record]) => ` ${JSON.stringify(id)}: ${JSON.stringify(record)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
