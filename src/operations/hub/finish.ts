import { downloadArtifact, findArtifact } from '../../platform/github/artifacts.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { listStatuses, setStatus } from '../../platform/github/statuses.ts';
import { conclusionState } from './commit-state.ts';
import { EVENT_ARTIFACT, type KnownEvent, readEventFile } from './event-file.ts';
import type { Hub } from './hub-file.ts';

/** A run of the hub that has ended, however it did. */
export interface EndedRun {
  readonly runId: number;
  /** The run's page: what its statuses link to. */
  readonly url: string;
  readonly conclusion: string;
}

export interface FinishTools {
  readonly hub: Hub;
  /** May read the hub's artifacts. */
  readonly home: Repository;
  /** May read and set statuses of a source. */
  readonly repositoryFor: (name: string) => Repository;
  readonly signal: AbortSignal;
}

/** What became of the event that started a run of the hub; `unknown` where it ended before it could say. */
export async function eventOf(
  { runId }: EndedRun,
  { hub, home, signal }: Omit<FinishTools, 'repositoryFor'>,
): Promise<KnownEvent> {
  const artifact = await findArtifact(home, { runId, name: EVENT_ARTIFACT }, { signal });
  if (!artifact) return { verdict: 'unknown' };
  const [bytes] = (await downloadArtifact(home, artifact, { signal })).values();
  return readEventFile(bytes, hub);
}

/**
 * Finishes what a run of the hub left pending on the commit that started it, with the run's conclusion, and returns the
 * contexts. A run that was killed cannot do that itself. The event only says where to look: a status is finished where it is
 * pending and links to that run.
 */
export async function finishEvent(
  run: EndedRun,
  { source, sha }: { readonly source: string; readonly sha: string },
  { repositoryFor, signal }: Pick<FinishTools, 'repositoryFor' | 'signal'>,
): Promise<readonly string[]> {
  const repository = repositoryFor(source);
  const seen = new Set<string>();
  const newest = (await listStatuses(repository, sha, { signal })).filter(
    ({ context }) => !seen.has(context) && seen.add(context),
  );
  const left = newest.filter(({ state, targetUrl }) => state === 'pending' && targetUrl === run.url);
  const state = conclusionState(run.conclusion);
  for (const { context } of left) {
    const description = `The run ended (${run.conclusion}) before it could say how far it came.`;
    await setStatus(repository, { sha, context, state, description, targetUrl: run.url }, { signal });
  }
  return left.map(({ context }) => context);
}
