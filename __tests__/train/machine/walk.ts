import fc from 'fast-check';
import { apply } from '../../../src/train/machine/apply.ts';
import { type Command, decide } from '../../../src/train/machine/decide.ts';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import type { Event, SeenRun } from '../../../src/train/machine/events.ts';
import {
  type ComponentState,
  componentOf,
  type Dispatch,
  isFailure,
  type TrainState,
  waitingSince,
} from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { acyclicGraph } from '../samples.ts';
import { begin, planned, planOf } from './machine.ts';

const REFUSALS = ['dispatch-refused', 'dispatch-lost', 'dispatch-untraceable'] as const;

/** One event and what it made of the state. */
export interface Step {
  readonly before: TrainState;
  readonly event: Event;
  readonly after: TrainState;
}

/** Choices without end; each picks one of what is offered. */
type Choices = Iterator<number>;

const CONCLUSIONS = ['success', 'success', 'success', 'failure', 'cancelled', 'neutral'];

/** Plans of every kind that the machine distinguishes, and the choices of a walk through each. */
export const walks: fc.Arbitrary<{ plan: Plan; choices: Choices; steps: number }> = fc
  .record({
    graph: acyclicGraph,
    rollback: fc.boolean(),
    halts: fc.boolean(),
    hasCanary: fc.boolean(),
    publishes: fc.boolean(),
    maxParallel: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    choices: fc.infiniteStream(fc.nat({ max: 10_000 })),
    steps: fc.integer({ min: 20, max: 120 }),
  })
  .map(({ graph, rollback, halts, hasCanary, publishes, maxParallel, choices, steps }) => {
    const undo = { workflow: 'rollback.yml', ref: 'main', inputs: { nonce: '{nonce}' }, health: [{}] };
    const components = graph.map(({ id, needs }) =>
      planned(id, needs, {
        version: '1.1.0',
        ...(publishes && { package: { npm: id } }),
        ...(rollback && { rollback: undo }),
      }),
    );
    const first = graph[0]?.id ?? '';
    const plan = planOf(components, {
      rollback,
      onFailure: halts ? 'halt' : 'continue',
      ...(rollback && { environment: 'production' }),
      ...(hasCanary && { strategy: 'canary', canary: { components: [first], bake: 5 } }),
      ...(maxParallel !== undefined && { maxParallel }),
    });
    return { plan, choices, steps };
  });

/**
 * A train told what fits its state, as an engine would tell it, and now and then what does not: events that never fit would
 * leave every state but the first unseen, and whatever is claimed of those would hold for want of one.
 */
export function* walk({ plan, choices, steps }: { plan: Plan; choices: Choices; steps: number }): Generator<Step> {
  let before = begin(plan);
  const choose = <T>(from: readonly T[]): T | undefined => from[(choices.next().value as number) % from.length];
  for (let at = 1; at <= steps; at += 1) {
    const commands = decide(plan, before, at);
    const fitting = plan.components.flatMap(({ id }) => ofComponent(before, id, { at, choose, commands }));
    const event =
      choose([false, false, false, false, true]) === true || fitting.length === 0
        ? choose([...ofTrain(plan, before, { at, commands }), ...misfits(plan, before, at)])
        : choose([...fitting, ...ofTrain(plan, before, { at, commands }).filter(({ type }) => DECIDED.has(type))]);
    if (event === undefined) return;
    const after = apply(plan, before, event);
    yield { before, event, after };
    before = after;
  }
}

/** What follows from the state itself, not from a person or the end of a job. */
const DECIDED: ReadonlySet<string> = new Set(['finished', 'canary-passed', 'continued', 'resumed']);

interface Now {
  readonly at: number;
  readonly choose: <T>(from: readonly T[]) => T | undefined;
  readonly commands: readonly Command[];
}

function ofComponent(state: TrainState, component: string, { at, choose, commands }: Now): Event[] {
  const { status, dispatch, rollback, outputs, earlier } = componentOf(state, component);
  const told = { component, at };
  const wanted = commands.filter((command) => 'component' in command && command.component === component);
  const begun = wanted.flatMap((command): Event[] => {
    if (command.type === 'probe') return [false, false, true].map((served) => ({ ...told, type: 'probed', served }));
    if (command.type !== 'intend') return [];
    const { purpose } = command;
    return [
      { ...told, type: 'intended', purpose, nonce: nonceOf(state, component, { purpose, unguessable: 'drawn0000' }) },
    ];
  });
  if (status === 'verifying') {
    const reason = 'because';
    return [
      { ...told, type: 'gates-pending', detail: `${choose([1, 2])} of 2` },
      ...(outputs ? [] : [{ ...told, type: 'outputs-read' as const, outputs: { key: 'value' } }]),
      { ...told, type: 'gates-passed' },
      { ...told, type: 'gates-passed' },
      { ...told, type: choose(['gates-failed', 'gates-timed-out'] as const) ?? 'gates-failed', reason },
    ];
  }
  if (wanted.some(({ type }) => type === 'verify-restored')) {
    const verdict = choose(['healthy', 'healthy', 'unhealthy', 'inconclusive'] as const) ?? 'healthy';
    return [{ ...told, type: 'restored-judged', nonce: rollback?.nonce ?? '', verdict, reason: 'because' }];
  }
  // Whoever cancels a train asks the registry of what did not succeed.
  if (state.status === 'cancelled' && isFailure(status)) return [{ ...told, type: 'found-served' }];
  const followed = status === 'rolling-back' ? rollback : dispatch;
  if (!followed || !['dispatching', 'running', 'rolling-back'].includes(status)) return begun;
  const found = earlier?.[0];
  const again = found && { ...seen(found.run.id, found.run.attempt + 1), conclusion: undefined };
  return [
    ...dispatchEvents(followed, { told, choose }),
    ...(found && again
      ? [
          {
            ...told,
            type: 'earlier-alive' as const,
            nonce: followed.nonce,
            earlier: found.nonce,
            run: seen(again.id, again.attempt),
          },
        ]
      : []),
  ];
}

