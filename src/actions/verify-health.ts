import { defineAction } from '../platform/runner/action.ts';
import { data, lines, list, optional, secret, text, url, wholeNumber } from '../platform/runner/inputs.ts';
import { formatDuration } from '../platform/time/duration.ts';
import type { Check } from '../services/health/check.ts';
import { checksFromInputs } from '../services/health/checks-from-inputs.ts';
import { EXPECTED_DURATION, LEAST_INTERVAL_MS, parseHealthDuration } from '../services/health/health-duration.ts';
import { secretsInHeaders } from '../services/health/secret-headers.ts';
import { tellHealth } from '../services/health/tell-health.ts';
import { verifyHealth } from '../services/health/verify-health.ts';
import { networkInputs, openNetwork } from './setup/network-inputs.ts';
import { readTopicsOf } from './setup/read-topics.ts';

const inputs = {
  url: optional(lines, []),
  checks: optional(data),
  'expect-status': optional(text),
  'expect-version': optional(text),
  'version-path': optional(text),
  condition: optional(text),
  'max-latency': optional(text),
  timeout: optional(duration, 300_000),
  interval: optional(interval, 5_000),
  'attempt-timeout': optional(duration, 10_000),
  'consecutive-successes': optional(wholeNumber(1, 1_000), 3),
  ...networkInputs,
  topics: optional(list),
  token: secret(optional(text)),
  'api-url': optional(url),
};
export default defineAction({
  inputs,
  checks: [checksFromInputs, openNetwork],
  async run(inputs, runner) {
    const { log, signal, clock, secrets } = runner;
    const checks = await checksFromInputs(inputs);
    for (const value of secretsInHeaders(checks)) secrets.add(value);
    const network = await openNetwork(inputs, runner);
    const needsTopics = checks.some(({ onlyTopic }) => onlyTopic !== undefined);
    const topics = needsTopics ? (inputs.topics ?? (await readTopicsOf(inputs, runner))) : [];
    const count = `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`;
    log.info(`Verifying ${count} for at most ${formatDuration(inputs.timeout)}.`);
    const { timeout: timeoutMs, interval: intervalMs, attemptTimeout: attemptTimeoutMs, consecutiveSuccesses } = inputs;
    const times = { timeoutMs, intervalMs, attemptTimeoutMs, consecutiveSuccesses };
    const onChange = ({ name }: Check, what: string) => log.info(`${name}: ${what}`);
    await tellHealth(await verifyHealth(checks, { ...times, clock, network, signal, topics, onChange }), runner);
  },
});

/** Milliseconds; a duration means the same here as in the fields of checks. */
function duration(value: string): number {
  const ms = parseHealthDuration(value);
  if (ms === undefined) throw new Error(`expected ${EXPECTED_DURATION}`);
  return ms;
}

function interval(value: string): number {
  const ms = duration(value);
  if (ms < LEAST_INTERVAL_MS) throw new Error(`expected at least ${LEAST_INTERVAL_MS} ms`);
  return ms;
}
