/** A package by the registry it lives on. */
export type PackageName = { readonly npm: string } | { readonly pypi: string };

/** What a component publishes, as its manifest writes it: one package, or several that are released together. */
export type Published = PackageName | readonly PackageName[];

/** The packages that a component publishes; none where it publishes nothing. */
export function packagesOf({ package: published }: { readonly package?: Published }): readonly PackageName[] {
  if (published === undefined) return [];
  return isList(published) ? published : [published];
}

/** The name that a registry knows it by. */
export function nameOf(published: PackageName): string {
  return 'npm' in published ? published.npm : published.pypi;
}

function isList(published: Published): published is readonly PackageName[] {
  return Array.isArray(published);
}
