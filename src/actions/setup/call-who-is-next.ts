import type { Telling } from '../../engine/drive/channel.ts';
import { escalateDue } from '../../operations/notify/escalate.ts';
import type { Runner } from '../../platform/runner/action.ts';
import type { TrainWorld } from './train-world.ts';

/** Calls who is next where nobody acts on a problem, and says when that will be due again; undefined where it will not. */
export async function callWhoIsNext({
  world,
  runner,
  telling,
}: {
  readonly world: TrainWorld;
  readonly runner: Runner;
  readonly telling: Telling;
}): Promise<number | undefined> {
  const { store, issuesIn: repositoryFor, notifications } = world;
  const { clock, log, signal } = runner;
  const issues = notifications?.channels.filter((spec) => spec.kind === 'issue') ?? [];
  const onTrouble = (message: string) => log.warning(message);
  const { channels } = telling;
  const { outcomes, nextAt } = await escalateDue({ store, channels, issues, repositoryFor, clock, signal, onTrouble });
  for (const outcome of outcomes)
    if ('reason' in outcome) log.warning(`Channel ${outcome.channel}: ${outcome.reason}`);
    else log.info(`${outcome.channel} was told: escalated.`);
  return nextAt;
}
