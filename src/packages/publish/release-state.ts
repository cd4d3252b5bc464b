import { type GitOptions, git } from '../../platform/process/git.ts';
import type { PackageVersion } from '../registries/package.ts';
import { type AskOptions, askRegistry, type RegistryAnswer } from './ask-registry.ts';
import type { ReleasePackage } from './publishable.ts';
import { versionOrigin } from './version-origin.ts';

/** How far the release of a version is. */
export interface ReleaseProgress extends ReleasePackage {
  /** `served` without its tag: published by a run that was cut off, or by somebody else. */
  readonly state: RegistryAnswer['state'];
  readonly tagged: boolean;
}

interface OpenReleases {
  /** What is still to be released, or not to the end. */
  readonly open: readonly ReleaseProgress[];
  /** Published before this repository was released from here: nothing to do, and no tag of ours. */
  readonly adopted: readonly ReleaseProgress[];
  /** New packages, whose first version the waiting changesets give them. */
  readonly waiting: readonly ReleaseProgress[];
}

interface StateOptions extends AskOptions {
  readonly gitOptions: GitOptions;
}

/**
 * Sorts versions by what is left to do. With `changesetsWait` a package that has had no other version yet is not published: its
 * changesets give it its first one. Throws a UserError where the registry gives no answer.
 */
export async function openReleases(
  packages: readonly ReleasePackage[],
  { changesetsWait, ...options }: StateOptions & { readonly changesetsWait: boolean },
): Promise<OpenReleases> {
  const sorted = { open: [] as ReleaseProgress[], adopted: [] as ReleaseProgress[], waiting: [] as ReleaseProgress[] };
  for (const one of await releaseStates(packages, options)) {
    const served = one.state === 'served';
    if (served && one.tagged) continue;
    const doubtful = served || changesetsWait;
    const origin = doubtful ? await versionOrigin(one.json.file, options.gitOptions) : undefined;
    if (served && origin !== undefined && origin !== 'changesets') sorted.adopted.push(one);
    else if (!served && changesetsWait && origin === 'created') sorted.waiting.push(one);
    else sorted.open.push(one);
  }
  return sorted;
}

/** How far the release of each version is. */
export async function releaseStates(
  packages: readonly ReleasePackage[],
  { gitOptions, ...ask }: StateOptions,
): Promise<ReleaseProgress[]> {
  const tags = new Set((await git(['tag', '--list'], gitOptions)).split('\n'));
  const answers = await askRegistry(packages.map(asNpm), ask);
  return packages.map((one, index) => ({
    ...one,
    state: answers[index]?.state ?? 'pending',
    tagged: tags.has(one.tag),
  }));
}

/** A package as its registry knows it. */
export function asNpm({ name, version, registry }: AsNpm): PackageVersion {
  return { ecosystem: 'npm', name, version, ...(registry !== undefined && { registry }) };
}

interface AsNpm {
  readonly name: string;
  readonly version: string;
  readonly registry?: string | undefined;
}
