import { isRecord } from '../../platform/records.ts';
import { runContext } from '../../platform/runner/context.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { GitHubCall } from '../registries/github-calls.ts';
import { textAt } from '../registries/rest-record.ts';
import type { Finding } from './findings.ts';

/** What is known of earlier passes; milliseconds since the epoch. */
export interface OwnHistory {
  readonly lastRun?: number;
  /** The last push to the repository. */
  readonly lastActivity?: number;
}

const DAY = 24 * 3_600_000;
/** GitHub disables the schedules of a public repository after 60 days without activity. */
const SCHEDULE_LIFE = 60 * DAY;
const SCHEDULE_WARNING = 10 * DAY;

/** What is wrong with how often passes run: too long since the last, or a schedule that GitHub is about to switch off. */
export function selfFindings(history: OwnHistory, now: number, longestGap: number): Finding[] {
  const findings: Finding[] = [];
  const { lastRun, lastActivity } = history;
  if (lastRun !== undefined && now - lastRun > longestGap) {
    const since = new Date(lastRun).toISOString();
    const detail = `did not run from ${since} on, for longer than ${formatDuration(longestGap)}; was its schedule disabled?`;
    findings.push({ kind: 'overdue', detail });
  }
  if (lastActivity !== undefined && now - lastActivity > SCHEDULE_LIFE - SCHEDULE_WARNING) {
    const ends = new Date(lastActivity + SCHEDULE_LIFE).toISOString().slice(0, 10);
    const detail = `will lose its schedule on ${ends}: GitHub disables it after 60 days without a push. Push a commit, or enable it again.`;
    findings.push({ kind: 'overdue', detail });
  }
  return findings;
}

/** The earlier runs of the workflow that this is a run of, as GitHub lists them (`actions: read`, `contents: read`). */
export async function ownHistory(
  call: GitHubCall,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OwnHistory> {
  const { repository, runId, workflowRef } = runContext(env);
  const file = /\/\.github\/workflows\/([^/@]+)@/.exec(workflowRef ?? '')?.[1];
  if (!repository || !file) return {};
  const runs = await call('GET', `/repos/${repository}/actions/workflows/${file}/runs?status=completed&per_page=20`);
  const times = (isRecord(runs) && Array.isArray(runs.workflow_runs) ? runs.workflow_runs : [])
    .filter((run) => isRecord(run) && String(run.id) !== runId && PASSES.includes(String(run.conclusion)))
    .map((run) => Date.parse(textAt(run, 'run_started_at') ?? ''))
    .filter((time) => !Number.isNaN(time));
  const details = await call('GET', `/repos/${repository}`);
  // Private repositories keep their schedules.
  const pushed =
    isRecord(details) && details.private === false ? Date.parse(textAt(details, 'pushed_at') ?? '') : Number.NaN;
  return {
    ...(times.length > 0 ? { lastRun: Math.max(...times) } : {}),
    ...(Number.isNaN(pushed) ? {} : { lastActivity: pushed }),
  };
}

/** A run that was cancelled or skipped looked at nothing. */
const PASSES = ['success', 'failure'];
