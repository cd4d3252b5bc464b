import semver from 'semver';
import { mapOf } from '../../platform/records.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import { DEPENDENCY_KINDS } from '../workspace/package-json.ts';
import { type Home, repositoryFault } from './own-repository-url.ts';

interface ExpectedTarball {
  readonly name: string;
  readonly version: string;
  /** The package's folder, for the line to add. */
  readonly directory?: string;
  readonly distTag?: string | undefined;
}

/** Everything that can be known of a tarball before it is published, and would make that fail or be useless. */
export function tarballFaults(
  manifest: Readonly<Record<string, unknown>>,
  { name, version, directory, distTag }: ExpectedTarball,
  /** Present where the registry will want provenance. */
  home: Home | undefined,
): string[] {
  const faults: string[] = [];
  if (manifest.name !== name || manifest.version !== version) {
    faults.push(
      `${name}@${version}: the tarball holds ${scalarText(manifest.name) || 'no name'}@${scalarText(manifest.version) || 'no version'}. Whatever makes its package.json (publishConfig.directory, prepack) must write this name and version.`,
    );
  }
  if (manifest.private === true) faults.push(`${name}: the package.json in the tarball says "private": true.`);
  const unresolved = unresolvedRanges(manifest);
  if (unresolved.length > 0) {
    faults.push(
      `${name}: the tarball needs ${unresolved.join(', ')}, which nobody can install. Such ranges are resolved by the package manager of the workspace (pnpm, yarn, bun): name it by the packageManager field of package.json.`,
    );
  }
  if (distTag !== undefined && (semver.validRange(distTag) !== null || !/^[A-Za-z][\w.-]*$/.test(distTag))) {
    faults.push(`${name}: publishConfig.tag is ${JSON.stringify(distTag)}; expected a dist-tag such as "next".`);
  }
  const misplaced = home && repositoryFault({ name, repository: manifest.repository }, home, directory);
  if (misplaced !== undefined) faults.push(misplaced);
  return faults;
}

/** Development dependencies are nobody's business who installs the package. */
function unresolvedRanges(manifest: Readonly<Record<string, unknown>>): string[] {
  const kinds = DEPENDENCY_KINDS.filter((kind) => kind !== 'devDependencies');
  return kinds.flatMap((kind) =>
    Object.entries(mapOf(manifest[kind]))
      .filter(([, range]) => /^(workspace|catalog|link|portal):/.test(scalarText(range)))
      .map(([dependency, range]) => `${dependency}@${scalarText(range)}`),
  );
}
