import { KnownError } from '../../platform/errors.ts';
import { readFile } from '../../platform/github/contents.ts';
import { listFiles } from '../../platform/github/trees.ts';
import { DAY_MS } from '../../platform/time/duration.ts';
import { isOpen, type TrainState } from '../../train/machine/state.ts';
import type { BranchStoreOptions } from './state-branch.ts';
import type { OpenTrain, Saved } from './train-store.ts';

/** What ended longer ago is taken from the tree; its git history keeps it. */
const KEPT_MS = 30 * DAY_MS;
/** At most so many a commit. */
export const MOST_RETIRED = 5;

interface Candidates {
  /** The trains that are kept, by id. */
  readonly ids: readonly string[];
  /** Open, or just written. */
  readonly kept: ReadonlySet<string>;
}

/** The trains that may have ended long ago, likely oldest first: run ids grow. */
function retirable({ ids, kept }: Candidates): string[] {
  const old = ids.filter((id) => !kept.has(id));
  return old.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_RETIRED);
}

/** Whether a train ended so long ago that nobody resumes it any more. */
export function isRetired(state: Pick<TrainState, 'status' | 'updatedAt'>, now: number): boolean {
  return !isOpen(state) && state.updatedAt < now - KEPT_MS;
}

/** The files of trains that ended long ago, a few at the end of each train: so the tree does not grow for ever. */
export async function retiredFiles(
  saved: Saved,
  { oid, open }: { readonly oid: string; readonly open: readonly OpenTrain[] },
  { repository }: BranchStoreOptions,
): Promise<string[]> {
  // A train that is cancelled has no time for this.
  if (isOpen(saved.state) || saved.state.status === 'cancelled') return [];
  try {
    const files = await listFiles(repository, oid);
    const folder = (path: string) => /^trains\/([^/]+)\//.exec(path)?.[1] ?? '';
    const ids = [...new Set(files.map(folder).filter((id) => id !== ''))];
    const kept = new Set([saved.state.trainId, ...open.map(({ trainId }) => trainId)]);
    const old = await Promise.all(
      retirable({ ids, kept }).map(async (id) => {
        const text = await readFile(repository, { path: `trains/${id}/state.json`, ref: oid });
        const state = JSON.parse(text ?? '{}') as Saved['state'];
        return isRetired(state, saved.state.updatedAt) ? [id] : [];
      }),
    );
    const gone = new Set(old.flat());
    return files.filter((path) => gone.has(folder(path)));
  } catch (error) {
    if (error instanceof KnownError || error instanceof SyntaxError) return [];
    throw error;
  }
}
