import type { Network } from '../../platform/net/network.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { Check } from '../health/check.ts';
import { probe } from '../health/probe.ts';
import type { Probe } from './findings.ts';

const ATTEMPTS = 2;
const ATTEMPT_TIMEOUT = 10_000;
const VERDICTS = { pass: 'healthy', fail: 'unhealthy', unobserved: 'inconclusive' } as const;

/** One look at a health endpoint as `verify-health` takes it, and another where the first did not pass. */
export function healthProbe(tools: {
  readonly network: Network;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): (url: string) => Promise<Probe> {
  const { network, clock, signal } = tools;
  return async (url) => {
    for (let attempt = 1; ; attempt++) {
      const seen = await probe(httpCheck(url), { network, signal, timeout: ATTEMPT_TIMEOUT, now: clock.now() });
      signal.throwIfAborted();
      if (seen.outcome !== 'pass' && !seen.final && attempt < ATTEMPTS) continue;
      const detail = seen.reasons.map(({ text }) => text).join('; ');
      const verdict = VERDICTS[seen.outcome];
      return seen.version === undefined ? { verdict, detail } : { verdict, detail, version: seen.version };
    }
  };
}

function httpCheck(url: string): Check {
  const request = {
    url,
    method: 'GET',
    headers: { accept: 'application/health+json, application/json;q=0.9, */*;q=0.1' },
  };
  const target = { kind: 'http', request } as const;
  return { name: url, severity: 'fail', target, expect: {}, patience: {}, untilGone: false };
}
