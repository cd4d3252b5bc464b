import { listed } from '../../../platform/text/wording.ts';
import { secretsOf } from '../../../train/manifest/notifications.ts';
import { channelsInUse } from '../../notify/choose-channels.ts';
import type { CheckOf } from '../pass.ts';

/** A channel without its secret is found out by nobody when it matters. */
const channelSecrets: CheckOf<'train'> = {
  ...{ check: 'channel-secrets', area: 'notifications', of: 'train' },
  run({ manifest: { notifications } }, { hasSecret }) {
    if (!notifications) return [];
    const names = [...new Set(channelsInUse(notifications, undefined).flatMap(secretsOf))];
    const missing = names.filter((name) => !hasSecret(name));
    if (missing.length === 0) return [];
    const [secrets, are, them] = missing.length === 1 ? ['secret', 'is', 'it'] : ['secrets', 'are', 'them'];
    return [
      {
        severity: 'warning',
        seen: `The ${secrets} ${listed(missing)} that notifications names ${are} not given to this job.`,
        expected: `a value for ${listed(missing)}`,
        fix: `Pass ${them} by channel-secrets, here and to the train:`,
        paste: missing.map((name) => `${name}: \${{ secrets.${name} }}`).join('\n'),
        at: ['notifications', 'channels'],
      },
    ];
  },
};

/** A channel that no rule names tells nobody anything. */
const channelsUsed: CheckOf<'train'> = {
  ...{ check: 'channel-used', area: 'notifications', of: 'train' },
  run({ manifest: { notifications } }) {
    if (!notifications) return [];
    const used = new Set(channelsInUse(notifications, undefined).map(({ name }) => name));
    return notifications.channels
      .filter(({ name }) => !used.has(name))
      .map(({ name }) => ({
        severity: 'warning' as const,
        seen: `No rule sends anything to the channel ${name}.`,
        expected: 'a rule that names it',
        fix: 'Add a rule:',
        paste: `- { events: [failed], channels: [${name}] }`,
        at: ['notifications', 'channels', name],
      }));
  },
};

export const notificationChecks = [channelSecrets, channelsUsed] as const;
