import type { Train } from '../machine/train.ts';
import { isProduction, type Plan, subjectOf } from '../plan/plan.ts';
import { type Fact, type FactKind, severityOf } from './fact.ts';

/** The problem that failures of this plan open, and its next success closes: one a manifest and environment. */
export function problemOf({ name, environment = 'release' }: Plan): string {
  return `${name}/${environment}`;
}

/** What a fact says, before it is told whose it is. */
export interface Said {
  readonly kind: FactKind;
  readonly at: number;
  readonly text: string;
  readonly next?: string | undefined;
  readonly url?: string | undefined;
  /** What distinguishes it from others of its kind. */
  readonly key?: string | number;
}

export function factOf(said: Said, { plan, state }: Train, url: string | undefined, component?: string): Fact {
  const { kind, at, text, next, key } = said;
  const usual = severityOf(kind);
  const severity = kind === 'failed' && isProduction(plan) ? 'critical' : usual;
  const problem = problemOf(plan);
  // A component's attempt says which try it was; a train's round says that for the train.
  const parts = component === undefined ? [state.resumed, kind] : [kind, component];
  return {
    id: [state.trainId, ...parts, ...(key === undefined ? [] : [key])].join('/'),
    kind,
    severity,
    at,
    ...(component && { component }),
    ...(plan.environment && { environment: plan.environment }),
    text,
    ...(next && { next }),
    ...(url && { url }),
    ...(opensProblem(severity, kind) && { problem }),
    ...(kind === 'completed' && { resolves: problem }),
  };
}

/** What went wrong opens its problem, and what comes of that feeds it. */
function opensProblem(severity: Fact['severity'], kind: FactKind): boolean {
  return severity === 'error' || severity === 'critical' || kind === 'rolled-back' || kind === 'rollback-started';
}

/** `The deployment of product to production`, at the beginning of a sentence. */
export function named(plan: Plan): string {
  return `The ${subjectOf(plan)}`;
}
