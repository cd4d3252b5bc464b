import type { Conclusion } from './run-script.ts';

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
