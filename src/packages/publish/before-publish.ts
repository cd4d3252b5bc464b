import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { compareIntegrity } from '../registries/integrity.ts';
import { formatPackage } from '../registries/package.ts';
import { foreignOrigin, type Provenance } from '../registries/provenance.ts';
import type { ManagerName } from '../workspace/manager.ts';
import type { RegistryAnswer } from './ask-registry.ts';
import type { Home } from './own-repository-url.ts';
import type { PackedPackage } from './release-folder.ts';
import { asNpm } from './release-state.ts';
import { packedManifest } from './tarball.ts';
import { tarballFaults } from './tarball-faults.ts';

export interface PublishCircumstances {
  /** Absolute: where the tarballs are. */
  readonly folder: string;
  /** Whether a trusted publisher publishes, which cannot create a name. */
  readonly trusted: boolean;
  readonly manager: ManagerName | undefined;
  readonly home: Home | undefined;
  /** This run, as provenance names it. */
  readonly build: Provenance | undefined;
}

/** All that can be known to go wrong with a package before anything is published. */
export async function faultsBefore(
  pkg: PackedPackage,
  answer: RegistryAnswer,
  around: PublishCircumstances,
): Promise<string[]> {
  if (answer.state === 'served') {
    const difference = pkg.tagged ? undefined : differenceOf(pkg, answer, around.build);
    return difference === undefined ? [] : [difference];
  }
  const { name, file } = pkg;
  const faults = answer.state === 'absent' && around.trusted ? [unknownName(name, around.manager)] : [];
  const manifest = packedManifest(await readFile(join(around.folder, file)), `${name}: ${file}`);
  return [...faults, ...tarballFaults(manifest, pkg, around.home)];
}

/** What to do about a name that the registry does not know. */
export function unknownName(name: string, manager: ManagerName = 'npm'): string {
  const byHand = { npm: 'npm publish', pnpm: 'pnpm publish', yarn: 'yarn npm publish', bun: 'bun publish' }[manager];
  return `The registry knows no package named ${name}. Trusted publishing cannot create a name: publish a first version by hand (${byHand} --access public, in the folder of the package), then name this workflow as its trusted publisher. Or mark it "private": true.`;
}

/** Why what is served is not what was packed; undefined where it is, or where its provenance proves that this build made it. */
export function differenceOf(
  pkg: PackedPackage,
  { facts: { integrity, origin, unproven } }: Extract<RegistryAnswer, { state: 'served' }>,
  build: Provenance | undefined,
): string | undefined {
  const difference = compareIntegrity(pkg.integrity, integrity);
  if (difference === undefined) return undefined;
  const foreign =
    origin && build ? foreignOrigin(origin, build) : (unproven ?? 'no provenance says where it was built');
  // A build need not give the same bytes twice; what this workflow built from this very commit is this release all the same.
  if (foreign === undefined) return undefined;
  return (
    `${formatPackage(asNpm(pkg))} is taken: ${difference}; ${foreign}. Versions are immutable: release a higher one. ` +
    `If what is served is right, push the tag ${pkg.tag} on the commit it was made from.`
  );
}

/** Throws all faults of all packages together. */
export function refuseAll(messages: readonly string[]): void {
  if (messages.length > 0) {
    throw new UserError(messages.map((message) => ({ message: `${message} Nothing was published.` })));
  }
}
