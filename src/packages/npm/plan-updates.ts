import type { Fault } from '../../platform/errors.ts';
import { applyEdits, type Edit } from '../../platform/text/edits.ts';
import type { PackageJson } from '../workspace/package-json.ts';
import type { CatalogEntry, PnpmWorkspace } from './pnpm-workspace.ts';
import { type Role, raiseRange } from './ranges.ts';
import { parseSpecifier } from './specifiers.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Where a dependency stands, in words for people and for outputs. */
export interface Place {
  readonly file: string;
  /** `dependencies`, …, or `catalog` and `catalogs.NAME` in a pnpm-workspace.yaml. */
  readonly kind: string;
  /** The package that is meant, also behind an alias. */
  readonly package: string;
}
export interface Updated extends Place {
  readonly from: string;
  readonly to: string;
}
export interface LeftAlone extends Place {
  readonly specifier: string;
  readonly reason: string;
}
export interface UpdatePlan {
  readonly changes: readonly Change[];
  readonly updated: readonly Updated[];
  readonly leftAlone: readonly LeftAlone[];
  /** Downgrades; nothing may be written while there is one. */
  readonly faults: readonly Fault[];
}
/** One file's text before and after. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** npm package → exact version. */
export type Versions = Readonly<Record<string, string>>;

type Outcome =
  | { readonly updated: Updated; readonly edit: Edit }
  | { readonly leftAlone: LeftAlone }
  | { readonly fault: Fault };

/** Decides, for every dependency on a package in `versions`, what is to be written; touches nothing. */
export function planUpdates(files: Omit<WorkspaceFiles, 'manager'>, versions: Versions): UpdatePlan {
  const sources = [
    ...files.packages.map((one) => ({ source: one, outcomes: outcomesOf(one, files.pnpmWorkspace, versions) })),
    ...(files.pnpmWorkspace
      ? [{ source: files.pnpmWorkspace, outcomes: catalogOutcomes(files.pnpmWorkspace, versions) }]
      : []),
  ];
  const all = sources.flatMap(({ outcomes }) => outcomes);
  return {
    changes: sources.flatMap(({ source: { file, text }, outcomes }) => {
      const edits = outcomes.flatMap((one) => ('edit' in one ? [one.edit] : []));
      return edits.length === 0 ? [] : [{ file, before: text, after: applyEdits(text, edits) }];
    }),
    updated: all.flatMap((one) => ('updated' in one ? [one.updated] : [])),
    leftAlone: all.flatMap((one) => ('leftAlone' in one ? [one.leftAlone] : [])),
    faults: all.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  };
}

function outcomesOf(json: PackageJson, workspace: PnpmWorkspace | undefined, versions: Versions): Outcome[] {
  const dependencies = json.dependencies.flatMap(({ kind, name, specifier, offset, length }) => {
    const edit = (to: string): Edit => ({ offset, length, text: JSON.stringify(to) });
    return decide({
      place: { file: json.file, kind },
      name,
      specifier,
      edit,
      role: kind === 'peerDependencies' ? 'peer' : 'dependency',
      versions,
      catalogs: workspace?.catalogs ?? [],
    });
  });
  const overrides = [...json.overrides].flatMap(([kind, names]) => pins(names, { file: json.file, kind }, versions));
  return [...dependencies, ...overrides];
}

function catalogOutcomes({ file, catalogs, overrides }: PnpmWorkspace, versions: Versions): Outcome[] {
  const entries = catalogs.flatMap(({ catalog, name, specifier, edit }) => {
    const kind = catalog === 'default' ? 'catalog' : `catalogs.${catalog}`;
    return decide({ place: { file, kind }, name, specifier, edit, role: 'dependency', versions, catalogs: [] });
  });
  return [...entries, ...pins(overrides, { file, kind: 'overrides' }, versions)];
}

interface Candidate {
  readonly place: Omit<Place, 'package'>;
  readonly name: string;
  readonly specifier: string;
  readonly edit: (to: string) => Edit;
  readonly role: Role;
  readonly versions: Versions;
  readonly catalogs: readonly CatalogEntry[];
}

function decide({ place, name, specifier, edit, role, versions, catalogs }: Candidate): Outcome[] {
  const parsed = parseSpecifier(name, specifier);
  const version = Object.hasOwn(versions, parsed.name) ? versions[parsed.name] : undefined;
  if (version === undefined) return [];
  const where = { ...place, package: parsed.name };
  const leave = (reason: string): Outcome[] => [{ leftAlone: { ...where, specifier, reason } }];
  if (parsed.kind === 'other') return leave(parsed.reason);
  if (parsed.kind === 'catalog') {
    // The entry itself is raised where it stands.
    if (catalogs.some((one) => one.catalog === parsed.catalog && one.name === name)) return [];
    return leave(`${specifier} has no entry for it in a pnpm-workspace.yaml beside the root package.json`);
  }
  const raise = raiseRange(parsed.range, version, role);
  if (raise.kind === 'current') return leave(`it is at ${version} already`);
  if (raise.kind === 'left-alone') return leave(raise.reason);
  if (raise.kind === 'downgrade') {
    const message = `${place.file}: ${place.kind} asks for ${parsed.name} ${specifier}, which is above ${version}: a dependency is never lowered. Check the versions input.`;
    return [{ fault: { message, file: place.file } }];
  }
  const to = parsed.prefix + raise.range;
  return [{ updated: { ...where, from: specifier, to }, edit: edit(to) }];
}

/** Overrides are someone's decision about the whole tree: they are shown, never edited. */
function pins(names: readonly string[], place: Omit<Place, 'package'>, versions: Versions): Outcome[] {
  return [...new Set(names)]
    .filter((name) => Object.hasOwn(versions, name))
    .map((name) => ({
      leftAlone: {
        ...place,
        package: name,
        specifier: '',
        reason: 'it is pinned there for the whole tree; check that this is still wanted',
      },
    }));
}
