import type { Clock } from '../../platform/time/clock.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { Observed, ProbedAnswer } from './findings.ts';

/** A service and where to look at it. */
export interface WatchedService {
  readonly service: string;
  /** Undefined where there is nothing to look at. */
  readonly url: string | undefined;
  /** What is known without a look, for a service that has no URL. */
  readonly known?: ProbedAnswer | undefined;
}

export interface ServiceLooks {
  /** One look within so many milliseconds. */
  readonly look: (url: string, timeoutMs: number) => Promise<ProbedAnswer>;
  readonly clock: Clock;
  /** No look begins after this, and none lasts longer; milliseconds since the epoch. */
  readonly until: number;
  /** What this pass has seen so far, by URL. */
  readonly seen: Map<string, ProbedAnswer>;
  readonly signal: AbortSignal;
}

/** Sixteen bodies of 1 MiB are the most that memory should hold at a time. */
const PARALLEL_LOOKS = 16;
const LONGEST_LOOK_MS = 10_000;
/** A shorter look says nothing about a service. */
const SHORTEST_LOOK_MS = 1_000;

const UNSEEN: ProbedAnswer = { verdict: 'inconclusive', detail: 'no time was left to look at it', unseen: true };
const NO_URL: ProbedAnswer = { verdict: 'inconclusive', detail: 'it has no health endpoint' };

/**
 * Looks at every target once, and a second time at those that did not pass, as far as the time goes: it is shared among
 * them, so that the slow do not keep the rest from being looked at. What was found is in `seen`.
 */
export async function lookAtServices(targets: readonly WatchedService[], looks: ServiceLooks): Promise<void> {
  const { seen } = looks;
  const urls = [...new Set(targets.flatMap(({ url }) => (url === undefined ? [] : [url])))];
  await lookAt(
    urls.filter((url) => isOpen(seen.get(url))),
    looks,
  );
  await lookAt(
    urls.filter((url) => deservesSecondLook(seen.get(url))),
    looks,
  );
}

/** What was seen of each target, by service in alphabetical order. */
export function seenAt(
  targets: readonly WatchedService[],
  seen: ReadonlyMap<string, ProbedAnswer>,
): Observed['direct'] {
  const rows = targets.map(({ service, url, known }): [string, { url: string; probe: ProbedAnswer }] => [
    service,
    { url: url ?? '', probe: url === undefined ? (known ?? NO_URL) : (seen.get(url) ?? UNSEEN) },
  ]);
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function lookAt(urls: readonly string[], { look, clock, until, seen, signal }: ServiceLooks): Promise<void> {
  let waiting = urls.length;
  await mapPooled(urls, PARALLEL_LOOKS, async (url) => {
    const left = until - clock.now();
    // What is left below the shortest look is nothing to share.
    const share = ((left - SHORTEST_LOOK_MS) * PARALLEL_LOOKS) / Math.max(PARALLEL_LOOKS, waiting--);
    if (left < SHORTEST_LOOK_MS || signal.aborted) return;
    const timeoutMs = Math.min(left, LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, share));
    const found = await look(url, timeoutMs);
    const before = seen.get(url);
    // A later look that could not tell does not take back what an earlier one has seen.
    if (isOpen(before) || found.verdict !== 'inconclusive')
      seen.set(url, { ...found, looks: (before?.looks ?? 0) + 1 });
  });
}

function isOpen(probe: ProbedAnswer | undefined): boolean {
  return probe === undefined || probe.unseen === true;
}

function deservesSecondLook(probe: ProbedAnswer | undefined): boolean {
  return probe !== undefined && probe.verdict !== 'healthy' && probe.final !== true && (probe.looks ?? 0) < 2;
}
