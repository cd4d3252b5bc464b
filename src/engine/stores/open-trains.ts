import { messageOf, UserError } from '../../platform/errors.ts';
import { areTexts, isRecord } from '../../platform/records.ts';
import { isInstant } from '../../platform/time/instant.ts';
import { isOpen } from '../../train/machine/state.ts';
import { type LastGood, type OpenTrain, openTrain, type Saved } from './train-store.ts';

/** A train would work on a repository that another one, which is not over, keeps to itself. Waiting inside a job does not fix it. */
export class Conflict extends UserError {}

/**
 * The open trains once this one is written. Throws Conflict where it becomes open, by its start or by a person's resume,
 * while another works on one of its repositories.
 */
export function withTrain(open: readonly OpenTrain[], saved: Saved): readonly OpenTrain[] {
  const { trainId } = saved.state;
  const others = open.filter((train) => train.trainId !== trainId);
  if (!isOpen(saved.state)) return others;
  if (others.length === open.length) refuseConflict(others, saved);
  return [...others, openTrain(saved)];
}

function refuseConflict(others: readonly OpenTrain[], { plan }: Saved): void {
  const wanted = new Set(plan.components.map(({ repository }) => repository));
  for (const { trainId, name, status, startedAt, repositories } of others) {
    const shared = repositories.filter((repository) => wanted.has(repository));
    if (shared.length === 0) continue;
    const more = shared.length > 3 ? ` and ${shared.length - 3} more` : '';
    throw new Conflict(
      `Train ${trainId} (${name}, ${status} since ${new Date(startedAt).toISOString()}) is not over and works on ${shared.slice(0, 3).join(', ')}${more}. ` +
        `Wait for it, or resume it with train-id: ${trainId}. If it is stuck for good, see "Unlock a stuck train" in docs/troubleshooting.md.`,
    );
  }
}

/** The list of open trains as it was kept. Throws a UserError that says what is wrong with it. */
export function readOpenTrains(text: string | undefined, place: string): readonly OpenTrain[] {
  const read = readJson(text, 'open.json', place) ?? [];
  const isRight = Array.isArray(read) && read.every(isOpenTrain);
  if (!isRight)
    throw broken('open.json', place, 'is no list of trains with trainId, name, status, startedAt and repositories');
  return read;
}

/** The last good versions as they were kept. Throws a UserError that says what is wrong with them. */
export function readLastGood(text: string | undefined, place: string): LastGood {
  const read = readJson(text, 'last-good.json', place) ?? {};
  const isRight =
    isRecord(read) && Object.values(read).every((good) => isRecord(good) && Object.values(good).every(isGood));
  if (!isRight) throw broken('last-good.json', place, 'does not say a version for each component of each environment');
  return read as LastGood;
}

function readJson(text: string | undefined, file: string, place: string): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw broken(file, place, `is not valid JSON (${messageOf(error)})`);
  }
}

function broken(file: string, place: string, what: string): UserError {
  return new UserError(`${place}: ${file} ${what}. Nothing was changed; restore it from the branch's history.`);
}

function isOpenTrain(value: unknown): value is OpenTrain {
  if (!isRecord(value)) return false;
  const { trainId, name, status, startedAt, repositories } = value;
  return areTexts([trainId, name, status]) && areTexts(repositories) && isInstant(startedAt);
}

function isGood(value: unknown): boolean {
  return isRecord(value) && typeof value.version === 'string' && isInstant(value.at);
}
