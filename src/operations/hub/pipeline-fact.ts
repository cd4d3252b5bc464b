import { conclusionState } from './commit-state.ts';
import type { KnownEvent } from './event-file.ts';
import { branchOf } from './hub-event.ts';

/** What is told of a run of the hub that has ended, in the words of a `notify` step. */
interface PipelineFact {
  readonly event: 'event-refused' | 'pipeline-failed' | 'completed';
  readonly text: string;
  /** The problem that a failure opens, and the next success of the same source and branch closes. */
  readonly key: string;
  readonly resolves: boolean;
  readonly environment?: string;
}

/** The problem of a run whose source and branch nobody knows: whatever goes through the hub closes it, too. */
export const HUB = 'hub';

/** Undefined where nobody need be told: superseded, repeated, a self-test. */
export function pipelineFact(event: KnownEvent, conclusion: string): PipelineFact | undefined {
  const { verdict, reason = 'the run says no more', source, ref = '', sha = '', environment, components = [] } = event;
  const branch = branchOf(ref) ?? '';
  const key = source === undefined || branch === '' ? HUB : `${HUB}/${source}/${branch}`;
  const common = { key, ...(environment !== undefined && { environment }) };
  const state = conclusionState(conclusion);
  if (state === 'failure' || state === 'error') {
    const what =
      source === undefined ? 'A run of the hub' : `${named(components)} of ${source}@${sha.slice(0, 7)} (${branch})`;
    return { event: 'pipeline-failed', text: `${what} ended with ${conclusion}.`, resolves: false, ...common };
  }
  if (verdict === 'refused') return { event: 'event-refused', text: reason, resolves: false, ...common };
  if (verdict !== 'admitted' || source === undefined) return undefined;
  const text = `${named(components)} of ${source}@${sha.slice(0, 7)} went through the hub.`;
  return { event: 'completed', text, resolves: true, ...common };
}

const MOST_NAMES = 5;

function named(components: readonly string[]): string {
  if (components.length === 0) return 'What changed';
  const more = components.length - MOST_NAMES;
  return components.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
