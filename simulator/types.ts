import type { Publication, Registry } from './registry.ts';

export type Conclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'neutral'
  | 'timed_out'
  | 'action_required'
  | 'stale'
  | 'startup_failure';

export type RunStatus = 'queued' | 'pending' | 'waiting' | 'in_progress' | 'completed';

export interface RepositoryDefinition {
  readonly owner: string;
  readonly name: string;
  readonly private?: boolean;
  readonly archived?: boolean;
  readonly defaultBranch?: string;
  readonly topics?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** Tag names, on the first commit. */
  readonly tags?: readonly string[];
  readonly releases?: readonly ReleaseDefinition[];
  readonly workflows?: readonly WorkflowDefinition[];
  /** Whether the workflow files of the default branch make its workflows, as `workflowOf` of the world reads them. */
  readonly workflowsByFiles?: boolean;
  /** Branches on which nobody may push. */
  readonly protectedBranches?: readonly string[];
  readonly fork?: boolean;
  /** Nothing was ever pushed. */
  readonly empty?: boolean;
  /** Names (`owner/name`) that it had before: GitHub redirects from them. */
  readonly formerNames?: readonly string[];
  /** Whether Actions are on; default: yes. */
  readonly actions?: boolean;
  /** Rulesets of branches; a branch that one of them guards has its rules. */
  readonly rulesets?: readonly RulesetDefinition[];
  /** Rulesets are not part of its owner's plan: their addresses answer 403. */
  readonly withoutRulesets?: boolean;
  readonly environments?: readonly EnvironmentDefinition[];
  /** Its page, where it has one. */
  readonly page?: { readonly public: boolean };
  /** Whether releases, and the tags behind them, are out of reach once they are published. */
  readonly immutableReleases?: boolean;
}

export interface RulesetDefinition {
  readonly id: number;
  readonly branch: string;
  /** `deletion`, `pull_request`, `update`, … */
  readonly rules: readonly string[];
  /** Whether whoever asks may pass by it; default: never. */
  readonly bypass?: 'always' | 'pull_requests_only' | 'never';
  /** Ids of the Apps in its bypass list. */
  readonly bypassApps?: readonly number[];
}

export interface EnvironmentDefinition {
  readonly name: string;
  /** Logins, and teams as `@team`. */
  readonly reviewers?: readonly string[];
  /** Whether only some branches may deploy there. */
  readonly branchPolicy?: boolean;
}

export interface ReleaseDefinition {
  readonly tag: string;
  readonly name?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
}

export interface WorkflowDefinition {
  readonly file: string;
  readonly name?: string;
  readonly on: readonly ('workflow_dispatch' | 'repository_dispatch' | 'push' | 'pull_request' | 'schedule')[];
  /** The event types a `repository_dispatch` must have; absent: all. */
  readonly types?: readonly string[];
  readonly inputs?: Readonly<Record<string, InputDefinition>>;
  /** May hold `${{ inputs.x }}`, `${{ github.event.client_payload.x }}` and `${{ github.run_id }}`. */
  readonly runName?: string;
  readonly state?: 'active' | 'disabled_manually' | 'disabled_inactivity';
  readonly onDefaultBranch?: boolean;
  /** The input or payload key that carries the nonce (default `nonce`); only for the record of effects. */
  readonly nonceInput?: string;
  readonly concurrency?: { readonly group: string; readonly queue?: 'max' | 'one' };
  readonly behaviour?: Behaviour;
}

export interface InputDefinition {
  readonly required?: boolean;
  readonly default?: string;
  readonly options?: readonly string[];
}

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

export type JobConclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'neutral'
  | 'timed_out'
  | 'action_required';

export interface Moment {
  readonly now: number;
  readonly run: RunFacts;
  readonly registry: Registry;
}

/** The truth: what really happened, whatever the answers said. */
export interface EffectRecord {
  readonly at: number;
  readonly kind: EffectKind;
  /** `owner/name`, or '' for what belongs to none. */
  readonly repository: string;
  readonly workflow?: string;
  readonly event?: string;
  readonly runId?: number;
  readonly attempt?: number;
  readonly actor?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly nonce?: string;
  readonly conclusion?: Conclusion;
  /** `npm:NAME` or `pypi:NAME`. */
  readonly package?: string;
  readonly version?: string;
  readonly ref?: string;
  readonly sha?: string;
  readonly from?: string;
  readonly number?: number;
  readonly message?: string;
  /** The request that caused it; absent for what happened by itself. */
  readonly requestId?: string;
}

export type EffectKind =
  | 'dispatch'
  | 'run-created'
  | 'run-waits'
  | 'run-started'
  | 'run-ended'
  | 'cancel'
  | 'force-cancel'
  | 'rerun'
  | 'claim'
  | 'claim-refused'
  | 'claim-forbidden'
  | 'publish'
  | 'publish-refused'
  | 'ref-created'
  | 'ref-moved'
  | 'ref-deleted'
  | 'commit'
  | 'release'
  | 'issue'
  | 'comment'
  | 'commit-status'
  | 'deployment'
  | 'deployment-status'
  | 'access-token'
  | 'repository-created'
  | 'repository-deleted';

export interface RequestRecord {
  /** When it was sent. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The id in GitHub's description, `graphql`, `blob`, `registry/…` or `unknown`. */
  readonly operation: string;
  /** 0: it got no answer. */
  readonly status: number;
  /** The first owner that the token is for, the App, or 'anonymous'. */
  readonly token: string;
  /** Its first 16,384 characters. */
  readonly body: string;
  readonly requestId: string;
  readonly faultApplied: string | undefined;
  /** The kind of the first effect it had. */
  readonly effect: EffectKind | undefined;
  /** Whether it counted against the rate limit: not so for a 304. */
  readonly charged: boolean;
  /** It was sent although an earlier answer had told this token to wait. */
  readonly insideRetryAfter: boolean;
}

export interface Violation {
  /** `request`: a client asked for something undescribed; `answer`: a defect of the embedded GitHub itself. */
  readonly side: 'request' | 'answer';
  readonly operation: string;
  readonly message: string;
}
