import type { Random } from '../random.ts';
import type { Registry } from '../registry.ts';
import type { Timeline } from '../timeline.ts';
import type { EffectRecord, RepositoryDefinition, WorkflowDefinition } from '../types.ts';
import type { GitStore } from './git-store.ts';
import type { Run } from './run.ts';

/** Everything the embedded GitHub knows. Requests read and change it synchronously, so each is atomic. */
export interface World {
  readonly timeline: Timeline;
  readonly random: { readonly ids: Random; readonly runs: Random; readonly lag: Random; readonly replica: Random };
  readonly registry: Registry;
  readonly repositories: Map<string, Repository>;
  readonly runs: Map<number, Run>;
  /** Texts and archives that redirects lead to, by their id. */
  readonly blobs: Map<string, { readonly type: string; readonly read: () => Uint8Array }>;
  readonly lag: { readonly list: number; readonly run: number; readonly replica: number };
  readonly places: Places;
  /** Reads a workflow file, for repositories whose workflows are their files. */
  readonly workflowOf?: ((file: string, text: string) => WorkflowDefinition) | undefined;
  nextId(): number;
  record(effect: Omit<EffectRecord, 'at' | 'requestId'>): void;
}

/** Where the API and the pages are; they change when the world is served on a port. */
export interface Places {
  /** With the prefix of GitHub Enterprise Server, without a slash at its end. */
  api: string;
  html: string;
  blobs: string;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly private: boolean;
  definition: RepositoryDefinition;
  readonly createdAt: number;
  readonly git: GitStore;
  readonly workflows: Workflow[];
  /** Newest last. */
  readonly runs: Run[];
  readonly releases: Release[];
  readonly issues: Issue[];
  readonly pulls: Pull[];
  readonly statuses: CommitStatus[];
  readonly deployments: Deployment[];
  /** Nonce → the run that claimed it. */
  readonly claims: Map<string, number>;
  archived: boolean;
}

export interface Workflow {
  readonly id: number;
  name: string;
  readonly path: string;
  definition: WorkflowDefinition;
  readonly createdAt: number;
  state: 'active' | 'disabled_manually' | 'disabled_inactivity';
  runNumber: number;
  /** Runs by concurrency group: the first is going on, the rest wait. */
  readonly groups: Map<string, { readonly run: Run; readonly start: () => void }[]>;
}

export interface Release {
  readonly id: number;
  tag: string;
  target: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  readonly createdAt: number;
  publishedAt: number | null;
}

export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly createdAt: number;
  readonly comments: Comment[];
  readonly isPull: boolean;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: string | null;
  labels: string[];
  assignees: string[];
  updatedAt: number;
  closedAt: number | null;
  locked?: boolean;
  /** It was deleted, or moved to another repository. */
  gone?: 'deleted' | 'moved';
}

export interface Comment {
  readonly id: number;
  readonly author: string;
  /** Absent: somebody who may write here. */
  readonly association?: 'NONE';
  readonly createdAt: number;
  body: string;
  updatedAt: number;
}

export interface Pull {
  readonly issue: Issue;
  readonly head: string;
  readonly base: string;
  readonly headSha: string;
  readonly baseSha: string;
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: number;
}

export interface Deployment {
  readonly id: number;
  readonly ref: string;
  readonly sha: string;
  readonly task: string;
  readonly environment: string;
  readonly payload: string | Readonly<Record<string, unknown>>;
  readonly description: string | null;
  readonly isTransient: boolean;
  readonly isProduction: boolean;
  readonly creator: string;
  readonly createdAt: number;
  /** Newest last. */
  readonly statuses: DeploymentStatus[];
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly creator: string;
  readonly createdAt: number;
}

export function findRepository(world: World, fullName: string): Repository | undefined {
  return world.repositories.get(fullName.toLowerCase());
}

/** The repository that had this name before. */
export function findRenamed(world: World, formerName: string): Repository | undefined {
  const wanted = formerName.toLowerCase();
  const isFormer = ({ definition }: Repository) =>
    definition.formerNames?.some((name) => name.toLowerCase() === wanted) ?? false;
  return [...world.repositories.values()].find(isFormer);
}

export function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
