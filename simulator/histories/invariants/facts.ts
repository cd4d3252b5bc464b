import { type ComponentState, componentOf } from '../../../src/train/machine/state.ts';
import type { PlannedComponent } from '../../../src/train/plan/plan.ts';
import type { EffectRecord } from '../../types.ts';
import type { Record } from '../record.ts';

/** Who starts what the train did not. */
export const STRANGER = 'some-person';

export type OurDispatch = EffectRecord & { readonly of: Nonce };

/** The truth of a history, by component and nonce. */
export interface Facts {
  /** But what strangers' runs did, which means nothing to the train, whatever their names carry. */
  readonly effects: readonly EffectRecord[];
  /** Ids of runs that somebody else started. */
  readonly strangers: ReadonlySet<number>;
  readonly nonces: ReadonlyMap<string, Nonce>;
  readonly dispatches: readonly OurDispatch[];
  /** When the runs of a component that really released it succeeded. */
  readonly successes: ReadonlyMap<string, readonly number[]>;
}

export interface Nonce {
  readonly text: string;
  readonly component: PlannedComponent;
  readonly purpose: 'release' | 'rollback';
  /** When the intent was kept first. */
  readonly intendedAt: number;
  /** The component at the moment its intent was kept. */
  readonly before: ComponentState;
}

export function factsOf({ universe, scenario, kept }: Record): Facts {
  const strangers = strangersIn(universe.github.effects);
  const ours = universe.github.effects.filter(({ runId }) => runId === undefined || !strangers.has(runId));
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
  const effects = named(ours, nonces);
  const refused = new Set(effects.filter(({ kind }) => kind === 'claim-refused').map(({ runId }) => runId));
  const successes = new Map<string, number[]>(scenario.plan.components.map(({ id }) => [id, []]));
  // A nonce means something only where its component lives: somebody may use the same text elsewhere.
  const nonceOf = ({ nonce, repository }: EffectRecord): Nonce | undefined => {
    const found = nonces.get(nonce ?? '');
    return found?.component.repository === repository ? found : undefined;
  };
  for (const effect of effects) {
    const { kind, conclusion, runId, at } = effect;
    const of = nonceOf(effect);
    const isReal = kind === 'run-ended' && conclusion === 'success' && of?.purpose === 'release' && !refused.has(runId);
    if (isReal) successes.get(of.component.id)?.push(at);
  }
  const dispatches = effects.flatMap((effect) => {
    const of = effect.kind === 'dispatch' ? nonceOf(effect) : undefined;
    return of ? [{ ...effect, of }] : [];
  });
  return { effects, strangers, nonces, dispatches, successes };
}

/** Runs that no dispatch made: the train's own account may have started them, too. */
function strangersIn(effects: readonly EffectRecord[]): Set<number> {
  const keyOf = ({ requestId, nonce }: EffectRecord) => `${requestId} ${nonce}`;
  const dispatched = new Set(effects.filter(({ kind }) => kind === 'dispatch').map(keyOf));
  const created = effects.filter((effect) => effect.kind === 'run-created' && !dispatched.has(keyOf(effect)));
  return new Set(created.flatMap(({ runId }) => runId ?? []));
}

/**
 * The effects with the nonce that was meant, where the child shows none: a dispatch is that of the component's last intent, and
 * the run is that of the dispatch whose request made it (of twins the first, which GitHub's answer names).
 */
function named(effects: readonly EffectRecord[], nonces: ReadonlyMap<string, Nonce>): readonly EffectRecord[] {
  const nameless = [...nonces.values()].filter(
    ({ component, purpose }) => purpose === 'release' && !Object.values(component.inputs).includes('{nonce}'),
  );
  if (nameless.length === 0) return effects;
  const byRequest = new Map<string, string>();
  const byRun = new Map<number, string>();
  const meantBy = ({ repository, at }: EffectRecord) =>
    nameless.findLast(({ component, intendedAt }) => component.repository === repository && intendedAt <= at)?.text;
  return effects.map((effect) => {
    const { kind, workflow, requestId = '', runId = 0, actor } = effect;
    if (effect.nonce || workflow !== 'release.yml') return effect;
    if (kind === 'dispatch' && actor !== 'some-person') byRequest.set(requestId, meantBy(effect) ?? '');
    if (kind === 'run-created' && byRequest.has(requestId)) {
      byRun.set(runId, byRequest.get(requestId) ?? '');
      byRequest.delete(requestId);
    }
    const nonce = kind === 'dispatch' ? byRequest.get(requestId) : byRun.get(runId);
    return nonce ? { ...effect, nonce } : effect;
  });
}
