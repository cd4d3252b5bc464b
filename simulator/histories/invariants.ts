import type { PlannedComponent } from '../../src/train/plan.ts';
import {
  type ComponentState,
  componentOf,
  isFailure,
  isInFlight,
  isReleased,
  isTerminal,
} from '../../src/train/state.ts';
import type { EffectRecord } from '../types.ts';
import type { Kept, Record } from './history.ts';
import type { Sent } from './process.ts';

/** What a history proves wrong, each as `<number of the invariant>: what happened`. Judged by the truth, not by what was told. */
export function findViolations(record: Record): string[] {
  const facts = factsOf(record);
  const rules = [order, onceOnly, looksFirst, ownRuns, rollbackOrder, forwardOnly, withinLimits, hasEnd, keepsPauses];
  const found = rules.flatMap((rule) => rule(record, facts));
  const { violations } = record.universe.github;
  return [...record.broken, ...found, ...violations.map(({ operation, message }) => `api: ${operation}: ${message}`)];
}

interface Facts {
  readonly effects: readonly EffectRecord[];
  readonly nonces: ReadonlyMap<string, Nonce>;
  readonly dispatches: readonly (EffectRecord & { readonly of: Nonce })[];
  /** When the runs of a component that really released it succeeded. */
  readonly successes: ReadonlyMap<string, readonly number[]>;
}

interface Nonce {
  readonly text: string;
  readonly component: PlannedComponent;
  readonly purpose: 'release' | 'rollback';
  /** When the intent was kept first. */
  readonly intendedAt: number;
  /** The component at the moment its intent was kept. */
  readonly before: ComponentState;
}

function factsOf({ universe, scenario, kept }: Record): Facts {
  const { effects } = universe.github;
  const nonces = new Map<string, Nonce>();
  for (const { at, saved } of kept) {
    for (const component of scenario.plan.components) {
      const before = componentOf(saved.state, component.id);
      const intents = [
        ['release', before.dispatch],
        ['rollback', before.rollback],
      ] as const;
      for (const [purpose, dispatch] of intents) {
        if (!dispatch || nonces.has(dispatch.nonce)) continue;
        nonces.set(dispatch.nonce, { text: dispatch.nonce, component, purpose, intendedAt: at, before });
      }
    }
  }
  const refused = new Set(effects.filter(({ kind }) => kind === 'claim-refused').map(({ runId }) => runId));
  const successes = new Map<string, number[]>(scenario.plan.components.map(({ id }) => [id, []]));
  for (const { kind, conclusion, nonce, runId, at } of effects) {
    const of = nonces.get(nonce ?? '');
    const isReal = kind === 'run-ended' && conclusion === 'success' && of?.purpose === 'release' && !refused.has(runId);
    if (isReal) successes.get(of.component.id)?.push(at);
  }
  const dispatches = effects.flatMap((effect) => {
    const of = effect.kind === 'dispatch' ? nonces.get(effect.nonce ?? '') : undefined;
    return of ? [{ ...effect, of }] : [];
  });
  return { effects, nonces, dispatches, successes };
}

