import { escapeMarkdown, table } from '../../../platform/text/markdown.ts';
import type { RoundTrip } from './round-trip.ts';

/** The round trips as Markdown: a row each, with the time of every hop. */
export function roundTripsMarkdown(trips: readonly RoundTrip[]): string {
  const failed = trips.filter(({ problem }) => problem !== undefined).length;
  const rows = trips.map((trip) => [
    trip.problem === undefined ? '✅' : '❌',
    `${trip.what} ${escapeMarkdown(trip.subject)}`,
    escapeMarkdown(hopsOf(trip)),
    escapeMarkdown(trip.problem ?? ''),
  ]);
  return [
    `### Self-test: ${failed === 0 ? 'every way was there and back' : `${failed} of ${trips.length} did not come back`}`,
    table(['', 'Way', 'Hops', 'Problem'], rows),
  ].join('\n\n');
}

export function hopsOf({ hops }: RoundTrip): string {
  return hops.map(({ name, ms }) => `${name} ${(ms / 1000).toFixed(1)} s`).join(' → ');
}
