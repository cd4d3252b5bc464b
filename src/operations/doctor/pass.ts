import type { StateStore } from '../../engine/stores/train-store.ts';
import type { CliRegistry } from '../../packages/registries/package-registry.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Declared } from '../../services/register/definition.ts';
import type { Component, Manifest } from '../../train/manifest/manifest.ts';
import type { Hub, HubSource } from '../hub/hub-file.ts';
import type { Area, Trouble } from './finding.ts';
import type { TemplateSource } from './templates/template-source.ts';

/** All that a check may look at. Nothing in it is written, but for requests that GitHub cannot act on. */
export interface Pass {
  readonly manifest: Manifest | undefined;
  /** Where it is, relative to the workspace. */
  readonly manifestPath?: string | undefined;
  /** Throws a UserError where there is no token for its owner. */
  readonly repositoryFor: (name: string) => Repository;
  readonly registry: CliRegistry;
  readonly store: StateStore | undefined;
  readonly hub: Hub | undefined;
  /** What services files declare. */
  readonly services?: readonly Declared[] | undefined;
  /** Whether this checkout is released by its changesets. */
  readonly usesChangesets?: boolean;
  /** `owner/name` of the repository that this job belongs to. */
  readonly homeName: string | undefined;
  /** What release-actions brings, and `owner/name` of itself where that is known. */
  readonly templates: { readonly source: TemplateSource; readonly bundle: string | undefined } | undefined;
  /** The files of this checkout, for what is about them. */
  readonly workspace: string;
  /** `https://github.com` */
  readonly serverUrl: string;
  /** Names of the secrets that channels need, and whether one is given. */
  readonly hasSecret: (name: string) => boolean;
  /** Whether requests are sent that can have no effect, to learn what a token may. */
  readonly probes: boolean;
  readonly now: number;
  readonly signal: AbortSignal;
  /** Does work once in the pass, however many checks ask for it. */
  once<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** Whom checks are about. What is `within` another is looked at only where that one can be looked at. */
export type Subject =
  | { readonly of: 'train'; readonly name: string; readonly manifest: Manifest }
  | { readonly of: 'owner'; readonly name: string; readonly repositories: readonly string[] }
  | { readonly of: 'repository'; readonly name: string; readonly within: string; readonly at?: Trouble['at'] }
  | { readonly of: 'component'; readonly name: string; readonly within: string; readonly component: Component }
  | { readonly of: 'home'; readonly name: string; readonly repository: Repository }
  | { readonly of: 'hub'; readonly name: string; readonly hub: Hub; readonly repository: Repository }
  | { readonly of: 'source'; readonly name: string; readonly within: string; readonly source: HubSource }
  | { readonly of: 'service'; readonly name: string; readonly within: string; readonly repository: string }
  | { readonly of: 'fleet'; readonly name: string; readonly services: readonly Declared[] }
  | { readonly of: 'workspace'; readonly name: string; readonly repository: Repository | undefined };

type SubjectKind = Subject['of'];
export type SubjectOf<K extends SubjectKind> = Extract<Subject, { of: K }>;

/** One question. A `gate` that finds an error ends the looking at its subject, and at what is within it. */
export interface CheckOf<K extends SubjectKind> {
  readonly check: string;
  readonly area: Area;
  readonly of: K;
  readonly gate?: true;
  run(subject: SubjectOf<K>, pass: Pass): Promise<readonly Trouble[]> | readonly Trouble[];
}

export type DoctorCheck = { readonly [K in SubjectKind]: CheckOf<K> }[SubjectKind];

export function keyOf({ of, name }: Pick<Subject, 'of' | 'name'>): string {
  return `${of} ${name.toLowerCase()}`;
}
