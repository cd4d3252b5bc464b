import { type GitOptions, git } from '../../platform/process/git.ts';
import type { PackageVersion } from '../registries/package.ts';
import { type Answer, type AskOptions, askRegistry } from './ask-registry.ts';
import type { ReleasePackage } from './publishable.ts';

/** A version that is not released yet, or not to the end. */
export interface OpenRelease extends ReleasePackage {
  /** `served` without its tag: published by a run that was cut off, or by somebody else. */
  readonly state: Answer['state'];
  readonly tagged: boolean;
}

/**
 * Which versions are still to be released: all but those that the registry serves and that have their tag. Throws a
 * UserError where the registry gives no answer.
 */
export async function openReleases(...args: Parameters<typeof releaseStates>): Promise<OpenRelease[]> {
  return (await releaseStates(...args)).filter(({ state, tagged }) => state !== 'served' || !tagged);
}

/** How far the release of each version is. */
export async function releaseStates(
  packages: readonly ReleasePackage[],
  { gitOptions, ...ask }: AskOptions & { readonly gitOptions: GitOptions },
): Promise<OpenRelease[]> {
  const tags = new Set((await git(['tag', '--list'], gitOptions)).split('\n'));
  const answers = await askRegistry(packages.map(asNpm), ask);
  return packages.map((one, index) => ({
    ...one,
    state: answers[index]?.state ?? 'pending',
    tagged: tags.has(one.tag),
  }));
}

export function asNpm({ name, version }: { readonly name: string; readonly version: string }): PackageVersion {
  return { ecosystem: 'npm', name, version };
}
