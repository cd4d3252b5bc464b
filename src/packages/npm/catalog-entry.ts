import type { Edit } from '../../platform/text/edits.ts';

/** One entry of a catalog: a range that members of a workspace mean by `catalog:`, and how to write another in its place. */
export interface CatalogEntry {
  /** `default` for the catalog without a name. */
  readonly catalog: string;
  /** Where it stands, as messages name it: `catalog`, `catalogs.NAME`, `workspaces.catalog`. */
  readonly kind: string;
  readonly name: string;
  readonly specifier: string;
  /** A text says why it cannot be written on its own. */
  readonly edit: ((specifier: string) => Edit) | string;
}
