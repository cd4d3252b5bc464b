import type { Fault } from '../../platform/errors.ts';
import { applyEdits, type Edit } from '../../platform/text/edits.ts';
import { bunCatalogs } from './bun-catalogs.ts';
import type { CatalogFile } from './catalog-file.ts';
import {
  decideAll,
  type LeftAlone,
  ofCatalog,
  ofPackage,
  type RangeOutcome,
  type RangePlace,
  type Updated,
} from './range-outcomes.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

export interface UpdatePlan {
  readonly changes: readonly RangeEdit[];
  readonly updated: readonly Updated[];
  readonly leftAlone: readonly LeftAlone[];
  /** Downgrades; nothing may be written while there is one. */
  readonly faults: readonly Fault[];
}
/** One file's text before and after. */
export interface RangeEdit {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** npm package → exact version. */
export type WantedVersions = Readonly<Record<string, string>>;

/** Decides, for every dependency on a package in `versions`, what is to be written; touches nothing. */
export function planUpdates(
  { packages, root, catalogFiles }: Pick<WorkspaceFiles, 'packages' | 'root' | 'catalogFiles'>,
  versions: WantedVersions,
): UpdatePlan {
  const inRoot = bunCatalogs(root);
  const catalogs = [...catalogFiles.flatMap((one) => one.catalogs), ...inRoot];
  const sources = [
    ...packages.map((json, index) => {
      const entries = index === 0 ? inRoot.map((entry) => ofCatalog(json.file, entry)) : [];
      const outcomes = decideAll(
        [...json.dependencies.map((one) => ofPackage(json.file, one)), ...entries],
        versions,
        catalogs,
      );
      const pinned = [...json.overrides].flatMap(([kind, names]) => pins(names, { file: json.file, kind }, versions));
      return { file: json.file, text: json.text, outcomes: [...outcomes, ...pinned], echoes: NO_ECHOES };
    }),
    ...catalogFiles.map(({ file, text, catalogs: own, overrides, echoes }) => {
      const outcomes = decideAll(
        own.map((entry) => ofCatalog(file, entry)),
        versions,
        [],
      );
      return { file, text, echoes, outcomes: [...outcomes, ...pins(overrides, { file, kind: 'overrides' }, versions)] };
    }),
  ];
  const all = sources.flatMap(({ outcomes }) => outcomes);
  return {
    changes: sources.flatMap(({ file, text, outcomes, echoes }) => {
      const edits = outcomes.flatMap((one) => ('edit' in one ? [one.edit] : []));
      return edits.length === 0 ? [] : [{ file, before: text, after: applyEdits(text, withEchoes(edits, echoes)) }];
    }),
    updated: all.flatMap((one) => ('updated' in one ? [one.updated] : [])),
    leftAlone: all.flatMap((one) => ('leftAlone' in one ? [one.leftAlone] : [])),
    faults: all.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  };
}

const NO_ECHOES: CatalogFile['echoes'] = new Map();

/** A YAML alias of a value that changes gets the old one, unless it changes as well. */
function withEchoes(edits: readonly Edit[], echoes: CatalogFile['echoes']): Edit[] {
  const own = new Set(edits.map(({ offset }) => offset));
  const kept = edits.flatMap(({ offset }) => echoes.get(offset) ?? []);
  return [...edits, ...kept.filter(({ offset }) => !own.has(offset))];
}

/** Overrides are someone's decision about the whole tree: they are shown, never edited. */
function pins(names: readonly string[], place: Omit<RangePlace, 'package'>, versions: WantedVersions): RangeOutcome[] {
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
