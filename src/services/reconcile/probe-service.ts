import type { Network } from '../../platform/net/network.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { Check } from '../health/check.ts';
import { probe } from '../health/probe.ts';
import type { ProbedAnswer } from './findings.ts';

/** A service that did not answer within less than this may have been about to. */
const FAIR_MS = 5_000;
const VERDICTS = { pass: 'healthy', fail: 'unhealthy', unobserved: 'inconclusive' } as const;

/** One look at a health endpoint, as `verify-health` takes it. */
export function healthLook(tools: {
  readonly network: Network;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): (url: string, timeoutMs: number) => Promise<ProbedAnswer> {
  const { network, clock, signal } = tools;
  return async (url, timeoutMs) => {
    const seen = await probe(httpCheck(url), { network, signal, timeoutMs, now: clock.now() });
    return {
      verdict: seen.timedOut && timeoutMs < FAIR_MS ? 'inconclusive' : VERDICTS[seen.outcome],
      detail: [...seen.reasons.map(({ text }) => text), ...seen.notes].join('; '),
      versions: seen.versions ?? [],
      final: seen.final,
      ...(seen.deployedVersion === undefined ? {} : { deployedVersion: seen.deployedVersion }),
    };
  };
}

function httpCheck(url: string): Check {
  const request = {
    url,
    method: 'GET',
    headers: { accept: 'application/health+json, application/json;q=0.9, */*;q=0.1' },
  };
  const target = { kind: 'http', request } as const;
  return { name: url, severity: 'fail', target, expect: { acceptsPages: false }, patience: {}, untilGone: false };
}
