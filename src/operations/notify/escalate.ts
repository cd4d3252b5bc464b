import type { Channel } from '../../engine/drive/channel.ts';
import { serialiseDocument } from '../../engine/stores/json-document.ts';
import { PROBLEMS, readProblems } from '../../engine/stores/kept-problems.ts';
import type { StateStore } from '../../engine/stores/train-store.ts';
import { messageOf } from '../../platform/errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { ChannelSpec } from '../../train/manifest/notifications.ts';
import type { Fact } from '../../train/telling/fact.ts';
import { escalated, escalationDue, type Problem, type Problems } from '../../train/telling/problems.ts';
import { findOpenIssue, wasClosed } from './problem-issues.ts';
import { type DeliveryOutcome, failuresOf, sendTo } from './send.ts';

export interface EscalateOptions {
  readonly store: Pick<StateStore, 'read' | 'change' | 'place'>;
  readonly channels: readonly Channel[];
  /** Where problems are issues, and may be acknowledged. */
  readonly issues: readonly Extract<ChannelSpec, { kind: 'issue' }>[];
  readonly repositoryFor: (name: string) => Repository;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onTrouble: (message: string) => void;
}

export interface Escalated {
  readonly outcomes: readonly DeliveryOutcome[];
  /** When the next one will be due, epoch milliseconds. */
  readonly nextAt: number | undefined;
}

/** Who has to look at it says so by an assignment or this label: both need the right to triage. */
const ACKNOWLEDGED = 'acknowledged';

/**
 * Escalates what is due: open, not acknowledged, and its time over. It is written down, by compare-and-swap, before it is sent:
 * of two who look at once one sends, and one that dies in between has sent nothing, which the next round does.
 */
export async function escalateDue(options: EscalateOptions): Promise<Escalated> {
  const { store, clock, channels } = options;
  const known = new Set(channels.map(({ name }) => name));
  // Not a problem of another manifest, whose channels this step does not know.
  const isOurs = ({ rule }: Problem) => rule?.to.some((name) => known.has(name)) ?? false;
  const outcomes: DeliveryOutcome[] = [];
  let problems = readProblems(await store.read(PROBLEMS));
  for (const [key, problem] of Object.entries(problems)) {
    const dueAt = escalationDue(problem);
    if (dueAt === undefined || dueAt > clock.now() || !isOurs(problem)) continue;
    const seen = await acknowledgedIn(key, problem, options);
    if (seen) problems = await change(options, key, (before) => ({ ...before, acknowledged: seen }));
    else outcomes.push(...(await escalateOne({ key, dueAt, options })));
  }
  problems = readProblems(await store.read(PROBLEMS));
  const later = Object.values(problems).flatMap((problem) => (isOurs(problem) ? (escalationDue(problem) ?? []) : []));
  return { outcomes, nextAt: later.length === 0 ? undefined : Math.min(...later) };
}

/** Somebody says that he looks after a problem, where there is no issue to say it in. Throws nothing for one that is not open. */
export async function acknowledge(options: EscalateOptions, key: string, by: string): Promise<boolean> {
  const at = options.clock.now();
  const problems = await change(options, key, (problem) => ({ ...problem, acknowledged: { at, by } }));
  return Object.hasOwn(problems, key) && problems[key]?.resolvedAt === undefined;
}

interface One {
  readonly key: string;
  readonly dueAt: number;
  readonly options: EscalateOptions;
}

async function escalateOne({ key, dueAt, options }: One): Promise<DeliveryOutcome[]> {
  const { channels, clock, signal } = options;
  let claimed: Problem | undefined;
  await change(options, key, (problem) => {
    // Somebody else may have been faster, or it may be over.
    const isStillDue = escalationDue(problem) === dueAt;
    claimed = isStillDue ? escalated(problem, clock.now()) : undefined;
    return claimed ?? problem;
  });
  if (!claimed) return [];
  const { rule } = claimed;
  const acknowledgeUrl = await issueUrl(key, options);
  const next =
    acknowledgeUrl === undefined
      ? `Run the workflow that escalates with acknowledge: ${key}, and nobody else is called.`
      : 'Assign its issue to somebody, or give it the label acknowledged, and nobody else is called.';
  const fact = escalationFact(key, claimed, { dueAt, now: clock.now(), next });
  const message = { topic: key, title: key, severity: fact.severity, facts: [fact] };
  const chosen = channels.filter(({ name }) => rule?.to.includes(name));
  const outcomes = await sendTo(chosen, acknowledgeUrl ? { ...message, acknowledgeUrl } : message, { clock, signal });
  // Nobody heard of it: the next round does it again.
  if (outcomes.length > 0 && failuresOf(outcomes).length === outcomes.length) {
    const { escalations } = claimed;
    await change(options, key, (problem) => (problem.escalations === escalations ? undone(problem, dueAt) : problem));
  }
  return outcomes;
}

