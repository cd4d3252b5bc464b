import type { ComprehensiveRelease, Config, NewChangeset } from '@changesets/types';
import { type Fault, UserError } from '../../platform/errors.ts';
import type { ManagerName } from '../workspace/manager.ts';
import type { WorkspacePackage } from '../workspace/member.ts';
import type { BumpType, Changeset } from './changeset.ts';
import type { ChangesetsMajor } from './changesets-version.ts';
import { checkSources, preStateOf } from './check-sources.ts';
import { isSkipped, type PreState } from './config.ts';
import { publishOrder } from './publish-order.ts';
import { type BumpReason, reasonsOf } from './reasons.ts';
import { releasePlan } from './release-plan.ts';
import type { ChangesetSource } from './source.ts';
import { visibleDependencies } from './visible.ts';

/** What the pending changesets of a workspace, or of several taken as one, would release. */
export interface ChangesetPlan {
  /** In publish order. */
  readonly releases: readonly PlannedRelease[];
  /** Names by depth: what stands in one wave needs only what stands in earlier ones. */
  readonly waves: readonly (readonly string[])[];
  /** The changesets that the releases use up. */
  readonly changesets: readonly PlannedChangeset[];
  readonly preState?: PreState;
  readonly warnings: readonly Fault[];
}

export interface PlannedRelease extends BumpReason {
  readonly name: string;
  /** `owner/name`; absent in a plan of one workspace. */
  readonly repository?: string;
  /** Relative to the workspace's root, with `/`; the root itself is `.`. */
  readonly directory: string;
  readonly type: Exclude<BumpType, 'none'>;
  /** What its own package.json says now. */
  readonly oldVersion: string;
  readonly newVersion: string;
  readonly changesets: readonly { readonly id: string; readonly summary: string }[];
  readonly private: boolean;
  readonly manager: ManagerName;
}

interface PlannedChangeset {
  readonly id: string;
  readonly repository?: string;
  readonly summary: string;
  readonly releases: readonly { readonly name: string; readonly type: BumpType }[];
}

/**
 * Makes one plan of all sources as if they were one workspace. The versions are those that `changeset version` writes: the
 * same library computes them, from data, so that nothing is written anywhere and no git is needed.
 *
 * @throws UserError with everything that is wrong at once.
 */
export async function assemblePlan(sources: readonly ChangesetSource[]): Promise<ChangesetPlan> {
  const faults = checkSources(sources);
  if (faults.length > 0) throw new UserError(faults);
  const { packages, warnings } = visibleDependencies(sources);
  const config = mergeConfigs(sources);
  const preState = preStateOf(sources);
  const keyed = keyChangesets(sources);

  const rules = rulesOf(sources);
  const plan = await releasePlan({
    major: rules.major,
    packages,
    config,
    changesets: [...keyed].map(([id, { changeset }]) => forLibrary(id, changeset)),
    preState,
    workspaces: sources.length,
  });

  const released = plan.releases.filter(({ type }) => type !== 'none');
  const used = plan.changesets.flatMap(({ id }) => keyed.get(id) ?? []);
  const { waves, broken } = publishOrder(packages.filter(({ name }) => released.some((one) => one.name === name)));
  const reasons = reasonsOf({ packages, config, changesets: used.map(({ changeset }) => changeset), released });
  const rows = new Map(released.map((one) => [one.name, toRow({ one, sources, keyed, reasons })]));
  return {
    releases: waves.flat().flatMap((name) => rows.get(name) ?? []),
    waves,
    changesets: used.map(toPlanned),
    ...(preState ? { preState } : {}),
    warnings: [
      ...sources.flatMap((source) => source.warnings),
      ...warnings,
      ...[...rules.warnings, ...broken].map((message) => ({ message })),
    ],
  };
}

interface Keyed {
  readonly changeset: Changeset;
  readonly source: ChangesetSource;
}