function dispatchEvents(
  dispatch: Dispatch,
  { told, choose }: { told: { component: string; at: number }; choose: Now['choose'] },
): Event[] {
  const { nonce, run } = dispatch;
  const common = { ...told, nonce };
  const id = run?.id ?? told.at;
  const attempt = (run?.attempt ?? 1) + (run ? (choose([0, 0, 1]) ?? 0) : 0);
  const end = seen(id, attempt, choose(CONCLUSIONS));
  const reason = 'because';
  const sentAt = told.at;
  return [
    { ...common, type: 'run-seen', run: seen(id, attempt) },
    ...Array.from({ length: 4 }, (): Event => ({ ...common, type: 'run-seen', run: end })),
    ...(run
      ? []
      : [
          { ...common, type: 'dispatched' as const, sentAt },
          { ...common, type: 'dispatch-unclear' as const, sentAt, detail: 'no answer' },
          { ...common, type: 'resend-intended' as const, after: waitingSince(dispatch) },
          { ...common, type: choose(REFUSALS) ?? 'dispatch-lost', reason },
        ]),
    { ...common, type: 'waiting', detail: `${choose([1, 2, 3])} ahead` },
    { ...common, type: 'run-seen', run: { ...seen(id, attempt), status: 'waiting' } },
    { ...common, type: 'approval-pending', whom: `reviewer ${choose([1, 2, 3])}` },
    choose([true, false])
      ? {
          ...common,
          type: 'cancel-requested',
          because: choose(['timeout', 'approval', 'caller'] as const) ?? 'caller',
          detail: 'asked',
        }
      : { ...common, type: 'expired', reason },
  ];
}

function ofTrain(plan: Plan, state: TrainState, { at, commands }: Omit<Now, 'choose'>): Event[] {
  const [canary] = plan.canary?.components ?? [];
  const decided = commands.flatMap((command): Event[] => {
    if (command.type === 'finish') return [{ type: 'finished', at }];
    if (command.type !== 'verify-canary' || canary === undefined) return [];
    const failed: Event = { type: 'canary-failed', component: canary, reason: 'because', at };
    return [{ type: 'canary-passed', at }, { type: 'canary-passed', at }, failed];
  });
  const moved: Event[] =
    state.status === 'running'
      ? [
          { type: 'parked', reason: 'because', at },
          { type: 'cancelled', reason: 'because', at },
        ]
      : [
          { type: 'continued', at },
          { type: 'resumed', round: state.resumed + 1, at },
        ];
  return [...decided, ...moved];
}

/** What is foreign, forged, late or early. */
function misfits(plan: Plan, state: TrainState, at: number): Event[] {
  const ids = plan.components.map(({ id }) => id);
  const [some = ''] = ids;
  return [
    { type: 'run-seen', component: 'stranger', nonce: 's.stranger.1', run: seen(1, 1, 'success'), at },
    { type: 'resumed', round: state.resumed, at },
    { type: 'finished', at },
    { type: 'canary-passed', at },
    ...[some, ids.at(-1) ?? some].flatMap((component): Event[] => [
      { type: 'run-seen', component, nonce: 'forged', run: seen(1, 1, 'success'), at },
      { type: 'run-seen', component, nonce: `s.${component}.11`, run: seen(1, 1, 'success'), at },
      {
        type: 'intended',
        component,
        purpose: 'release',
        nonce: nonceOf(state, component, { purpose: 'release', unguessable: 'drawn0000' }),
        at,
      },
      { type: 'gates-passed', component, at },
      { type: 'probed', component, served: true, at },
      { type: 'canary-failed', component, reason: 'late', at },
    ]),
  ];
}

function seen(id: number, attempt: number, conclusion?: string): SeenRun {
  const status = conclusion === undefined ? 'in_progress' : 'completed';
  return { id, url: `https://github.test/run/${id}`, attempt, status, ...(conclusion && { conclusion }) };
}

/** The components of a state with their ids. */
export function componentsOf(state: TrainState): [id: string, component: ComponentState][] {
  return Object.entries(state.components);
}
