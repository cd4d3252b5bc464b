import { parseAddress } from '../../platform/text/email-address.ts';
import { didYouMean, listed, quote } from '../../platform/text/wording.ts';
import { collectFaults, type FaultList, type TrainFault } from './faults.ts';
import { CHANNEL_KINDS, type ChannelKind } from './notifications.ts';
import type { RawChannel, RawManifest, RawRule } from './raw-manifest.ts';

type Path = readonly (string | number)[];

/** The keys that hold the name of a secret, and those that belong to each kind. */
const SECRETS = ['slack', 'slack-webhook', 'smtp', 'webhook', 'secret', 'teams', 'discord'] as const;
const KEYS: Readonly<Record<ChannelKind, { readonly needs: readonly string[]; readonly may: readonly string[] }>> = {
  slack: { needs: ['channel'], may: ['mention', 'api'] },
  'slack-webhook': { needs: [], may: ['mention'] },
  email: { needs: ['from', 'smtp'], may: [] },
  issue: { needs: [], may: ['labels', 'assignees'] },
  webhook: { needs: [], may: ['secret'] },
  teams: { needs: [], may: [] },
  discord: { needs: [], may: [] },
};
/** What a secret is named: https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions */
const SECRET_NAME = /^(?!GITHUB_)[A-Z_][A-Z0-9_]{0,99}$/;

/** Events that a manifest's train or services can have; other words are of `notify` steps of the user's own. */
const KNOWN_EVENTS = [
  ...['started', 'completed', 'canary-passed', 'component-failed', 'health-failed', 'not-served', 'failed'],
  ...['rollback-started', 'rolled-back', 'cancelled', 'lock-overridden', 'rollback-failed', 'compatibility'],
  ...['needs-person', 'registration-failed', 'integration-failed', 'discovery-failed', 'service-unhealthy'],
  ...['route-conflict', 'event-refused', 'pipeline-failed', 'escalated'],
] as const;

/** What the channels and rules say and cannot mean. A value that looks like a secret is never shown. */
export function checkNotifications({ notifications }: RawManifest): FaultList {
  const faults = collectFaults();
  const { channels = {}, rules = [] } = notifications ?? {};
  for (const [name, channel] of Object.entries(channels))
    checkChannel(channel, ['notifications', 'channels', name], faults);
  const known = Object.keys(channels);
  for (const [index, rule] of rules.entries())
    if (rule) checkRule(rule, { at: ['notifications', 'rules', index], known, faults });
  return faults;
}

function checkChannel(channel: RawChannel, at: Path, faults: FaultList): void {
  const where = shown(at);
  const kinds = CHANNEL_KINDS.filter((kind) => channel[kind] !== undefined);
  const [kind, ...others] = kinds;
  if (kind === undefined) {
    faults.add(at, () => `${where} says no kind of channel; expected one of ${listed(CHANNEL_KINDS, 'or')}.`, 'key');
    return;
  }
  if (others.length > 0) {
    faults.add(at, () => `${where} is ${listed(kinds)} at once; make a channel of each.`, 'key');
    return;
  }
  const { needs, may } = KEYS[kind];
  for (const key of needs) {
    if (channel[key as keyof RawChannel] === undefined)
      faults.add(at, () => `${where} has no ${key}, which a channel of kind ${kind} needs.`, 'key');
  }
  const allowed: readonly string[] = [kind, ...needs, ...may];
  for (const key of Object.keys(channel)) {
    if (!allowed.includes(key))
      faults.add(
        [...at, key],
        () => `${where} is of kind ${kind}, which has no ${key}. Known: ${listed(allowed)}.`,
        'key',
      );
  }
  checkSecrets(channel, at, faults);
  checkAddresses(channel, at, faults);
}

function checkSecrets(channel: RawChannel, at: Path, faults: FaultList): void {
  for (const key of SECRETS) {
    const value = channel[key];
    if (value === undefined || SECRET_NAME.test(value)) continue;
    // Whatever it is, it may be the secret itself.
    const message = /^GITHUB_[A-Z0-9_]*$/.test(value)
      ? `${shown([...at, key])} names ${quote(value)}, but GitHub keeps names that begin with GITHUB_ to itself. Choose another name.`
      : `${shown([...at, key])} is not the name of a secret (capitals, digits and "_"). If it is a URL, a token or a password: put it into a secret and write its name here; what was committed counts as known to others and is to be replaced.`;
    faults.add([...at, key], () => message);
  }
}

function checkAddresses({ email, from }: RawChannel, at: Path, faults: FaultList): void {
  const check = (text: string, path: Path) => {
    if (parseAddress(text)) return;
    const message = `${shown(path)} is ${quote(text)}; expected one address such as lead@example.com or Lead <lead@example.com>.`;
    faults.add(path, () => message);
  };
  for (const [index, address] of (email ?? []).entries())
    if (address !== undefined) check(address, [...at, 'email', index]);
  if (from !== undefined) check(from, [...at, 'from']);
}

interface RulePlace {
  readonly at: Path;
  readonly known: readonly string[];
  readonly faults: FaultList;
}

function checkRule({ channels = [], events = [], escalate }: RawRule, { at, known, faults }: RulePlace): void {
  const named = (names: readonly (string | undefined)[], path: Path) => {
    for (const [index, name] of names.entries()) {
      if (name === undefined || known.includes(name)) continue;
      const hint =
        didYouMean(name, known) || (known.length > 0 ? `. Known: ${listed(known)}.` : '; there is none at all.');
      faults.add([...path, index], () => `${shown(path)}: there is no channel ${quote(name)}${hint}`);
    }
  };
  named(channels, [...at, 'channels']);
  named(escalate?.to ?? [], [...at, 'escalate', 'to']);
  for (const [index, event] of events.entries()) {
    if (event === undefined || (KNOWN_EVENTS as readonly string[]).includes(event)) continue;
    const hint = didYouMean(event, KNOWN_EVENTS);
    // A word of the user's own is fine; one slip away from ours it is a slip.
    if (hint)
      faults.add([...at, 'events', index], () => `${shown([...at, 'events'])}: unknown event ${quote(event)}${hint}`);
  }
  if (escalate?.times !== undefined && escalate.times > 1 && escalate.every === undefined) {
    const message = `${shown(at)}.escalate has times, but no every: say how long it waits in between, such as every: 30m.`;
    faults.add([...at, 'escalate'], () => message);
  }
}

/** Rules that never fit, because they name environments that there are not. */
export function rulesWithoutUse({ notifications, environments = {} }: RawManifest): TrainFault[] {
  const known = Object.keys(environments);
  return (notifications?.rules ?? []).flatMap((rule, index) =>
    (rule?.environments ?? []).flatMap((name, place): TrainFault[] => {
      if (name === undefined || known.includes(name)) return [];
      const at = ['notifications', 'rules', index, 'environments', place];
      const hint = didYouMean(name, known) || '.';
      return [{ at, message: `${shown(at.slice(0, 4))}: the manifest has no environment ${quote(name)}${hint}` }];
    }),
  );
}

/** `notifications.rules[1].channels`. */
function shown(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
    .join('');
}
