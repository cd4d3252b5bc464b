import { apply } from '../../../src/train/machine/apply.ts';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import type { Event, SeenRun } from '../../../src/train/machine/events.ts';
import { initialState, type TrainState } from '../../../src/train/machine/state.ts';
import type { Plan, PlannedComponent } from '../../../src/train/plan/plan.ts';

export function planned(
  id: string,
  needs: readonly string[] = [],
  changes: Partial<PlannedComponent> = {},
): PlannedComponent {
  return {
    id,
    repository: `acme/${id}`,
    dispatch: { workflow: 'release.yml' },
    ref: 'main',
    needs,
    inputs: { nonce: '{nonce}' },
    timeout: 60_000,
    health: [],
    gateTimeout: 60_000,
    ...changes,
  };
}

export function planOf(components: readonly PlannedComponent[], changes: Partial<Plan> = {}): Plan {
  return {
    format: 1,
    name: 'sample',
    strategy: 'parallel',
    onFailure: 'continue',
    rollback: false,
    components,
    waves: [],
    ...changes,
  };
}

export function begin(plan: Plan): TrainState {
  return initialState(plan, { trainId: 't', planHash: 'h', salt: 's', at: 0 });
}

export function after(plan: Plan, state: TrainState, ...events: readonly Event[]): TrainState {
  return events.reduce((now, event) => apply(plan, now, event), state);
}

export function run(conclusion?: string, changes: Partial<SeenRun> = {}): SeenRun {
  const status = conclusion === undefined ? 'in_progress' : 'completed';
  return { id: 7, url: 'https://github.test/run/7', attempt: 1, status, ...(conclusion && { conclusion }), ...changes };
}

/** The component dispatched, run, and concluded; a success passes its gates. */
export function flown(
  plan: Plan,
  state: TrainState,
  component: string,
  end: { at: number; conclusion: string },
): TrainState {
  const { at, conclusion } = end;
  const nonce = nonceOf(state, component, { purpose: 'release', unguessable: 'drawn0000' });
  return after(
    plan,
    state,
    { type: 'intended', component, purpose: 'release', nonce, at },
    { type: 'run-seen', component, nonce, run: run(conclusion), at },
    { type: 'gates-passed', component, at },
  );
}
