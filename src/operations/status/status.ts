import type { ComponentRow } from './component-row.ts';
import type { Metric } from './metric.ts';
import type { TargetResult } from './targets.ts';
import type { Week } from './trends.ts';

/** Times are ISO 8601; durations are milliseconds and say so. */
type Iso = string;

/** What is where, and how well it goes: what `status.json` holds, and all that board and page are made of. */
export interface Status {
  readonly format: 1;
  readonly name: string;
  readonly generatedAt: Iso;
  readonly repository?: string;
  readonly runUrl?: string;
  /** Nothing is failing, adrift or unknown, and no problem is open. */
  readonly ok: boolean;
  readonly components: readonly StatusRow[];
  readonly environments: readonly EnvironmentView[];
  readonly trains: {
    readonly open: readonly TrainView[];
    readonly ended: readonly TrainView[];
    readonly count: number;
  };
  readonly problems: readonly ProblemView[];
  readonly locks: readonly LockView[];
  /** What the figures are of. */
  readonly since: Iso;
  readonly metrics: readonly Metric[];
  readonly targets: readonly TargetResult[];
  readonly weeks: readonly Week[];
  readonly services?: ServicesView;
  readonly watch: WatchView;
  /** What will be in somebody's way soon, in sentences. */
  readonly warnings: readonly string[];
  /** What could not be read, in sentences: what depends on it is missing above, not empty. */
  readonly unknown: readonly string[];
}

/** `key` is unique over all manifests. */
export type StatusRow = ComponentRow & { readonly key: string; readonly manifest: string };

export interface EnvironmentView {
  readonly id: string;
  readonly production: boolean;
  readonly lock?: string;
  readonly components: Readonly<Record<string, DeployedView>>;
}

export interface DeployedView {
  readonly version: string;
  readonly at: Iso;
  readonly trainId: string;
  readonly runUrl?: string;
  /** The version before it. */
  readonly before?: string;
  /** Whether it answers now, where that was asked. */
  readonly health?: {
    readonly verdict: 'healthy' | 'unhealthy' | 'inconclusive' | 'unchecked';
    readonly detail: string;
  };
}

export interface TrainView {
  readonly id: string;
  readonly name: string;
  readonly environment?: string;
  readonly production?: true;
  readonly status: string;
  readonly reason?: string;
  readonly startedAt: Iso;
  /** When it ended; of an open one, when it was last heard of. */
  readonly endedAt: Iso;
  /** Without the time that people were waited for. Absent where it was resumed, or where a clock went back. */
  readonly durationMs?: number;
  readonly waitedMs?: number;
  readonly actor?: string;
  readonly event?: string;
  readonly runUrl?: string;
  readonly resumed: number;
  readonly total: number;
  readonly released: number;
  /** Absent of old trains, where there would be too many. */
  readonly components?: readonly TrainComponentView[];
}

/** Offsets are milliseconds since the train's start. */
export interface TrainComponentView {
  readonly id: string;
  readonly status: string;
  readonly version?: string;
  readonly previousVersion?: string;
  readonly runUrl?: string;
  readonly cause?: string;
  readonly dispatchedMs?: number;
  /** When its run concluded and its gates began. */
  readonly concludedMs?: number;
  readonly finishedMs?: number;
}

export interface ProblemView {
  readonly key: string;
  readonly severity: string;
  readonly openedAt: Iso;
  readonly text: string;
  readonly url?: string;
  readonly acknowledgedBy?: string;
}

interface LockView {
  readonly name: string;
  readonly text: string;
}

export interface ServicesView {
  readonly at?: Iso;
  readonly services: readonly ServiceView[];
  readonly routes: readonly { readonly path: string; readonly service: string; readonly method?: string }[];
  readonly conflicts: readonly {
    readonly path: string;
    readonly services: readonly string[];
    readonly reason: string;
  }[];
  readonly findings: readonly string[];
}

export interface ServiceView {
  readonly name: string;
  readonly registered: boolean | undefined;
  readonly version?: string;
  readonly direct?: string;
  readonly proxied?: string;
}

/** How this look itself is doing. */
export interface WatchView {
  /** When the look before this one began. */
  readonly before?: Iso;
  /** How much later than asked GitHub began this one. */
  readonly lateMs?: number;
  readonly everyMs: number;
  readonly findings: readonly string[];
}
