import { type ComponentRecord, historyPath, type TrainRecord } from '../../engine/stores/history.ts';
import { parseDocument } from '../../engine/stores/json-document.ts';
import type { StateStore } from '../../engine/stores/train-store.ts';
import { areTexts, isRecord } from '../../platform/records.ts';
import { COMPONENT_STATUSES, TRAIN_STATUSES } from '../../train/machine/state.ts';
import { reasonOf, seen } from './seen.ts';

export type EndedTrain = TrainRecord & { readonly id: string };

/** What a history holds, and what of it could not be read: it may have been cut or edited. */
export interface ReadHistory<T> {
  readonly entries: readonly T[];
  readonly faults: readonly string[];
}

/** The trains that began in a span of time (epoch milliseconds), the oldest first. */
export async function readTrains(
  store: Pick<StateStore, 'read'>,
  span: { readonly from: number; readonly to: number },
): Promise<ReadHistory<EndedTrain>> {
  const { entries, faults } = await readMonths(store, 'trains', span);
  const trains: EndedTrain[] = [];
  const broken: string[] = [];
  for (const { path, records: all } of entries) {
    const records = Object.entries(all);
    const read = records.flatMap(([id, record]) => trainOf(id, record) ?? []);
    if (read.length < records.length)
      broken.push(`${path}: ${records.length - read.length} of its ${records.length} trains cannot be read.`);
    trains.push(...read);
  }
  const within = trains.filter(({ startedAt }) => startedAt >= span.from && startedAt <= span.to);
  return { entries: within.sort((a, b) => a.startedAt - b.startedAt), faults: [...faults, ...broken] };
}

/** The documents of the months in a span of time, those that there are. */
export async function readMonths(
  store: Pick<StateStore, 'read'>,
  kind: 'trains' | 'passes',
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ReadHistory<{ readonly path: string; readonly records: Readonly<Record<string, unknown>> }>> {
  const documents = await Promise.all(
    monthsOf(from, to).map(async (at) => {
      const path = historyPath(kind, at);
      const read = await seen(async () => parseDocument(await store.read(path), path));
      return { path, read };
    }),
  );
  return {
    entries: documents.flatMap(({ path, read }) => ('value' in read ? [{ path, records: read.value }] : [])),
    faults: documents.flatMap(({ read }) => reasonOf(read) ?? []),
  };
}

/** A moment in each month, in UTC. */
function monthsOf(from: number, to: number): number[] {
  const last = new Date(to);
  const months: number[] = [];
  const first = new Date(from);
  let at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth());
  while (at <= last.getTime()) {
    months.push(at);
    const month = new Date(at);
    at = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1);
  }
  return months;
}

function trainOf(id: string, value: unknown): EndedTrain | undefined {
  if (!isRecord(value) || !isRecord(value.components)) return undefined;
  const { name, status, startedAt, endedAt } = value;
  const isWhole =
    typeof name === 'string' &&
    TRAIN_STATUSES.some((one) => one === status) &&
    Number.isFinite(startedAt) &&
    Number.isFinite(endedAt) &&
    ['environment', 'actor', 'event', 'runUrl', 'reason'].every((key) => isTextOrAbsent(value[key])) &&
    Object.values(value.components).every(isComponentRecord);
  if (!isWhole) return undefined;
  const record = value as unknown as TrainRecord;
  return { ...record, resumed: Number.isSafeInteger(record.resumed) ? record.resumed : 0, id };
}

const MOMENTS = ['dispatchedAt', 'concludedAt', 'finishedAt', 'waitedMs'];

function isComponentRecord(value: unknown): value is ComponentRecord {
  if (!isRecord(value)) return false;
  const { repository, status, attempt, needs, leadSeconds } = value;
  return (
    typeof repository === 'string' &&
    COMPONENT_STATUSES.some((one) => one === status) &&
    Number.isSafeInteger(attempt) &&
    MOMENTS.every((key) => value[key] === undefined || Number.isFinite(value[key])) &&
    ['version', 'previousVersion', 'runUrl', 'cause', 'health'].every((key) => isTextOrAbsent(value[key])) &&
    (leadSeconds === undefined || (Array.isArray(leadSeconds) && leadSeconds.every((one) => Number.isFinite(one)))) &&
    (needs === undefined || areTexts(needs))
  );
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
