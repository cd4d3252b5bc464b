import { type Check, describeTarget, type Kind } from './check.ts';
import type { HealthVerdict, Sample } from './judge.ts';
import type { HealthCause, HealthReason } from './observation.ts';
import { type Latencies, latenciesOf, plot } from './statistics.ts';

/** What was found out about one target. */
export interface CheckReport {
  readonly name: string;
  readonly kind: Kind;
  readonly target: string;
  readonly severity: Check['severity'];
  readonly verdict: HealthVerdict | 'skipped';
  /** Why the verdict is what it is, in a sentence. */
  readonly reason: string;
  /** What to do; absent where it is healthy. */
  readonly next?: string;
  readonly samples: number;
  readonly failures: number;
  /** 0 to 1, over all samples that were taken. */
  readonly errorRate: number;
  readonly latency?: Latencies;
  /** Version → samples that answered with it. */
  readonly versions: Readonly<Record<string, number>>;
  /** The last answer in a few words. */
  readonly lastAnswer?: string;
  readonly notes: readonly string[];
  /** Latencies as blocks, oldest first; `✗` did not pass. */
  readonly plot: string;
}

export interface HealthReport {
  readonly verdict: HealthVerdict;
  /** Milliseconds. */
  readonly duration: number;
  readonly checks: readonly CheckReport[];
}

const LONGEST_REASON = 500;

const NEXT: Readonly<Record<HealthCause, string>> = {
  status: 'Open the address and read the service’s log for this answer.',
  claim: 'Look at the component that the health document blames.',
  body: 'Check that the address is the health endpoint and not an error page of something in front of it.',
  version: 'Wait for the roll-out to end, or find the instance or cache that still serves another version.',
  'no-version':
    'Say by version-path where in the answer the version stands, or let the service tell it as version or releaseId.',
  page: 'Give the URL of the health endpoint itself, and let it be reached without a login; where the page is meant, say so in a condition.',
  latency: 'Find out what slows it down, or raise max-latency.',
  condition: 'Compare the condition with the answer; correct whichever is wrong.',
  tools: 'Find out why the server lists fewer tools than it should.',
  certificate: 'Renew the certificate.',
  records: 'Create the record, or wait until it has spread.',
  capture: 'Compare the capture with the answer of that step.',
  'still-there': 'Find out what still serves it: an instance that was not stopped, or a route that was not removed.',
  refused: 'Correct the address, or, for a service of your own network, set allow-private-network.',
  'no-answer': 'Check that the service has started, listens on this address and can be reached from this runner.',
  tls: 'Correct the certificate or, for an own authority, give its certificate as ca-file; where the port speaks plain HTTP, say http in the URL. Client certificates are not supported.',
  local: 'Check the network, name server and proxy of this runner, then run again.',
  cancelled: 'Run again.',
  topics: 'Check the token, or give the topics yourself.',
};

export function reportOn(
  check: Check,
  verdict: HealthVerdict,
  samples: readonly Sample[],
  wanted: string,
): CheckReport {
  // A look that the deadline cut short knows less than the one before it.
  const complete = samples.filter(({ cutShort }) => !cutShort);
  const telling = complete.length > 0 ? complete : samples;
  const last = telling.at(-1);
  const reasons = last?.reasons ?? [];
  const latencies = samples.flatMap(({ latency }) => (latency === undefined ? [] : [latency]));
  const latency = latenciesOf(latencies);
  const failures = samples.filter(({ outcome }) => outcome !== 'pass').length;
  const next = verdict === 'healthy' ? undefined : nextStep(telling);
  return {
    ...identityOf(check),
    verdict,
    reason: verdict === 'healthy' ? wanted : whyNot(telling, reasons, wanted).slice(0, LONGEST_REASON),
    samples: samples.length,
    failures,
    errorRate: samples.length === 0 ? 0 : failures / samples.length,
    versions: countVersions(samples),
    notes: last?.notes ?? [],
    plot: plot(samples),
    ...(next === undefined ? {} : { next }),
    ...(latency === undefined ? {} : { latency }),
    ...(last?.answer === undefined ? {} : { lastAnswer: last.answer }),
  };
}

/** The report on a check that was not made. */
export function skipped(check: Check, reason: string): CheckReport {
  const nothing = { samples: 0, failures: 0, errorRate: 0, versions: {}, notes: [], plot: '' };
  return { ...identityOf(check), ...nothing, verdict: 'skipped', reason };
}

function identityOf({ name, severity, target }: Check) {
  return { name, kind: target.kind, target: describeTarget(target), severity };
}

function whyNot(samples: readonly Sample[], last: readonly HealthReason[], wanted: string): string {
  if (samples.length === 0) return 'no sample was taken in time';
  if (last.length > 0) return last.map(({ text }) => text).join('; ');
  const earlier = samples.findLast(({ reasons }) => reasons.length > 0)?.reasons.map(({ text }) => text);
  const before = earlier ? `; before that ${earlier.join('; ')}` : '';
  return `the last sample passed, but time was up before ${wanted}${before}`;
}

function nextStep(samples: readonly Sample[]): string {
  const cause = samples.findLast(({ reasons }) => reasons.length > 0)?.reasons[0]?.cause;
  return cause ? NEXT[cause] : 'Raise timeout, or lower what is demanded of it.';
}

function countVersions(samples: readonly Sample[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { version } of samples) if (version !== undefined) counts.set(version, (counts.get(version) ?? 0) + 1);
  return Object.fromEntries(counts);
}
