import { openManifest, resolveManifestFile } from '../../engine/planning/open-manifest.ts';
import { soundNotificationsOf } from '../../engine/planning/open-notifications.ts';
import { namedPath } from '../../platform/files/path-inside.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { type InputsOf, Unread } from '../../platform/runner/inputs.ts';
import type { TrainRequest } from '../../train/plan/request.ts';
import { connect, tokensAtHand } from './connect-github.ts';
import { openNetwork } from './network-inputs.ts';
import { openTelling } from './notification-inputs.ts';
import type { PlanInputs } from './shown-plan.ts';
import { requestOf, type trainInputs } from './train-inputs.ts';
import { startsNothing, type TrainOptions } from './train-options.ts';

type Given = Omit<InputsOf<typeof trainInputs>, 'manifest'>;

/** Throws a UserError with all that is wrong with the manifest, and with what is asked of it where that could be read. */
async function verifyManifest(
  given: Given,
  manifest: string,
  { runner, ...more }: { readonly runner: Runner } & Pick<TrainRequest, 'startsNothing'>,
): Promise<void> {
  const path = await namedPath(runner.workspace, manifest);
  const asked = readable(() => ({
    request: { ...requestOf({ ...given, manifest }), ...more },
    tokens: tokensAtHand(given, runner.env),
  }));
  if (asked) await openManifest({ path, shownAs: manifest }, asked.request, asked.tokens);
  else await resolveManifestFile(path, manifest);
}

/** The same of the inputs of a train. */
export function verifyTrainManifest(given: TrainOptions, runner: Runner): Promise<void> {
  const only = readable(() => startsNothing(given));
  const asked = readable(() => given.mode === 'unlock') ? { ...given, environment: undefined } : given;
  return verifyManifest(asked, given.manifest, { runner, ...(only && { startsNothing: only }) });
}

/** The same of the inputs of a plan: changesets of this workspace alone have no manifest. */
export function verifyPlannedManifest(given: PlanInputs, runner: Runner): Promise<void> | undefined {
  const { manifest = given.source === 'train' ? '.github/release-train.yml' : undefined } = given;
  return manifest === undefined ? undefined : verifyManifest(given, manifest, { runner });
}

/**
 * Throws a UserError where somebody is to be told whom nobody knows, or by a secret that is not given: also where the manifest has
 * other faults.
 */
export async function verifyTelling(given: TrainOptions, runner: Runner): Promise<void> {
  const path = await namedPath(runner.workspace, given.manifest);
  const { notifications, faulty } = await soundNotificationsOf(path, given.manifest);
  const notify = given.notify?.filter((name) => !faulty.has(name));
  const world = {
    runner,
    network: await openNetwork({ ...given, caFile: undefined }, runner),
    repositoryFor: connect(given, runner, { owners: [] }),
  };
  openTelling(notifications, { ...given, notify }, world);
}

/** What can be made of the inputs that could be read; undefined where one of the others is needed. */
function readable<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}
