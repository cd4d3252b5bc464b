import { chooseVersion } from '../../packages/publish/choose-version.ts';
import type { Known } from '../../packages/publish/handed-over.ts';
import { readReleaseWorkspace } from '../../packages/publish/publishable.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import { optional, text } from '../../platform/runner/inputs.ts';

/** What the run was started for, as prepare-release is told: a job that publishes or pushes chooses the version itself. */
export const chosenVersion = {
  version: optional(text),
  'release-type': optional(text),
  'prerelease-id': optional(text),
} as const;

interface Chosen {
  readonly version: string | undefined;
  readonly releaseType: string | undefined;
  readonly prereleaseId: string | undefined;
}

/** What this job knows of the release by itself: the run's commit, the packages that it checked out, and the inputs. */
export async function knownRelease(chosen: Chosen, { workspace, env }: Runner): Promise<Known> {
  const { packages } = await readReleaseWorkspace(workspace);
  const { tag, commit } = runContext(env);
  const current = packages[0]?.version ?? '';
  return { sha: commit, packages, chosen: () => chooseVersion({ current, tag, ...chosen }) };
}
