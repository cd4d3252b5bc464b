import { nameOf, packagesOf } from '../../src/train/manifest/packages.ts';
import type { PlannedComponent } from '../../src/train/plan/plan.ts';
import { createRandom } from '../random.ts';
import type { Conclusion, RunFacts, RunScript, WorkflowDefinition } from '../types.ts';
import { HANDED_ON, type Scenario } from './scenario.ts';

const HOUR = 3_600_000;

const BAD: readonly [Conclusion | 'never', ...(Conclusion | 'never')[]] = [
  'failure',
  'failure',
  'cancelled',
  'skipped',
  'neutral',
  'timed_out',
  'action_required',
  'stale',
  'startup_failure',
  'never',
];

/** The workflows of a component's repository: what the train dispatches, and what brings back the version before. */
export function workflowsOf(
  { dispatch, ...planned }: PlannedComponent,
  behaviour: (run: RunFacts) => RunScript,
): WorkflowDefinition[] {
  const inputs = {
    version: {},
    nonce: {},
    before: {},
    ...Object.fromEntries(Object.keys(planned.inputs).map((name) => [name, {}])),
  };
  const common = { name: 'Release', behaviour };
  const rollback: WorkflowDefinition = {
    ...common,
    file: 'rollback.yml',
    on: ['workflow_dispatch'],
    inputs,
    runName: `Back to \${{ inputs.version }} [\${{ inputs.nonce }}]`,
  };
  const release: WorkflowDefinition =
    'eventType' in dispatch
      ? {
          ...common,
          file: 'release.yml',
          on: ['repository_dispatch'],
          types: [dispatch.eventType],
          runName: `Release [\${{ github.event.client_payload.nonce }}]`,
        }
      : {
          ...common,
          file: dispatch.workflow,
          on: ['workflow_dispatch'],
          inputs,
          runName: `Release [\${{ inputs.nonce }}]`,
        };
  return [release, rollback];
}

/** What becomes of an attempt, drawn for it alone; nothing goes wrong by itself where it is calm. */
export function script(run: RunFacts, { features, plan }: Scenario, calm: boolean): RunScript {
  const draw = (low: number, high: number) => low + Math.floor(run.random() * (high - low + 1));
  const planned = plan.components.find(({ repository }) => repository === run.repository);
  const version = String(run.inputs.version ?? run.payload.version ?? '');
  const fails = features.has('failures') && !calm && run.random() < 0.2;
  const conclusion = fails ? (BAD[draw(0, BAD.length - 1)] ?? 'failure') : 'success';
  const packages = planned ? packagesOf(planned).map(nameOf) : [];
  const lagMs = features.has('registry') ? draw(0, 180_000) : 1_000;
  const [queuedMs, ms] = [draw(500, 20_000), draw(1_000, 240_000)];
  return {
    conclusion,
    queuedMs,
    ms,
    cancelMs: draw(500, 20_000),
    ...(fails && run.random() < 0.3 && { ignoresCancel: true }),
    ...(run.random() < 0.05 && { waitingMs: draw(1_000, 120_000) }),
    ...(features.has('approvals') && approvalOf(run)),
    ...(features.has('in time') && approvalInTime(run, (planned?.timeout ?? 0) - queuedMs - ms)),
    ...(run.nonce && { claim: run.nonce }),
    ...(planned?.outputs && { artifacts: { [planned.outputs]: handedOnBy(run, features.has('failures') && !calm) } }),
    ...(features.has('refusals') && !calm && isRefused(run) && { claimForbidden: true as const }),
    ...(packages.length > 0 &&
      run.workflow === 'release.yml' && {
        publishes: packages.map((name) => ({ registry: 'npm' as const, name, version, lagMs })),
      }),
  };
}

/** What GitHub writes where a secret stood. */
export const MASKED = '***';

/** Each attempt hands on something of its own; in some a secret was masked. Drawn apart, too. */
function handedOnBy({ id, attempt }: RunFacts, mayFail: boolean): Readonly<Record<string, string>> {
  const luck = createRandom(id % 2 ** 31).fork(`outputs ${attempt}`);
  const value = mayFail && luck.next() < 0.25 ? MASKED : `${id}.${attempt}`;
  return { 'outputs.json': JSON.stringify({ [HANDED_ON.key]: value }) };
}

/** GitHub does not let some runs claim their release, and they end there. Drawn apart, too. */
function isRefused({ id, attempt }: RunFacts): boolean {
  return (
    createRandom(id % 2 ** 31)
      .fork(`refusal ${attempt}`)
      .next() < 0.25
  );
}

const PEOPLE = { environment: 'production', reviewers: ['alice'] };

/** Some runs wait for people: for minutes, for hours, over a weekend. Drawn apart, so that the rest is as without it. */
function approvalOf({ id, attempt }: RunFacts): Partial<RunScript> {
  const random = createRandom(id % 2 ** 31).fork(`approval ${attempt}`);
  if (random.next() > 0.2) return {};
  const waitingMs = random.between(60_000, random.pick([20 * 60_000, 5 * HOUR, 60 * HOUR]));
  return { waitingMs, waitsFor: PEOPLE, ...(random.next() < 0.5 && { waitsAfterMs: random.between(1_000, 240_000) }) };
}

/** Some wait so long that they would end a little late if that counted: whoever forgets the wait cancels them. */
function approvalInTime({ id, attempt }: RunFacts, spareMs: number): Partial<RunScript> {
  const random = createRandom(id % 2 ** 31).fork(`approval in time ${attempt}`);
  const waitingMs = spareMs + random.between(10_000, 60_000);
  return random.next() < 0.3 && waitingMs > 0 ? { waitingMs, waitsFor: PEOPLE } : {};
}