/** 1: nothing starts before everything it needs has truly succeeded, gates included; nothing before the canary passed. */
function order({ universe, scenario }: Record, { dispatches, successes, effects, nonces }: Facts): string[] {
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
    return succeeded && healthy && (served === undefined || served <= at);
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

const SETTLED_MS = 60_000;

/** 2: at most one effect per component, whatever happened to the answers. */
function onceOnly({ universe, scenario, processes, sent }: Record, { dispatches, effects }: Facts): string[] {
  const wrong: string[] = [];
  const frozen = new Set(processes.filter(({ wasFrozen }) => wasFrozen).map(({ name }) => name));
  const runsOf = (nonce: string) =>
    effects.filter(
      (effect) => effect.kind === 'run-created' && effect.nonce === nonce && effect.actor !== 'some-person',
    );
  for (const nonce of new Set(dispatches.map(({ of }) => of.text))) {
    const same = dispatches.filter(({ of }) => of.text === nonce);
    const mayBeZombie = sent.some(
      ({ process, body, method }) => frozen.has(process) && method === 'POST' && body.includes(`"${nonce}"`),
    );
    const [first, second] = same.filter((dispatch) =>
      runsOf(nonce).some(({ requestId }) => requestId === dispatch.requestId),
    );
    if (first && second && !mayBeZombie) {
      wrong.push(
        `2: ${nonce} was dispatched again ${Math.round((second.at - first.at) / 1_000)} s after it had become a run`,
      );
    }
  }
  for (const { of, at } of dispatches) {
    if (of.purpose !== 'release') continue;
    for (const other of dispatches) {
      if (
        other.of.component !== of.component ||
        other.of.purpose !== 'release' ||
        other.nonce === of.text ||
        other.at > at
      )
        continue;
      const undone = dispatches.some(
        (one) => one.of.component === of.component && one.of.purpose === 'rollback' && one.at > other.at && one.at < at,
      );
      const state = undone ? 'settled' : stateOfRuns(effects, other.of.text, at);
      if (state !== 'settled') wrong.push(`2: ${of.text} was dispatched although ${other.of.text} ${state}`);
    }
  }
  for (const { id, package: published } of scenario.plan.components) {
    const own = dispatches.filter(({ of }) => of.component.id === id);
    if (!published || !('npm' in published) || own.length === 0) continue;
    const before = universe.github.registry.served('npm', published.npm).filter(({ version }) => version === '1.1.0');
    const start = own[0]?.of.intendedAt ?? 0;
    const known = before.some(({ servedFrom }) => servedFrom < start - 10 * SETTLED_MS);
    if (known) wrong.push(`2: ${id} was dispatched although its version was served already`);
  }
  return wrong;
}

/** What the runs of a nonce were doing; re-runs that people had only just started are their own affair. */
function stateOfRuns(
  effects: readonly EffectRecord[],
  nonce: string,
  at: number,
): 'succeeded' | 'was running' | 'settled' {
  const own = effects.filter((effect) => effect.nonce === nonce && effect.at <= at);
  const refused = new Set(own.filter(({ kind }) => kind === 'claim-refused').map(({ runId }) => runId));
  const ids = new Set(
    own.filter(({ kind, runId }) => kind === 'run-created' && !refused.has(runId)).map(({ runId }) => runId),
  );
  for (const id of ids) {
    const ofRun = own.filter(({ runId }) => runId === id);
    const rerun = ofRun.findLast(({ kind }) => kind === 'rerun');
    if (rerun && rerun.at > at - 2 * SETTLED_MS) continue;
    const attempts = ofRun.filter(({ kind }) => kind === 'run-created' || kind === 'rerun').length;
    const endings = ofRun.filter(({ kind }) => kind === 'run-ended');
    if (endings.at(-1)?.conclusion === 'success') return 'succeeded';
    if (endings.length < attempts) return 'was running';
  }
  return 'settled';
}

const FRESH_MS = 75_000;

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
    const hasLooked = sent.some(
      (look, at) =>
        at < index &&
        at > (last?.index ?? -1) &&
        look.process === one.process &&
        look.method === 'GET' &&
        look.path.startsWith(`/repos/${nonce.component.repository}/actions/`) &&
        look.path.includes('/runs'),
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

/** 4: rollbacks one by one, in reverse order of completion, once nothing is in flight, over all that succeeded. */
function rollbackOrder({ kept, final, scenario }: Record, { dispatches, effects }: Facts): string[] {
  const wrong: string[] = [];
  const rollbacks = dispatches.filter(({ of }) => of.purpose === 'rollback');
  let last: (typeof rollbacks)[number] | undefined;
  const roundOf = (at: number) => kept.findLast((one) => one.at <= at)?.saved.state.resumed ?? 0;
  for (const one of rollbacks) {
    if (last && one.nonce === last.nonce) continue;
    if (last && roundOf(last.at) === roundOf(one.at)) {
      const [earlier, later] = [last.of.before.finishedAt ?? 0, one.of.before.finishedAt ?? 0];
      if (later > earlier)
        wrong.push(`4: ${last.of.component.id} was rolled back before ${one.of.component.id}, which ended later`);
    }
    last = one;
    for (const { id } of scenario.plan.components) {
      const state = kept.findLast((other) => other.at <= one.at)?.saved.state.components[id];
      if (state && isInFlight(state.status))
        wrong.push(`4: ${one.of.component.id} was rolled back while ${id} was ${state.status}`);
    }
  }
  for (const { kind, nonce, runId, at } of effects) {
    const own = rollbacks.find((one) => one.nonce === nonce);
    if (kind !== 'run-started' || !own) continue;
    const others = rollbacks.filter((one) => one.of.component !== own.of.component && one.at < at);
    for (const other of others) {
      const ended = effects.some(
        (effect) => effect.kind === 'run-ended' && effect.nonce === other.nonce && effect.at <= at,
      );
      const given = kept.some(
        (one) => one.at <= at && isTerminal(componentOf(one.saved.state, other.of.component.id).status),
      );
      if (!ended && !given)
        wrong.push(
          `4: run ${runId} rolled back ${own.of.component.id} while ${other.of.component.id} was being rolled back`,
        );
    }
  }
  if (final?.state.status === 'rolled-back') {
    for (const planned of scenario.plan.components) {
      const { status, dispatch } = componentOf(final.state, planned.id);
      if (status === 'succeeded' && planned.rollback && dispatch)
        wrong.push(`4: ${planned.id} succeeded and was not rolled back`);
    }
  }
  return wrong;
}

/** 5: state only moves forward, and every write follows the one before. */
function forwardOnly({ kept, scenario }: Record): string[] {
  const wrong: string[] = [];
  for (const [index, { saved }] of kept.entries()) {
    const before = kept[index - 1]?.saved;
    if (saved.writes !== (before?.writes ?? 0) + 1)
      wrong.push(`5: write ${saved.writes} follows ${before?.writes ?? 0}`);
    if (!before) continue;
    if (saved.state.updatedAt < before.state.updatedAt)
      wrong.push(`5: write ${saved.writes} is older than the one before`);
    const resumed = saved.state.resumed > before.state.resumed;
    if (before.state.status === 'succeeded') wrong.push(`5: the train was written after it had succeeded`);
    const isLastWord = before.state.status === 'cancelled' && saved.state.status === 'cancelled';
    if (!resumed && !isLastWord && !['running', 'parked'].includes(before.state.status))
      wrong.push(`5: ${before.state.status} became ${saved.state.status} without a resume`);
    for (const { id } of scenario.plan.components) {
      const fault = stepBack(componentOf(before.state, id), componentOf(saved.state, id), resumed);
      if (fault) wrong.push(`5: ${id} in write ${saved.writes}: ${fault}`);
    }
  }
  return wrong;
}

const ROLLED: readonly string[] = ['rolling-back', 'rolled-back', 'rollback-failed'];

function stepBack(before: ComponentState, after: ComponentState, resumed: boolean): string | undefined {
  const step = `${before.status} became ${after.status}`;
  if (before.attempt > after.attempt) return `attempt ${before.attempt} became ${after.attempt}`;
  const sameNonce = before.dispatch?.nonce === after.dispatch?.nonce;
  if (!sameNonce && before.dispatch && after.dispatch && before.attempt === after.attempt)
    return 'another nonce in the same attempt';
  if (sameNonce && before.dispatch?.run && before.dispatch.run.id !== after.dispatch?.run?.id)
    return 'another run for the same nonce';
  if (sameNonce && (before.dispatch?.run?.attempt ?? 0) > (after.dispatch?.run?.attempt ?? 0))
    return 'an older attempt of its run';
  if (before.status === after.status) return undefined;
  if (isReleased(before.status)) {
    const isAllowed = ROLLED.includes(after.status) || (before.status === 'succeeded' && after.status === 'failed');
    return isAllowed ? undefined : step;
  }
  if (resumed || !isTerminal(before.status)) return undefined;
  return isFailure(before.status) && ROLLED.includes(after.status) ? undefined : step;
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
    const started = plan.components.filter(
      ({ id }) =>
        componentOf(before, id).dispatch?.nonce !== componentOf(saved.state, id).dispatch?.nonce &&
        componentOf(saved.state, id).dispatch,
    );
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