/** Ids are unique in a repository only; the library knows by the folder `pre/` which ones were prereleased already. */
function keyChangesets(sources: readonly ChangesetSource[]): Map<string, Keyed> {
  const all = sources.flatMap((source) => source.changesets.map((changeset) => ({ changeset, source })));
  const key = ({ changeset }: Keyed, index: number) =>
    `${changeset.prereleased ? 'pre/' : ''}${String(index).padStart(6, '0')}`;
  return new Map(all.map((one, index) => [key(one, index), one]));
}

/** One plan has one set of rules: those of changesets 2 where all repositories have it. */
function rulesOf(sources: readonly ChangesetSource[]): { major: ChangesetsMajor; warnings: string[] } {
  const older = sources.filter(({ major, changesets }) => major === 2 && changesets.length > 0);
  const using = sources.filter(({ usesChangesets }) => usesChangesets);
  if (using.length > 0 && using.every(({ major }) => major === 2)) return { major: 2, warnings: [] };
  const warnings = older.map(
    ({ repository }) =>
      `${repository} has changesets 2, other repositories have 3, whose rules this plan follows: with 2, a minor release of a package is a major one of its peers.`,
  );
  return { major: 3, warnings };
}

function forLibrary(id: string, { summary, releases }: Changeset): NewChangeset {
  return { id, summary, releases: releases.map(({ name, type }) => ({ name, type })) };
}

/** Each workspace keeps its own rules: groups hold its own packages, and what it skips is ignored by name. */
function mergeConfigs(sources: readonly ChangesetSource[]): Config {
  const [first] = sources;
  if (!first) throw new Error('A plan needs at least one workspace.');
  const always = sources.some(({ config }) => dependentsRule(config) === 'always');
  return {
    ...first.config,
    fixed: sources.flatMap(({ config }) => config.fixed),
    linked: sources.flatMap(({ config }) => config.linked),
    ignore: sources.flatMap(({ workspace, config }) =>
      workspace.packages.filter((one) => isSkipped(one, config)).map(({ name }) => name),
    ),
    privatePackages: { version: true, tag: false },
    bumpVersionsWithWorkspaceProtocolOnly: false,
    ___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH: {
      ...first.config.___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH,
      updateInternalDependents: always ? 'always' : 'out-of-range',
    },
  };
}

function dependentsRule(config: Config): string {
  return config.___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH.updateInternalDependents;
}

interface RowContext {
  readonly one: ComprehensiveRelease;
  readonly sources: readonly ChangesetSource[];
  readonly keyed: ReadonlyMap<string, Keyed>;
  readonly reasons: ReadonlyMap<string, BumpReason>;
}

function toRow({ one, sources, keyed, reasons }: RowContext): PlannedRelease {
  const [source, own] = homeOf(one.name, sources);
  const reason = reasons.get(one.name);
  if (one.type === 'none' || !reason) throw new Error(`The plan has no reason for ${one.name}.`);
  return {
    name: one.name,
    ...(source.repository === undefined ? {} : { repository: source.repository }),
    directory: own.directory,
    type: one.type,
    // Not the library's: for a member of a group that is the highest version of the group.
    oldVersion: own.version ?? one.oldVersion,
    newVersion: one.newVersion,
    ...reason,
    changesets: one.changesets.flatMap((key) => {
      const found = keyed.get(key)?.changeset;
      return found ? [{ id: found.id, summary: found.summary }] : [];
    }),
    private: own.private,
    manager: source.workspace.manager.name,
  };
}

function homeOf(name: string, sources: readonly ChangesetSource[]): [ChangesetSource, WorkspacePackage] {
  for (const source of sources) {
    // Of several with one name the last counts, as for the library.
    const own = source.workspace.packages.findLast((one) => one.name === name);
    if (own) return [source, own];
  }
  throw new Error(`The library released ${name}, which is in no workspace.`);
}

function toPlanned({ changeset, source }: Keyed): PlannedChangeset {
  return {
    id: changeset.id,
    ...(source.repository === undefined ? {} : { repository: source.repository }),
    summary: changeset.summary,
    releases: changeset.releases.map(({ name, type }) => ({ name, type })),
  };
}
