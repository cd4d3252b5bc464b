import type { StateStore } from '../../engine/stores/train-store.ts';
import { isRecord } from '../../platform/records.ts';
import type { Metrics } from '../../services/reconcile/pass-metrics.ts';
import { type ReadHistory, readMonths } from './train-records.ts';

/** The figures of one pass over services, and when it was; epoch milliseconds. */
export type PassFigures = Metrics & { readonly at: number };

/** The passes in a span of time, the oldest first. */
export async function readPasses(
  store: Pick<StateStore, 'read'>,
  span: { readonly from: number; readonly to: number },
): Promise<ReadHistory<PassFigures>> {
  const { entries, faults } = await readMonths(store, 'passes', span);
  const passes: PassFigures[] = [];
  const broken: string[] = [];
  for (const { path, records } of entries) {
    const rows = Object.values(records);
    const read = rows.flatMap((row) => passOf(row) ?? []);
    if (read.length < rows.length)
      broken.push(`${path}: ${rows.length - read.length} of its ${rows.length} passes cannot be read.`);
    passes.push(...read);
  }
  const within = passes.filter(({ at }) => at >= span.from && at <= span.to);
  return { entries: within.sort((a, b) => a.at - b.at), faults: [...faults, ...broken] };
}

function passOf(row: unknown): PassFigures | undefined {
  if (!isRecord(row) || typeof row.at !== 'number' || !Number.isFinite(row.at)) return undefined;
  const figure = (key: string) => (typeof row[key] === 'number' && Number.isFinite(row[key]) ? row[key] : undefined);
  const age = figure('discoveryAgeSeconds');
  return {
    at: row.at,
    registered: figure('registered'),
    registrationSuccess: figure('registrationSuccess'),
    conflicts: figure('conflicts'),
    integrationPassRate: figure('integrationPassRate'),
    ...(age !== undefined && { discoveryAgeSeconds: age }),
    discoveryRefreshes: figure('discoveryRefreshes') ?? 0,
  };
}
