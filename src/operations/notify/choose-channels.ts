import type { ChannelSpec, Notifications, Rule } from '../../train/manifest/notifications.ts';
import { type Fact, isAtLeast } from '../../train/telling/fact.ts';
import type { EscalationRule } from '../../train/telling/problems.ts';

/** Names of channels or kinds (`github` is issue); undefined: whatever the rules say. */
export type WantedChannels = readonly string[] | undefined;

/** Whether a channel is among those that are asked for, by its name or its kind. */
export function isWanted({ name, kind }: ChannelSpec, wanted: WantedChannels): boolean {
  if (!wanted) return true;
  const words: readonly string[] = kind === 'issue' ? [name, kind, 'github'] : [name, kind];
  // "slack" means both ways to reach it.
  return wanted.some((word) => words.includes(word) || (word === 'slack' && kind === 'slack-webhook'));
}

/** The words of a list that name no channel and no kind. */
export function unknownWords({ channels }: Notifications, wanted: readonly string[]): string[] {
  return wanted.filter((word) => !channels.some((channel) => isWanted(channel, [word])));
}

/**
 * The channels that a fact goes to: of every rule that fits, those that are wanted. A channel that is asked for and that no
 * rule names hears everything. An issue hears what becomes of its problem, whatever its rules say.
 */
export function route({ channels, rules }: Notifications, wanted: WantedChannels, fact: Fact): string[] {
  const fitting = rules.filter((rule) => fits(rule, fact));
  const byRule = new Set(fitting.flatMap((rule) => rule.channels));
  const named = new Set(rules.flatMap((rule) => rule.channels));
  return channels
    .filter((channel) => isWanted(channel, wanted))
    .filter(({ name, kind }) => {
      if (byRule.has(name)) return true;
      if (kind === 'issue' && isSequel(fact) && named.has(name)) return true;
      return wanted !== undefined && !named.has(name);
    })
    .map(({ name }) => name);
}

/** It opens no problem: it feeds or ends one that there is. */
function isSequel({ problem, resolves, severity }: Fact): boolean {
  return resolves !== undefined || (problem !== undefined && !isAtLeast(severity, 'error'));
}

/** Who is told when nobody acts on a fact: what the first rule that fits and escalates says. */
export function escalationOf({ rules }: Notifications, fact: Fact): EscalationRule | undefined {
  return rules.find((rule) => rule.escalate && fits(rule, fact))?.escalate;
}

function fits({ events, severity, environments }: Rule, fact: Fact): boolean {
  if (events && !events.includes(fact.kind)) return false;
  if (severity && !isAtLeast(fact.severity, severity)) return false;
  return !environments || (fact.environment !== undefined && environments.includes(fact.environment));
}

/** The channels that can be told anything at all: those that are wanted, and that a rule or an escalation names. */
export function channelsInUse({ channels, rules }: Notifications, wanted: WantedChannels): ChannelSpec[] {
  const named = new Set(rules.flatMap((rule) => [...rule.channels, ...(rule.escalate?.to ?? [])]));
  return channels.filter((channel) => isWanted(channel, wanted) && (named.has(channel.name) || wanted !== undefined));
}
