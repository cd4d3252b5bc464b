import type { PlannedComponent } from '../../src/train/plan.ts';
import { componentOf, isFailure, isInFlight, isReleased, isTerminal } from '../../src/train/state.ts';
import { type Facts, factsOf, type Nonce } from './facts.ts';
import { forwardOnly } from './forward-only.ts';
import { onceOnly } from './once-only.ts';
import type { Sent } from './process.ts';
import type { Kept, Record } from './record.ts';
import { rollbackOrder } from './rollback-order.ts';

/** What a history proves wrong, each as `<number of the invariant>: what happened`. Judged by the truth, not by what was told. */
export function findViolations(record: Record): string[] {
  const facts = factsOf(record);
  const rules = [order, onceOnly, looksFirst, ownRuns, rollbackOrder, forwardOnly, withinLimits, hasEnd, keepsPauses];
  const found = rules.flatMap((rule) => rule(record, facts));
  const { violations } = record.universe.github;
  return [...record.broken, ...found, ...violations.map(({ operation, message }) => `api: ${operation}: ${message}`)];
}

/** 1: nothing starts before everything it needs has truly succeeded, gates included; nothing before the canary passed. */
function order({ universe, scenario, kept }: Record, { dispatches, successes, effects, nonces }: Facts): string[] {
  const { plan } = scenario;
  const planned = new Map(plan.components.map((component) => [component.id, component]));
  const servedFrom = (component: PlannedComponent) => {
    if (!component.package || !('npm' in component.package)) return undefined;
    const releases = universe.github.registry.served('npm', component.package.npm);
    return releases.find(({ version }) => version === component.version)?.servedFrom ?? Number.POSITIVE_INFINITY;
  };
  const isReady = (id: string, at: number): boolean => {
    const component = planned.get(id);
    if (!component) return true;
    const served = servedFrom(component);
    const wasThere =
      served !== undefined &&
      served <= at &&
      effects.every((effect) => effect.at > served || effect.package !== `npm:@acme/${id}`);
    if (wasThere && (successes.get(id)?.length ?? 0) === 0) return true;
    const succeeded = successes.get(id)?.some((success) => success <= at) ?? false;
    const healthy = component.health.length === 0 || universe.healthyTimes(id).some(({ from }) => from <= at);
    const believedAt = kept.find(({ saved }) => componentOf(saved.state, id).status === 'succeeded')?.at ?? at;
    const isProven = succeeded || hasHiddenTwin(component.repository, Math.min(at, believedAt), effects);
    return isProven && healthy && (served === undefined || served <= at);
  };
  const early = dispatches
    .filter(({ of }) => of.purpose === 'release')
    .flatMap(({ of, at }) =>
      of.component.needs
        .filter((need) => !isReady(need, at))
        .map((need) => `1: ${of.component.id} was dispatched (${of.text}) before ${need} had succeeded`),
    );
  const unannounced = effects.filter(
    ({ kind, nonce, actor }) => kind === 'dispatch' && nonce && !nonces.has(nonce) && actor !== 'some-person',
  );
  return [...early, ...unannounced.map(({ nonce }) => `2: ${nonce} was dispatched without an intent that was kept`)];
}

const FRESH_MS = 75_000;

/** How long lists may hide a run: the worst that a universe draws. */
const HIDDEN_MS = 135_000;

/**
 * GitHub itself made two runs of one dispatch, the one that found the release claimed succeeded, and no list shows the other
 * yet: nobody who only reads can tell.
 */
function hasHiddenTwin(repository: string, at: number, effects: Facts['effects']): boolean {
  const own = effects.filter((effect) => effect.repository === repository && effect.at <= at);
  const created = own.filter(({ kind }) => kind === 'run-created');
  return own.some(({ kind, runId }) => {
    const refused = kind === 'claim-refused' ? created.find((run) => run.runId === runId) : undefined;
    return created.some(
      (run) => run !== refused && run.requestId === refused?.requestId && refused && at < run.at + HIDDEN_MS,
    );
  });
}

/** 2: a dispatch that may have been sent before is sent only by who has looked for its run since. */
function looksFirst({ sent }: Record, { nonces }: Facts): string[] {
  const wrong: string[] = [];
  const byText = [...nonces.values()];
  const earlier: { nonce: Nonce; sent: Sent; index: number }[] = [];
  for (const [index, one] of sent.entries()) {
    if (one.method !== 'POST' || !/\/dispatches$/.test(one.path)) continue;
    const nonce = byText.find(({ text }) => one.body.includes(`"${text}"`));
    if (!nonce) continue;
    const last = earlier.findLast((other) => other.nonce === nonce && !other.sent.refused);
    const since = last?.index ?? -1;
    const hasLooked = sent.some(
      (look, at) =>
        at < index &&
        at > since &&
        look.process === one.process &&
        look.method === 'GET' &&
        look.path.startsWith(`/repos/${nonce.component.repository}/actions/`) &&
        look.path.includes('/runs?'),
    );
    const isLate = one.at - nonce.intendedAt > FRESH_MS;
    if (!hasLooked && last?.sent.process === one.process) {
      wrong.push(`2: ${nonce.text} was sent again without a look`);
    }
    if (!hasLooked && isLate)
      wrong.push(
        `2: ${nonce.text} was sent ${Math.round((one.at - nonce.intendedAt) / 1_000)} s after its intent without a look`,
      );
    earlier.push({ nonce, sent: one, index });
  }
  return wrong;
}

