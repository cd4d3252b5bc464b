import type { Conclusion, JobConclusion, JobScript, RunFacts, RunScript, RunStatus } from '../types.ts';
import type { Repository, Workflow } from './world.ts';

export interface RunRequest {
  readonly repository: Repository;
  readonly workflow: Workflow;
  readonly event: string;
  /** Of a repository_dispatch. */
  readonly eventType?: string;
  readonly branch: string;
  readonly sha: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: string;
  /** For how long nobody can see it. */
  readonly hiddenMs?: number;
}

export interface Run extends RunRequest {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly nonce: string | undefined;
  readonly createdAt: number;
  readonly attempts: Attempt[];
  /** Every state it was in, oldest first: lists that lag show an earlier one. */
  readonly snapshots: Snapshot[];
  readonly artifacts: Artifact[];
}

export interface Attempt {
  readonly number: number;
  readonly facts: RunFacts;
  readonly triggeredBy: string;
  readonly createdAt: number;
  script: RunScript;
  jobs: Job[];
  status: RunStatus;
  startedAt: number | undefined;
  endedAt: number | undefined;
  conclusion: Conclusion | undefined;
  /** Tells an engine outside that the run is cancelled. */
  readonly cancelled: AbortController;
}

export interface Snapshot {
  readonly at: number;
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
  readonly attempt: number;
  readonly startedAt: number;
  readonly triggeredBy: string;
  /** Its body as text, and for which place it was made. */
  text?: { readonly api: string; readonly json: string };
}

export interface Job {
  readonly id: number;
  readonly script: JobScript;
  readonly startsAt: number;
  /** When it would end by itself; `Infinity`: never. */
  readonly endsAt: number;
  readonly conclusion: JobConclusion;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** A text: a single file that was uploaded as it is. */
  readonly files: string | Readonly<Record<string, string | Uint8Array>>;
  readonly createdAt: number;
}

export function factsOf(run: Run) {
  return {
    repository: run.repository.fullName,
    workflow: run.workflow.definition.file,
    event: run.event,
    runId: run.id,
    actor: run.actor,
    inputs: run.inputs,
    payload: run.payload,
    ...(run.nonce !== undefined && { nonce: run.nonce }),
  };
}

/** How the run looked then; `undefined`: it was not there yet. */
export function snapshotAt(run: Run, time: number): Snapshot | undefined {
  return run.snapshots.findLast((snapshot) => snapshot.at <= time);
}
