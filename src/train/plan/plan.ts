import type { DispatchTarget, OnFailure, Strategy } from '../manifest/manifest.ts';
import type { Published } from '../manifest/packages.ts';

/**
 * What a train will do, complete and fixed before anything starts. Two plans with the same canonical JSON are the same
 * plan; a train only ever resumes the plan that it began with. Its keys are part of the hash and stand in saved trains: `timeout`
 * and `bake` stay, though spans are called `…Ms` elsewhere.
 */
export interface Plan {
  readonly format: 1;
  /** The manifest's name. */
  readonly name: string;
  readonly strategy: Strategy;
  readonly onFailure: OnFailure;
  /** How many components may be in flight at once; absent: as many as the graph allows. */
  readonly maxParallel?: number;
  readonly environment?: string;
  /** Whether people depend on that environment: what fails there is critical. */
  readonly production?: boolean;
  /** What does not fit together, and was started all the same. */
  readonly warnings?: readonly string[];
  /** Whether a failure rolls back what this train has already deployed. */
  readonly rollback: boolean;
  readonly canary?: { readonly components: readonly string[]; readonly bake: number };
  /**
   * What no run of this train hands on and its components ask for: of components that are not part of it, and of those whose
   * version is there already.
   */
  readonly outputs?: Readonly<Record<string, HandedOutputs>>;
  /** In dependency order. */
  readonly components: readonly PlannedComponent[];
  /** Component ids by depth: for people and for matrices. The train itself starts a component as soon as its needs allow. */
  readonly waves: readonly (readonly string[])[];
}

/** What a component hands on: key → text. */
export type HandedOutputs = Readonly<Record<string, string>>;

export interface PlannedComponent {
  readonly id: string;
  readonly repository: string;
  readonly dispatch: DispatchTarget;
  readonly ref: string;
  /** Only ids that are in this plan: what is not selected counts as satisfied. */
  readonly needs: readonly string[];
  readonly group?: string;
  readonly package?: Published;
  /** The version this train gives it; absent where nothing in the manifest speaks of versions. */
  readonly version?: string;
  /** What was asked for where `version` is the commit that it stood for: `develop-latest`. */
  readonly requestedVersion?: string;
  /** What was released before; in a deployment: what runs in the environment now. */
  readonly previousVersion?: string;
  /** In a deployment: `version` was good there before `previousVersion`, which people leave. */
  readonly goesBack?: true;
  /** The artifact of its run with what it hands on. */
  readonly outputs?: string;
  /** What it handed on when it was deployed in `previousVersion`: its rollback may ask for that. */
  readonly previousOutputs?: HandedOutputs;
  /**
   * Everything is filled in but `{nonce}`, `{train}` and what components hand on, which are known only when the train runs.
   * These are templates still, here and in health and rollback: what is sent is `fillIn(text, …)` of each.
   */
  readonly inputs: Readonly<Record<string, string>>;
  /** Milliseconds from dispatch to conclusion. */
  readonly timeout: number;
  /** Milliseconds that its run may wait for people; three days where it is absent. */
  readonly approvalTimeout?: number;
  /** Whether a run that nobody approved in that time is cancelled. */
  readonly cancelUnapproved?: true;
  /** Its deployments are recorded as deployments of GitHub, and where it answers. */
  readonly deployments?: { readonly url?: string };
  readonly health: readonly Readonly<Record<string, unknown>>[];
  /** Milliseconds that the gates (health, package served) may take. */
  readonly gateTimeout: number;
  readonly rollback?: {
    readonly workflow: string;
    readonly ref: string;
    readonly inputs: Readonly<Record<string, string>>;
    /** What has to be healthy again afterwards: the checks, with the version that is there then. */
    readonly health?: readonly Readonly<Record<string, unknown>>[];
  };
}

/** Whether what fails here fails for its users: an environment that says so, or is named so. */
export function isProduction({ environment, production }: Pick<Plan, 'environment' | 'production'>): boolean {
  return production ?? environment === 'production';
}

/** Whether this is a rollback on demand: it brings nothing but what was good there before. */
export function isRollback({ components }: Pick<Plan, 'components'>): boolean {
  const others = components.filter(({ goesBack }) => !goesBack);
  return (
    others.length < components.length && others.every(({ version, previousVersion }) => version === previousVersion)
  );
}

/** What a train is, to people: `deployment of product to production`. */
export function subjectOf(plan: Plan): string {
  const { name, environment } = plan;
  if (environment === undefined) return `release of ${name}`;
  return isRollback(plan) ? `rollback of ${name} in ${environment}` : `deployment of ${name} to ${environment}`;
}

/** A plan, or a part of one, as JSON whose bytes depend on nothing but its content: equal plans have equal texts and hashes. */
export function canonical(plan: unknown): string {
  return JSON.stringify(sorted(plan)) ?? '';
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}

/** Component id to the version that the plan gives it. */
export function versionsOf({ components }: Plan): Record<string, string> {
  return Object.fromEntries(components.flatMap(({ id, version }) => (version === undefined ? [] : [[id, version]])));
}
