import { code, codeBlock, escapeMarkdown, link, table } from '../../platform/text/markdown.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { howToGoOn } from '../machine/advice.ts';
import {
  type ComponentState,
  type ComponentStatus,
  componentOf,
  isFailure,
  isReleased,
  type Restored,
  type TrainState,
} from '../machine/state.ts';
import type { Outputs, Plan, PlannedComponent } from '../plan/plan.ts';
import { isDrawn, LARGEST_GRAPH, mermaid } from './mermaid.ts';
import { restoredLines } from './restored-lines.ts';

const ICONS: Readonly<Record<ComponentStatus | TrainState['status'], string>> = {
  pending: '⏳',
  dispatching: '🚀',
  running: '🏃',
  verifying: '🔎',
  succeeded: '✅',
  failed: '❌',
  'timed-out': '⌛',
  blocked: '⛔',
  skipped: '⏭️',
  cancelled: '🛑',
  'rolling-back': '↩️',
  'rolled-back': '↩️',
  'rollback-failed': '🔥',
  parked: '🅿️',
};

/** What a train did, for machines: the JSON of the report. Times are ISO 8601, durations are in seconds. */
export interface TrainReport {
  readonly trainId: string;
  readonly name: string;
  readonly status: TrainState['status'];
  readonly reason?: string;
  readonly environment?: string;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly durationSeconds: number;
  readonly resumed: number;
  readonly released: readonly string[];
  readonly failed: readonly string[];
  readonly blocked: readonly string[];
  /** Minutes of jobs in the repositories, and how long a job that waits for them all would have been held. */
  readonly minutes: { readonly children: number; readonly waiting: number };
  readonly components: readonly ComponentReport[];
}

export interface ComponentReport {
  readonly id: string;
  readonly repository: string;
  readonly status: ComponentStatus;
  readonly reason?: string;
  readonly version?: string;
  readonly previousVersion?: string;
  /** What it handed on. */
  readonly outputs?: Outputs;
  readonly runUrl?: string;
  readonly runAttempt?: number;
  readonly dispatchedAt?: string;
  readonly finishedAt?: string;
  readonly durationSeconds?: number;
  /** After a rollback: how healthy what is there again is; absent where it was not asked. */
  readonly restored?: Restored['verdict'];
}

export function trainReport(plan: Plan, state: TrainState): TrainReport {
  const ids = (test: (status: ComponentStatus) => boolean) =>
    plan.components.filter(({ id }) => test(componentOf(state, id).status)).map(({ id }) => id);
  const components = plan.components.map((planned) => componentReport(planned, componentOf(state, planned.id)));
  const children = components.reduce((sum, { durationSeconds = 0 }) => sum + durationSeconds, 0);
  const durationSeconds = Math.round((state.updatedAt - state.startedAt) / 1_000);
  return {
    trainId: state.trainId,
    name: plan.name,
    status: state.status,
    ...(state.reason ? { reason: state.reason } : {}),
    ...(plan.environment ? { environment: plan.environment } : {}),
    startedAt: new Date(state.startedAt).toISOString(),
    updatedAt: new Date(state.updatedAt).toISOString(),
    durationSeconds,
    resumed: state.resumed,
    released: ids((status) => status === 'succeeded'),
    failed: ids((status) => isFailure(status) || status === 'rollback-failed'),
    blocked: ids((status) => status === 'blocked'),
    minutes: { children: Math.ceil(children / 60), waiting: Math.ceil(durationSeconds / 60) },
    components,
  };
}

function componentReport(planned: PlannedComponent, component: ComponentState): ComponentReport {
  const { dispatch, finishedAt, reason } = component;
  const run = dispatch?.run;
  const start = dispatch?.intendedAt;
  return {
    id: planned.id,
    repository: planned.repository,
    status: component.status,
    ...(reason ? { reason } : {}),
    ...(planned.version ? { version: planned.version } : {}),
    ...(planned.previousVersion ? { previousVersion: planned.previousVersion } : {}),
    ...(component.outputs ? { outputs: component.outputs } : {}),
    ...(run ? { runUrl: run.url, runAttempt: run.attempt } : {}),
    ...(start === undefined ? {} : { dispatchedAt: new Date(start).toISOString() }),
    ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt).toISOString() }),
    ...(component.restored && { restored: component.restored.verdict }),
    ...(start === undefined || finishedAt === undefined
      ? {}
      : { durationSeconds: Math.round((finishedAt - start) / 1_000) }),
  };
}

function graphSection(plan: Plan, state: TrainState): string {
  if (plan.components.length > LARGEST_GRAPH) return '';
  const graph = statusGraph(plan, state);
  return isDrawn(graph) ? codeBlock(graph, 'mermaid') : '';
}

