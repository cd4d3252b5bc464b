import { DAY_MS } from '../../platform/time/duration.ts';
import { type Fact, isAtLeast, type Severity } from './fact.ts';

/** Something that is wrong until it is resolved; there is one a key. */
export interface Problem {
  readonly openedAt: number;
  /** Ids of the facts that opened and fed it. */
  readonly facts: readonly string[];
  readonly severity: Severity;
  /** What happened last, and where it is to be seen; for those who are told of it later. */
  readonly text: string;
  readonly url?: string;
  /** What became of it since, where that is less bad. */
  readonly since?: string;
  /** Who is told when nobody acts. */
  readonly rule?: EscalationRule;
  readonly acknowledged?: { readonly at: number; readonly by: string };
  /** How often it was escalated, and when last; written before it is sent. */
  readonly escalations: number;
  readonly escalatedAt?: number;
  readonly resolvedAt?: number;
  /** Channel → its message about this problem, where messages of `notify` steps are kept together. */
  readonly refs?: Readonly<Record<string, string>>;
}

export type Problems = Readonly<Record<string, Problem>>;

/** Milliseconds; `to` names channels. */
export interface EscalationRule {
  readonly after: number;
  readonly to: readonly string[];
  readonly every?: number;
  readonly times: number;
}

/** A fact that concerns a problem, and who is told when nobody acts on it. */
export interface Concern {
  readonly fact: Fact;
  readonly escalate?: EscalationRule;
  /** Told by who looks again and again: a warning opens its problem, too, and what was so before may be so again. */
  readonly recurs?: boolean;
}

const MOST_FACTS = 50;
/** A problem that is over stays to be seen so long, and one that comes back within a day is the same. */
const KEPT_MS = 30 * DAY_MS;
export const REOPEN_MS = DAY_MS;

/** The problems after these facts; the same object where they change nothing. Facts that are known already change nothing. */
export function withConcerns(problems: Problems, concerns: readonly Concern[], now: number): Problems {
  let next = problems;
  for (const concern of concerns) {
    const { problem, resolves } = concern.fact;
    if (problem !== undefined) next = fed(next, problem, concern);
    if (resolves !== undefined) next = resolved(next, resolves, concern.fact);
  }
  return next === problems ? problems : withoutOld(next, now);
}

/** Whether a problem has heard this fact already; of what recurs, whether that is what it heard last. */
function isKnownTo(problem: Problem | undefined, { fact, recurs = false }: Concern): boolean {
  if (!problem) return false;
  return recurs
    ? problem.resolvedAt === undefined && problem.facts.at(-1) === fact.id
    : problem.facts.includes(fact.id);
}

function fed(problems: Problems, key: string, concern: Concern): Problems {
  const { fact, escalate, recurs = false } = concern;
  const before = Object.hasOwn(problems, key) ? problems[key] : undefined;
  if (isKnownTo(before, concern)) return problems;
  // What is told late of a problem that was resolved since opens it no more.
  if (before?.resolvedAt !== undefined && fact.at <= before.resolvedAt) return problems;
  const isOpen = before !== undefined && before.resolvedAt === undefined;
  const isNews = recurs || isAtLeast(fact.severity, 'error');
  // What only feeds a problem opens none.
  if (!isOpen && !isNews) return problems;
  const base: Problem = isOpen
    ? before
    : { openedAt: fact.at, facts: [], severity: fact.severity, text: fact.text, escalations: 0 };
  const isWorse = isAtLeast(fact.severity, base.severity);
  const rule = base.rule ?? escalate;
  const { since, ...rest } = base;
  const later = isNews ? (isWorse ? undefined : since) : fact.text;
  const problem: Problem = {
    ...rest,
    facts: [...base.facts.filter((id) => id !== fact.id), fact.id].slice(-MOST_FACTS),
    severity: isWorse ? fact.severity : base.severity,
    text: isWorse ? fact.text : base.text,
    ...(later !== undefined && { since: later }),
    ...(isWorse && fact.url && { url: fact.url }),
    ...(rule && { rule }),
  };
  return { ...problems, [key]: problem };
}

function resolved(problems: Problems, key: string, { at }: Fact): Problems {
  const before = Object.hasOwn(problems, key) ? problems[key] : undefined;
  if (!before || before.resolvedAt !== undefined || before.openedAt > at) return problems;
  return { ...problems, [key]: { ...before, resolvedAt: at } };
}

function withoutOld(problems: Problems, now: number): Problems {
  const kept = Object.entries(problems).filter(([, { resolvedAt = now }]) => resolvedAt > now - KEPT_MS);
  return Object.fromEntries(kept);
}

/** When a problem is to be escalated next, epoch milliseconds; undefined where it is not any more. */
export function escalationDue({ rule, openedAt, acknowledged, resolvedAt, ...problem }: Problem): number | undefined {
  const { escalations, escalatedAt = openedAt } = problem;
  if (!rule || acknowledged || resolvedAt !== undefined || escalations >= rule.times) return undefined;
  if (escalations === 0) return openedAt + rule.after;
  return rule.every === undefined ? undefined : escalatedAt + rule.every;
}

/** The problem once its next escalation is about to be sent. */
export function escalated(problem: Problem, at: number): Problem {
  return { ...problem, escalations: problem.escalations + 1, escalatedAt: at };
}
