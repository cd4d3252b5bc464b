import { randomBytes } from 'node:crypto';
import { createActivities } from '../engine/drive/activities.ts';
import { healthGate } from '../engine/drive/health-gate.ts';
import { moveTrain, openTrain } from '../engine/drive/open-train.ts';
import type { PlannedTrain } from '../engine/planning/plan-train.ts';
import { publishEcosystemRelease } from '../engine/reports/ecosystem-release.ts';
import { progress } from '../engine/reports/progress.ts';
import { failureMessages, showFailures } from '../engine/runs/show-failures.ts';
import type { Saved } from '../engine/stores/train-store.ts';
import { type Fault, UserError } from '../platform/errors.ts';
import { createNetwork } from '../platform/net/network.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import type { Log } from '../platform/runner/commands.ts';
import { duration, flag, type InputsOf, oneOf, optional, text } from '../platform/runner/inputs.ts';
import { isOpen } from '../train/machine/state.ts';
import { planMarkdown } from '../train/views/plan-markdown.ts';
import { cancelOpenTrain } from './setup/cancel-open-train.ts';
import { ownRepository } from './setup/own-repository.ts';
import { trainInputs } from './setup/train-inputs.ts';
import { reportTrain, versionsOf } from './setup/train-outputs.ts';
import { defaultTrainId, openWorld, stateInput, type TrainWorld } from './setup/train-world.ts';

const inputs = {
  ...trainInputs,
  'dry-run': optional(flag, false),
  mode: optional(oneOf('wait', 'advance', 'cancel'), 'wait'),
  'train-id': optional(trainIdInput),
  resume: optional(flag, true),
  timeout: optional(duration, 330 * 60_000),
  state: optional(stateInput, { kind: 'branch' } as const),
  'plan-hash': optional(text),
  'ecosystem-tag': optional(text),
  'allow-private-network': optional(flag, false),
} as const;

type Inputs = InputsOf<typeof inputs>;

/** All trains that are not over; only `advance` goes through several. */
const ALL_OPEN = '*';

/** Runs a release train or a deployment from a manifest: starts it, or takes it up where it stopped. */
export default defineAction({
  inputs,
  async run(given, runner) {
    verifyTrainId(given);
    const world = await openWorld(given, given.state, runner);
    if (given.mode === 'cancel') return cancelOpenTrain(given.trainId ?? '', world, runner);
    if (given.dryRun) return rehearse(world, runner);
    if (given.trainId === ALL_OPEN || !given.resume) return sweep(given, world, runner);
    await ride(given.trainId ?? defaultTrainId(runner), given, { world, runner });
  },
});

function verifyTrainId({ trainId, mode, dryRun }: Inputs): void {
  if (trainId === ALL_OPEN && mode !== 'advance') {
    throw new UserError('Input train-id: * stands for all open trains, which only mode advance goes through.');
  }
  if (mode === 'cancel' && (trainId === undefined || dryRun)) {
    throw new UserError('Input mode: cancel wants the train-id of the train to cancel, and no dry-run.');
  }
}

function trainIdInput(value: string): string {
  if (value === ALL_OPEN || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value)) return value;
  throw new Error('expected up to 64 letters, digits, dots, hyphens and underscores');
}

/** Dry run: the plan, and nothing else. */
async function rehearse(world: TrainWorld, { log, outputs }: Runner): Promise<void> {
  const { plan, hash, leftOut, warnings } = await world.plan();
  await outputs.summarise(planMarkdown(plan, { leftOut, warnings }));
  await outputs.set('plan', plan);
  await outputs.set('versions', versionsOf(plan.components));
  log.info(
    `Dry run: ${plan.components.length} components in ${plan.waves.length} waves, plan ${hash.slice(0, 12)}. Nothing was started.`,
  );
}

/**
 * Goes on with the trains that are open: all of them, or the one of the given id, which may come from a hint that is late,
 * repeated or forged, and never starts anything. With none open this costs one request.
 */
