import { messageOf, UserError } from '../../platform/errors.ts';
import { downloadArtifact, findArtifact } from '../../platform/github/artifacts.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { listStatuses, setStatus } from '../../platform/github/statuses.ts';
import { isRecord } from '../../platform/records.ts';
import { commitState } from './commit-state.ts';
import { type Hub, sourceNamed } from './hub-file.ts';

/** The artifact in which a run of the hub keeps which commit it works for. */
export const EVENT_ARTIFACT = 'release-actions-hub-event';

/** A run of the hub that has ended, however it did. */
export interface EndedRun {
  /** The hub's repository. */
  readonly repository: string;
  readonly runId: number;
  /** The run's page: what its statuses link to. */
  readonly url: string;
  readonly conclusion: string;
}

export interface FinishTools {
  readonly hub: Hub;
  /** May read the hub's artifacts. */
  readonly home: GitHubClient;
  /** May read and set statuses of a source. */
  readonly clientFor: (repository: string) => GitHubClient;
  readonly signal: AbortSignal;
}

/** The contexts that the run left pending and that are finished now, on which commit; or why there is nothing to do. */
export type Finish =
  | { readonly finished: readonly string[]; readonly source: string; readonly sha: string }
  | { readonly nothing: string };

/**
 * Finishes what a run of the hub left pending on the commit that started it, with the run's conclusion. A run that was killed
 * cannot do that itself. The artifact only says where to look: a status is finished where it is pending and links to that
 * run, on a source of the hub file.
 */
export async function finishEvent(run: EndedRun, { hub, home, clientFor, signal }: FinishTools): Promise<Finish> {
  const artifact = await findArtifact(home, run.repository, { runId: run.runId, name: EVENT_ARTIFACT }, { signal });
  if (!artifact) return { nothing: 'the run admitted no event, or ended before it could say which' };
  const { source: claimed, sha } = readPlace(await downloadArtifact(home, run.repository, artifact, { signal }));
  const source = sourceNamed(hub, claimed)?.repository;
  if (source === undefined) return { nothing: `${claimed} is no source of the hub file` };
  const client = clientFor(source);
  const seen = new Set<string>();
  const newest = (await listStatuses(client, source, sha, { signal })).filter(
    ({ context }) => !seen.has(context) && seen.add(context),
  );
  const left = newest.filter(({ state, targetUrl }) => state === 'pending' && targetUrl === run.url);
  const state = commitState(run.conclusion);
  for (const { context } of left) {
    const description = `The run ended (${run.conclusion}) before it could say how far it came.`;
    await setStatus(client, source, { sha, context, state, description, targetUrl: run.url }, { signal });
  }
  return { finished: left.map(({ context }) => context), source, sha };
}

function readPlace(files: ReadonlyMap<string, Uint8Array>): { source: string; sha: string } {
  const [bytes] = files.values();
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
    if (isRecord(value) && typeof value.source === 'string' && /^[0-9a-f]{40}$/.test(String(value.sha))) {
      return { source: value.source, sha: String(value.sha) };
    }
  } catch (error) {
    throw new UserError(`The artifact ${EVENT_ARTIFACT} is not valid JSON: ${messageOf(error)}`, { cause: error });
  }
  throw new UserError(`The artifact ${EVENT_ARTIFACT} names no commit of a source.`);
}
