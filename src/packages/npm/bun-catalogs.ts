import type { PackageJson } from '../workspace/package-json.ts';
import type { CatalogEntry } from './catalog-entry.ts';

/** The catalogs that bun reads in the package.json of the root, within `workspaces` or beside it. https://bun.com/docs/pm/catalogs */
export function bunCatalogs({ json }: PackageJson): CatalogEntry[] {
  return [[], ['workspaces']].flatMap((place) => [
    ...entriesAt(json, [...place, 'catalog'], 'default'),
    ...json.entries([...place, 'catalogs']).flatMap(({ key }) => entriesAt(json, [...place, 'catalogs', key], key)),
  ]);
}

function entriesAt(json: PackageJson['json'], path: readonly string[], catalog: string): CatalogEntry[] {
  return json.entries(path).flatMap(({ key: name, value, offset, length }) => {
    if (typeof value !== 'string') return [];
    const edit = (to: string) => ({ offset, length, text: JSON.stringify(to) });
    return [{ catalog, kind: path.join('.'), name, specifier: value, edit }];
  });
}
