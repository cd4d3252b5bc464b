import { componentOf } from '../../train/machine/state.ts';
import type { EarlierVersion, GoodVersion, LastGood, Saved } from './train-store.ts';

/** How many versions before the present one are remembered. */
const MOST_BEFORE = 5;

/** The last good versions after this train: what succeeded is good, what was rolled back is what it was before. */
export function recordGood(before: LastGood, { plan, state }: Saved): LastGood {
  const environment = plan.environment ?? 'release';
  const good: Record<string, GoodVersion> = { ...before[environment] };
  for (const { id, version, previousVersion, previousOutputs } of plan.components) {
    const { status, dispatch, rollback, outputs, finishedAt = state.updatedAt } = componentOf(state, id);
    const common = { trainId: state.trainId, at: finishedAt };
    if (status === 'succeeded' && version !== undefined) {
      good[id] = succeededBy(good[id], {
        version,
        ...common,
        ...urlOf(dispatch?.run?.url),
        ...(outputs && { outputs }),
      });
    } else if (status === 'rolled-back' && previousVersion !== undefined) {
      good[id] = backTo(good[id], {
        version: previousVersion,
        ...common,
        ...urlOf(rollback?.run?.url),
        ...(previousOutputs && { outputs: previousOutputs }),
      });
    }
  }
  return Object.keys(good).length > 0 ? { ...before, [environment]: good } : before;
}

function urlOf(runUrl: string | undefined): Pick<GoodVersion, 'runUrl'> {
  return runUrl === undefined ? {} : { runUrl };
}

/** The version with those that were there before it; the same version once more pushes none of them back. */
function succeededBy(before: GoodVersion | undefined, version: EarlierVersion): GoodVersion {
  if (!before) return version;
  const { before: earlier = [], ...current } = before;
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
