import {
  describeLock,
  EVERYWHERE,
  LOCKS,
  lockEnvironment,
  lockOn,
  RELEASE,
  readLocks,
  unlockEnvironment,
} from '../../engine/stores/locks.ts';
import type { StateStore } from '../../engine/stores/train-store.ts';
import { UserError } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext, runUrl } from '../../platform/runner/context.ts';
import { didYouMean, listed, quote } from '../../platform/text/wording.ts';
import { parseDuration } from '../../platform/time/duration.ts';
import type { TrainState } from '../../train/machine/state.ts';
import type { TrainOptions } from './train-options.ts';
import type { TrainWorld } from './train-world.ts';

/** Locks or unlocks an environment of the manifest: new trains there are refused; those that are open go on. */
export async function changeLock(
  given: TrainOptions,
  { store, environments }: TrainWorld,
  runner: Runner,
): Promise<void> {
  const name = given.environment ?? RELEASE;
  const isKnown = [EVERYWHERE, RELEASE, ...environments].includes(name);
  if (given.mode === 'unlock')
    return unlock(name, given, { store, runner, unknown: isKnown ? undefined : unknownName(name, environments) });
  if (!isKnown) throw unknownName(name, environments);
  const { clock, log, env } = runner;
  const context = runContext(env);
  const url = runUrl(context);
  const until = given.until === undefined ? undefined : untilTime(given.until, clock.now());
  const by = context.actor ?? 'somebody';
  const lock = { by, reason: given.reason ?? '', at: clock.now(), ...(until && { until }), ...(url && { url }) };
  if (given.dryRun) return log.notice(`Dry run: nothing is locked. It would be: ${describeLock(name, lock)}`);
  const before = await lockEnvironment(store, name, lock);
  const replaced = before ? ` This replaces another lock: ${describeLock(name, before)}` : '';
  log.notice(`${describeLock(name, lock)} New trains there are refused; those that are open go on.${replaced}`);
}

interface Unlocking {
  readonly store: StateStore;
  readonly runner: Runner;
  /** The manifest does not have the environment: it was renamed since it was locked, or the name is wrong. */
  readonly unknown: UserError | undefined;
}

async function unlock(name: string, { dryRun }: TrainOptions, { store, runner, unknown }: Unlocking): Promise<void> {
  const { log } = runner;
  const { [name]: there, ...others } = readLocks(await store.read(LOCKS));
  if (!there && unknown) throw unknown;
  const rest = Object.entries(others).map(([other, lock]) => describeLock(other, lock));
  const still = rest.length > 0 ? ` Still: ${rest.join(' ')}` : '';
  if (dryRun)
    return log.notice(
      there ? `Dry run: nothing is unlocked. ${describeLock(name, there)}` : `${name} is not locked.${still}`,
    );
  const lock = await unlockEnvironment(store, name);
  log.notice(
    lock ? `${name} is unlocked. It was: ${describeLock(name, lock)}${still}` : `${name} is not locked.${still}`,
  );
}

function unknownName(name: string, known: readonly string[]): UserError {
  const hint = didYouMean(name, known) || `. Known: ${listed([...known, EVERYWHERE])}.`;
  return new UserError(`Input environment: the manifest has no environment ${quote(name)}${hint}`);
}

/** Throws a UserError where a lock is to end at what is no time to come. */
export function verifyUntil({ mode, until }: Pick<TrainOptions, 'mode' | 'until'>, { clock }: Runner): void {
  if (mode === 'lock' && until !== undefined) untilTime(until, clock.now());
}

/** A time such as 2026-11-26T08:00Z, or a duration from now. */
function untilTime(text: string, now: number): number {
  const span = parseDuration(text);
  const at = span === undefined ? Date.parse(text) : now + span;
  if (Number.isNaN(at) || (span === undefined && !/^\d{4}-\d\d-\d\d/.test(text)))
    throw new UserError(
      `Input until: ${quote(text)} is no time; expected one such as 2026-11-26T08:00Z, or a duration such as 2h.`,
    );
  if (at <= now) throw new UserError(`Input until: ${quote(text)} is over already.`);
  return at;
}

/**
 * Refuses a new train where its environment is locked, unless there is a reason to start it all the same, which is then part
 * of the train.
 */
export async function passLock(
  store: StateStore,
  { environment, overrideLock }: Pick<TrainOptions, 'environment' | 'overrideLock'>,
  { clock, env, log }: Runner,
): Promise<Pick<TrainState, 'override'>> {
  const found = await lockOn(store, environment, clock.now());
  if (!found) return {};
  const said = describeLock(found.name, found.lock);
  if (overrideLock === undefined)
    throw new UserError(`${said} Unlock it (mode: unlock), or give override-lock a reason. Nothing was started.`);
  const by = runContext(env).actor ?? 'somebody';
  log.warning(`${said} It is started all the same, by ${by}: ${overrideLock}`);
  return { override: { by, reason: overrideLock } };
}

/** A plan for people who approve it: the first of its warnings is that its train would be refused, because its environment is locked. */
export async function planToApprove({ plan, store }: TrainWorld, { clock }: Runner): ReturnType<TrainWorld['plan']> {
  const planned = await plan();
  const found = await lockOn(store, planned.plan.environment, clock.now());
  if (!found) return planned;
  const said = describeLock(found.name, found.lock);
  const message = `${said} As long as it is, this is refused, unless override-lock gives a reason.`;
  return { ...planned, warnings: [{ message }, ...planned.warnings] };
}
