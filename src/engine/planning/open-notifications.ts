import { UserError } from '../../platform/errors.ts';
import { checkNotifications } from '../../train/manifest/check-notifications.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import { type Notifications, resolveNotifications } from '../../train/manifest/notifications.ts';
import type { RawManifest } from '../../train/manifest/raw-manifest.ts';
import { checkStructure } from './manifest-structure.ts';
import { resolveManifestFile } from './open-manifest.ts';
import { readManifestFile } from './read-manifest.ts';

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
  const { faults, sound } = await framed(channels, rules);
  const all = [...faults, ...checkNotifications(sound).all()];
  if (all.length > 0)
    throw new UserError(all.map(({ message }) => ({ message: `Inputs channels and rules: ${message}` })));
  return resolveNotifications(sound.notifications ?? {});
}

function framed(channels: unknown, rules: unknown) {
  const frame = { name: 'inputs', components: { none: { repository: 'none/none' } } };
  return checkStructure({ ...frame, notifications: { channels, ...(rules !== undefined && { rules }) } });
}

/** What can be judged of channels and rules where something else is at fault, and the names of the channels that are. */
interface SoundNotifications {
  readonly notifications: Notifications;
  readonly faulty: ReadonlySet<string>;
}

/** Of a manifest, whatever is wrong with the rest of it. Throws a UserError where there is no file to read. */
export async function soundNotificationsOf(path: string, shownAs: string): Promise<SoundNotifications> {
  const { raw, faults } = (await readManifestFile(path, shownAs)).parsed;
  return soundPart(raw, faults);
}

/** Of values that were given without a manifest. */
export async function soundNotificationsFrom(channels: unknown, rules: unknown): Promise<SoundNotifications> {
  const { sound, faults } = await framed(channels, rules);
  return soundPart(sound, faults);
}

function soundPart(raw: RawManifest, faults: readonly TrainFault[]): SoundNotifications {
  const faulty = new Set(
    [...faults, ...checkNotifications(raw).all()].flatMap(({ at: [section, part, name] = [] }) =>
      section === 'notifications' && part === 'channels' ? [String(name)] : [],
    ),
  );
  const { channels = {}, ...rest } = raw.notifications ?? {};
  const sound = Object.entries(channels).filter(([name]) => !faulty.has(name));
  return { notifications: resolveNotifications({ ...rest, channels: Object.fromEntries(sound) }), faulty };
}
