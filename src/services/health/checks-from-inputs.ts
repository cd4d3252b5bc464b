import { UserError } from '../../platform/errors.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { Check } from './check.ts';
import { parseChecks } from './parse-checks.ts';

/** What verify-health is told to verify. */
interface CheckInputs {
  readonly url: readonly string[];
  readonly checks: unknown;
  readonly expectStatus: string | undefined;
  readonly expectVersion: string | undefined;
  readonly versionPath: string | undefined;
  readonly condition: string | undefined;
  readonly maxLatency: string | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds. */
  readonly interval: number;
  readonly consecutiveSuccesses: number;
}

/** The checks of the inputs `url` and `checks`. Throws a UserError with every fault of all of them. */
export async function checksFromInputs(inputs: CheckInputs): Promise<readonly Check[]> {
  const shorthands = Object.fromEntries(
    Object.entries(shorthandsOf(inputs)).filter(([, value]) => value !== undefined),
  );
  if (inputs.url.length === 0 && inputs.checks === undefined) {
    throw new UserError('Neither url nor checks is given: nothing would be verified. Give one of the two.');
  }
  if (inputs.url.length === 0 && Object.keys(shorthands).length > 0) {
    const names = Object.keys(shorthands).join(', ');
    throw new UserError(`${names}: these inputs are for url. Write them into the entries of checks instead.`);
  }
  const listed = inputs.checks === undefined ? [] : inputs.checks;
  if (!Array.isArray(listed)) throw new UserError('Input checks: expected a list, as JSON or YAML.');
  const parsed = await parseChecks([...inputs.url.map((url) => ({ url, ...shorthands })), ...listed]);
  if ('faults' in parsed) throw new UserError(parsed.faults);
  const faults = parsed.checks.flatMap((check) => timeFaults(check, inputs));
  if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
  return parsed.checks;
}

function shorthandsOf({ expectStatus, expectVersion, versionPath, condition, maxLatency }: CheckInputs) {
  return {
    'expect-status': expectStatus,
    'expect-version': expectVersion,
    'version-path': versionPath,
    condition,
    'max-latency': maxLatency,
  };
}

/** What could never be fulfilled in the time that there is, so that a healthy service would fail at the end of it. */
function timeFaults({ name, patience }: Check, inputs: CheckInputs): string[] {
  const { timeoutMs = inputs.timeout, intervalMs = inputs.interval, windowMs = 0 } = patience;
  const shown = formatDuration(timeoutMs);
  if (timeoutMs > inputs.timeout) {
    const whole = formatDuration(inputs.timeout);
    return [`${name}: the timeout is longer than that of the whole step (${whole}); raise the input timeout.`];
  }
  if (windowMs >= timeoutMs) {
    return [
      `${name}: a window of ${formatDuration(windowMs)} has no room in a timeout of ${shown}; raise timeout or shorten window.`,
    ];
  }
  const successes = patience.consecutiveSuccesses ?? inputs.consecutiveSuccesses;
  const needed = (successes - 1) * intervalMs;
  if (needed < timeoutMs) return [];
  return [
    `${name}: ${successes} consecutive successes at an interval of ${formatDuration(intervalMs)} take ${formatDuration(needed)}, ` +
      `which has no room in a timeout of ${shown}; raise timeout, or lower consecutive-successes or interval.`,
  ];
}
