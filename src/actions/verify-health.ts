import { UserError } from '../platform/errors.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { runContext } from '../platform/runner/context.ts';
import {
  data,
  type InputsOf,
  lines,
  list,
  optional,
  secret,
  text,
  url,
  wholeNumber,
} from '../platform/runner/inputs.ts';
import { formatDuration } from '../platform/time/duration.ts';
import type { Check } from '../services/health/check.ts';
import { EXPECTED_DURATION, LEAST_INTERVAL, parseHealthDuration } from '../services/health/health-duration.ts';
import { annotations, headline, summarise } from '../services/health/health-summary.ts';
import { parseChecks } from '../services/health/parse-checks.ts';
import { repositoryTopics } from '../services/health/topics.ts';
import { verifyHealth } from '../services/health/verify-health.ts';
import { networkInputs, openNetwork } from './setup/network-inputs.ts';

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
type Inputs = InputsOf<typeof inputs>;

/** Headers whose values are credentials by their name. */
const SECRET_HEADER = /authorization|cookie|token|secret|key|password|signature/i;

export default defineAction({
  inputs,
  async run(given, runner) {
    const { log, outputs, signal, clock } = runner;
    const checks = await checksOf(given);
    maskHeaders(checks, runner);
    const network = await openNetwork(given, runner);
    const topics = checks.some(({ onlyTopic }) => onlyTopic !== undefined) ? await topicsOf(given, runner) : [];

    log.info(
      `Verifying ${checks.length} ${checks.length === 1 ? 'check' : 'checks'} for at most ${formatDuration(given.timeout)}.`,
    );
    const { timeout, interval, attemptTimeout, consecutiveSuccesses } = given;
    const report = await verifyHealth(checks, {
      ...{ timeout, interval, attemptTimeout, consecutiveSuccesses, clock, network, signal, topics },
      onChange: ({ name }, what) => log.info(`${name}: ${what}`),
    });

    await outputs.set('healthy', report.verdict === 'healthy');
    await outputs.set('verdict', report.verdict);
    await outputs.set('report', report);
    await outputs.summarise(summarise(report));
    log.info(headline(report));
    for (const line of annotations(report.checks.filter(({ severity }) => severity === 'warn'))) log.warning(line);
    if (signal.aborted) throw signal.reason;
    const faults = annotations(report.checks.filter(({ severity }) => severity === 'fail'));
    if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
  },
});

async function checksOf(given: Inputs): Promise<readonly Check[]> {
  const shorthands = {
    'expect-status': given.expectStatus,
    'expect-version': given.expectVersion,
    'version-path': given.versionPath,
    condition: given.condition,
    'max-latency': given.maxLatency,
  };
  const used = Object.entries(shorthands).filter(([, value]) => value !== undefined);
  if (given.url.length === 0 && given.checks === undefined) {
    throw new UserError('Neither url nor checks is given: nothing would be verified. Give one of the two.');
  }
  if (given.url.length === 0 && used.length > 0) {
    const names = used.map(([name]) => name).join(', ');
    throw new UserError(`${names}: these inputs are for url. Write them into the entries of checks instead.`);
  }
  const listed = given.checks === undefined ? [] : given.checks;
  if (!Array.isArray(listed)) throw new UserError('Input checks: expected a list, as JSON or YAML.');
  const parsed = await parseChecks([...given.url.map((one) => ({ url: one, ...Object.fromEntries(used) })), ...listed]);
  if ('faults' in parsed) throw new UserError(parsed.faults);
  const late = parsed.checks.filter(({ patience }) => (patience.timeout ?? 0) > given.timeout);
  if (late.length > 0) {
    const names = late.map(({ name }) => name).join(', ');
    throw new UserError(
      `${names}: the timeout is longer than that of the whole step (${formatDuration(given.timeout)}); raise the input timeout.`,
    );
  }
  return parsed.checks;
}

function maskHeaders(checks: readonly Check[], { secrets }: Runner): void {
  const requests = checks.flatMap(({ target }) => {
    if (target.kind === 'suite') return target.steps.map((step) => step.request);
    return 'request' in target ? [target.request] : [];
  });
  for (const [name, value] of requests.flatMap(({ headers }) => Object.entries(headers))) {
    if (!SECRET_HEADER.test(name)) continue;
    secrets.add(value);
    secrets.add(value.replace(/^\S+ +/, ''));
  }
}

async function topicsOf(given: Inputs, { env, signal }: Runner): Promise<readonly string[]> {
  const apiUrl = given.apiUrl ?? runContext(env).apiUrl;
  return given.topics ?? repositoryTopics({ env, apiUrl, token: given.token, signal });
}

/** Milliseconds; a duration means the same here as in the fields of checks. */
function duration(value: string): number {
  const ms = parseHealthDuration(value);
  if (ms === undefined) throw new Error(`expected ${EXPECTED_DURATION}`);
  return ms;
}

function interval(value: string): number {
  const ms = duration(value);
  if (ms < LEAST_INTERVAL) throw new Error(`expected at least ${LEAST_INTERVAL} ms`);
  return ms;
}
