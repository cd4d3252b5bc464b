import type { Check } from './check.ts';
import type { Observation } from './observation.ts';

export type HealthVerdict = 'healthy' | 'unhealthy' | 'inconclusive';

export interface Sample extends Observation {
  /** Milliseconds since the epoch, when it was complete. */
  readonly at: number;
}

/** The rules by which samples become a verdict, with every default filled in. */
export interface Rules {
  readonly consecutiveSuccesses: number;
  readonly failureLimit: number;
  /** Milliseconds; 0 for none. */
  readonly windowMs: number;
  readonly maxErrorRate: number;
}

/** The verdict as soon as the samples (oldest first) allow one, else undefined: go on sampling. */
export function judge(samples: readonly Sample[], rules: Rules, since: number): HealthVerdict | undefined {
  const last = samples.at(-1);
  if (!last) return undefined;
  if (last.final) return 'unhealthy';
  const streak = samples.slice(-rules.consecutiveSuccesses);
  const proven = streak.length === rules.consecutiveSuccesses && streak.every(({ outcome }) => outcome === 'pass');
  if (proven && holdsOverWindow(samples, rules, since)) return 'healthy';
  const failures = samples.slice(-rules.failureLimit);
  const failed = failures.length >= rules.failureLimit && failures.every(({ outcome }) => outcome === 'fail');
  return failed ? 'unhealthy' : undefined;
}

/** The whole window has been watched, few enough samples failed, and none of them answered with another version. */
function holdsOverWindow(samples: readonly Sample[], { windowMs, maxErrorRate }: Rules, since: number): boolean {
  if (windowMs === 0) return true;
  const now = samples.at(-1)?.at ?? since;
  if (now - since < windowMs) return false;
  const inside = samples.filter(({ at }) => at > now - windowMs);
  const errors = inside.filter(({ outcome }) => outcome !== 'pass').length;
  const stale = inside.some(({ reasons }) => reasons.some(({ cause }) => cause === 'version'));
  return !stale && errors / inside.length <= maxErrorRate;
}

/**
 * The verdict when time is up: `unhealthy` where at least one sample spoke against the target, `inconclusive` where nothing
 * did and nothing proved it healthy either (our own network failed, it was cancelled, too few samples).
 */
export function judgeAtEnd(samples: readonly Sample[]): HealthVerdict {
  return samples.some(({ outcome }) => outcome === 'fail') ? 'unhealthy' : 'inconclusive';
}

/** The verdict over all checks: the worst of those whose severity is `fail`. */
export function overall(
  checks: readonly { severity: Check['severity']; verdict: HealthVerdict | 'skipped' }[],
): HealthVerdict {
  const verdicts = checks.filter(({ severity }) => severity === 'fail').map(({ verdict }) => verdict);
  if (verdicts.includes('unhealthy')) return 'unhealthy';
  return verdicts.includes('inconclusive') ? 'inconclusive' : 'healthy';
}
