import { howToGoOn } from '../machine/advice.ts';
import { hasFailed } from '../machine/failures.ts';
import { restoredWords } from '../machine/restored-words.ts';
import { componentOf, type TrainState } from '../machine/state.ts';
import type { Train } from '../machine/train.ts';
import { type Plan, subjectOf } from '../plan/plan.ts';
import { componentFacts } from './component-told.ts';
import type { Fact } from './fact.ts';
import { factOf, named, type Said } from './said.ts';

/**
 * What people and other systems are told of a train. Derived from its state alone, so that anyone who resumes it finds
 * every fact again: what stands in the state cannot be lost on the way to those who have to know.
 */
export function factsOf(plan: Plan, state: TrainState): readonly Fact[] {
  const train = { plan, state };
  return [
    ...trainFacts(train),
    ...plan.components.flatMap((planned) => componentFacts(planned, componentOf(state, planned.id), train)),
  ];
}

function trainFacts(train: Train): Fact[] {
  const { plan, state } = train;
  const { status, updatedAt, canaryPassedAt, reason = '' } = state;
  const said: Said[] = [startOf(train)];
  for (const [index, text] of (plan.warnings ?? []).entries())
    said.push({ kind: 'compatibility', at: state.startedAt, text, key: index });
  if (state.override) {
    const text = `${state.override.by} started the ${subjectOf(plan)} although it was locked: ${state.override.reason}`;
    said.push({ kind: 'lock-overridden', at: state.startedAt, text });
  }
  if (canaryPassedAt !== undefined)
    said.push({ kind: 'canary-passed', at: canaryPassedAt, text: `${named(plan)}: the canary has passed its bake.` });
  const failedAt = failureAt(train);
  if (failedAt !== undefined)
    said.push({ kind: 'failed', at: failedAt, text: failureText(train), next: howToGoOn(plan, state) });
  const rollbackAt = rollbackStart(train);
  if (rollbackAt !== undefined)
    said.push({ kind: 'rollback-started', at: rollbackAt, text: `${named(plan)} is being rolled back.` });
  if (status === 'succeeded')
    said.push({ kind: 'completed', at: updatedAt, text: `${named(plan)} is complete: ${versions(plan)}.` });
  if (status === 'rolled-back')
    said.push({
      kind: 'rolled-back',
      at: updatedAt,
      text: `${named(plan)} was rolled back. ${restoredWords(plan, state)}`,
      next: howToGoOn(plan, state),
    });
  if (status === 'cancelled')
    said.push({ kind: 'cancelled', at: updatedAt, text: `${named(plan)} was cancelled. ${reason}` });
  const waits = plan.components.some(({ id }) => componentOf(state, id).dispatch?.waiting?.since !== undefined);
  // People who are waited for are told so by the component.
  if (status === 'parked' && state.parkedUntil === undefined && !waits)
    said.push({ kind: 'needs-person', at: updatedAt, key: updatedAt, text: `${named(plan)} is parked: ${reason}` });
  return said.map((one) => factOf(one, train, one.url ?? state.startedBy?.runUrl));
}

function startOf({ plan, state }: Train): Said {
  const { resumed, startedAt, resumedAt, actor } = state;
  const by = actor === undefined ? '' : ` by ${actor}`;
  if (resumed > 0)
    return {
      kind: 'started',
      at: resumedAt ?? startedAt,
      text: `${named(plan)} goes on after a stop, for the ${ordinal(resumed)} time.`,
    };
  return { kind: 'started', at: startedAt, text: `${named(plan)} was started${by}: ${versions(plan)}.` };
}

/** When it was clear that this train fails: the first failure, where that is rolled back at once; else its end. */
function failureAt({ plan, state }: Train): number | undefined {
  const failures = plan.components.map(({ id }) => componentOf(state, id)).filter(hasFailed);
  const isOver = state.status === 'failed' || state.status === 'rolled-back' || state.status === 'rollback-failed';
  const isUndone = plan.rollback && state.status === 'running' && failures.length > 0;
  if (!isOver && !isUndone) return undefined;
  return Math.min(...failures.map(({ finishedAt }) => finishedAt ?? state.updatedAt), state.updatedAt);
}

const MOST_CAUSES = 3;

function failureText({ plan, state }: Train): string {
  const causes = plan.components.flatMap(({ id }) => {
    const component = componentOf(state, id);
    return hasFailed(component) ? [`${id}: ${component.reason ?? component.status}`] : [];
  });
  const more = causes.length > MOST_CAUSES ? [`and ${causes.length - MOST_CAUSES} more`] : [];
  const told = [...causes.slice(0, MOST_CAUSES), ...more].join(' ');
  return `${named(plan)} failed. ${told}`.trim();
}

function rollbackStart({ plan, state }: Train): number | undefined {
  const starts = plan.components.flatMap(({ id }) => componentOf(state, id).rollback?.intendedAt ?? []);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

const MOST_VERSIONS = 5;

function versions({ components }: Plan): string {
  const told = components.slice(0, MOST_VERSIONS).map(({ id, version, previousVersion }) => {
    if (version === undefined) return id;
    return previousVersion === undefined ? `${id} ${version}` : `${id} ${previousVersion} → ${version}`;
  });
  const more = components.length > MOST_VERSIONS ? ` and ${components.length - MOST_VERSIONS} more` : '';
  return told.join(', ') + more;
}

function ordinal(count: number): string {
  const ending = count % 100 >= 11 && count % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}
