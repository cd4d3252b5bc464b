import { getRef } from '../../../platform/github/refs.ts';
import { readRepository } from '../../../platform/github/repositories.ts';
import type { Repository } from '../../../platform/github/repository.ts';
import { listStatuses } from '../../../platform/github/statuses.ts';
import type { Clock } from '../../../platform/time/clock.ts';
import { payloadOf, SELF_TEST } from '../../hub/hub-event.ts';
import { trigger } from '../../hub/trigger.ts';
import { answerWarning } from '../../hub/trigger-text.ts';
import { hopsFrom, type RoundTrip } from './round-trip.ts';

const PATIENCE_MS = 3 * 60_000;
const PAUSE_MS = 4_000;
const CONTEXT = 'hub/self-test';

interface SourceTools {
  /** May send events to the hub. */
  readonly hub: Repository;
  /** May read the source and its statuses. */
  readonly source: Repository;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Sends the hub a test event in the name of a source, as its trigger would, and waits until the commit there has its answer. */
export async function testSource(tools: SourceTools): Promise<RoundTrip> {
  const { hub, source, clock, signal } = tools;
  const trip = { what: 'hub' as const, subject: source.name };
  const { hops, reached } = hopsFrom(() => clock.now());
  const { defaultBranch } = await readRepository(source, { signal });
  const sha = await getRef(source, `heads/${defaultBranch}`, { signal });
  if (sha === undefined) return { ...trip, hops, problem: `${source} has no commit on ${defaultBranch}.` };
  reached('source read');
  const startedAt = clock.now();
  const push = { repository: source.name, ref: `refs/heads/${defaultBranch}`, sha, run: '' };
  const event = { hub, eventType: SELF_TEST, payload: payloadOf(push, { components: [] }), context: CONTEXT };
  const answered = await trigger(event, { source, clock, signal });
  const warning = answerWarning(event, answered);
  if (warning !== undefined || answered.answer !== 'status') return { ...trip, hops, problem: warning };
  reached('hub answered');
  for (;;) {
    const statuses = await listStatuses(source, sha, { signal });
    const status = statuses.find((one) => one.context === CONTEXT && one.createdAt >= startedAt - 5_000);
    if (status && status.state !== 'pending') {
      reached(`status ${status.state}`);
      return {
        ...trip,
        hops,
        problem: status.state === 'success' ? undefined : `The hub answered ${status.state}: ${status.description}`,
      };
    }
    if (clock.now() - startedAt >= PATIENCE_MS)
      return {
        ...trip,
        hops,
        problem: `The status ${CONTEXT} on ${sha.slice(0, 7)} was still pending after three minutes: look at the run of the hub.`,
      };
    await clock.sleep(PAUSE_MS, signal);
  }
}
