import type { Saved, StateStore } from '../../engine/stores/train-store.ts';
import { UserError } from '../../platform/errors.ts';
import { listed, nearest, quote } from '../../platform/text/wording.ts';
import { DAY_MS } from '../../platform/time/duration.ts';
import { readTrains } from './train-records.ts';

const YEAR_MS = 365 * DAY_MS;
const MOST_NAMED = 5;

/** The train as it was saved last. Throws a UserError that names the nearest ids where there is none. */
export async function findTrain(store: StateStore, trainId: string, now: number): Promise<Saved> {
  const saved = await store.load(trainId);
  if (saved) return saved;
  const [open, ended] = await Promise.all([store.open(), readTrains(store, { from: now - YEAR_MS, to: now })]);
  const known = [...new Set([...open.map((train) => train.trainId), ...ended.entries.map(({ id }) => id).reverse()])];
  const past = ended.entries.find(({ id }) => id === trainId);
  if (past) {
    const when = new Date(past.endedAt).toISOString();
    throw new UserError(
      `Train ${trainId} (${past.name}) ended ${when} as ${past.status}; its plan and state are no longer in the tree of ${store.place}. Its record is in the history, and git's history keeps the rest.`,
    );
  }
  if (known.length === 0)
    throw new UserError(`There is no train ${quote(trainId)} on ${store.place}: no train has run.`);
  throw new UserError(
    `There is no train ${quote(trainId)} on ${store.place}. Nearest: ${listed(nearest(trainId, known, MOST_NAMED), 'and', MOST_NAMED)}.`,
  );
}
