import type { Publication, Registry } from './registry.ts';

/** How a job or a step may end; a run has some more ends. */
export const JOB_CONCLUSIONS = [
  'success',
  'failure',
  'cancelled',
  'skipped',
  'neutral',
  'timed_out',
  'action_required',
] as const;

export type JobConclusion = (typeof JOB_CONCLUSIONS)[number];

export type Conclusion = JobConclusion | 'stale' | 'startup_failure';

export type RunStatus = 'queued' | 'pending' | 'waiting' | 'in_progress' | 'completed';

export type Behaviour = (run: RunFacts) => RunScript;

/** What a behaviour knows when an attempt of a run is created. */
export interface RunFacts {
  readonly id: number;
  readonly attempt: number;
  /** `owner/name`. */
  readonly repository: string;
  readonly workflow: string;
  readonly event: string;
  /** Of a repository_dispatch. */
  readonly eventType?: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly nonce: string | undefined;
  readonly actor: string;
  readonly now: number;
  readonly random: () => number;
}

/** What a run does. Everything is optional but how it ends. */
export interface RunScript {
  readonly queuedMs?: number;
  /** How long it waits for an approval; `Infinity`: until somebody calls `approve`. */
  readonly waitingMs?: number;
  /** How long a first job of it runs before it waits, as where only publishing is approved; default: it waits at once. */
  readonly waitsAfterMs?: number;
  /** Before which environment it waits, and who may let it in: logins, and teams as `@team`. */
  readonly waitsFor?: {
    readonly environment: string;
    readonly reviewers?: readonly string[];
    readonly timerMinutes?: number;
  };
  /** One after the other; absent: one job that takes `ms`. */
  readonly jobs?: readonly JobScript[];
  /** How long the one job takes where `jobs` is absent. */
  readonly ms?: number;
  readonly conclusion: Conclusion | 'never';
  /** A cancel is accepted and then changes nothing; a forced one works. */
  readonly ignoresCancel?: boolean;
  /** From the acceptance of a cancel to the end. */
  readonly cancelMs?: number;
  /** For so long after its end GitHub says that it is still running, and refuses to run it again. */
  readonly rerunAfterMs?: number;
  /** The nonce that the child claims before it acts; a run that does not get it ends at once, as success, having done nothing. */
  readonly claim?: string;
  /** GitHub answers 403 to the claim: the run fails at its first step, having done nothing. */
  readonly claimForbidden?: true;
  /** What appears in a registry if the run succeeds. */
  readonly publishes?: readonly Publication[];
  /** Artifact names → file names → contents; a text instead of a map is a single file, uploaded as it is (`archive: false`). */
  readonly artifacts?: Readonly<Record<string, string | Readonly<Record<string, string | Uint8Array>>>>;
  /** Called when the first job starts; what it gives overrides the script. */
  readonly atStart?: (moment: Moment) => Partial<RunScript> | undefined;
  /** Called just before the run ends by itself; what it gives is the conclusion. */
  readonly atEnd?: (moment: Moment) => Conclusion | undefined;
  /** Hands the run to an engine outside of this world, which says how it goes and how it ends; the script's end is not used. */
  readonly external?: (order: ExternalOrder) => Promise<ExternalResult>;
}

/** What an engine outside is given when a run starts. */
export interface ExternalOrder {
  readonly run: RunFacts;
  readonly branch: string;
  readonly sha: string;
  /** Aborted when somebody cancels the run; the engine then ends it as soon as it can. */
  readonly signal: AbortSignal;
  /** Shows all jobs as they are now; a job is known by its name. */
  report(jobs: readonly ExternalJob[]): void;
}

export interface ExternalResult {
  readonly conclusion: Conclusion;
  readonly jobs: readonly ExternalJob[];
  readonly artifacts?: RunScript['artifacts'];
}

export interface ExternalJob extends Pick<JobScript, 'name' | 'log'> {
  readonly steps: readonly { readonly name: string; readonly conclusion?: JobConclusion }[];
  /** Epoch milliseconds; a job without an end goes on. */
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly conclusion?: JobConclusion;
}

export interface JobScript {
  readonly name: string;
  readonly steps?: readonly { readonly name: string; readonly ms?: number; readonly conclusion?: JobConclusion }[];
  readonly ms?: number;
  readonly conclusion?: JobConclusion;
  readonly log?: string;
}

export interface Moment {
  readonly now: number;
  readonly run: RunFacts;
  readonly registry: Registry;
}
