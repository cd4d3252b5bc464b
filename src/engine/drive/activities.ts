import { apply } from '../../train/machine/apply.ts';
import type { Work } from '../../train/machine/decide.ts';
import type { ComponentEvent, Event } from '../../train/machine/events.ts';
import { outputsFor, sendsNonce, sentTexts } from '../../train/machine/handed-on.ts';
import { componentOf, type Dispatch, dispatchOf, type Purpose, type TrainState } from '../../train/machine/state.ts';
import { fillIn } from '../../train/manifest/interpolate.ts';
import { packagesOf } from '../../train/manifest/packages.ts';
import { mapTexts } from '../../train/manifest/texts.ts';
import type { Plan, PlannedComponent } from '../../train/plan/plan.ts';
import { type AbandonOptions, abandon } from '../runs/abandon.ts';
import { createSenders, type Senders } from '../runs/dispatched-by.ts';
import { follow } from '../runs/follow.ts';
import type { WantedRun } from '../runs/wanted-run.ts';
import { type Gates, ONE_LOOK_MS, passGates } from './gates.ts';
import { takeOutputs } from './take-outputs.ts';
import type { Activities } from './work-pool.ts';

interface ActivityOptions extends AbandonOptions {
  readonly plan: Plan;
  readonly gates: Gates;
  /** Whether a text holds a secret of this job; absent where it has none. */
  readonly isSecret?: (text: string) => boolean;
}

/** The work of a train's commands: dispatches and their runs over GitHub's API, gates over registries and health checks. */
export function createActivities(options: ActivityOptions): Activities {
  const planned = new Map(options.plan.components.map((component) => [component.id, component]));
  const find = (id: string): PlannedComponent => {
    const component = planned.get(id);
    if (!component) throw new Error(`The plan has no component ${id}.`);
    return component;
  };
  const senders = createSenders();
  let followed = 0;
  const counted = async function* (events: AsyncIterable<Event>): AsyncGenerator<Event> {
    followed += 1;
    try {
      yield* events;
    } finally {
      followed -= 1;
    }
  };
  return {
    run(work, state, how) {
      switch (work.type) {
        case 'probe':
          return probe(find(work.component), options);
        case 'follow':
          return counted(
            followComponent(find(work.component), work, {
              ...options,
              ...how,
              state,
              senders,
              followed: () => followed,
            }),
          );
        case 'verify':
          return verify(find(work.component), work.deadline, { ...options, ...how, state });
        case 'verify-restored':
          return verifyRestored(find(work.component), work.deadline, { ...options, ...how, state });
        case 'verify-canary':
          return verifyCanary(
            work.components.map((id) => withValues(find(id), options.plan, state)),
            { ...options, ...how, deadline: work.deadline },
          );
      }
    },
    abandon: (state) => abandon([...planned.values()], state, options),
  };
}

interface How extends ActivityOptions {
  readonly fresh: boolean;
  readonly once: boolean;
  readonly signal: AbortSignal;
}

async function* probe(planned: PlannedComponent, { gates, clock }: ActivityOptions): AsyncGenerator<Event> {
  const { id, version } = planned;
  const packages = packagesOf(planned);
  if (packages.length === 0 || !version) return;
  // Of a release that stopped half-way some are served: it is not done before all are.
  const answers = await Promise.all(packages.map((one) => gates.registry.served(one, version)));
  yield { type: 'probed', component: id, served: answers.every(({ served }) => served), at: clock.now() };
}

async function* followComponent(
  planned: PlannedComponent,
  { purpose, deadline, timeoutMs, approval }: Work & { type: 'follow' },
  how: How & { state: TrainState; senders: Senders; followed: () => number },
): AsyncGenerator<Event> {
  const component = componentOf(how.state, planned.id);
  const dispatch = dispatchOf(component, purpose);
  if (!dispatch) return;
  const { clock, log, once, signal, followed } = how;
  const { values, missing } = outputsFor(planned, sentTexts(planned, purpose), how);
  if (missing !== undefined) {
    const refused = { type: 'dispatch-refused', component: planned.id, nonce: dispatch.nonce } as const;
    return yield { ...refused, reason: `It cannot be started: ${missing}`, at: clock.now() };
  }
  const complete: WantedRun = {
    repository: how.repositoryFor(planned.repository),
    ...targetFor(planned, purpose, { dispatch, values: { ...values, train: how.state.trainId } }),
    ...sentOf(dispatch, how.fresh),
    deadline,
    timeoutMs,
    approval,
    onTimeout: 'cancel',
    asksToResend: true,
    senders: how.senders,
    ...(isProvenByRegistry(planned, { purpose, plan: how.plan }) ? {} : { claimCounts: true as const }),
    ...(purpose === 'release' && component.earlier ? { earlier: component.earlier } : {}),
  };
  for await (const event of follow(complete, { clock, log, once, signal, followed })) {
    yield { ...event, component: planned.id, nonce: dispatch.nonce, at: clock.now() } as ComponentEvent;
  }
}

