import type { Notifications } from './notifications.ts';
import type { Published } from './packages.ts';

/** A manifest as it is used: defaults applied, durations in milliseconds, every name checked. Ids are unique. */
export interface Manifest {
  readonly name: string;
  readonly components: readonly Component[];
  readonly groups: readonly Group[];
  readonly environments: readonly Environment[];
  readonly strategy: Strategy;
  readonly canary?: Canary;
  readonly onFailure: OnFailure;
  readonly maxParallel?: number;
  /** Owner of repositories → the environment variable that holds the token for them. */
  readonly tokens: Readonly<Record<string, string>>;
  /** What messages of commits on the state branch begin with. */
  readonly stateCommitPrefix?: string;
  readonly notifications?: Notifications;
}

export type Strategy = 'sequential' | 'parallel' | 'canary';
export type OnFailure = 'continue' | 'halt';

/** What is dispatched: a workflow's file name, or an event type that the repository listens to. */
export type DispatchTarget = { readonly workflow: string } | { readonly eventType: string };

export interface Component {
  readonly id: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly dispatch: DispatchTarget;
  /** Absent: the default branch of the repository. */
  readonly ref?: string;
  readonly needs: readonly string[];
  readonly group?: string;
  readonly package?: Published;
  /** The form of its tags, with `{version}` in it; absent: the usual forms. */
  readonly tag?: string;
  /** Where its package.json is, without a slash at either end; absent: the root of the repository. */
  readonly directory?: string;
  /** Values may hold `{names}`; see interpolate.ts. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The artifact of its run with what it hands on; absent where it hands on nothing. */
  readonly outputs?: string;
  readonly timeoutMs: number;
  /** Milliseconds that its run may wait for people; absent: three days. */
  readonly approvalTimeoutMs?: number;
  /** Whether a run that nobody approved in that time is cancelled. */
  readonly cancelUnapproved?: true;
  /** Whether its deployments are recorded as deployments of GitHub. */
  readonly deployments?: true;
  /** The maintenance line that the component is released on, such as `1.x`: versions of other lines do not count. */
  readonly line?: string;
  /** Milliseconds for the gates; absent: what the package or the environment calls for. */
  readonly gateTimeoutMs?: number;
  /** Component id → the range of versions that this component works with. */
  readonly compatible: Readonly<Record<string, string>>;
  /** Checks as `verify-health` takes them; texts in them may hold `{names}`. */
  readonly health: readonly Readonly<Record<string, unknown>>[];
  readonly rollback?: {
    readonly workflow: string;
    readonly ref?: string;
    readonly inputs: Readonly<Record<string, string>>;
  };
}

export interface Group {
  readonly id: string;
  /** `shared`: members release under one version. */
  readonly version: 'shared' | 'independent';
}

export interface Environment {
  readonly id: string;
  /** Whatever the environment defines beyond our own keys, for `{environment.name}`. */
  readonly values: Readonly<Record<string, string>>;
  readonly healthTimeoutMs: number;
  readonly rollback: boolean;
  /** Whether people depend on what runs there, where the manifest says so; else the name `production` does. */
  readonly production?: boolean;
}

export interface Canary {
  readonly components: readonly string[];
  readonly bakeMs: number;
}
