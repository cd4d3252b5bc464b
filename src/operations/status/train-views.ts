import { recordOf, type TrainRecord } from '../../engine/stores/history.ts';
import type { OpenTrain, Saved, StateStore } from '../../engine/stores/train-store.ts';
import { isReleased } from '../../train/machine/state.ts';
import { knownOf, seen } from './seen.ts';
import type { TrainComponentView, TrainView } from './status.ts';
import { durationOf, waitedForPeople } from './train-figures.ts';
import type { EndedTrain } from './train-records.ts';

const MOST_ENDED = 50;
const MOST_FOLLOWED = 3;
/** Components of ended trains that are shown one by one; older trains are shown as a whole. */
const MOST_COMPONENTS = 640;

/** The last trains that ended, the newest first. */
export function endedViews(trains: readonly EndedTrain[]): TrainView[] {
  let left = MOST_COMPONENTS;
  const newest = [...trains].sort((a, b) => b.startedAt - a.startedAt).slice(0, MOST_ENDED);
  return newest.map((train) => {
    const { components, ...view } = viewOf(train);
    left -= view.total;
    return left >= 0 ? { ...view, components } : view;
  });
}

/** The trains that have not ended, the newest first; how far they are is read of the first few. */
export async function openViews(
  store: Pick<StateStore, 'load'>,
  open: readonly OpenTrain[],
): Promise<{ views: TrainView[]; unknown: string[] }> {
  const newest = [...open].sort((a, b) => b.startedAt - a.startedAt);
  const read = await Promise.all(
    newest
      .slice(0, MOST_FOLLOWED)
      .map(async ({ trainId }) => [trainId, await seen(() => store.load(trainId))] as const),
  );
  const saved = new Map(read.map(([id, one]) => [id, knownOf(one)]));
  const views = newest.map((train) => {
    const known = saved.get(train.trainId);
    return known ? openView(known) : bareView(train);
  });
  const unknown = read.flatMap(([id, one]) => ('unknown' in one ? [`How far train ${id} is: ${one.unknown}`] : []));
  return { views, unknown };
}

/** A train as it was saved. */
export function openView(saved: Saved): TrainView {
  return viewOf({ ...recordOf(saved), id: saved.state.trainId });
}

function bareView({ trainId, name, status, startedAt, repositories }: OpenTrain): TrainView {
  const at = iso(startedAt);
  return { id: trainId, name, status, startedAt: at, endedAt: at, resumed: 0, total: repositories.length, released: 0 };
}

function viewOf(
  train: TrainRecord & { readonly id: string },
): TrainView & { readonly components: readonly TrainComponentView[] } {
  const { id, name, environment, production, status, reason, startedAt, endedAt, actor, event, runUrl, resumed } =
    train;
  const records = Object.entries(train.components);
  const durationMs = durationOf(train);
  const waitedMs = waitedForPeople(train);
  return {
    id,
    name,
    ...(environment !== undefined && { environment }),
    ...(production && { production }),
    status,
    ...(reason && { reason }),
    startedAt: iso(startedAt),
    endedAt: iso(endedAt),
    ...(durationMs !== undefined && { durationMs }),
    ...(waitedMs > 0 && { waitedMs }),
    ...(actor && { actor }),
    ...(event && { event }),
    ...(runUrl && { runUrl }),
    resumed,
    total: records.length,
    released: records.filter(([, one]) => isReleased(one.status)).length,
    components: records.map(([component, record]) => componentView(component, record, startedAt)),
  };
}

function componentView(id: string, record: TrainRecord['components'][string], start: number): TrainComponentView {
  const { status, version, previousVersion, runUrl, cause, dispatchedAt, concludedAt, finishedAt } = record;
  const since = (at: number | undefined) => (at === undefined || at < start ? undefined : at - start);
  const moments = { dispatchedMs: since(dispatchedAt), concludedMs: since(concludedAt), finishedMs: since(finishedAt) };
  return {
    id,
    status,
    ...(version !== undefined && { version }),
    ...(previousVersion !== undefined && { previousVersion }),
    ...(runUrl && { runUrl }),
    ...(cause && { cause }),
    ...Object.fromEntries(Object.entries(moments).filter(([, value]) => value !== undefined)),
  };
}

/** Beyond what a date can hold there is no moment: an edited history says anything. */
export function iso(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00.000Z' : date.toISOString();
}
