import { historyPath, withRecord } from '../../src/engine/stores/history.ts';
import type { Saved } from '../../src/engine/stores/train-store.ts';
import { metricsOf } from '../../src/operations/status/metrics.ts';
import { readTrains } from '../../src/operations/status/train-records.ts';
import { type ComponentState, componentOf, isOpen } from '../../src/train/machine/state.ts';
import type { PlannedComponent } from '../../src/train/plan/plan.ts';

const DAY = 86_400_000;

/**
 * Where the figures that are read of the history differ from what is counted in the states of the same trains, by other ways;
 * and how many of each figure there were. The trains begin one after another, six hours apart.
 */
export async function compareFigures(
  finals: readonly Saved[],
): Promise<{ readonly differences: readonly string[]; readonly counts: ReadonlyMap<string, number> }> {
  const ended = finals.filter(({ state }) => !isOpen(state)).map((saved, index) => moved(saved, index));
  const documents = new Map<string, string>();
  for (const saved of ended) {
    const path = historyPath('trains', saved.state.startedAt);
    documents.set(path, withRecord(documents.get(path), saved));
  }
  const times = ended.map(({ state }) => state.startedAt);
  const span = { from: Math.min(...times), to: Math.max(...times) + 30 * DAY };
  const { entries, faults } = await readTrains({ read: async (path) => documents.get(path) }, span);
  const metrics = metricsOf({ trains: entries, passes: [] }, span);
  const expected = countedApart(ended, span);
  const differences = Object.entries(expected).flatMap(([name, { value, of }]) => {
    const found = metrics.find((one) => one.name === name);
    const isSame = found?.of === of && (found.value === value || Math.abs((found.value ?? 0) - (value ?? 0)) < 1e-6);
    return isSame ? [] : [`${name}: ${found?.value} of ${found?.of}, counted ${value} of ${of}`];
  });
  return { differences: [...faults, ...differences], counts: new Map(metrics.map(({ name, of }) => [name, of])) };
}

