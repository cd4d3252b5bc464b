import type { Discovered } from '../discovery.ts';
import type { Declared } from '../register/definition.ts';
import type { Registered } from '../service.ts';
import type { RouteConflict, ServiceRoute } from './routes.ts';

/** What one source says, or that it could not be read, or that nobody asked for it. */
export type FindingSource<T> =
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'unreachable'; readonly reason: string }
  | { readonly state: 'not-asked' };

export type SourceName = 'registry' | 'discovery' | 'routes' | 'proxies';

export interface ProxyEntry {
  readonly service: string;
  /** What is probed. */
  readonly url: string;
  /** Where it forwards to, where that is known. */
  readonly target?: string;
}

/** What looking at a service gave. `inconclusive` is never healthy. */
export interface ProbedAnswer {
  readonly verdict: 'healthy' | 'unhealthy' | 'inconclusive';
  readonly detail: string;
  /** The deployed version, where the service tells it without doubt. */
  readonly deployedVersion?: string;
  /** Every version that the answer names. */
  readonly versions?: readonly string[];
  /** Whether nobody looked, for want of time. */
  readonly unseen?: boolean;
  /** Looking again cannot help. */
  readonly final?: boolean;
  readonly looks?: number;
}

/** Everything that was seen in one pass. */
export interface Observed {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The services that should be there; undefined where nobody said. */
  readonly declared: readonly Declared[] | undefined;
  readonly registry: FindingSource<readonly Registered[]>;
  readonly discovery: FindingSource<readonly Discovered[]>;
  readonly routes: FindingSource<{
    readonly routes: readonly ServiceRoute[];
    readonly conflicts: readonly RouteConflict[];
  }>;
  readonly proxies: FindingSource<readonly ProxyEntry[]>;
  /** When the discovery document was made, where it says so; milliseconds since the epoch. */
  readonly discoveryTime?: number;
  /** By service. */
  readonly direct: Readonly<Record<string, { readonly url: string; readonly probe: ProbedAnswer }>>;
  readonly proxied: Readonly<Record<string, { readonly url: string; readonly probe: ProbedAnswer }>>;
}

export type Finding =
  | { readonly kind: 'unreachable'; readonly source: SourceName; readonly detail: string }
  | { readonly kind: 'empty'; readonly source: 'registry' }
  | {
      readonly kind: 'unhealthy';
      readonly service: string;
      readonly via: 'direct' | 'proxy';
      readonly url: string;
      readonly detail: string;
    }
  /** Nobody looked, for want of time: it may be healthy. */
  | { readonly kind: 'unseen'; readonly service: string; readonly via: 'direct' | 'proxy'; readonly url: string }
  | { readonly kind: 'missing'; readonly service: string; readonly from: 'registry' | 'discovery' }
  | {
      readonly kind: 'stale';
      readonly service: string;
      /** Where the old value stands. */
      readonly at: 'registry' | 'discovery' | 'proxies' | 'reality';
      readonly field: string;
      readonly expected: string;
      readonly found: string;
      /** Who knows better. */
      readonly truth: 'reality' | 'declared' | 'registry';
    }
  | { readonly kind: 'unexpected'; readonly service: string; readonly at: SourceName }
  | {
      readonly kind: 'duplicate';
      readonly service: string;
      readonly at: 'registry' | 'discovery';
      readonly count: number;
    }
  | ({ readonly kind: 'conflict' } & RouteConflict)
  | { readonly kind: 'overdue'; readonly detail: string };

/** Whether a finding is only worth knowing: a gateway with a rule of precedence serves a shadowed route well. */
export function isWarning(finding: Finding): boolean {
  return finding.kind === 'conflict' && finding.reason === 'shadowed';
}
