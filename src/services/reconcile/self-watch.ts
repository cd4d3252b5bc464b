import type { CallOptions } from '../../platform/github/client/client.ts';
import { readRepository } from '../../platform/github/repositories.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { RunContext } from '../../platform/runner/context.ts';
import { DAY_MS, formatDuration } from '../../platform/time/duration.ts';
import type { Finding } from './findings.ts';

/** What is known of earlier passes; milliseconds since the epoch. */
interface OwnHistory {
  readonly lastRun?: number;
  /** The last push to the repository. */
  readonly lastActivity?: number;
}

/** GitHub disables the schedules of a public repository after 60 days without activity. */
const SCHEDULE_LIFE_MS = 60 * DAY_MS;
const SCHEDULE_WARNING_MS = 10 * DAY_MS;

/** What is wrong with how often passes run: too long since the last, or a schedule that GitHub is about to switch off. */
export function selfFindings(history: OwnHistory, now: number, longestGapMs: number): Finding[] {
  const findings: Finding[] = [];
  const { lastRun, lastActivity } = history;
  if (lastRun !== undefined && now - lastRun > longestGapMs) {
    const since = new Date(lastRun).toISOString();
    const detail = `did not run from ${since} on, for longer than ${formatDuration(longestGapMs)}; was its schedule disabled?`;
    findings.push({ kind: 'overdue', detail });
  }
  if (lastActivity !== undefined && now - lastActivity > SCHEDULE_LIFE_MS - SCHEDULE_WARNING_MS) {
    const ends = new Date(lastActivity + SCHEDULE_LIFE_MS).toISOString().slice(0, 10);
    const detail = `will lose its schedule on ${ends}: GitHub disables it after 60 days without a push. Push a commit, or enable it again.`;
    findings.push({ kind: 'overdue', detail });
  }
  return findings;
}

/** The earlier runs of the workflow that this is a run of, as GitHub lists them (`actions: read`, `contents: read`). */
export async function ownHistory(
  repository: Repository,
  { workflowRef, runId }: Pick<RunContext, 'workflowRef' | 'runId'>,
  options: CallOptions,
): Promise<OwnHistory> {
  const file = /\/\.github\/workflows\/([^/@]+)@/.exec(workflowRef ?? '')?.[1];
  if (!file) return {};
  const params = { workflow_id: file, status: 'completed' };
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
  const runs = await repository.list<RawRun>(route, params, { ...options, key: 'workflow_runs', limit: 20 });
  const times = runs
    .filter((run) => String(run.id) !== runId && PASSES.includes(run.conclusion ?? ''))
    .map((run) => Date.parse(run.run_started_at ?? ''))
    .filter((time) => !Number.isNaN(time));
  const { isPrivate, pushedAt } = await readRepository(repository, options);
  return {
    ...(times.length > 0 ? { lastRun: Math.max(...times) } : {}),
    // Private repositories keep their schedules.
    ...(isPrivate || pushedAt === undefined ? {} : { lastActivity: pushedAt }),
  };
}

interface RawRun {
  readonly id: number;
  readonly conclusion?: string | null;
  readonly run_started_at?: string;
}

/** A run that was cancelled or skipped looked at nothing. */
const PASSES: readonly string[] = ['success', 'failure'];
