import type { Network } from '../../platform/net/network.ts';
import type { Log } from '../../platform/runner/log.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { parseChecks } from '../../services/health/parse-checks.ts';
import { verifyHealth } from '../../services/health/verify-health.ts';
import type { HealthGate } from './gates.ts';

/** A component's health, proven as `verify-health` proves it. Checks that cannot be read are unhealthy: nothing is proven by them. */
export function healthGate({ clock, network, log }: { clock: Clock; network: Network; log: Log }): HealthGate {
  return async (given, { deadline, signal }) => {
    const parsed = await parseChecks(given);
    if ('faults' in parsed) {
      return { verdict: 'unhealthy', detail: parsed.faults.map(({ message }) => message).join(' ') };
    }
    const timeoutMs = deadline - clock.now();
    const { verdict, checks } = await verifyHealth(parsed.checks, {
      timeoutMs,
      // A short timeout has to leave room for the successes in a row that prove health.
      intervalMs: Math.min(5_000, timeoutMs / 10),
      clock,
      network,
      signal,
      onChange: ({ name }, what) => log.info(`${name}: ${what}`),
    });
    const unproven = checks.filter((check) => check.severity === 'fail' && check.verdict !== 'healthy');
    const told = unproven.map(({ name, reason, next }) => [`${name}: ${reason}`, ...(next ? [next] : [])].join('. '));
    return { verdict, detail: told.join(' ') };
  };
}
