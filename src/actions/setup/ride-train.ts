import { randomBytes } from 'node:crypto';
import { createActivities } from '../../engine/drive/activities.ts';
import type { Telling } from '../../engine/drive/channel.ts';
import { healthGate } from '../../engine/drive/health-gate.ts';
import { moveTrain, openTrain, type StartOptions } from '../../engine/drive/open-train.ts';
import { approved, verifySavedPlan } from '../../engine/planning/approved-plan.ts';
import { publishEcosystemRelease } from '../../engine/reports/ecosystem-release.ts';
import { heartbeat } from '../../engine/reports/heartbeat.ts';
import { recordLeadTimes } from '../../engine/reports/lead-times.ts';
import { openingLine, progress } from '../../engine/reports/progress.ts';
import { endingsOf, failureMessages, lookAtFailures, showFailures } from '../../engine/runs/show-failures.ts';
import type { Saved } from '../../engine/stores/train-store.ts';
import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import type { Network } from '../../platform/net/network.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext, runUrl } from '../../platform/runner/context.ts';
import { code } from '../../platform/text/markdown.ts';
import { isOpen, type TrainState } from '../../train/machine/state.ts';
import { ecosystemTag } from '../../train/plan/ecosystem-tag.ts';
import type { Plan } from '../../train/plan/plan.ts';
import { foldedPlan } from '../../train/views/plan-markdown.ts';
import { callWhoIsNext } from './call-who-is-next.ts';
import { passLock } from './lock-environment.ts';
import { lookAgain } from './look-again.ts';
import type { TrainOptions } from './train-options.ts';
import { reportTrain } from './train-outputs.ts';
import type { TrainWorld } from './train-world.ts';

interface Around {
  readonly world: TrainWorld;
  readonly runner: Runner;
  readonly network: Network;
  /** Who is told of it; undefined where nobody is. */
  readonly telling: Telling | undefined;
}

/** Starts the train or resumes it, and reports how far it came. Throws a UserError with a cause each where it failed. */
export async function rideTrain(trainId: string, given: TrainOptions, around: Around): Promise<void> {
  const { world, runner } = around;
  const saved = await board(trainId, given, around);
  runner.log.info(openingLine(saved, world.store.place));
  const state = await move(saved, given, around);
  const train: Saved = { ...saved, state };
  const failed = await lookAtFailures(train, { ...runner, repositoryFor: world.repositoryFor });
  const endings = endingsOf(failed);
  await reportTrain(train, runner, endings);
  await showFailures(failed, runner);
  await runner.outputs.summarise(foldedPlan(saved.plan));
  if (state.status === 'succeeded' && given.ecosystemTag !== undefined) {
    await releaseEcosystem(train, given.ecosystemTag, around);
  }
  if (isOpen(saved.state) && !runner.signal.aborted) await recordLeads(train, around);
  if (state.status !== 'succeeded' && !(given.mode === 'advance' && isOpen(state))) {
    throw new UserError(failureMessages(train, endings).map((message) => ({ message })));
  }
}

/** For the figures; a train is no worse for want of them. */
async function recordLeads(train: Saved, { world, runner }: Around): Promise<void> {
  const { store, repositoryFor, manifest } = world;
  try {
    await recordLeadTimes(train, { store, repositoryFor, components: manifest.components, signal: runner.signal });
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    runner.log.debug(`Lead times were not recorded: ${messageOf(error)}`);
  }
}

