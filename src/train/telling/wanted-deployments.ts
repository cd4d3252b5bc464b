import { type ComponentState, componentOf, type Dispatch, type Purpose, type TrainState } from '../machine/state.ts';
import { isProduction, type Plan, type PlannedComponent } from '../plan/plan.ts';
import type { Ledger } from './ledger.ts';

/** What GitHub can say of a deployment. https://docs.github.com/rest/deployments/statuses */
export type DeploymentState = 'queued' | 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

/** One deployment as GitHub's records should show it. */
export interface WantedDeployment {
  /** Of the ledger: component and try. */
  readonly key: string;
  readonly component: string;
  readonly repository: string;
  readonly environment: string;
  readonly isProduction: boolean;
  readonly task: 'deploy' | 'rollback';
  /** The version that is there afterwards. */
  readonly version?: string;
  readonly state: DeploymentState;
  readonly run: { readonly id: number; readonly url: string };
  /** Where the component answers. */
  readonly url?: string;
  /** What says of a record that it is this one. */
  readonly payload: Readonly<Record<string, string | number>>;
}

/**
 * The records of all deployments of a train whose runs are known, by what its state says: a picture for people, which nothing
 * waits for. A version that was rolled back is inactive, and the rollback is a deployment of the version before.
 */
export function wantedDeployments(plan: Plan, state: TrainState): readonly WantedDeployment[] {
  const { environment } = plan;
  if (environment === undefined) return [];
  return plan.components.flatMap((planned) => {
    const { deployments } = planned;
    if (!deployments) return [];
    const component = componentOf(state, planned.id);
    const common = {
      ...{ component: planned.id, repository: planned.repository, environment, isProduction: isProduction(plan) },
      ...(deployments.url !== undefined && { url: deployments.url }),
    };
    const record = (purpose: Purpose, dispatch: Dispatch | undefined, said: DeploymentState) => {
      const version = purpose === 'release' ? planned.version : planned.previousVersion;
      const task: WantedDeployment['task'] = purpose === 'rollback' || planned.goesBack ? 'rollback' : 'deploy';
      const { attempt } = component;
      const payload = { train: state.trainId, component: planned.id, attempt, task, ...(version && { version }) };
      const key = `${planned.id}/${purpose === 'release' ? '' : 'r'}${attempt}`;
      return dispatch?.run
        ? [{ ...common, key, task, ...(version && { version }), state: said, run: dispatch.run, payload }]
        : [];
    };
    return [
      ...record('release', component.dispatch, deployState(component)),
      ...record('rollback', component.rollback, rollbackState(planned, component)),
    ];
  });
}

function deployState({ status, cause, dispatch }: ComponentState): DeploymentState {
  if (cause !== undefined) return FAULTLESS.has(cause) ? 'error' : 'failure';
  if (status === 'rolled-back') return 'inactive';
  if (['succeeded', 'rolling-back', 'rollback-failed'].includes(status)) return 'success';
  return underWay(dispatch);
}

/** The version is not to blame. */
const FAULTLESS: ReadonlySet<string> = new Set(['lost', 'unapproved', 'person']);

function rollbackState({ rollback: wanted }: PlannedComponent, component: ComponentState): DeploymentState {
  const { status, restored, rollback } = component;
  if (status === 'rollback-failed') return 'failure';
  if (status !== 'rolled-back') return underWay(rollback);
  if (restored) return restored.verdict === 'unhealthy' ? 'failure' : 'success';
  return wanted?.health ? 'in_progress' : 'success';
}

function underWay(dispatch: Dispatch | undefined): DeploymentState {
  return dispatch?.waiting?.since === undefined ? 'in_progress' : 'queued';
}

/** Those that GitHub does not show as they are, and that are to be tried by now: at most one of a component. */
export function dueDeployments(
  wanted: readonly WantedDeployment[],
  { deployments = {}, deploymentsOff }: Pick<Ledger, 'deployments' | 'deploymentsOff'>,
  now: number,
): { readonly due: readonly WantedDeployment[]; readonly nextAt: number | undefined } {
  if (deploymentsOff !== undefined) return { due: [], nextAt: undefined };
  const open = wanted.filter(({ key, state }) => {
    const note = deployments[key];
    return note?.state !== state && !(note?.givenUp ?? false);
  });
  const seen = new Set<string>();
  const first = open.filter(({ component }) => !seen.has(component) && seen.add(component));
  const readyAt = ({ key }: WantedDeployment) => deployments[key]?.next ?? 0;
  const later = first.map(readyAt).filter((at) => at > now);
  return {
    due: first.filter((one) => readyAt(one) <= now),
    nextAt: later.length > 0 ? Math.min(...later) : undefined,
  };
}

const RETRY_MS = [2_000, 10_000, 60_000] as const;

/** The ledger after GitHub took a state. */
export function recorded(ledger: Ledger, key: string, note: { readonly id: number; readonly state: string }): Ledger {
  return { ...ledger, deployments: { ...ledger.deployments, [key]: note } };
}

/** The ledger after GitHub did not; `isLasting`: it makes no sense to try it again. */
export function unrecorded(
  ledger: Ledger,
  key: string,
  { at, error, isLasting }: { readonly at: number; readonly error: string; readonly isLasting: boolean },
): Ledger {
  const { tries = 0, next: _, ...before } = ledger.deployments?.[key] ?? {};
  const wait = RETRY_MS[tries];
  const then = isLasting || wait === undefined ? { givenUp: true as const } : { next: at + wait };
  return { ...ledger, deployments: { ...ledger.deployments, [key]: { ...before, tries: tries + 1, error, ...then } } };
}
