import type { TrainFault } from './faults.ts';
import type { OnFailure, Strategy } from './manifest.ts';

/** A manifest as it was read: what is sound of it, and what breaks syntax or schema. `checkManifest` takes it from here. */
export interface ParsedManifest {
  readonly raw: RawManifest;
  readonly faults: readonly TrainFault[];
  /** The text of a number as the user wrote it: `1.10` is not 1.1 to a workflow. */
  readonly written: Written;
}

export type Written = (path: readonly (string | number)[], value: Scalar) => string;

/**
 * A manifest as it stands in the file. What breaks the schema is left out before this room sees it, so any part may be
 * missing and lists may have holes, but what is there has its type: so faults of meaning are found beside those of structure.
 */
export interface RawManifest {
  readonly name?: string;
  readonly defaults?: RawDefaults;
  readonly tokens?: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, { readonly version?: 'shared' | 'independent' } | null>>;
  readonly components?: Readonly<Record<string, RawComponent>>;
  readonly environments?: Readonly<Record<string, RawEnvironment | null>>;
  readonly strategy?: Strategy;
  readonly canary?: { readonly components?: readonly (string | undefined)[]; readonly bake?: string };
  readonly 'on-failure'?: OnFailure;
  readonly 'max-parallel'?: number;
  readonly 'state-commit-prefix'?: string;
  readonly notifications?: RawNotifications;
}

export type Scalar = string | number | boolean;
export type RawInputs = Readonly<Record<string, Scalar>>;
type RawEnvironment = Readonly<Record<string, Scalar>>;

export interface RawDefaults {
  readonly workflow?: string;
  readonly 'event-type'?: string;
  readonly ref?: string;
  readonly timeout?: string;
  readonly 'gate-timeout'?: string;
  readonly 'approval-timeout'?: string;
  readonly 'on-approval-timeout'?: 'leave' | 'cancel';
  readonly outputs?: string;
  readonly deployments?: boolean;
  readonly inputs?: RawInputs;
}

export interface RawNotifications {
  readonly channels?: Readonly<Record<string, RawChannel>>;
  readonly rules?: readonly (RawRule | undefined)[];
}

/** All keys that a channel of any kind may have. */
export interface RawChannel {
  readonly slack?: string;
  readonly channel?: string;
  readonly mention?: string;
  readonly api?: string;
  readonly 'slack-webhook'?: string;
  readonly email?: readonly (string | undefined)[];
  readonly from?: string;
  readonly smtp?: string;
  readonly issue?: string;
  readonly labels?: readonly (string | undefined)[];
  readonly assignees?: readonly (string | undefined)[];
  readonly webhook?: string;
  readonly secret?: string;
  readonly teams?: string;
  readonly discord?: string;
}

export interface RawRule {
  readonly events?: readonly (string | undefined)[];
  readonly severity?: 'info' | 'warning' | 'error' | 'critical';
  readonly environments?: readonly (string | undefined)[];
  readonly channels?: readonly (string | undefined)[];
  readonly escalate?: {
    readonly after?: string;
    readonly to?: readonly (string | undefined)[];
    readonly every?: string;
    readonly times?: number;
  };
}

export interface RawPackage {
  readonly npm?: string;
  readonly pypi?: string;
}

export interface RawComponent extends RawDefaults {
  readonly repository?: string;
  readonly needs?: readonly (string | undefined)[];
  readonly group?: string;
  readonly package?: RawPackage | readonly (RawPackage | undefined)[];
  readonly tag?: string;
  readonly directory?: string;
  readonly line?: string;
  readonly health?: readonly Readonly<Record<string, unknown>>[];
  readonly rollback?: { readonly workflow?: string; readonly ref?: string; readonly inputs?: RawInputs };
  readonly compatible?: Readonly<Record<string, string>>;
}