function board(trainId: string, given: TrainOptions, { world, runner }: Around): Promise<Saved> {
  const { planHash: approvedHash } = given;
  const { clock, log, signal, env } = runner;
  const salt = `ra${randomBytes(5).toString('hex')}`;
  const { store } = world;
  const verify = async (saved: Saved) => {
    const manifest = await world.manifestOf(saved.plan);
    verifySavedPlan(saved.plan, { trainId, place: store.place, manifest, approvedHash });
    if (given.resume) await lookAgain(saved, world, runner);
  };
  const plan = async () => {
    const { override } = await passLock(store, given, runner);
    log.info(`Train ${trainId} is new: looking up the current version of every component.`);
    const planned = approved(await world.plan(), approvedHash);
    for (const { message, ...place } of planned.warnings) log.warning(message, place);
    verifyEcosystemTag(given.ecosystemTag, { plan: planned.plan, trainId, world });
    return { ...planned, ...(override && { override }) };
  };
  return openTrain({ trainId, store, verify, plan, now: clock.now(), salt, signal, ...startedBy(env) });
}

function move(saved: Saved, given: TrainOptions, { world, runner, network, telling }: Around): Promise<TrainState> {
  const { repositoryFor, registry, store } = world;
  const { clock, log, secrets, signal } = runner;
  const isSecret = (text: string) => secrets.redact(text) !== text;
  const gates = { registry, health: healthGate({ clock, network, log }) };
  const tell = progress(saved.plan, log);
  let { state } = saved;
  const moved = moveTrain(saved, {
    store,
    clock,
    signal,
    activities: createActivities({ plan: saved.plan, repositoryFor, gates, clock, log, isSecret }),
    mode: given.mode === 'advance' ? 'advance' : 'wait',
    deadline: clock.now() + given.timeout,
    unguessable: () => randomBytes(10).toString('hex'),
    resume: given.resume,
    dispatchAgain: given.dispatchAgain,
    onEvent: (event, before, after) => {
      state = after;
      tell(event, before, after);
    },
    onTrouble: (message) => log.warning(message),
    onTold: (message) => log.info(message),
    telling,
    recordsBy: repositoryFor,
    ...(telling && { callNext: () => callWhoIsNext({ world, runner, telling }) }),
  });
  return heartbeat({ plan: saved.plan, state: () => state, clock, log, signal }, moved);
}

/** Who and what started the job that starts the train. */
function startedBy(env: Runner['env']): Pick<StartOptions, 'actor' | 'startedBy'> {
  const context = runContext(env);
  const { actor, event } = context;
  const url = runUrl(context);
  const by = { ...(event && { event }), ...(url && { runUrl: url }) };
  return { ...(actor && { actor }), ...(Object.keys(by).length > 0 && { startedBy: by }) };
}

async function releaseEcosystem(train: Saved, form: string, { world, runner }: Around): Promise<void> {
  const { env, log, outputs } = runner;
  const { commit, serverUrl = 'https://github.com' } = runContext(env);
  const { components } = world.manifest;
  const named = ecosystemTag(form, { plan: train.plan, components, trainId: train.state.trainId });
  if ('fault' in named) return log.warning(`All is released, but there is no ecosystem release. ${named.fault}`);
  if ('leftOut' in named) return log.notice(`No ecosystem release: this train does not release ${named.leftOut}.`);
  const forms = new Map(components.map(({ id, tag }) => [id, tag]));
  const { tag } = named;
  const made = await publishEcosystemRelease(train, {
    repository: world.home,
    tag,
    sha: commit,
    server: serverUrl,
    tagOf: ({ id }, version) => (forms.get(id) ?? 'v{version}').replace('{version}', () => version),
  });
  if ('url' in made) {
    await outputs.set('release-url', made.url);
    return log.info(`Ecosystem release: ${made.url}`);
  }
  log.warning(`All is released, but the ecosystem release ${tag} was not made: make it by hand. ${made.refused}`);
  await outputs.summarise(`### To be made by hand: ${code(tag)}\n\n${made.notes}`);
}

/** Throws a UserError where the tag of the whole could not be made of this plan, before anything starts. */
export function verifyEcosystemTag(
  form: string | undefined,
  { plan, trainId, world }: { plan: Plan; trainId: string; world: TrainWorld },
): void {
  if (form === undefined) return;
  const named = ecosystemTag(form, { plan, components: world.manifest.components, trainId });
  if ('fault' in named) throw new UserError(named.fault);
}
