import { formatDuration } from '../time/duration.ts';
import type { CallOptions } from './client/client.ts';
import type { Repository } from './repository.ts';

/** What holds a run before an environment: people who may approve it, or a timer. */
interface PendingDeployment {
  readonly environment: string;
  /** Logins, and teams as `@name`. */
  readonly reviewers: readonly string[];
  /** 0 where there is none. */
  readonly waitTimerMs: number;
}

interface RawPending {
  readonly environment: { readonly name?: string };
  readonly wait_timer: number;
  readonly reviewers: readonly {
    readonly type?: string;
    readonly reviewer?: { readonly login?: string; readonly slug?: string };
  }[];
}

/** What a waiting run waits for, an entry an environment; needs actions: read. */
export async function pendingDeployments(
  repository: Repository,
  runId: number,
  options?: CallOptions,
): Promise<PendingDeployment[]> {
  const params = { run_id: runId };
  const pending = await repository.read<RawPending[]>(
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments',
    params,
    options,
  );
  return pending.map(({ environment, wait_timer, reviewers }) => ({
    environment: environment.name ?? '',
    waitTimerMs: wait_timer * 60_000,
    reviewers: reviewers.flatMap(({ type, reviewer = {} }) => {
      const { login, slug } = reviewer;
      const name = type === 'Team' ? slug && `@${slug}` : login;
      return name === undefined ? [] : [name];
    }),
  }));
}

/** Whom or what a run waits for, after "waits for". */
export function describePending(pending: readonly PendingDeployment[]): string {
  if (pending.length === 0) return 'a person or a timer';
  return pending
    .map(({ environment, reviewers, waitTimerMs }) => {
      if (reviewers.length > 0) return `a reviewer of ${environment}: ${reviewers.join(', ')}`;
      return waitTimerMs > 0
        ? `the wait timer of ${environment} (${formatDuration(waitTimerMs)})`
        : `the rules of ${environment}`;
    })
    .join(', and for ');
}
