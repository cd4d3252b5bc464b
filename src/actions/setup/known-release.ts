import {
  checkPrereleaseId,
  checkReleaseType,
  checkVersion,
  chooseVersion,
} from '../../packages/publish/choose-version.ts';
import type { KnownOfRelease } from '../../packages/publish/handed-over.ts';
import { readReleaseWorkspace } from '../../packages/publish/publishable.ts';
import { isExactVersion } from '../../packages/registries/package.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import { optional, text } from '../../platform/runner/inputs.ts';

/** What the run was started for, as prepare-release is told: a job that publishes or pushes chooses the version itself. */
export const chosenVersion = {
  version: optional(text),
  'release-type': optional(text),
  'prerelease-id': optional(text),
} as const;

/** What of it is wrong whatever the package is, and whether there is one. */
export const chosenChecks = [
  ({ version }: Chosen) => version === undefined || checkVersion(version),
  ({ version, releaseType }: Chosen, { env }: Runner) =>
    releaseType === undefined || isNamed(version, env) || checkReleaseType(releaseType),
  ({ version, prereleaseId }: Chosen, { env }: Runner) =>
    prereleaseId === undefined || isNamed(version, env) || checkPrereleaseId(prereleaseId),
  (_: Chosen, { workspace }: Runner) => readReleaseWorkspace(workspace),
];

interface Chosen {
  readonly version: string | undefined;
  readonly releaseType: string | undefined;
  readonly prereleaseId: string | undefined;
}

/** Whether the version itself is given: what it would be raised by is not asked for then, and may be a word of the caller's. */
function isNamed(version: string | undefined, env: Runner['env']): boolean {
  return (version !== undefined && isExactVersion(version)) || runContext(env).tag !== undefined;
}

/** What this job knows of the release by itself: the run's commit, the packages that it checked out, and the inputs. */
export async function knownRelease(chosen: Chosen, { workspace, env }: Runner): Promise<KnownOfRelease> {
  const { packages } = await readReleaseWorkspace(workspace);
  const { tag, commit } = runContext(env);
  const current = packages[0]?.version ?? '';
  return { sha: commit, packages, chosen: () => chooseVersion({ current, tag, ...chosen }) };
}