/** As before it was claimed, so that it is due again in a minute. */
function undone(problem: Problem, dueAt: number): Problem {
  const { escalations, escalatedAt: _, ...rest } = problem;
  const every = problem.rule?.every ?? 0;
  return { ...rest, escalations: escalations - 1, ...(escalations > 1 && { escalatedAt: dueAt - every }) };
}

interface Call {
  readonly dueAt: number;
  readonly now: number;
  /** What keeps others from being called. */
  readonly next: string;
}

function escalationFact(key: string, problem: Problem, { dueAt, now, next }: Call): Fact {
  const { escalations, rule, severity, text, since, url, openedAt } = problem;
  const late = now - dueAt > 120_000 ? ` (due ${clockTime(dueAt, now)}, sent ${clockTime(now, now)} UTC)` : '';
  const often = rule && rule.times > 1 ? `, call ${escalations} of ${rule.times}` : '';
  return {
    id: `${key}/${openedAt}/escalated/${escalations}`,
    kind: 'escalated',
    severity,
    at: now,
    text: `Nobody has acknowledged ${key} since ${clockTime(openedAt, now)} UTC${often}${late}. ${text}${since === undefined ? '' : ` Since then: ${since}`}`,
    next,
    ...(url && { url }),
    problem: key,
  };
}

/** With its day where that is not today. */
function clockTime(at: number, now: number): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  const isToday = new Date(now).toISOString().startsWith(day);
  return `${isToday ? '' : `${day} `}${time.slice(0, 5)}`;
}

async function issueUrl(key: string, { issues, repositoryFor, signal }: EscalateOptions): Promise<string | undefined> {
  for (const { repository } of issues) {
    try {
      const issue = await findOpenIssue({ repository: repositoryFor(repository), signal }, key);
      if (issue) return issue.url;
    } catch {
      // A message without a link is better than none.
    }
  }
  return undefined;
}

/** Who says in an issue that he looks after it; undefined where nobody does, or where nobody can tell: then people are called. */
async function acknowledgedIn(
  key: string,
  { openedAt }: Problem,
  options: EscalateOptions,
): Promise<Problem['acknowledged']> {
  const { issues, repositoryFor, clock, signal, onTrouble } = options;
  for (const { repository, assignees } of issues) {
    try {
      const place = { repository: repositoryFor(repository), signal };
      const issue = await findOpenIssue(place, key);
      // Those whom we assign ourselves have not said anything yet.
      const ours = new Set(assignees.map((login) => login.toLowerCase()));
      const other = issue?.assignees.find((login) => !ours.has(login.toLowerCase()));
      const by = other ?? (issue?.labels.includes(ACKNOWLEDGED) ? `the label ${ACKNOWLEDGED}` : undefined);
      if (by) return { at: clock.now(), by };
      if (!issue && (await wasClosed(place, key, openedAt)))
        return { at: clock.now(), by: 'somebody who closed its issue' };
    } catch (error) {
      if (signal.aborted) throw error;
      onTrouble(`Whether ${key} is acknowledged in ${repository} cannot be seen: ${messageOf(error)}`);
    }
  }
  return undefined;
}

async function change({ store }: EscalateOptions, key: string, edit: (problem: Problem) => Problem): Promise<Problems> {
  const text = await store.change(
    PROBLEMS,
    (before) => {
      const problems = readProblems(before);
      const problem = Object.hasOwn(problems, key) ? problems[key] : undefined;
      if (!problem || problem.resolvedAt !== undefined) return undefined;
      const after = edit(problem);
      return after === problem ? undefined : serialiseDocument({ ...problems, [key]: after });
    },
    `escalation of ${key}`,
  );
  return readProblems(text);
}
