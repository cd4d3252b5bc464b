/** Why a sample did not pass, by cause: the cause decides what to do next and whether anything changed. */
export type HealthCause =
  | 'status'
  | 'claim'
  | 'body'
  | 'version'
  | 'no-version'
  | 'page'
  | 'latency'
  | 'condition'
  | 'tools'
  | 'certificate'
  | 'records'
  | 'capture'
  | 'still-there'
  | 'refused'
  | 'no-answer'
  | 'tls'
  | 'local'
  | 'cancelled'
  | 'topics';

export interface HealthReason {
  readonly cause: HealthCause;
  readonly text: string;
}

/** One look at a target. */
export interface Observation {
  /** `unobserved`: the sample says nothing about the target, because the fault is on our side. */
  readonly outcome: 'pass' | 'fail' | 'unobserved';
  /** Empty exactly where it passed. */
  readonly reasons: readonly HealthReason[];
  /** Worth knowing though it passed. */
  readonly notes: readonly string[];
  /** Looking again cannot help. */
  readonly final: boolean;
  /** Milliseconds; undefined where no answer came. */
  readonly latency?: number;
  readonly status?: number;
  /** The version to show. */
  readonly version?: string;
  /** All versions that the answer names. */
  readonly versions?: readonly string[];
  /** The version that is deployed, where the answer tells it without doubt. */
  readonly deployedVersion?: string;
  /** Whether the deadline of the whole verification, and not the target, kept the look from its answer. */
  readonly cutShort?: boolean;
  /** Whether the time was up before the answer was complete. */
  readonly timedOut?: boolean;
  /** The answer in a few words: `200`, `3 tools`, `2 A records`. */
  readonly answer?: string;
}

export function passed(details: Partial<Observation>): Observation {
  return { outcome: 'pass', reasons: [], notes: [], final: false, ...details };
}

/** A failed look where there are reasons, else a passed one. */
export function judged(reasons: readonly HealthReason[], details: Partial<Observation>): Observation {
  return { ...passed(details), outcome: reasons.length > 0 ? 'fail' : 'pass', reasons };
}
