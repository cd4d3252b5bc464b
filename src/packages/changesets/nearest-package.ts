import { didYouMean } from '../../platform/text/wording.ts';

/** `; did you mean "…"?` for the package whose name a mistyped one is, or would be with its scope; else a full stop. */
export function nearestPackage(name: string, packages: readonly string[]): string {
  const scoped = packages.find((one) => withoutScope(one) === withoutScope(name));
  return (scoped ? `; did you mean ${JSON.stringify(scoped)}?` : didYouMean(name, packages)) || '.';
}

function withoutScope(name: string): string {
  return name.replace(/^@[^/]*\//, '');
}