async function sweep(given: Inputs, world: TrainWorld, runner: Runner): Promise<void> {
  const wanted = given.trainId === ALL_OPEN ? undefined : (given.trainId ?? defaultTrainId(runner));
  const open = (await world.store.open()).filter(({ trainId }) => wanted === undefined || trainId === wanted);
  const none = `${wanted === undefined ? 'No train' : `Train ${wanted}`} is ${wanted === undefined ? '' : 'not '}open: there is nothing to do.`;
  runner.log.info(open.length === 0 ? none : `Open: ${open.map(({ trainId }) => trainId).join(', ')}.`);
  const failures: Fault[] = [];
  for (const { trainId } of open) {
    try {
      await ride(trainId, { ...given, resume: false }, { world, runner });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(...error.faults);
    }
  }
  if (failures.length > 0) throw new UserError(failures);
}

/** Starts the train or takes it up, and reports how far it came. */
async function ride(
  trainId: string,
  given: Inputs,
  { world, runner }: { world: TrainWorld; runner: Runner },
): Promise<void> {
  const { clock, log, signal, env } = runner;
  const { clientFor, registry, store } = world;
  const salt = `ra${randomBytes(5).toString('hex')}`;
  const plan = async () => {
    log.info(`Train ${trainId} is new: looking up the current version of every component.`);
    return approved(await world.plan(), given.planHash);
  };
  const saved = await openTrain({ trainId, store, plan, now: clock.now(), salt, signal });
  announce(saved, log, store.place);
  const network = createNetwork({ allowPrivateNetwork: given.allowPrivateNetwork, env });
  const gates = { registry, health: healthGate({ clock, network, log }) };
  const state = await moveTrain(saved, {
    store,
    clock,
    signal,
    activities: createActivities({ plan: saved.plan, clientFor, gates, clock, log }),
    mode: given.mode === 'advance' ? 'advance' : 'wait',
    deadline: clock.now() + given.timeout,
    resume: given.resume,
    onEvent: progress(saved.plan, log),
    onTrouble: (message) => log.warning(message),
  });
  const train = { plan: saved.plan, state, writes: saved.writes };
  await reportTrain(train, runner);
  if (!signal.aborted) await showFailures(train, { clientFor, runner });
  await runner.outputs.summarise(foldedPlan(saved.plan));
  if (state.status === 'succeeded' && given.ecosystemTag !== undefined) {
    const repository = ownRepository(env);
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const tag = given.ecosystemTag.replaceAll('{train}', trainId);
    const release = { repository, tag, sha: env.GITHUB_SHA, server };
    const url = await publishEcosystemRelease(world.home, train, release);
    await runner.outputs.set('release-url', url);
    log.info(`Ecosystem release: ${url}`);
  }
  if (state.status !== 'succeeded' && !(given.mode === 'advance' && isOpen(state))) {
    throw new UserError(failureMessages(train).map((message) => ({ message })));
  }
}

/** A plan that somebody has looked at is started only as it was then. */
function approved(planned: PlannedTrain, wanted: string | undefined): PlannedTrain {
  if (wanted === undefined || planned.hash === wanted) return planned;
  throw new UserError(
    `The plan is not the one that was approved: its hash is ${planned.hash.slice(0, 12)}, plan-hash says ${wanted.slice(0, 12)}. ` +
      'Something was released, or the manifest was changed, since it was made. Nothing was started. Make the plan again and look at it: run this workflow anew (Re-run all jobs).',
  );
}

function announce({ plan, state, writes }: Saved, log: Log, place: string): void {
  const { trainId, status } = state;
  if (writes === 1) {
    log.info(`Train ${trainId}: ${plan.components.length} components in ${plan.waves.length} waves, kept on ${place}.`);
  } else if (status === 'succeeded') {
    log.info(`Train ${trainId} has succeeded already (${place}): nothing is started.`);
  } else {
    log.info(`Train ${trainId} was ${status} and is taken up where it stopped (${place}).`);
  }
}

/** The plan, folded: who reads the summary of a train wants to know first what became of it. */
function foldedPlan(plan: Saved['plan']): string {
  return `<details><summary>The plan of this train</summary>\n\n${planMarkdown(plan)}\n</details>`;
}
