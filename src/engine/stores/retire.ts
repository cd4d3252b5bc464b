import { KnownError } from '../../platform/errors.ts';
import { readFile } from '../../platform/github/contents.ts';
import { listFiles } from '../../platform/github/trees.ts';
import { isRecord } from '../../platform/records.ts';
import { DAY_MS } from '../../platform/time/duration.ts';
import { isInstant } from '../../platform/time/instant.ts';
import { isOpen, type TrainState } from '../../train/machine/state.ts';
import type { BranchStoreOptions } from './state-branch.ts';
import type { OpenTrain, Saved } from './train-store.ts';

/** What ended longer ago is taken from the tree; its git history keeps it. */
const KEPT_MS = 30 * DAY_MS;
/** At most so many a commit. */
export const MOST_RETIRED = 5;

/** Whether a train was written so long ago that nobody resumes it any more. */
export function isRetired({ updatedAt }: Pick<TrainState, 'updatedAt'>, now: number): boolean {
  return updatedAt < now - KEPT_MS;
}

/**
 * The files of trains that ended long ago, a few at the end of each train: so the tree does not grow for ever. What is not
 * in the list of open trains has ended, or a person has taken it from there.
 */
export async function retiredFiles(
  { state: { status, trainId, updatedAt } }: Saved,
  { oid, open }: { readonly oid: string; readonly open: readonly OpenTrain[] },
  { repository, random = Math.random }: BranchStoreOptions,
): Promise<string[]> {
  // A train that is cancelled has no time for this.
  if (isOpen({ status }) || status === 'cancelled') return [];
  const areRetired = async (ids: readonly string[]) => {
    const states = await Promise.all(
      ids.slice(0, MOST_RETIRED).map((id) => readFile(repository, { path: `trains/${id}/state.json`, ref: oid })),
    );
    return ids.filter((_, index) => isOld(states[index], updatedAt));
  };
  try {
    const files = await listFiles(repository, oid);
    const folder = (path: string) => /^trains\/([^/]+)\//.exec(path)?.[1] ?? '';
    const kept = new Set(['', trainId, ...open.map((train) => train.trainId)]);
    const ids = [...new Set(files.map(folder))].filter((id) => !kept.has(id)).sort(byAge);
    const oldest = await areRetired(ids);
    // Names that people gave do not grow, and what cannot be read stays: neither may keep all others here.
    const rest = ids.slice(MOST_RETIRED);
    const from = Math.floor(random() * rest.length);
    const others = oldest.length > 0 ? [] : await areRetired([...rest.slice(from), ...rest.slice(0, from)]);
    const gone = new Set([...oldest, ...others]);
    return files.filter((path) => gone.has(folder(path)));
  } catch (error) {
    if (error instanceof KnownError) return [];
    throw error;
  }
}

/** Likely the oldest first: run ids grow. */
function byAge(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** Of a state that cannot be read nobody knows how old it is. */
function isOld(text: string | undefined, now: number): boolean {
  try {
    const state: unknown = JSON.parse(text ?? '');
    return isRecord(state) && isInstant(state.updatedAt) && isRetired({ updatedAt: state.updatedAt }, now);
  } catch {
    return false;
  }
}
