import { code, escapeMarkdown, link } from '../../platform/text/markdown.ts';
import { listed } from '../../platform/text/wording.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { howToGoOn } from '../machine/advice.ts';
import { type ComponentFailure, failuresOf, hasFailed } from '../machine/failures.ts';
import {
  type ComponentStatus,
  componentOf,
  isInFlight,
  isOpen,
  isReleased,
  type TrainState,
} from '../machine/state.ts';
import type { Plan, PlannedComponent } from '../plan/plan.ts';
import { endingMarkdown, type RunEndings } from './run-ending.ts';
import { sameCauses } from './same-cause.ts';
import { standing } from './standing.ts';
import { clockTime, iconOf } from './status-words.ts';

const MOST_FAILURES = 10;
const MOST_NAMES = 12;

/** What failed by itself: what was cancelled with the train is told by the train. */
export function ownFailures(plan: Plan, state: TrainState): readonly ComponentFailure[] {
  return failuresOf(plan, state).filter(
    ({ component: { status, dispatch } }) => status !== 'cancelled' || dispatch?.cancel?.because !== 'caller',
  );
}

/** What a reader has to know first, the causes at the top: a list in Markdown. */
export function factList(plan: Plan, state: TrainState, endings: RunEndings): string {
  return facts(plan, state, endings)
    .map((fact) => `- ${fact}`)
    .join('\n');
}

function facts(plan: Plan, state: TrainState, endings: RunEndings): string[] {
  const failures = ownFailures(plan, state);
  const [first] = failures;
  const isOver = !isOpen(state);
  return [
    ...failureFact(plan, failures, endings),
    ...(first
      ? [
          `**Since:** ${clockTime(first.at, { day: true })}, ${formatDuration(first.at - state.startedAt)} after the train began.`,
        ]
      : []),
    // That of a train that failed repeats its failures.
    ...(state.reason && (state.status === 'parked' || state.status === 'cancelled')
      ? [`**Why:** ${escapeMarkdown(state.reason)}`]
      : []),
    ...cancelFact(plan, state),
    ...(isOver ? [] : goingOn(plan, state)),
    ...(state.status === 'succeeded'
      ? []
      : [`**${plan.environment === undefined ? 'Served' : 'Running'} now:** ${standing(plan, state)}`]),
    ...unproven(plan, state),
    ...adviceFact(plan, state),
    `**Train:** ${code(state.trainId)} ${duration(state)}${state.resumed > 0 ? `, resumed ${state.resumed === 1 ? 'once' : `${state.resumed} times`}` : ''}.`,
  ];
}

/** The components whose reasons stand in full above everything else. */
export function explained(plan: Plan, state: TrainState): ReadonlySet<string> {
  return new Set(
    ownFailures(plan, state)
      .slice(0, MOST_FAILURES)
      .map(({ id }) => id),
  );
}

function failureFact(plan: Plan, failures: readonly ComponentFailure[], endings: RunEndings): string[] {
  const same = sameCauses(plan, failures);
  const told = failures.slice(0, MOST_FAILURES).map((failure) => {
    const ending = endings.get(failure.id);
    const text = failureText(failure, same.get(failure.id));
    return ending === undefined ? text : `${text} ${endingMarkdown(ending)}`;
  });
  if (failures.length > MOST_FAILURES) told.push(`and ${failures.length - MOST_FAILURES} more, see below`);
  if (told.length < 2) return told.map((one) => `**Failed:** ${one}`);
  return [`**Failed:**\n${told.map((one) => `  - ${one}`).join('\n')}`];
}

function failureText({ id, component, at }: ComponentFailure, same: string | undefined): string {
  const { status, reason = '', dispatch, rollback } = component;
  const run = status === 'rollback-failed' ? (rollback?.run ?? dispatch?.run) : dispatch?.run;
  const where = run ? ` (${link('its run', run.url)})` : '';
  const said = hasFailed(component)
    ? `${FAILED[status] ?? 'failed'} at ${clockTime(at)}`
    : `could not be rolled back at ${clockTime(at)}`;
  const since = hasFailed(component) ? (SINCE[status] ?? '') : '';
  return `${iconOf(status)} **${code(id)}** ${said}${since}${where}: ${same === undefined ? escapeMarkdown(reason) : `the same as ${code(same)}.`}`;
}

/** What it did not do, where that is not just to fail; and what came of it since. */
const FAILED: Partial<Record<ComponentStatus, string>> = { 'timed-out': 'timed out', cancelled: 'was cancelled' };
const SINCE: Partial<Record<ComponentStatus, string>> = {
  'rolling-back': ' and is being rolled back',
  'rolled-back': ' and was rolled back',
  'rollback-failed': ', and so did its rollback',
};

/** That a run was asked to end does not say that it did. */
function cancelFact(plan: Plan, state: TrainState): string[] {
  const asked = plan.components.flatMap(({ id }) => {
    const { dispatch } = componentOf(state, id);
    return dispatch?.cancel ? [dispatch.run ? link(id, dispatch.run.url) : code(id)] : [];
  });
  return asked.length === 0 ? [] : [`**Asked to end:** the runs of ${listed(asked, 'and', MOST_NAMES)}.`];
}

/** What is under way, what comes next, and who sees to it. */
function goingOn(plan: Plan, state: TrainState): string[] {
  const names = (components: readonly PlannedComponent[]) =>
    listed(
      components.map(({ id }) => code(id)),
      'and',
      MOST_NAMES,
    );
  const statusOf = (id: string) => componentOf(state, id).status;
  const moving = plan.components.filter(({ id }) => isInFlight(statusOf(id)) || statusOf(id) === 'rolling-back');
  const isMoving = new Set(moving.map(({ id }) => id));
  const next = plan.components.filter(
    ({ id, needs }) =>
      statusOf(id) === 'pending' && needs.every((need) => isReleased(statusOf(need)) || isMoving.has(need)),
  );
  const until =
    state.parkedUntil === undefined ? '' : ` Nothing happens before ${clockTime(state.parkedUntil, { day: true })}.`;
  return [
    ...(moving.length > 0 ? [`**Under way:** ${names(moving)}.`] : []),
    ...(next.length > 0 ? [`**Next:** ${names(next)}.`] : []),
    ...(state.status === 'running'
      ? [
          `**Goes on:** with the hint of a run that ends, with the next sweep, or when it is run with \`train-id: ${state.trainId}\`.${until}`,
        ]
      : until === ''
        ? []
        : [until.trim()]),
  ];
}

/** Of a train that nobody follows any more: their runs have succeeded, so their versions may be there. */
function unproven(plan: Plan, state: TrainState): string[] {
  if (isOpen(state)) return [];
  const ids = plan.components
    .filter(({ id }) => componentOf(state, id).status === 'verifying')
    .map(({ id }) => code(id));
  if (ids.length === 0) return [];
  const [verb, may] = plan.environment === undefined ? ['released', 'served'] : ['deployed', 'running'];
  return [
    `**May be ${may}:** ${listed(ids, 'and', MOST_NAMES)}: the run that ${verb} it succeeded, and nobody looked whether the new version is ${may}. Look, or resume the train, which does.`,
  ];
}

function adviceFact(plan: Plan, state: TrainState): string[] {
  const advice = howToGoOn(plan, state);
  return advice === '' ? [] : [`**What to do:** ${escapeMarkdown(advice)}`];
}

function duration(state: TrainState): string {
  const span = formatDuration(Math.round((state.updatedAt - state.startedAt) / 1_000) * 1_000);
  return isOpen(state) ? `has been under way for ${span}` : `took ${span}`;
}
