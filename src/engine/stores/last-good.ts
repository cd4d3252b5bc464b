import { standingOf } from '../../train/machine/standing-of.ts';
import { componentOf, type TrainState } from '../../train/machine/state.ts';
import type { PlannedComponent } from '../../train/plan/plan.ts';
import type { EarlierVersion, GoodVersion, LastGood, Saved } from './train-store.ts';

/** How many versions before the present one are remembered. */
const MOST_BEFORE = 5;

/** The last good versions after this train: what succeeded is good, what was rolled back is what it was before. */
export function recordGood(before: LastGood, saved: Saved): LastGood {
  const environment = saved.plan.environment ?? 'release';
  const good: Record<string, GoodVersion> = { ...before[environment] };
  for (const planned of saved.plan.components) {
    const next = afterComponent(good[planned.id], planned, saved.state);
    if (next) good[planned.id] = next;
  }
  return Object.keys(good).length > 0 ? { ...before, [environment]: good } : before;
}

/** What is good of one component after a train; undefined where that train changes nothing about it. */
function afterComponent(
  known: GoodVersion | undefined,
  { id, version, previousVersion, previousOutputs, goesBack }: PlannedComponent,
  state: TrainState,
): GoodVersion | undefined {
  const { trainId, updatedAt } = state;
  const component = componentOf(state, id);
  const { status, dispatch, rollback, outputs, since, finishedAt = updatedAt } = component;
  // A train that is over is written once more when it has told the rest: what came after it stays.
  const isPast = (at: number) => known !== undefined && known.trainId !== trainId && known.at > at;
  if (status === 'succeeded' && version !== undefined && !isPast(finishedAt)) {
    const run = urlOf(dispatch?.run?.url);
    const now = { version, trainId, at: finishedAt, ...run, ...(outputs && { outputs }) };
    return goesBack ? backTo(known, now) : succeededBy(known, now);
  }
  if (status === 'rolled-back' && previousVersion !== undefined && !isPast(since)) {
    const run = urlOf(rollback?.run?.url);
    const now = { version: previousVersion, trainId, at: since, ...run };
    return backTo(known, { ...now, ...(previousOutputs && { outputs: previousOutputs }) });
  }
  if (known === undefined || version === undefined || isPast(finishedAt)) return undefined;
  const isLeft = known.version !== version && standingOf(state, id) === 'unknown';
  return isLeft ? { ...known, tried: { version, trainId, at: finishedAt } } : undefined;
}

/** The version that `previous` means: what was good before, or is good still where what was tried since may be there. */
export function versionBefore({ version, before = [], tried }: GoodVersion): string | undefined {
  return tried === undefined ? before[0]?.version : version;
}

function urlOf(runUrl: string | undefined): Pick<GoodVersion, 'runUrl'> {
  return runUrl === undefined ? {} : { runUrl };
}

/** The version with those that were there before it; the same version once more pushes none of them back. */
function succeededBy(before: GoodVersion | undefined, version: EarlierVersion): GoodVersion {
  if (!before) return version;
  const { before: earlier = [], tried: _, ...current } = before;
  return withBefore(version, current.version === version.version ? earlier : [current, ...earlier]);
}

/** What is left was no good: it is not what a later rollback goes back to. */
function backTo(before: GoodVersion | undefined, version: EarlierVersion): GoodVersion {
  const { version: current, before: earlier = [] } = before ?? {};
  if (current === version.version) return withBefore(version, earlier);
  const place = earlier.findIndex((one) => one.version === version.version);
  return withBefore(version, place === -1 ? earlier : earlier.slice(place + 1));
}

function withBefore(version: EarlierVersion, before: readonly EarlierVersion[]): GoodVersion {
  const distinct = before.filter((one) => one.version !== version.version).slice(0, MOST_BEFORE);
  return { ...version, ...(distinct.length > 0 && { before: distinct }) };
}