/** The report for people: what happened, what to do next, every component, the graph and the timeline. */
export function reportMarkdown(plan: Plan, state: TrainState): string {
  const report = trainReport(plan, state);
  const count = plan.components.filter(({ id }) => isReleased(componentOf(state, id).status)).length;
  const sections = [
    `## ${ICONS[state.status]} ${escapeMarkdown(plan.name)}: ${state.status}, ${count} of ${plan.components.length} released`,
    `Train ${code(state.trainId)}${plan.environment ? ` to ${escapeMarkdown(plan.environment)}` : ''} took ${formatDuration(report.durationSeconds * 1_000)}${state.resumed > 0 ? `, resumed ${state.resumed === 1 ? 'once' : `${state.resumed} times`}` : ''}.`,
    nextSteps(plan, state),
    componentTable(plan, state),
    outputsTable(plan, state),
    graphSection(plan, state),
    timeline(plan, state),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** Why the train did not succeed, and what a person does now. */
function nextSteps(plan: Plan, state: TrainState): string {
  if (state.status === 'succeeded' || state.status === 'running') return '';
  const failures = plan.components.filter(({ id }) => {
    const { status } = componentOf(state, id);
    return isFailure(status) || status === 'rollback-failed';
  });
  const causes = failures.map(({ id }) => {
    const { status, reason, dispatch } = componentOf(state, id);
    const where = dispatch?.run ? ` ${link('Its run', dispatch.run.url)}.` : '';
    return `- ${ICONS[status]} **${code(id)}** ${status}: ${escapeMarkdown(reason ?? '')}${where}`;
  });
  const steps = [
    ...(state.reason ? [escapeMarkdown(state.reason)] : []),
    ...(causes.length > 0 ? [causes.join('\n')] : []),
    ...restoredLines(plan, state),
    escapeMarkdown(howToGoOn(plan, state)),
  ];
  return steps.join('\n\n');
}

function componentTable(plan: Plan, state: TrainState): string {
  const rows = plan.components.map((planned) => {
    const component = componentOf(state, planned.id);
    const { dispatch, finishedAt, reason } = component;
    const run = dispatch?.run;
    const took = dispatch && finishedAt ? formatDuration(finishedAt - dispatch.intendedAt) : '';
    return [
      `${ICONS[component.status]} ${component.status}`,
      code(planned.id),
      versionStep(planned),
      run ? link(`${planned.repository}#${run.id}`, run.url) : escapeMarkdown(planned.repository),
      took,
      escapeMarkdown(reason ?? ''),
    ];
  });
  return table(['Status', 'Component', 'Version', 'Run', 'Took', ''], rows);
}

const MOST_OUTPUTS = 100;

/** What was handed on, folded: others are started with it, and a rollback gets it back. */
function outputsTable(plan: Plan, state: TrainState): string {
  const rows = plan.components.flatMap(({ id }) =>
    Object.entries(componentOf(state, id).outputs ?? {}).map(([key, value]) => [
      code(id),
      code(key),
      code(shortened(value)),
    ]),
  );
  if (rows.length === 0) return '';
  const shown = table(['Component', 'Output', 'Value'], rows.slice(0, MOST_OUTPUTS));
  const more = rows.length > MOST_OUTPUTS ? `\n\n${rows.length - MOST_OUTPUTS} more in the report's JSON.` : '';
  return `<details><summary>What was handed on</summary>\n\n${shown}${more}\n</details>`;
}

function shortened(value: string): string {
  return value.length > 200 ? `${value.slice(0, 199)}…` : value;
}

function versionStep({ version, previousVersion }: PlannedComponent): string {
  if (version === undefined) return '';
  return previousVersion === undefined ? code(version) : `${code(previousVersion)} → ${code(version)}`;
}

/** The graph of the plan, coloured by how far each component is. */
export function statusGraph(plan: Plan, state: TrainState): string {
  return mermaid(
    plan.components.map(({ id, needs, version }) => {
      const { status } = componentOf(state, id);
      return { id, needs, status, lines: version === undefined ? [id, status] : [id, `${version} ${status}`] };
    }),
  );
}

const BAR = 40;

/** Who ran when, as bars of text: readable in a log as well as in a summary. */
export function timeline(plan: Plan, state: TrainState): string {
  const flown = plan.components.flatMap(({ id }) => {
    const { dispatch, concludedAt, finishedAt } = componentOf(state, id);
    return dispatch ? [{ id, from: dispatch.intendedAt, run: concludedAt, to: finishedAt ?? state.updatedAt }] : [];
  });
  if (flown.length === 0 || flown.length > LARGEST_GRAPH) return '';
  const start = Math.min(...flown.map(({ from }) => from));
  const span = Math.max(1, Math.max(...flown.map(({ to }) => to)) - start);
  const column = (at: number) => Math.min(BAR, Math.max(0, Math.round(((at - start) / span) * BAR)));
  const width = Math.max(...flown.map(({ id }) => id.length));
  const bars = flown.map(({ id, from, run = from, to }) => {
    const [begin, gates, end] = [
      column(from),
      Math.max(column(from) + 1, column(run)),
      Math.max(column(from) + 1, column(to)),
    ];
    const bar = `${' '.repeat(begin)}${'█'.repeat(gates - begin)}${'░'.repeat(Math.max(0, end - gates))}`;
    return `${id.padEnd(width)} ${bar.padEnd(BAR)} ${formatDuration(from - start)} + ${formatDuration(to - from)}`;
  });
  return codeBlock(['█ run, ░ gates', ...bars].join('\n'), 'text');
}
