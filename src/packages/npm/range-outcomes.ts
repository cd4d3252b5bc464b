import type { Fault } from '../../platform/errors.ts';
import type { Edit } from '../../platform/text/edits.ts';
import type { Dependency } from '../workspace/package-json.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import { type Listed, meantToStay } from './meant-to-stay.ts';
import { type Role, raiseRange } from './ranges.ts';
import { parseSpecifier, type Specifier } from './specifiers.ts';

/** Where a dependency stands, in words for people and for outputs. */
export interface RangePlace {
  readonly file: string;
  /** `dependencies`, …, or a catalog: `catalog`, `catalogs.NAME`, in bun's package.json also `workspaces.catalog`. */
  readonly kind: string;
  /** The package that is meant, also behind an alias. */
  readonly package: string;
}
export interface Updated extends RangePlace {
  readonly from: string;
  readonly to: string;
}
export interface LeftAlone extends RangePlace {
  readonly specifier: string;
  readonly reason: string;
}

export type RangeOutcome =
  | { readonly updated: Updated; readonly edit: Edit }
  | { readonly leftAlone: LeftAlone }
  | { readonly fault: Fault };

/** A range that may have to move, and how another is written in its place. */
interface RangeCandidate extends Listed {
  readonly place: Omit<RangePlace, 'package'>;
  readonly edit: CatalogEntry['edit'];
  readonly role: Role;
}

/** A dependency of a package.json. */
export function ofPackage(file: string, { kind, name, specifier, offset, length }: Dependency): RangeCandidate {
  const edit = (to: string): Edit => ({ offset, length, text: JSON.stringify(to) });
  const role = kind === 'peerDependencies' ? 'peer' : 'dependency';
  return { place: { file, kind }, name, specifier, edit, role, group: 'package', inCatalog: false };
}

/** An entry of a catalog. */
export function ofCatalog(file: string, { kind, name, specifier, edit }: CatalogEntry): RangeCandidate {
  return { place: { file, kind }, name, specifier, edit, role: 'dependency', group: kind, inCatalog: true };
}

/** What becomes of the ranges of one file; `catalogs` are those that its `catalog:` may mean. */
export function decideAll(
  candidates: readonly RangeCandidate[],
  versions: Readonly<Record<string, string>>,
  catalogs: readonly CatalogEntry[],
): RangeOutcome[] {
  return candidates.flatMap((candidate): RangeOutcome[] => {
    const { name, specifier, place } = candidate;
    const parsed = parseSpecifier(name, specifier);
    const version = Object.hasOwn(versions, parsed.name) ? versions[parsed.name] : undefined;
    if (version === undefined) return [];
    if (parsed.kind === 'range') {
      return [outcomeOf(candidate, parsed, { version, stays: meantToStay(candidate, candidates, version) })];
    }
    // The entry of a catalog itself is raised where it stands.
    const isListed = (one: CatalogEntry) =>
      parsed.kind === 'catalog' && one.catalog === parsed.catalog && one.name === name;
    if (catalogs.some(isListed)) return [];
    const reason =
      parsed.kind === 'other'
        ? parsed.reason
        : `${specifier} has no entry for it in a pnpm-workspace.yaml, .yarnrc.yml or package.json of the root`;
    return [{ leftAlone: { ...place, package: parsed.name, specifier, reason } }];
  });
}

function outcomeOf(
  { place, specifier, edit, role }: RangeCandidate,
  { name, prefix, range }: Extract<Specifier, { kind: 'range' }>,
  { version, stays }: { readonly version: string; readonly stays: string | undefined },
): RangeOutcome {
  const where = { ...place, package: name };
  const leave = (reason: string): RangeOutcome => ({ leftAlone: { ...where, specifier, reason } });
  if (stays !== undefined) return leave(stays);
  const raise = raiseRange(range, version, role);
  if (raise.kind === 'current') return leave(`it is at ${version} already`);
  if (raise.kind === 'left-alone') return leave(raise.reason);
  if (raise.kind === 'downgrade') {
    const message = `${place.file}: ${place.kind} asks for ${name} ${specifier}, which is above ${version}: a dependency is never lowered. Check the versions input.`;
    return { fault: { message, file: place.file } };
  }
  if (typeof edit === 'string') return leave(edit);
  // Blanks around it are its author's, too.
  const to = prefix + range.replace(range.trim(), () => raise.range);
  return { updated: { ...where, from: specifier, to }, edit: edit(to) };
}
