import type { WatchView } from '../../operations/status/status.ts';
import { iso } from '../../operations/status/train-views.ts';
import { KnownError, messageOf } from '../../platform/errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import { ownHistory, selfFindings } from '../../services/reconcile/self-watch.ts';
import type { StatusInputs } from './status-world.ts';

/** When this look was taken before, and how late GitHub's clock began this one. What is not known of it is only noticed. */
export async function watchSelf(
  { every, longestGap }: StatusInputs,
  home: Repository,
  { clock, env, signal, log }: Runner,
): Promise<WatchView> {
  const context = runContext(env);
  const now = clock.now();
  try {
    const history = await ownHistory(home, context, { signal });
    const { lastRun } = history;
    const findings = selfFindings(history, now, longestGap).map((one) =>
      'detail' in one ? `release-status ${one.detail}` : '',
    );
    // Somebody's dispatch, or a train's end, is never late.
    const late = context.event === 'schedule' && lastRun !== undefined ? Math.max(0, now - lastRun - every) : undefined;
    return {
      ...(lastRun !== undefined && { before: iso(lastRun) }),
      ...(late !== undefined && { lateMs: late }),
      everyMs: every,
      findings: findings.filter((finding) => finding !== ''),
    };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    log.notice(`Whether earlier looks ran is not known: ${messageOf(error)}`);
    return { everyMs: every, findings: [] };
  }
}
