import { UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { type AskOptions, askRegistry } from './ask-registry.ts';
import type { HandedRelease, PackedPackage } from './release-folder.ts';
import { asNpm } from './release-state.ts';

interface NamedVersion {
  readonly name: string;
  readonly version: string;
}

/**
 * Splits a release by what is published: what the publishing job says that the registry has accepted, and of the rest what
 * the registry serves. A release whose second package failed has its first one all the same. Throws a UserError where the
 * registry gives no answer.
 */
export async function recordable(
  { packages }: HandedRelease,
  accepted: readonly NamedVersion[],
  ask: AskOptions,
): Promise<{ published: PackedPackage[]; missing: PackedPackage[] }> {
  const isAccepted = (pkg: PackedPackage) =>
    accepted.some(({ name, version }) => name === pkg.name && version === pkg.version);
  const doubtful = packages.filter((pkg) => !isAccepted(pkg));
  const answers = await askRegistry(doubtful.map(asNpm), ask);
  const missing = doubtful.filter((_, index) => answers[index]?.state !== 'served');
  return { published: packages.filter((pkg) => !missing.includes(pkg)), missing };
}

/** The output `published-packages` of publish-packages; throws a UserError where it is none. */
export function parsePublished(value: unknown): NamedVersion[] {
  const isNamed = (one: unknown): one is NamedVersion =>
    isRecord(one) && typeof one.name === 'string' && typeof one.version === 'string';
  if (Array.isArray(value) && value.every(isNamed)) return value;
  throw new UserError(
    `Input published: expected a list such as [{"name": "lib", "version": "1.2.3"}], found ${JSON.stringify(value)}.`,
  );
}
