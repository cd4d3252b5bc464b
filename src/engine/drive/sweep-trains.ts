import { type Fault, KnownError, UserError } from '../../platform/errors.ts';
import type { Log } from '../../platform/runner/log.ts';
import type { StateStore } from '../stores/train-store.ts';

interface SweepOptions {
  /** The manifest's name: of all open trains only its own are swept. */
  readonly name: string;
  readonly log: Log;
  readonly ride: (trainId: string) => Promise<void>;
}

/**
 * Goes on with the trains that are open: all of them, or the one of the given id, which may come from a hint that is late,
 * repeated or forged, and never starts anything. With none open this costs one request. One train's failure does not keep the
 * others from going on; at the end a UserError has the faults of all.
 */
export async function sweepTrains(
  store: StateStore,
  trainId: string | undefined,
  { name, log, ride }: SweepOptions,
): Promise<void> {
  const wanted = (await store.open()).filter((train) => trainId === undefined || train.trainId === trainId);
  const open = wanted.filter((train) => trainId !== undefined || train.name === name);
  for (const train of wanted.filter((one) => !open.includes(one))) {
    log.notice(`Train ${train.trainId} is left alone: it is one of ${train.name}, and the manifest here is ${name}.`);
  }
  if (open.length === 0) {
    log.info(`${trainId === undefined ? 'No train is open' : `Train ${trainId} is not open`}: there is nothing to do.`);
    return;
  }
  log.info(`Open: ${open.map((train) => train.trainId).join(', ')}.`);
  const failures: Fault[] = [];
  for (const train of open) {
    try {
      await ride(train.trainId);
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      failures.push(...error.faults);
    }
  }
  if (failures.length > 0) throw new UserError(failures);
}