/** 3: the run that is kept carries our nonce. */
function ownRuns({ kept }: Record, { effects, nonces }: Facts): string[] {
  const created = new Map(effects.filter(({ kind }) => kind === 'run-created').map((effect) => [effect.runId, effect]));
  const wrong = new Set<string>();
  for (const { saved } of kept) {
    for (const { dispatch, rollback } of Object.values(saved.state.components)) {
      for (const one of [dispatch, rollback]) {
        if (!one?.run) continue;
        const run = created.get(one.run.id);
        if (run && (run.nonce !== one.nonce || !nonces.has(one.nonce)))
          wrong.add(`3: run ${one.run.id} is not that of ${one.nonce}`);
      }
    }
  }
  return [...wrong];
}

/** The plan's own limits: how many at once, what is started after a failure, the canary first. */
function withinLimits({ kept, scenario }: Record, { dispatches }: Facts): string[] {
  const { plan } = scenario;
  const wrong: string[] = [];
  for (const [index, { saved }] of kept.entries()) {
    const before = kept[index - 1]?.saved.state;
    if (!before) continue;
    const flying = (state: typeof before) =>
      plan.components.filter(({ id }) => isInFlight(componentOf(state, id).status)).length;
    const started = plan.components.filter(({ id }) => {
      const [old, now] = [componentOf(before, id), componentOf(saved.state, id)];
      const isTakenUp = old.earlier?.some(({ nonce }) => nonce === now.dispatch?.nonce);
      return now.dispatch && old.dispatch?.nonce !== now.dispatch.nonce && !isTakenUp;
    });
    if (plan.maxParallel && started.length > 0 && flying(saved.state) > Math.max(plan.maxParallel, flying(before))) {
      wrong.push(`limits: ${flying(saved.state)} in flight, at most ${plan.maxParallel} are allowed`);
    }
    const failed = plan.components.some(({ id }) => isFailure(componentOf(before, id).status));
    const isSameRound = before.resumed === saved.state.resumed;
    if (isSameRound && failed && started.length > 0 && (plan.onFailure === 'halt' || plan.rollback)) {
      wrong.push(`limits: ${started.map(({ id }) => id).join()} started after a failure although the train halts`);
    }
  }
  return [...wrong, ...canaryFirst(scenario.plan, kept, dispatches)];
}

function canaryFirst(
  { canary, components }: Record['scenario']['plan'],
  kept: readonly Kept[],
  dispatches: Facts['dispatches'],
): string[] {
  if (!canary) return [];
  const first = new Set<string>(canary.components);
  for (const { id, needs } of components.toReversed()) if (first.has(id)) for (const need of needs) first.add(need);
  return dispatches
    .filter(({ of }) => of.purpose === 'release' && !first.has(of.component.id))
    .flatMap(({ of, at }) => {
      const state = kept.findLast((one) => one.at <= at)?.saved.state;
      const ends = [...first].map((id) => state?.components[id]?.finishedAt ?? Number.POSITIVE_INFINITY);
      const bakedAt = Math.max(...ends) + canary.bake - 60_000;
      return bakedAt <= at ? [] : [`limits: ${of.component.id} was dispatched before the canary was over`];
    });
}

/** 6: the train ends, and every end that is not success has a reason. */
function hasEnd({ final, kept, scenario }: Record): string[] {
  if (!final) return kept.length === 0 ? ['6: nothing was ever kept'] : [];
  const { state } = final;
  if (state.status === 'running' || state.status === 'parked')
    return [`6: the train is still ${state.status}${state.reason ? `: ${state.reason}` : ''}`];
  const wrong: string[] = [];
  if (state.status !== 'succeeded' && !state.reason) wrong.push(`6: ${state.status} without a reason`);
  for (const { id } of scenario.plan.components) {
    const { status, reason } = componentOf(state, id);
    if (!isReleased(status) && isTerminal(status) && !reason) wrong.push(`6: ${id} is ${status} without a reason`);
    if (!isTerminal(status) && state.status !== 'cancelled')
      wrong.push(`6: the train is ${state.status}, and ${id} is ${status}`);
  }
  return wrong;
}

/** 7: nobody asks again before the time that GitHub named. */
function keepsPauses({ sent }: Record): string[] {
  return sent
    .filter(({ tooEarly }) => tooEarly)
    .map(({ process, method, path }) => `7: ${process} sent ${method} ${path} inside a pause`);
}
