import semver from 'semver';
import { isPlaceholder } from '../../engine/planning/current-versions.ts';
import type { Run } from '../../platform/github/runs.ts';
import { isText, mapOf, parsedJson } from '../../platform/records.ts';
import { withoutMark } from '../../platform/text/byte-order-mark.ts';
import { wellFormed } from '../../platform/text/well-formed.ts';
import type { Component } from '../../train/manifest/manifest.ts';
import { highestStable, inLine } from '../../train/plan/existing-versions.ts';
import { versionsInTags } from '../../train/plan/version-tags.ts';
import { knownOf, reasonOf, type Seen } from './seen.ts';

export const COMPONENT_STATES = ['failing', 'drift', 'unknown', 'never-released', 'unreleased', 'current'] as const;

/** The worst first. */
export type RowState = (typeof COMPONENT_STATES)[number];

/** Whether somebody has to look at it. */
export function needsAttention({ state }: Pick<ComponentRow, 'state'>): boolean {
  return state === 'failing' || state === 'drift' || state === 'unknown';
}

/** As people say it: `never released`. */
export function wordOf(state: RowState): string {
  return state.replace('-', ' ');
}

/** Where one component stands. */
export interface ComponentRow {
  readonly id: string;
  readonly repository: string;
  readonly url?: string;
  /** The branch or tag that is released from. */
  readonly ref?: string;
  readonly needs: readonly string[];
  readonly state: RowState;
  /** Why it is in this state, where its figures do not say it. */
  readonly why: readonly string[];
  /** What the registry serves; null where it serves nothing, absent where there is no package or it is not known. */
  readonly registry?: string | null;
  /** The tag of the highest version, and that version. */
  readonly tag?: string;
  readonly tagged?: string;
  /** What package.json at the ref says. */
  readonly branch?: string;
  /** How many commits of the ref are in no release. */
  readonly unreleased?: number;
  readonly compareUrl?: string;
  readonly lastRun?: LastRun;
}

interface LastRun {
  readonly url?: string;
  /** Its conclusion, or how far it is. */
  readonly status: string;
  /** When it was last heard of, ISO 8601. */
  readonly at: string;
}

/** What was seen of a component. What was not asked for is absent. */
export interface SeenComponent {
  readonly component: Component;
  readonly sharesRepository: boolean;
  readonly head: Seen<{
    readonly url: string;
    readonly defaultBranch: string | undefined;
    readonly head: string | undefined;
    readonly text: string | undefined;
    readonly tags: readonly { readonly name: string; readonly commit: string }[];
    readonly hasMoreTags: boolean;
    readonly archived: boolean;
  }>;
  /** Versions that its registries serve; of several packages, those that all of them serve. */
  readonly served?: Seen<readonly string[] | undefined>;
  readonly ahead?: Seen<number>;
  readonly runs?: Seen<readonly Run[]>;
}

/** The tag of the highest version of a component, and that version. */
export function latestTag({
  component,
  sharesRepository,
  head,
}: Pick<SeenComponent, 'component' | 'sharesRepository' | 'head'>):
  | { readonly tag: string; readonly version: string; readonly commit: string | undefined }
  | undefined {
  const tags = knownOf(head)?.tags ?? [];
  const { versions, tagOf } = versionsInTags(
    tags.map(({ name }) => name),
    component,
    { sharesRepository },
  );
  const version = highestStable(inLine(versions, component.line));
  const tag = version === undefined ? undefined : tagOf.get(version);
  if (version === undefined || tag === undefined) return undefined;
  return { tag, version, commit: tags.find(({ name }) => name === tag)?.commit };
}

/** Judges what was seen. What is not known makes a row unknown, unless it is worse already. */
export function rowOf(looked: SeenComponent): ComponentRow {
  const { component, head, served, ahead, runs } = looked;
  const { id, repository, needs } = component;
  const place = knownOf(head);
  const ref = component.ref ?? place?.defaultBranch;
  const latest = latestTag(looked);
  const registry =
    served && 'value' in served ? (highestStable(inLine(served.value ?? [], component.line)) ?? null) : undefined;
  const branch = versionIn(place?.text);
  const unreleased = knownOf(ahead);
  const run = newestOf(knownOf(runs) ?? []);
  const figures = { registry, tagged: latest?.version, branch };
  const verdict = judge(looked, { ...figures, failed: run?.failed, unreleased });
  const compare = latest && place && ref && compareUrl(place.url, latest.tag, ref);
  return {
    id,
    repository,
    ...(place && { url: place.url }),
    ...(ref !== undefined && { ref }),
    needs,
    ...verdict,
    ...(registry !== undefined && { registry }),
    ...(latest && { tag: latest.tag, tagged: latest.version }),
    ...(branch !== undefined && { branch }),
    ...(unreleased !== undefined && { unreleased }),
    ...(compare && { compareUrl: compare }),
    ...(run && { lastRun: run.shown }),
  };
}

