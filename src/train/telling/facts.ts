import { howToGoOn } from '../machine/advice.ts';
import { hasFailed } from '../machine/failures.ts';
import { restoredWords } from '../machine/restored-words.ts';
import { type ComponentState, componentOf, type TrainState } from '../machine/state.ts';
import type { Train } from '../machine/train.ts';
import { isProduction, type Plan, type PlannedComponent } from '../plan/plan.ts';
import { type Fact, type FactKind, severityOf } from './fact.ts';

/**
 * What people and other systems are told of a train. Derived from its state alone, so that whoever resumes the train finds
 * every fact again: what stands in the state cannot be lost on the way to those who have to know.
 */
export function factsOf(plan: Plan, state: TrainState): readonly Fact[] {
  const train = { plan, state };
  return [
    ...trainFacts(train),
    ...plan.components.flatMap((planned) => componentFacts(planned, componentOf(state, planned.id), train)),
  ];
}

/** The problem that failures of this plan open, and its next success closes: one a manifest and environment. */
export function problemOf({ name, environment = 'release' }: Plan): string {
  return `${name}/${environment}`;
}

interface Said {
  readonly kind: FactKind;
  readonly at: number;
  readonly text: string;
  readonly next?: string | undefined;
  readonly url?: string | undefined;
  /** What tells it from others of its kind. */
  readonly key?: string | number;
}

function trainFacts(train: Train): Fact[] {
  const { plan, state } = train;
  const { status, updatedAt, canaryPassedAt, reason = '' } = state;
  const said: Said[] = [startOf(train)];
  for (const [index, text] of (plan.warnings ?? []).entries())
    said.push({ kind: 'compatibility', at: state.startedAt, text, key: index });
  if (state.override) {
    const text = `${state.override.by} started ${named(plan)} although it was locked: ${state.override.reason}`;
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
  // Whoever is waited for is told so by the component.
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

function componentFacts(planned: PlannedComponent, component: ComponentState, train: Train): Fact[] {
  const { id, repository } = planned;
  const { status, cause, reason = '', attempt, finishedAt, since, dispatch, rollback } = component;
  const said: Said[] = [];
  // What was cancelled with the train is told by the train.
  if (hasFailed(component) && dispatch?.cancel?.because !== 'caller') {
    // A resumed train may fail at the same attempt once more, which is news: the moment tells the two apart.
    const common = {
      at: finishedAt ?? since,
      key: `${attempt}-${Math.round(finishedAt ?? since).toString(36)}`,
      url: dispatch?.run?.url,
    };
    const kind = cause === 'health' ? 'health-failed' : cause === 'package' ? 'not-served' : 'component-failed';
    said.push({
      kind,
      ...common,
      text: `${id} in ${lowered(named(train.plan))} ${verb(kind)} ${without(kind, reason)}`.trim(),
    });
    if (cause === 'inconclusive') {
      const text = `Whether ${id} (${repository}) is healthy is not known: ${reason} Look at it.`;
      said.push({ kind: 'needs-person', ...common, text });
    }
  }
  if (status === 'rollback-failed') {
    const text = `The rollback of ${id} failed: ${reason} Look at it now: nobody knows what is there.`;
    said.push({
      kind: 'rollback-failed',
      at: since,
      key: attempt,
      url: rollback?.run?.url ?? dispatch?.run?.url,
      text,
    });
  }
  said.push(...restoredFacts(planned, component));
  if (dispatch?.waiting?.since !== undefined && status === 'running') {
    const { since: waits, for: whom } = dispatch.waiting;
    const text = `${id} (${repository}) waits for ${whom ?? 'somebody to let its run go on'}. It goes on by itself then.`;
    said.push({ kind: 'needs-person', at: waits, key: Math.round(waits).toString(36), url: dispatch.run?.url, text });
  }
  return said.map((one) => factOf(one, train, one.url, id));
}

/** What came of a rollback that itself went well. */
function restoredFacts(
  { id, repository, previousVersion = 'what was there before' }: PlannedComponent,
  { restored, attempt, rollback }: ComponentState,
): Said[] {
  if (!restored || restored.verdict === 'healthy') return [];
  const { verdict, reason = '', at } = restored;
  const common = { at, key: `${attempt}-health`, url: rollback?.run?.url };
  const back = `${id} (${repository}) was rolled back to ${previousVersion}`;
  return verdict === 'unhealthy'
    ? [{ kind: 'rollback-failed', ...common, text: `${back}, and is not healthy: ${reason} Look at it now.` }]
    : [
        {
          kind: 'needs-person',
          ...common,
          text: `${back}, and nobody can say whether it is healthy: ${reason} Look at it.`,
        },
      ];
}

/** What the verb says already is not said again. */
function without(kind: FactKind, reason: string): string {
  return kind === 'health-failed' ? reason.replace(/^Its health is not proven \(unhealthy\): /, '') : reason;
}

function verb(kind: FactKind): string {
  if (kind === 'health-failed') return 'is not healthy:';
  return kind === 'not-served' ? 'is not served:' : 'failed:';
}

function factOf(said: Said, { plan, state }: Train, url: string | undefined, component?: string): Fact {
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

function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function named({ name, environment }: Plan): string {
  return environment === undefined ? `The release of ${name}` : `The deployment of ${name} to ${environment}`;
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
