import semver from 'semver';
import type { Fault } from '../../platform/errors.ts';
import type { WorkspacePackage } from '../workspace/member.ts';
import type { Changeset } from './changeset.ts';
import { isSkipped, type PreState } from './config.ts';
import { nearestPackage } from './nearest-package.ts';
import type { ChangesetSource } from './source.ts';

/** What the library would stumble over, or compute nonsense from, in workspaces that are each valid in themselves. */
export function checkSources(sources: readonly ChangesetSource[]): Fault[] {
  return [
    ...sources.flatMap((source) => [...checkChangesets(source, sources), ...checkGroups(source)]),
    ...checkNames(sources),
    ...checkPrereleases(sources),
  ];
}

function checkChangesets(source: ChangesetSource, sources: readonly ChangesetSource[]): Fault[] {
  const members = new Map(source.workspace.packages.map((one) => [one.name, one]));
  return source.changesets.flatMap((changeset) => {
    const unknown = changeset.releases.filter(({ name }) => !members.has(name));
    const faults = unknown.map(({ name, line }) =>
      source.tree.fault(
        `there is no package ${JSON.stringify(name)} in the workspace${elsewhere(name, [...members.keys()], sources)}`,
        changeset.file,
        { line, column: 1 },
      ),
    );
    return [...faults, ...checkMixed(source, changeset, members)];
  });
}

function elsewhere(name: string, members: readonly string[], sources: readonly ChangesetSource[]): string {
  const home = sources.find(({ workspace }) => workspace.packages.some((one) => one.name === name));
  if (home) return `. It lives in ${home.repository}: its changesets belong there.`;
  return nearestPackage(name, members);
}

/** Released and ignored packages in one changeset: it would have to be both used up and kept. */
function checkMixed(
  source: ChangesetSource,
  changeset: Changeset,
  members: ReadonlyMap<string, WorkspacePackage>,
): readonly Fault[] {
  const known = changeset.releases.flatMap(({ name }) => members.get(name) ?? []);
  const skipped = known.filter((one) => isSkipped(one, source.config));
  if (skipped.length === 0 || skipped.length === known.length) return [];
  const names = skipped.map(({ name }) => name).join(', ');
  const message = `the changeset mixes packages that are released with ones that are not (${names}: ignored, private or without a version). Split it.`;
  return [source.tree.fault(message, changeset.file, { line: 1, column: 1 })];
}

function checkGroups({ tree, workspace, config }: ChangesetSource): Fault[] {
  const grouped = new Set([...config.fixed, ...config.linked].flat());
  return workspace.packages
    .filter(({ name, version }) => grouped.has(name) && version === undefined)
    .map(({ file }) => tree.fault('a member of a linked or fixed group needs a "version".', file));
}

function checkNames(sources: readonly ChangesetSource[]): Fault[] {
  const homes = new Map<string, ChangesetSource>();
  return sources.flatMap((source) =>
    source.workspace.packages.flatMap(({ name, file }) => {
      const other = homes.get(name);
      homes.set(name, other ?? source);
      if (other === undefined || other === source) return [];
      return [source.tree.fault(`the package ${JSON.stringify(name)} is in ${other.repository} as well.`, file)];
    }),
  );
}

/**
 * One plan has one prerelease mode. A workspace that leaves its mode can be planned with stable ones, whose packages then
 * must not be prereleases: the library would release them with it.
 */
function checkPrereleases(sources: readonly ChangesetSource[]): Fault[] {
  const pre = preStateOf(sources);
  if (!pre) return [];
  const differing = sources.filter((source) =>
    pre.mode === 'pre' ? source.preState?.mode !== 'pre' || source.preState.tag !== pre.tag : isStray(source),
  );
  const faults = differing.map(({ tree, preState }) => tree.fault(differs(pre, preState)));
  return [...faults, ...sources.flatMap(checkCounters)];
}

function isStray({ preState, workspace }: ChangesetSource): boolean {
  return preState === undefined && workspace.packages.some(({ version }) => version && semver.prerelease(version));
}

function differs(pre: PreState, own: PreState | undefined): string {
  if (pre.mode === 'exit') {
    return 'it holds prerelease versions, but no .changeset/pre.json, while another repository leaves prerelease mode. Plan them apart.';
  }
  const said = own
    ? `it is in prerelease mode ${JSON.stringify(own.tag)} (${own.mode})`
    : 'it is not in prerelease mode';
  return `${said}, while another repository is in ${JSON.stringify(pre.tag)}; one plan has one mode. Plan them apart, or run "changeset pre enter ${pre.tag}" in all.`;
}

function checkCounters(source: ChangesetSource): Fault[] {
  return source.workspace.packages
    .filter((one) => one.version !== undefined && !isSkipped(one, source.config))
    .filter(({ version = '' }) => typeof (semver.prerelease(version)?.[1] ?? 0) !== 'number')
    .map(({ version, file }) =>
      source.tree.fault(`in prerelease mode a version must count, like 1.2.3-next.0; this one is ${version}.`, file),
    );
}

/** The mode of the plan: `pre` where any workspace is in it, else `exit` where any leaves it. */
export function preStateOf(sources: readonly ChangesetSource[]): PreState | undefined {
  const states = sources.flatMap(({ preState }) => preState ?? []);
  return states.find(({ mode }) => mode === 'pre') ?? states[0];
}
