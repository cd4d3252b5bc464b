import type { Behaviour } from './run-script.ts';

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
  /** Branches on which nobody may push, by the older protection, whose details only administrators are shown. */
  readonly protectedBranches?: readonly string[];
  /** The status checks that the older protection of a branch wants, which everybody is shown. */
  readonly requiredChecks?: Readonly<Record<string, readonly string[]>>;
  readonly fork?: boolean;
  /** Nothing was ever pushed. */
  readonly empty?: boolean;
  /** Names (`owner/name`) that it had before: GitHub redirects from them. */
  readonly formerNames?: readonly string[];
  /** Whether issues are on; default: yes. */
  readonly issues?: boolean;
  /** Whether Actions are on; default: yes. */
  readonly actions?: boolean;
  /** A branch, or a tag, that one of them guards has its rules. */
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
  /** What it guards: one branch, or the tags that a pattern such as `v*` fits. */
  readonly branch?: string;
  readonly tag?: string;
  /** Default: active. What is not, refuses nothing. */
  readonly enforcement?: 'active' | 'evaluate' | 'disabled';
  /** `deletion`, `pull_request`, `update`, … */
  readonly rules: readonly string[];
  /** Whether the one who asks may pass by it; default: never. */
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
