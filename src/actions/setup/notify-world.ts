import type { Channel } from '../../engine/drive/channel.ts';
import {
  notificationsFrom,
  notificationsOf,
  soundNotificationsFrom,
  soundNotificationsOf,
} from '../../engine/planning/open-notifications.ts';
import type { StateStore } from '../../engine/stores/train-store.ts';
import { channelsInUse, unknownWords } from '../../operations/notify/choose-channels.ts';
import { openChannels } from '../../operations/notify/open-channels.ts';
import { redacting } from '../../operations/notify/telling.ts';
import { UserError } from '../../platform/errors.ts';
import { namedPath } from '../../platform/files/path-inside.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import { data, type InputsOf, list, optional, text } from '../../platform/runner/inputs.ts';
import { listed, quote } from '../../platform/text/wording.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import { CHANNEL_KINDS, type ChannelSpec, type Notifications } from '../../train/manifest/notifications.ts';
import { connect, connectionInputs, verifyApp } from './connect-github.ts';
import { networkInputs, openNetwork } from './network-inputs.ts';
import { notificationInputs, secretsFrom } from './notification-inputs.ts';
import { homeBeside } from './own-repository.ts';
import { openStore, stateHome, stateInputs, verifyStateWriter } from './state-input.ts';

/** Where `notify` finds its channels and rules, and what it may reach. */
export const notifyWorldInputs = {
  ...connectionInputs,
  ...networkInputs,
  'channel-secrets': notificationInputs['channel-secrets'],
  manifest: optional(text, '.github/release-train.yml'),
  channels: optional(data),
  rules: optional(data),
  only: optional(list),
  context: optional(data),
  ...stateInputs,
} as const;

type Given = InputsOf<typeof notifyWorldInputs>;

export interface NotifyWorld {
  readonly notifications: Notifications;
  /** Those in use, opened; whatever they are given is free of secrets. */
  readonly channels: readonly Channel[];
  readonly issues: readonly Extract<ChannelSpec, { kind: 'issue' }>[];
  readonly repositoryFor: (name: string) => Repository;
  /** Where problems are kept. */
  readonly store: StateStore;
}

const LARGEST_CONTEXT = 32 * 1024;

/** Opens all that a message needs, before the first request. Throws a UserError with every fault. */
export async function openNotifyWorld(given: Given, runner: Runner): Promise<NotifyWorld> {
  const { secrets, clock, env } = runner;
  const { notifications, tokens, stateCommitPrefix } = await readNotifications(given, runner);
  const specs = channelsInUse(notifications, given.only);
  const issues = specs.filter((spec) => spec.kind === 'issue');
  const { repository: own } = runContext(env);
  const kept = own !== undefined && given.state.kind === 'branch' ? [own] : [];
  const asked = [...kept, ...issues.map(({ repository }) => repository)];
  // What belongs to this repository is the job's own token's, where there is one.
  const others = asked.filter((one) => one !== own || given.token === undefined);
  const connected = connect(given, runner, { tokens, owners: others.map(ownerOf) });
  const home = homeBeside(connected, given, { runner });
  const repositoryFor = (name: string) => (name === own ? home : connected(name));
  const network = await openNetwork(given, runner);
  const secret = secretsFrom(given, runner, env);
  const world = { secret, network, repositoryFor, clock, context: secrets.redactIn(given.context) };
  const channels = openChannels(specs, world).map((channel) => redacting(channel, (value) => secrets.redactIn(value)));
  const store = openStore(given.state, () => stateHome(given, runner) ?? home, {
    ...runner,
    commitPrefix: stateCommitPrefix,
  });
  return { notifications, channels, issues, repositoryFor, store };
}

/** What a message needs, each alone: what is wrong with one does not hide what is wrong with the next. */
export const notifyWorldChecks = [
  verifyApp,
  verifyStateWriter,
  openNetwork,
  readNotifications,
  verifyOnly,
  verifySecrets,
  ({ context }: Given) => {
    if (context !== undefined && JSON.stringify(context).length > LARGEST_CONTEXT)
      throw new UserError(
        `Input context: it has more than ${LARGEST_CONTEXT / 1024} kB, which is all that a webhook gets.`,
      );
  },
];

/** Throws a UserError with every secret that a channel lacks, also where something else is wrong with its manifest. */
async function verifySecrets(given: Given, runner: Runner): Promise<void> {
  const { notifications, wanted } = await soundOf(given, runner);
  openChannels(channelsInUse(notifications, wanted), {
    secret: secretsFrom(given, runner, runner.env),
    network: await openNetwork({ ...given, caFile: undefined }, runner),
    repositoryFor: connect(given, runner, { owners: [] }),
    clock: runner.clock,
  });
}

/** What of the channels can be judged, whatever else is wrong, and those that are asked for but for the ones at fault. */
async function soundOf({ channels, rules, manifest, only }: Given, { workspace }: Runner) {
  const { notifications, faulty } =
    channels === undefined && rules === undefined
      ? await soundNotificationsOf(await namedPath(workspace, manifest), manifest)
      : await soundNotificationsFrom(channels ?? {}, rules);
  return { notifications, wanted: only?.filter((name) => !faulty.has(name)) };
}

async function readNotifications(
  { channels, rules, manifest }: Given,
  { workspace }: Runner,
): Promise<Pick<Manifest, 'tokens' | 'stateCommitPrefix'> & { readonly notifications: Notifications }> {
  if (channels !== undefined) return { notifications: await notificationsFrom(channels, rules), tokens: {} };
  if (rules !== undefined)
    throw new UserError('Input rules: they stand for those of a manifest only together with channels.');
  const { notifications, ...more } = await notificationsOf(await namedPath(workspace, manifest), manifest);
  if (notifications && notifications.channels.length > 0) return { notifications, ...more };
  throw new UserError(
    `${manifest} says nobody is to be told: it has no notifications with channels. Add them, or give the input channels.`,
  );
}

async function verifyOnly(given: Given, runner: Runner): Promise<void> {
  const { notifications, wanted = [] } = await soundOf(given, runner);
  const unknown = unknownWords(notifications, wanted);
  if (unknown.length === 0) return;
  const known = [...notifications.channels.map(({ name }) => name), ...CHANNEL_KINDS];
  throw new UserError(`Input only: there is no channel ${listed(unknown.map(quote))}. Known: ${listed(known)}.`);
}
