import type { Network } from '../../platform/net/network.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { createPool } from '../../platform/time/pool.ts';
import type { Check } from './check.ts';
import { type CheckReport, type HealthReport, reportOn, skipped } from './check-report.ts';
import { type HealthVerdict, judge, judgeAtEnd, overall, type Rules, type Sample } from './judge.ts';
import type { Observation } from './observation.ts';
import { probe as look, type Probe } from './probe.ts';

export interface VerifyHealthOptions {
  /** Milliseconds for everything; the report is there at most a second later. */
  readonly timeoutMs: number;
  /** Milliseconds between two samples of a check. Default 5 s. */
  readonly intervalMs?: number;
  /** Default 3. */
  readonly consecutiveSuccesses?: number;
  /** Milliseconds that one sample may take. Default 10 s. */
  readonly attemptTimeoutMs?: number;
  /** Samples that are taken at the same time, at most. Default 16. */
  readonly concurrency?: number;
  readonly clock: Clock;
  readonly network: Network;
  /** Ends the verification early; what is not proven by then is inconclusive. */
  readonly signal?: AbortSignal;
  /** Topics of the repository, for checks that are for some repositories only. */
  readonly topics?: readonly string[];
  /** Told when something about a check has changed. */
  readonly onChange?: (check: Check, what: string) => void;
  /** How one look is taken; for simulations. */
  readonly probe?: Probe;
}

/** Fewer would let a handful of hanging targets starve the others. More fill memory: 200 bodies of 500 kB peak at 150 MB with 8, at 220 MB with 16. */
const CONCURRENCY = 16;
/** Old samples of a long watch are forgotten; the window and the percentiles need no more. */
const MAX_SAMPLES = 2_000;
/** Per check; a target that gives another answer every time must not fill the log. */
const MOST_LINES = 20;

interface Run {
  readonly options: VerifyHealthOptions;
  readonly started: number;
  readonly inSlot: ReturnType<typeof createPool>;
  readonly probe: Probe;
}

/**
 * Samples every check until it is proven healthy, its failure limit is reached or time is up, and reports on every one of
 * them. Never throws for anything a target does; a verdict is healthy only where every check of severity `fail` was proven.
 */
export async function verifyHealth(checks: readonly Check[], options: VerifyHealthOptions): Promise<HealthReport> {
  const { clock } = options;
  const inSlot = createPool(options.concurrency ?? CONCURRENCY);
  const run: Run = { options, started: clock.now(), inSlot, probe: options.probe ?? look };
  const reports = await Promise.all(checks.map((check) => follow(check, run)));
  return { verdict: overall(reports), duration: clock.now() - run.started, checks: reports };
}

async function follow(check: Check, run: Run): Promise<CheckReport> {
  const { options, started } = run;
  if (check.onlyTopic !== undefined && !options.topics?.includes(check.onlyTopic)) {
    return skipped(check, `only for repositories with the topic ${check.onlyTopic}`);
  }
  const rules = rulesOf(check, options);
  const until = started + Math.min(check.patience.timeoutMs ?? options.timeoutMs, options.timeoutMs);
  const intervalMs = check.patience.intervalMs ?? options.intervalMs ?? 5_000;
  const announce = announcer(check, options);
  const samples: Sample[] = [];
  let verdict: HealthVerdict | undefined;
  while (verdict === undefined && options.clock.now() < until && !options.signal?.aborted) {
    const sample = await run.inSlot(() => takeSample(check, until, run));
    if (sample) {
      samples.push(sample);
      if (samples.length > MAX_SAMPLES) samples.shift();
      announce(sample);
      verdict = judge(samples, rules, started);
    }
    if (verdict === undefined) await rest(Math.min(intervalMs, until - options.clock.now()), options);
  }
  const report = reportOn(check, verdict ?? judgeAtEnd(samples), samples, wanted(rules));
  options.onChange?.(check, closingLine(report));
  return report;
}

function closingLine({ verdict, samples, failures }: CheckReport): string {
  const taken = `${samples} ${samples === 1 ? 'sample' : 'samples'}`;
  return `${verdict} after ${taken}${failures > 0 ? `, ${failures} of which did not pass` : ''}`;
}

/** One sample, or undefined where its turn came too late. */
async function takeSample(check: Check, until: number, { options, probe }: Run): Promise<Sample | undefined> {
  const { clock, network, signal } = options;
  const now = clock.now();
  if (now >= until || signal?.aborted) return undefined;
  const allowedMs = Math.min(check.patience.attemptTimeoutMs ?? options.attemptTimeoutMs ?? 10_000, options.timeoutMs);
  const timeoutMs = Math.min(allowedMs, until - now);
  const observation = await probe(check, { network, timeoutMs, signal, now });
  return { ...fair(observation, timeoutMs < allowedMs / 2), at: clock.now() };
}

/** That a target did not answer within the little time that was left is no evidence against it. */
function fair(observation: Observation, wasCutShort: boolean): Observation {
  return wasCutShort && observation.timedOut ? { ...observation, outcome: 'unobserved', cutShort: true } : observation;
}

async function rest(ms: number, { clock, signal }: VerifyHealthOptions): Promise<void> {
  try {
    await clock.sleep(Math.max(0, ms), signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

function rulesOf({ patience }: Check, options: VerifyHealthOptions): Rules {
  return {
    consecutiveSuccesses: patience.consecutiveSuccesses ?? options.consecutiveSuccesses ?? 3,
    failureLimit: patience.failureLimit ?? Number.POSITIVE_INFINITY,
    windowMs: patience.windowMs ?? 0,
    maxErrorRate: patience.maxErrorRate ?? 0,
  };
}

function wanted({ consecutiveSuccesses, windowMs, maxErrorRate }: Rules): string {
  const successes = `${consecutiveSuccesses} ${consecutiveSuccesses === 1 ? 'success' : 'consecutive successes'}`;
  if (windowMs === 0) return successes;
  return `${successes} and ${formatDuration(windowMs)} with at most ${Math.round(maxErrorRate * 100)} % errors`;
}

/** Says each thing about a check once: a target that flaps between two answers is two lines, not hundreds. */
function announcer(check: Check, { onChange }: VerifyHealthOptions): (sample: Sample) => void {
  const said = new Set<string>();
  return (sample) => {
    const { outcome, status, version, reasons, answer } = sample;
    const key = [status, version, ...reasons.map(({ cause }) => cause)].join(' ');
    if (said.has(key) || said.size >= MOST_LINES) return;
    said.add(key);
    const what =
      outcome === 'pass' ? `passes (${describeAnswer(answer, version)})` : reasons.map(({ text }) => text).join('; ');
    onChange?.(check, what);
  };
}

function describeAnswer(answer = 'answered', version?: string): string {
  return version === undefined ? answer : `${answer}, version ${version}`;
}