/** The same train under a name of its own, some hours later. */
function moved({ plan, state, ...rest }: Saved, index: number): Saved {
  const later = index * 6 * 3_600_000;
  const shift = (one: ComponentState): ComponentState => ({
    ...one,
    ...(one.dispatch && { dispatch: { ...one.dispatch, intendedAt: one.dispatch.intendedAt + later } }),
    ...(one.concludedAt !== undefined && { concludedAt: one.concludedAt + later }),
    ...(one.finishedAt !== undefined && { finishedAt: one.finishedAt + later }),
  });
  const components = Object.fromEntries(Object.entries(state.components).map(([id, one]) => [id, shift(one)]));
  const { startedAt, updatedAt } = state;
  const times = { startedAt: startedAt + later, updatedAt: updatedAt + later };
  return { ...rest, plan, state: { ...state, ...times, trainId: `train-${index}`, components } };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Figure {
  readonly value: number | undefined;
  readonly of: number;
}

/** The figures of docs/status.md, counted in plans and states. */
function countedApart(trains: readonly Saved[], span: Span): Record<string, Figure> {
  return { ...ofTrains(trains), ...ofComponents(trains), ...ofProduction(trains, span) };
}

function ofTrains(trains: readonly Saved[]): Record<string, Figure> {
  const decided = trains.filter(({ state }) => state.status !== 'cancelled');
  const smooth = decided.filter(({ state }) => state.resumed === 0);
  const timed = smooth.map((saved) => ({ waited: longestWait(saved), took: spanOf(saved) - longestWait(saved) }));
  const forward = timed.filter(({ took }) => took >= 0);
  const statuses = (saved: Saved) => partsOf(saved).map(({ component }) => component.status);
  const undone = trains.filter((saved) => statuses(saved).some((one) => one.startsWith('roll')));
  const deployed = trains.filter((saved) =>
    statuses(saved).some((one) => one === 'succeeded' || one.startsWith('roll')),
  );
  return {
    'success-rate': share(decided.filter(({ state }) => state.status === 'succeeded').length, decided.length),
    duration: half(forward.map(({ took }) => took)),
    'waited-for-people': half(forward.map(({ waited }) => waited)),
    'rollback-rate': share(undone.length, deployed.length),
  };
}

function ofComponents(trains: readonly Saved[]): Record<string, Figure> {
  const parts = trains.flatMap(partsOf);
  const judged = parts.filter(({ planned, component }) => verdictOf(planned, component) !== undefined);
  const atOnce = judged.filter(({ planned, component }) => verdictOf(planned, component) && component.attempt === 1);
  const deploys = parts.flatMap((part) => deployTimeOf(part) ?? []);
  return {
    'health-pass-rate': share(atOnce.length, judged.length),
    'coordination-latency': half(parts.flatMap((part) => latencyOf(part) ?? [])),
    'deploy-time': share(
      deploys.reduce((sum, one) => sum + one, 0),
      deploys.length,
    ),
  };
}

function ofProduction(trains: readonly Saved[], { from, to }: Span): Record<string, Figure> {
  const there = trains.filter(({ plan }) => plan.environment === 'production');
  const won = there.filter(({ state }) => state.status === 'succeeded').length;
  const sent = there.filter(
    (saved) => saved.state.status !== 'cancelled' && partsOf(saved).some(({ component }) => component.dispatch),
  );
  const lost = sent.filter(({ state }) => state.status !== 'succeeded').length;
  return {
    'deployment-frequency': { value: there.length === 0 ? undefined : won / ((to - from) / DAY), of: won },
    'change-failure-rate': share(lost, sent.length),
    'recovery-time': half(recoveriesIn(there)),
  };
}

interface Part {
  readonly saved: Saved;
  readonly planned: PlannedComponent;
  readonly component: ComponentState;
}

function partsOf(saved: Saved): Part[] {
  return saved.plan.components.map((planned) => ({ saved, planned, component: componentOf(saved.state, planned.id) }));
}

function spanOf({ state }: Saved): number {
  return state.updatedAt - state.startedAt;
}

/** Whether its health was proven; undefined where that was never judged. */
function verdictOf({ health }: PlannedComponent, { status, cause }: ComponentState): boolean | undefined {
  if (health.length === 0 || cause === 'inconclusive') return undefined;
  if (cause === 'health') return false;
  const isThrough = status === 'succeeded' || status.startsWith('roll');
  return cause === undefined && isThrough ? true : undefined;
}

/** Of every way along needs the one with the most waiting, found by walking all of them. */
function longestWait({ plan, state }: Saved): number {
  const walk = (id: string): number => {
    const planned = plan.components.find((one) => one.id === id);
    if (!planned) return 0;
    const own = componentOf(state, id).dispatch?.waiting?.total ?? 0;
    return own + planned.needs.reduce((most, need) => Math.max(most, walk(need)), 0);
  };
  return plan.components.reduce((most, { id }) => Math.max(most, walk(id)), 0);
}

function latencyOf({ saved: { state }, planned: { needs }, component: { dispatch } }: Part): number | undefined {
  if (state.resumed > 0 || !dispatch) return undefined;
  let ready = state.startedAt;
  for (const need of needs) {
    const end = componentOf(state, need).finishedAt;
    if (end === undefined) return undefined;
    if (end > ready) ready = end;
  }
  return dispatch.intendedAt < ready ? undefined : dispatch.intendedAt - ready;
}

function deployTimeOf({ saved: { plan }, component }: Part): number | undefined {
  const { status, dispatch, finishedAt } = component;
  if (plan.environment === undefined || status !== 'succeeded' || !dispatch || finishedAt === undefined)
    return undefined;
  const time = finishedAt - dispatch.intendedAt - (dispatch.waiting?.total ?? 0);
  return time < 0 ? undefined : time;
}

/** From each end without success to the nearest success that came later. */
function recoveriesIn(there: readonly Saved[]): number[] {
  const decided = there.filter(({ state }) => state.status !== 'cancelled');
  return decided.flatMap(({ plan, state }) => {
    if (state.status === 'succeeded') return [];
    const later = decided
      .filter((other) => other.plan.name === plan.name && other.state.status === 'succeeded')
      .map((other) => other.state.updatedAt - state.updatedAt)
      .filter((time) => time >= 0);
    return later.length === 0 ? [] : [Math.min(...later)];
  });
}

function share(part: number, whole: number): Figure {
  return { value: whole === 0 ? undefined : part / whole, of: whole };
}

/** A value with as many below as above; between the two in the middle where there are two. */
function half(values: readonly number[]): Figure {
  if (values.length === 0) return { value: undefined, of: 0 };
  const sorted = Float64Array.from(values).sort();
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return { value: ((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2, of: values.length };
}
