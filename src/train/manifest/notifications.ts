import { trimEnd } from '../../platform/text/trim-end.ts';
import { parseDuration } from '../../platform/time/duration.ts';
import type { RawChannel, RawNotifications, RawRule } from './raw-manifest.ts';

/** Who is told of what, as it is used: kinds known, names checked, durations in milliseconds. */
export interface Notifications {
  readonly channels: readonly ChannelSpec[];
  readonly rules: readonly Rule[];
}

/** Texts in capitals are names of secrets. */
export type ChannelSpec = { readonly name: string } & (
  | {
      readonly kind: 'slack';
      readonly token: string;
      readonly channel: string;
      readonly mention?: string;
      readonly api: string;
    }
  | { readonly kind: 'slack-webhook'; readonly url: string; readonly mention?: string }
  | { readonly kind: 'email'; readonly to: readonly string[]; readonly from: string; readonly smtp: string }
  | {
      readonly kind: 'issue';
      readonly repository: string;
      readonly labels: readonly string[];
      readonly assignees: readonly string[];
    }
  | { readonly kind: 'webhook'; readonly url: string; readonly secret?: string }
  | { readonly kind: 'teams'; readonly url: string }
  | { readonly kind: 'discord'; readonly url: string }
);

export type ChannelKind = ChannelSpec['kind'];

export const CHANNEL_KINDS = ['slack', 'slack-webhook', 'email', 'issue', 'webhook', 'teams', 'discord'] as const;

export interface Rule {
  readonly events?: readonly string[];
  readonly severity?: 'info' | 'warning' | 'error' | 'critical';
  readonly environments?: readonly string[];
  readonly channels: readonly string[];
  readonly escalate?: Escalation;
}

/** Who is told when nobody acts; milliseconds. */
interface Escalation {
  readonly after: number;
  readonly to: readonly string[];
  readonly every?: number;
  readonly times: number;
}

const SLACK_API = 'https://slack.com/api';
/** How often a rule escalates that says how often in an hour, but not how often in all. */
const TIMES = 3;

/** What a sound `notifications` means. */
export function resolveNotifications({ channels = {}, rules = [] }: RawNotifications): Notifications {
  return {
    channels: Object.entries(channels).flatMap(([name, channel]) => resolveChannel(name, channel) ?? []),
    rules: present(rules).map(resolveRule),
  };
}

function resolveChannel(name: string, raw: RawChannel): ChannelSpec | undefined {
  const mention = raw.mention === undefined ? {} : { mention: raw.mention };
  if (raw.slack !== undefined) {
    const api = trimEnd(raw.api ?? SLACK_API, '/');
    return { name, kind: 'slack', token: raw.slack, channel: raw.channel ?? '', ...mention, api };
  }
  if (raw['slack-webhook'] !== undefined) return { name, kind: 'slack-webhook', url: raw['slack-webhook'], ...mention };
  if (raw.email !== undefined)
    return { name, kind: 'email', to: present(raw.email), from: raw.from ?? '', smtp: raw.smtp ?? '' };
  if (raw.issue !== undefined) {
    const { labels = [], assignees = [] } = raw;
    return { name, kind: 'issue', repository: raw.issue, labels: present(labels), assignees: present(assignees) };
  }
  if (raw.webhook !== undefined)
    return { name, kind: 'webhook', url: raw.webhook, ...(raw.secret !== undefined && { secret: raw.secret }) };
  if (raw.teams !== undefined) return { name, kind: 'teams', url: raw.teams };
  return raw.discord === undefined ? undefined : { name, kind: 'discord', url: raw.discord };
}

function resolveRule({ events, severity, environments, channels = [], escalate }: RawRule): Rule {
  return {
    ...(events && { events: present(events) }),
    ...(severity && { severity }),
    ...(environments && { environments: present(environments) }),
    channels: present(channels),
    ...(escalate && { escalate: resolveEscalation(escalate) }),
  };
}

function resolveEscalation({ after = '', to = [], every, times }: NonNullable<RawRule['escalate']>): Escalation {
  return {
    after: parseDuration(after) ?? 0,
    to: present(to),
    ...(every !== undefined && { every: parseDuration(every) ?? 0 }),
    times: every === undefined ? 1 : (times ?? TIMES),
  };
}

function present<T>(list: readonly (T | undefined)[]): T[] {
  return list.filter((item) => item !== undefined);
}

/** The names of the secrets that a channel needs. */
export function secretsOf(channel: ChannelSpec): string[] {
  switch (channel.kind) {
    case 'slack':
      return [channel.token];
    case 'email':
      return [channel.smtp];
    case 'issue':
      return [];
    case 'webhook':
      return channel.secret === undefined ? [channel.url] : [channel.url, channel.secret];
    default:
      return [channel.url];
  }
}
