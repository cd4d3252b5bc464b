import type { Provenance } from './provenance.ts';

/** What a registry answered, this moment, about one version of one package. */
export type LookUp =
  | { readonly state: 'served'; readonly detail: string; readonly facts: ServedFacts }
  /** The name is there, this version is not (yet). */
  | { readonly state: 'pending'; readonly detail: string }
  /** The registry knows no such name. */
  | { readonly state: 'absent'; readonly detail: string }
  /** The registry refuses to say; more waiting does not help. */
  | { readonly state: 'unauthorized'; readonly detail: string }
  /** No answer, or one that says nothing. */
  | { readonly state: 'unreachable'; readonly detail: string };

/** What a registry says of a version it serves. */
export interface ServedFacts {
  /** Digests of the files it serves, each as `sha512-BASE64` (Subresource Integrity). */
  readonly integrity: readonly string[];
  /** Whether a provenance attestation is served with it; undefined where the client cannot tell. */
  readonly provenance?: boolean;
  /** Why it was yanked on PyPI: it is published, and installed only where it is named exactly. */
  readonly yanked?: string;
  /** Where it was built, by a provenance of these very bytes; only after a thorough look. */
  readonly origin?: Provenance;
  /** Why the provenance that is there proves nothing about these bytes. */
  readonly unproven?: string;
  /** The commit that its publisher wrote into it: a hint, for anyone who may publish may write anything there. */
  readonly claimedCommit?: string;
}
