import { code, escapeMarkdown, link, table } from '../../platform/text/markdown.ts';
import { firstSentence } from '../../platform/text/wording.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { failuresOf, hasFailed } from '../machine/failures.ts';
import { isStuckGoingBack } from '../machine/rollback.ts';
import { type ComponentState, componentOf, isInFlight, isOpen, isReleased, type TrainState } from '../machine/state.ts';
import { type Plan, type PlannedComponent, subjectOf } from '../plan/plan.ts';
import { graphSection } from './graph-section.ts';
import { outputsTable } from './outputs-table.ts';
import { explained, factList, ownFailures } from './report-facts.ts';
import { restoredLines } from './restored-lines.ts';
import type { RunEndings } from './run-ending.ts';
import { iconOf, unbroken, wordsOf } from './status-words.ts';
import { timeline } from './timeline.ts';
import { versionStep } from './version-step.ts';

/** The report for people: what failed, why, since when, what runs now, what to do; then every component and the pictures. */
export function reportMarkdown(plan: Plan, state: TrainState, endings: RunEndings = new Map()): string {
  const sections = [
    `## ${iconOf(state.status)} ${headline(plan, state)}`,
    factList(plan, state, endings),
    ...restoredLines(plan, state),
    componentTable(plan, state),
    outputsTable(plan, state),
    graphSection(statusNodes(plan, state)),
    timeline(plan, state),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

const ENDS: Readonly<Record<TrainState['status'], string>> = {
  running: 'is under way',
  parked: 'is parked',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'was cancelled',
  'rolled-back': 'failed and was rolled back',
  'rollback-failed': 'failed, and so did its rollback',
};

function headline(plan: Plan, state: TrainState): string {
  const { environment, components } = plan;
  const subject = subjectOf(plan);
  const what = `${subject.slice(0, 1).toUpperCase()}${subject.slice(1)}`;
  const isStuck = components.some((one) => isStuckGoingBack(one, componentOf(state, one.id)));
  const end = state.status === 'rollback-failed' && isStuck ? 'failed' : ENDS[state.status];
  const count = (test: (component: ComponentState) => boolean) =>
    components.filter(({ id }) => test(componentOf(state, id))).length;
  const done = count(({ status }) => isReleased(status));
  const parts = [
    `${done} of ${components.length} ${environment === undefined ? 'released' : 'deployed'}`,
    ...counted(ownFailures(plan, state).length, 'failed'),
    ...counted(
      count(({ status, dispatch }) => status === 'cancelled' && dispatch?.cancel?.because === 'caller'),
      'cancelled',
    ),
    ...counted(
      count(({ status }) => status === 'rolled-back'),
      'rolled back',
    ),
    ...counted(
      count(({ status }) => isInFlight(status) || status === 'rolling-back'),
      isOpen(state) ? 'under way' : 'not followed to the end',
    ),
    ...counted(
      count(({ status }) => status === 'pending' || status === 'blocked'),
      'not started',
    ),
  ];
  return `${escapeMarkdown(what)} ${end}: ${parts.join(', ')}`;
}

function counted(number: number, what: string): string[] {
  return number === 0 ? [] : [`${number} ${what}`];
}

/** A longer table would hide what it is read for: what is not as it should be stands before it, and the rest is folded. */
const LONGEST_TABLE = 30;

function componentTable(plan: Plan, state: TrainState): string {
  const told = explained(plan, state);
  const all = tableOf(plan.components, state, told);
  if (plan.components.length <= LONGEST_TABLE) return all;
  const failed = new Set(failuresOf(plan, state).map(({ id }) => id));
  const isTelling = ({ id }: PlannedComponent) => {
    const { status } = componentOf(state, id);
    return failed.has(id) || isInFlight(status) || status === 'rolling-back' || status === 'cancelled';
  };
  const telling = plan.components.filter(isTelling);
  const folded = `<details><summary>All ${plan.components.length} components</summary>\n\n${all}\n\n</details>`;
  return telling.length === 0 ? folded : `${tableOf(telling.slice(0, LONGEST_TABLE), state, told)}\n\n${folded}`;
}

const COLUMNS = ['Status', 'Component', 'Version', 'Run', 'Why'];

/** Of `told` the reason stands above already: here its first sentence is enough. */
function tableOf(components: readonly PlannedComponent[], state: TrainState, told: ReadonlySet<string>): string {
  const rows = components.map((planned) => {
    const component = componentOf(state, planned.id);
    return [
      unbroken(`${iconOf(component.status)} ${wordsOf(component.status)}`),
      code(planned.id),
      unbroken(versionStep(planned, code) ?? ''),
      ran(component, state),
      escapeMarkdown(told.has(planned.id) ? firstSentence(component.reason ?? '') : (component.reason ?? '')),
    ];
  });
  // Where there is nothing to explain, an empty column would only take room.
  const columns = rows.every((row) => row.at(-1) === '') ? COLUMNS.slice(0, -1) : COLUMNS;
  return table(
    columns,
    rows.map((row) => row.slice(0, columns.length)),
  );
}

/** How long its run took, as the link to it: a column for each would leave none for the reasons. */
function ran(component: ComponentState, state: TrainState): string {
  const { run } = component.dispatch ?? {};
  const text = unbroken(took(component, state));
  if (!run) return text;
  return `${link(text, run.url)}${run.attempt > 1 ? unbroken(`, attempt ${run.attempt}`) : ''}`;
}

function took({ dispatch, finishedAt }: ComponentState, state: TrainState): string {
  if (!dispatch) return '';
  if (finishedAt !== undefined) return formatDuration(finishedAt - dispatch.intendedAt);
  return `${formatDuration(state.updatedAt - dispatch.intendedAt)} so far`;
}

/** The plan's graph, each component with how far it is. */
function statusNodes(plan: Plan, state: TrainState) {
  return plan.components.map(({ id, needs, version }) => {
    const component = componentOf(state, id);
    const { status } = component;
    const isCulprit = hasFailed(component) && (status === 'rolled-back' || status === 'rolling-back');
    const said = `${isCulprit ? 'failed, ' : ''}${wordsOf(status)}`;
    return { id, needs, status, isCulprit, lines: [id, version === undefined ? said : `${version} ${said}`] };
  });
}
