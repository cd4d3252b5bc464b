import type { Condition } from './condition.ts';

export type Kind = 'http' | 'tcp' | 'dns' | 'tls' | 'mcp' | 'suite';

/** An inclusive range of HTTP statuses. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** What an answer must be; all that is given must hold. */
export interface Expectations {
  /** Without it 2xx, unless the condition speaks of `status` itself. */
  readonly status?: readonly StatusRange[];
  readonly version?: string;
  /** A JSON pointer or dotted names; without it `version`, then `releaseId`. */
  readonly versionPath?: string;
  readonly condition?: Condition;
  /** Milliseconds. */
  readonly maxLatencyMs?: number;
  /** Whether a web page is an answer; without it only where no health was asked for, by the URL, and no redirect led elsewhere. */
  readonly acceptsPages?: boolean;
}

export interface CheckRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface SuiteStep {
  readonly name: string;
  /** Texts in it may hold `{captured.NAME}`. */
  readonly request: CheckRequest;
  readonly expect: Expectations;
  /** Name → where in the answer its value stands: a JSON pointer, or a CEL expression. */
  readonly capture: Readonly<Record<string, Capture>>;
  /** Run at the end whatever became of the others, as far as what it needs was captured; its failure is a note. */
  readonly cleanup: boolean;
}

export type Capture = { readonly pointer: string } | { readonly expression: Condition };

export interface Address {
  readonly host: string;
  readonly port: number;
}

export type Target =
  | { readonly kind: 'http'; readonly request: CheckRequest }
  | { readonly kind: 'tcp'; readonly place: Address }
  | { readonly kind: 'tls'; readonly place: Address; readonly minDays: number }
  | { readonly kind: 'dns'; readonly name: string; readonly record: RecordType; readonly server?: string }
  | { readonly kind: 'mcp'; readonly request: CheckRequest; readonly minTools: number }
  | { readonly kind: 'suite'; readonly steps: readonly SuiteStep[] };

export const RECORD_TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'SRV', 'TXT'] as const;
type RecordType = (typeof RECORD_TYPES)[number];

/** When samples become a verdict; what is absent is taken from the options of the whole verification. */
export interface CheckPatience {
  /** Milliseconds until which the check must have become healthy: "eventually". */
  readonly timeoutMs?: number;
  /** Milliseconds between samples. */
  readonly intervalMs?: number;
  /** Milliseconds that one sample may take. */
  readonly attemptTimeoutMs?: number;
  readonly consecutiveSuccesses?: number;
  /** This many failures in a row end the check early. */
  readonly failureLimit?: number;
  /** Milliseconds over which the error rate is judged and every version must be the expected one. */
  readonly windowMs?: number;
  /** 0 to 1; within the window. */
  readonly maxErrorRate?: number;
}

export interface Check {
  readonly name: string;
  readonly severity: 'fail' | 'warn';
  readonly target: Target;
  readonly expect: Expectations;
  readonly patience: CheckPatience;
  /** Healthy once the target is gone: connection refused, name unknown, 404 or 410. */
  readonly untilGone: boolean;
  /** Applies only to repositories that have this topic. */
  readonly onlyTopic?: string;
}

/** Where a check looks, for people; never with a query, which may hold a secret. */
export function describeTarget(target: Target): string {
  switch (target.kind) {
    case 'http':
    case 'mcp':
      return withoutQuery(target.request.url);
    case 'tcp':
    case 'tls':
      return `${target.kind}://${target.place.host}:${target.place.port}`;
    case 'dns':
      return `dns:${target.name} ${target.record}`;
    case 'suite':
      return `${target.steps.length} steps from ${withoutQuery(target.steps[0]?.request.url ?? '')}`;
  }
}

/** A URL as it may be shown: a query may hold a secret. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