function compareUrl(repository: string, from: string, to: string): string {
  const [base, head] = [from, to].map((ref) => encodeURIComponent(wellFormed(ref)));
  return `${repository}/compare/${base}...${head}`;
}

interface Figures {
  readonly registry: string | null | undefined;
  readonly tagged: string | undefined;
  readonly branch: string | undefined;
  readonly failed: boolean | undefined;
  readonly unreleased: number | undefined;
}

function judge(looked: SeenComponent, figures: Figures): { state: RowState; why: string[] } {
  const reasons = reasonsOf(looked);
  if (figures.failed) return { state: 'failing', why: reasons };
  const drift = driftOf(looked.component, figures);
  if (drift.length > 0) return { state: 'drift', why: [...drift, ...reasons] };
  if (reasons.length > 0) return { state: 'unknown', why: reasons };
  if (figures.tagged === undefined) return untagged(looked, figures);
  if ((figures.unreleased ?? 0) > 0) return { state: 'unreleased', why: [] };
  return { state: 'current', why: [] };
}

/** What could not be found out. */
function reasonsOf({ component, head, served, ahead, runs }: SeenComponent): string[] {
  const place = knownOf(head);
  const ref = component.ref;
  const gone =
    place && place.head === undefined ? [ref === undefined ? 'The repository is empty.' : `There is no ${ref}.`] : [];
  const archived = place?.archived ? ['The repository is archived.'] : [];
  return [reasonOf(head), ...gone, ...archived, reasonOf(served), reasonOf(ahead), reasonOf(runs)].filter(
    (reason) => reason !== undefined,
  );
}

function driftOf({ ref }: Component, { registry, tagged, branch }: Figures): string[] {
  const drift: string[] = [];
  if (registry === null && tagged !== undefined) drift.push(`${tagged} is tagged, but the registry serves nothing.`);
  if (registry && tagged === undefined) return [];
  if (registry && tagged && semver.gt(tagged, registry))
    drift.push(`${tagged} is tagged, but the registry is at ${registry}.`);
  if (registry && tagged && semver.lt(tagged, registry))
    drift.push(`The registry is at ${registry}, but the last tag is ${tagged}.`);
  const released = tagged ?? registry ?? undefined;
  if (branch !== undefined && released !== undefined && semver.lt(branch, released) && !isPlaceholder(branch))
    drift.push(`${ref ?? 'The branch'} says ${branch}, which is below what is released.`);
  return drift;
}

function untagged({ head }: SeenComponent, { registry }: Figures): { state: RowState; why: string[] } {
  const place = knownOf(head);
  if (place?.hasMoreTags)
    return {
      state: 'unknown',
      why: [`None of its ${place.tags.length} newest tags names a version of it, and there are more.`],
    };
  if (registry)
    return { state: 'unknown', why: ['No tag names a version of it, so what is not released is not known.'] };
  return { state: 'never-released', why: [] };
}

function versionIn(text: string | undefined): string | undefined {
  const { version } = mapOf(parsedJson(withoutMark(text ?? '')));
  return isText(version) ? (semver.valid(version) ?? undefined) : undefined;
}

const FAILURES: ReadonlySet<string> = new Set(['failure', 'timed_out', 'startup_failure']);

/** The newest run that says something; one that was cancelled or skipped has released nothing, and failed at nothing. */
function newestOf(runs: readonly Run[]): { failed: boolean; shown: LastRun } | undefined {
  const [newest] = runs;
  const told = runs.find(({ conclusion }) => conclusion === 'success' || FAILURES.has(conclusion ?? ''));
  const shown = newest?.conclusion === undefined ? (newest ?? told) : (told ?? newest);
  if (!shown) return undefined;
  const { url, conclusion, status, updatedAt } = shown;
  return {
    failed: told !== undefined && FAILURES.has(told.conclusion ?? ''),
    shown: { url, status: conclusion ?? status, at: updatedAt },
  };
}
