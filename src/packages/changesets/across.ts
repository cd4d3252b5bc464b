import { type Fault, UserError } from '../../platform/errors.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import { normaliseName } from '../python/package-name.ts';
import type { WorkspacePackage } from '../workspace/member.ts';
import { type RepositoryReader, repositoryTree } from '../workspace/source-tree.ts';
import { assemblePlan, type ChangesetPlan, type PlannedRelease } from './assemble.ts';
import { nearestPackage } from './nearest-package.ts';
import { type ChangesetSource, readSource } from './source.ts';

/** What a manifest says of a component, as far as a plan from changesets needs it. */
export interface PlannableComponent {
  readonly id: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly ref: string;
  readonly package?: { readonly npm: string } | { readonly pypi: string };
}

interface AcrossPlan {
  /** One plan of all the repositories, packages that are no components included. */
  readonly plan: ChangesetPlan;
  /** In the order in which they were given. */
  readonly components: readonly ComponentRelease[];
  /** The new version of every component that is released, by id. */
  readonly versions: Readonly<Record<string, string>>;
  /** Those of the plan, and a line for each component that no package gives a version. */
  readonly warnings: readonly Fault[];
}

interface ComponentRelease {
  readonly id: string;
  readonly repository: string;
  /** Absent: nothing releases it. */
  readonly release?: PlannedRelease;
}

/** As many repositories as are read at once. */
const AT_ONCE = 6;

/**
 * One plan of the pending changesets of all components' repositories, as if they were one workspace: a change in one
 * releases its dependents in the others where the ranges in their package.json demand it. Each repository keeps its own
 * settings; a repository without changesets takes part with its packages.
 *
 * @throws UserError with the faults of all repositories at once.
 */
export async function planAcrossRepositories(
  components: readonly PlannableComponent[],
  reader: RepositoryReader,
): Promise<AcrossPlan> {
  const sources = await readSources(components, reader);
  const matches = components.map((component) => ({ component, ...packageOf(component, sources) }));
  const faults = matches.flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0) throw new UserError(faults);

  const plan = await assemblePlan([...sources.values()]);
  const releases = new Map(plan.releases.map((one) => [one.name, one]));
  const released = matches.map(({ component: { id, repository }, name }) => {
    const release = name === undefined ? undefined : releases.get(name);
    return release ? { id, repository, release } : { id, repository };
  });
  return {
    plan,
    components: released,
    versions: Object.fromEntries(released.flatMap(({ id, release }) => (release ? [[id, release.newVersion]] : []))),
    warnings: [...plan.warnings, ...matches.flatMap(({ warning }) => warning ?? [])],
  };
}

/** Every repository once, though several components may live in it. */
async function readSources(
  components: readonly PlannableComponent[],
  reader: RepositoryReader,
): Promise<ReadonlyMap<string, ChangesetSource>> {
  const places = new Map(components.map((one) => [keyOf(one), one]));
  const entries = [...places];
  const sources = new Map<string, ChangesetSource>();
  const faults: Fault[] = [];
  const read = await mapPooled(entries, AT_ONCE, async ([key, { repository, ref }]) => {
    const tree = await repositoryTree(reader, repository, ref);
    return { key, source: await readSource(tree, repository) };
  });
  for (const { key, source } of read) {
    if ('faults' in source) faults.push(...source.faults);
    else sources.set(key, source);
  }
  if (faults.length > 0) throw new UserError(faults);
  return sources;
}

function keyOf({ repository, ref }: PlannableComponent): string {
  return `${repository}@${ref}`;
}

/**
 * The package whose version is the component's: the one that the manifest names; for a Python package one of the same name
 * or the repository's only one, whose version it follows; where the manifest names none, the repository's only one.
 */
function packageOf(
  component: PlannableComponent,
  sources: ReadonlyMap<string, ChangesetSource>,
): { name?: string; fault?: Fault; warning?: Fault } {
  const source = sources.get(keyOf(component));
  if (!source) return {};
  const { packages } = source.workspace;
  const npm = component.package && 'npm' in component.package ? component.package.npm : undefined;
  if (npm !== undefined) {
    if (packages.some(({ name }) => name === npm)) return { name: npm };
    const names = packages.map(({ name }) => name);
    return { fault: unknown(component, npm, nearestPackage(npm, names)) };
  }
  const pypi = component.package && 'pypi' in component.package ? component.package.pypi : undefined;
  const own = (pypi === undefined ? undefined : sameName(packages, pypi)) ?? onlyOne(packages);
  if (own) return { name: own.name };
  const why = packages.length === 0 ? 'has no package.json' : `has ${packages.length} packages, none of which is named`;
  return { warning: { message: `${component.id}: ${keyOf(component)} ${why}, so changesets give it no version.` } };
}

function unknown(component: PlannableComponent, npm: string, hint: string): Fault {
  return {
    message: `The component ${component.id} has the package ${JSON.stringify(npm)}, which is not in the workspace of ${keyOf(component)}${hint}`,
  };
}

function sameName(packages: readonly WorkspacePackage[], pypi: string): WorkspacePackage | undefined {
  return packages.find(({ name }) => normaliseName(name) === normaliseName(pypi));
}

function onlyOne(packages: readonly WorkspacePackage[]): WorkspacePackage | undefined {
  return packages.length === 1 ? packages[0] : undefined;
}
