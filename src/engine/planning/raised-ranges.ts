import { decideAll, ofPackage } from '../../packages/npm/range-outcomes.ts';
import { parsePackageJson } from '../../packages/workspace/package-json.ts';
import { KnownError, messageOf } from '../../platform/errors.ts';
import { readFile } from '../../platform/github/contents.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import { packagesOf } from '../../train/manifest/packages.ts';
import type { Plan, PlannedComponent } from '../../train/plan/plan.ts';
import type { RangeChange } from '../../train/views/ranges-markdown.ts';

interface RangeChanges {
  readonly changes: readonly RangeChange[];
  /** The components that could not be looked at, each with why. */
  readonly unseen: readonly string[];
}

const PARALLEL = 8;

/**
 * The ranges that the components of a release would get by `update-dependencies`: each operator kept, from its package.json as it
 * is now. A look only; what cannot be read is told, and stops no plan.
 */
export async function raisedRanges(
  plan: Plan,
  world: {
    readonly manifest: Manifest;
    readonly repositoryFor: (name: string) => Repository;
    readonly signal: AbortSignal;
  },
): Promise<RangeChanges> {
  const versions = npmVersions(plan);
  const dependents = plan.components.filter(({ needs }) => needs.length > 0);
  if (plan.environment !== undefined || Object.keys(versions).length === 0) return { changes: [], unseen: [] };
  const directories = new Map(world.manifest.components.map(({ id, directory }) => [id, directory]));
  const found = await mapPooled(dependents, PARALLEL, async (component) => {
    try {
      return { changes: await changesOf(component, { ...world, versions, directory: directories.get(component.id) }) };
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      return { changes: [], unseen: `${component.id}: ${messageOf(error)}` };
    }
  });
  return { changes: found.flatMap(({ changes }) => changes), unseen: found.flatMap(({ unseen }) => unseen ?? []) };
}

/** npm package → the version that it gets. */
function npmVersions({ components }: Plan): Record<string, string> {
  const entries = components.flatMap((component) =>
    packagesOf(component).flatMap((one): [string, string][] =>
      'npm' in one && component.version !== undefined ? [[one.npm, component.version]] : [],
    ),
  );
  return Object.fromEntries(entries);
}

interface Look {
  readonly repositoryFor: (name: string) => Repository;
  readonly signal: AbortSignal;
  readonly versions: Readonly<Record<string, string>>;
  readonly directory: string | undefined;
}

async function changesOf(
  { id, repository, ref }: PlannedComponent,
  { repositoryFor, signal, versions, directory }: Look,
): Promise<RangeChange[]> {
  const path = directory === undefined ? 'package.json' : `${directory}/package.json`;
  const text = await readFile(repositoryFor(repository), { path, ref }, { signal });
  // It may need the others for another reason than npm.
  if (text === undefined) return [];
  const { dependencies } = await parsePackageJson(text, `${repository}: ${path}`);
  const outcomes = decideAll(
    dependencies.map((one) => ofPackage(path, one)),
    versions,
    [],
  );
  return outcomes.map((outcome): RangeChange => {
    if ('updated' in outcome) {
      const { kind, package: name, from, to } = outcome.updated;
      return { component: id, kind, package: name, from, to };
    }
    if ('leftAlone' in outcome) {
      const { kind, package: name, specifier: from, reason } = outcome.leftAlone;
      return { component: id, kind, package: name, from, reason };
    }
    return { component: id, kind: '', package: '', from: '', reason: outcome.fault.message };
  });
}
