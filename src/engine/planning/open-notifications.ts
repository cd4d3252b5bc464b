import { UserError } from '../../platform/errors.ts';
import { checkNotifications } from '../../train/manifest/check-notifications.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import { type Notifications, resolveNotifications } from '../../train/manifest/notifications.ts';
import { checkStructure } from './manifest-structure.ts';
import { resolveManifestFile } from './open-manifest.ts';

/** What a manifest says of notifications, and of what it takes to send and record them. Throws a UserError with every fault. */
export async function notificationsOf(
  path: string,
  shownAs: string,
): Promise<Pick<Manifest, 'tokens' | 'stateCommitPrefix'> & { readonly notifications: Notifications | undefined }> {
  const { notifications, tokens, stateCommitPrefix } = (await resolveManifestFile(path, shownAs)).manifest;
  return { notifications, tokens, ...(stateCommitPrefix !== undefined && { stateCommitPrefix }) };
}

/**
 * The same of values that were given without a manifest, by the rules of the same schema. Throws a UserError with every fault.
 */
export async function notificationsFrom(channels: unknown, rules: unknown): Promise<Notifications> {
  const frame = { name: 'inputs', components: { none: { repository: 'none/none' } } };
  const notifications = { channels, ...(rules !== undefined && { rules }) };
  const { faults, sound } = await checkStructure({ ...frame, notifications });
  const all = [...faults, ...checkNotifications(sound).all()];
  if (all.length > 0)
    throw new UserError(all.map(({ message }) => ({ message: `Inputs channels and rules: ${message}` })));
  return resolveNotifications(sound.notifications ?? {});
}