/** Whether its registry will say that it did its work. */
function isProvenByRegistry(planned: PlannedComponent, { purpose, plan }: { purpose: Purpose; plan: Plan }): boolean {
  return purpose === 'release' && plan.environment === undefined && packagesOf(planned).length > 0;
}

function sentOf(
  dispatch: Dispatch,
  fresh: boolean,
): Pick<WantedRun, 'sent' | 'sentAt' | 'sentBy' | 'resend' | 'lastSaid' | 'run' | 'cancelled' | 'intendedAt'> {
  const { intendedAt, sentAt, sentBy, resend, said } = dispatch;
  return {
    intendedAt,
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(sentBy === undefined ? {} : { sentBy }),
    ...(resend === undefined ? {} : { resend }),
    ...(said === undefined ? {} : { lastSaid: said }),
    sent: fresh ? 'fresh' : dispatch.accepted ? 'accepted' : 'unknown',
    ...(dispatch.run ? { run: dispatch.run } : {}),
    ...(dispatch.cancel ? { cancelled: dispatch.cancel } : {}),
  };
}

/** What is dispatched for a component, with the values that only the running train knows filled in. */
function targetFor(
  planned: PlannedComponent,
  purpose: 'release' | 'rollback',
  { dispatch, values: known }: { dispatch: Dispatch; values: Readonly<Record<string, string>> },
): Pick<WantedRun, 'target' | 'nonce'> {
  const templates = sentTexts(planned, purpose);
  const values = { ...known, nonce: dispatch.nonce };
  const inputs = Object.fromEntries(Object.entries(templates).map(([name, text]) => [name, fillIn(text, values)]));
  const nonce = sendsNonce(planned, purpose) ? { nonce: dispatch.nonce } : {};
  if (purpose === 'rollback' && planned.rollback) {
    const { workflow, ref } = planned.rollback;
    return { target: { workflow, ref, inputs }, ...nonce };
  }
  if ('eventType' in planned.dispatch) {
    return { target: { eventType: planned.dispatch.eventType, clientPayload: inputs }, ...nonce };
  }
  return { target: { workflow: planned.dispatch.workflow, ref: planned.ref, inputs }, ...nonce };
}

/** The component with its checks filled in with what only the running train knows. An output that is not there is no address. */
function withValues(planned: PlannedComponent, plan: Plan, state: TrainState): PlannedComponent {
  const values = {
    ...outputsFor(planned, planned.health, { plan, state }).values,
    nonce: componentOf(state, planned.id).dispatch?.nonce ?? '',
    train: state.trainId,
  };
  const health = mapTexts(planned.health, (text) => fillIn(text, values)) as PlannedComponent['health'];
  return { ...planned, health };
}

async function* verify(
  planned: PlannedComponent,
  deadline: number,
  { state, ...how }: How & { readonly state: TrainState },
): AsyncGenerator<Event> {
  let known = state;
  for await (const event of takeOutputs(planned, { ...how, state })) {
    const told = { ...event, component: planned.id, at: how.clock.now() };
    yield told;
    if (event.type !== 'outputs-read') return;
    known = apply(how.plan, known, told);
  }
  for await (const event of passGates(withValues(planned, how.plan, known), how.gates, { ...how, deadline })) {
    yield { ...event, component: planned.id, at: how.clock.now() };
  }
}

/** Asks whether what is there again after a rollback is healthy: at least once, however late it is. */
async function* verifyRestored(
  { id, rollback }: PlannedComponent,
  deadline: number,
  { state, gates, ...how }: How & { readonly state: TrainState },
): AsyncGenerator<Event> {
  const { clock, once, signal } = how;
  const nonce = componentOf(state, id).rollback?.nonce ?? '';
  const values = { nonce, train: state.trainId };
  const checks = mapTexts(rollback?.health ?? [], (text) => fillIn(text, values)) as PlannedComponent['health'];
  const oneLook = clock.now() + ONE_LOOK_MS;
  const until = once ? oneLook : Math.max(deadline, oneLook);
  const { verdict, detail } = await gates.health(checks, { deadline: until, signal });
  // The next one looks again.
  if (verdict !== 'healthy' && once && clock.now() < deadline) return;
  const reason = verdict === 'healthy' ? {} : { reason: detail };
  yield { type: 'restored-judged', component: id, nonce, verdict, ...reason, at: clock.now() };
}

/** After the bake every canary component passes its gates once more; the first that does not fails the canary. */
async function* verifyCanary(
  canary: readonly PlannedComponent[],
  how: How & { deadline: number },
): AsyncGenerator<Event> {
  for (const planned of canary) {
    const { id: component } = planned;
    let passed = false;
    for await (const event of passGates(planned, how.gates, how)) {
      if (event.type === 'gates-passed') passed = true;
      if (event.type === 'gates-passed' || event.type === 'gates-pending') continue;
      const reason = `After the bake: ${event.reason}`;
      const verdict = event.type === 'gates-failed' ? { verdict: event.verdict } : {};
      yield { type: 'canary-failed', component, reason, ...verdict, at: how.clock.now() };
    }
    if (!passed) return;
  }
  yield { type: 'canary-passed', at: how.clock.now() };
}
