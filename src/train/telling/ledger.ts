import type { Fact } from './fact.ts';

/** What has been told where: kept beside a train's state and written with it. Facts themselves are found in the state. */
export interface Ledger {
  readonly format: 1;
  /** Fact id → channel → what became of telling it there. */
  readonly notices: Readonly<Record<string, Readonly<Record<string, Notice>>>>;
  /** The facts that some channel has yet to be told, as they were first seen: the state may have moved on since. */
  readonly untold: Readonly<Record<string, Fact>>;
  readonly channels: Readonly<Record<string, ChannelRecord>>;
  /** Component and try → what GitHub's deployment records say of it. */
  readonly deployments?: Readonly<Record<string, DeploymentNote>>;
  /** Why there are none of this train any more. */
  readonly deploymentsOff?: string;
}

export type Notice =
  /** The place said that it has it. */
  | { readonly at: number; readonly ref?: string }
  /** Not yet: how often it was tried, why it failed, and when it is tried again. Without `next` it was given up. */
  | { readonly since: number; readonly tries: number; readonly error?: string; readonly next?: number };

export interface ChannelRecord {
  /** When messages were sent there, taken or not, within the last hour. */
  readonly sent: readonly number[];
  /** The channel's own word for the message that is kept up to date. */
  readonly ref?: string;
  /** When and in which words the place said that it is gone for good: it is asked for nothing more. */
  readonly gone?: { readonly at: number; readonly error: string };
}

/** What GitHub has taken; and how often it did not take the next, why, and when that is tried again. */
export interface DeploymentNote {
  readonly id?: number;
  readonly state?: string;
  readonly tries?: number;
  readonly error?: string;
  readonly next?: number;
  readonly givenUp?: true;
}

export const EMPTY_LEDGER: Ledger = { format: 1, notices: {}, untold: {}, channels: {} };

const SECOND_MS = 1_000;
export const HOUR_MS = 3_600 * SECOND_MS;
/** A train of before there was a ledger tells no old stories. */
const OLDEST_NEWS_MS = HOUR_MS;
const GIVE_UP_MS = 24 * HOUR_MS;
/** After the first, second and every later failure. */
const RETRY_MS = [SECOND_MS, 4 * SECOND_MS, 15 * SECOND_MS] as const;
const LATER_MS = 5 * 60 * SECOND_MS;

export interface NotingOptions {
  readonly route: (fact: Fact) => readonly string[];
  readonly now: number;
  /** When people resumed the train last: a place that was gone before is asked once more. */
  readonly resumedAt?: number | undefined;
}

/** The ledger with every fact that it does not have yet, and the channels that are to be told. */
export function noteFacts(
  ledger: Ledger | undefined,
  facts: readonly Fact[],
  { route, now, resumedAt = 0 }: NotingOptions,
): Ledger | undefined {
  const isOld = ({ at }: Fact) => ledger === undefined && at < now - OLDEST_NEWS_MS;
  const fresh = facts.filter(({ id }) => ledger === undefined || !Object.hasOwn(ledger.notices, id));
  const base = ledger === undefined ? undefined : withoutPassed(ledger, facts);
  if (fresh.every(isOld)) return base;
  const notices: Record<string, Readonly<Record<string, Notice>>> = { ...base?.notices };
  const untold: Record<string, Fact> = { ...base?.untold };
  const noticeFor = (channel: string): Notice => {
    const { gone } = base?.channels[channel] ?? {};
    const isGone = gone !== undefined && gone.at > resumedAt;
    return { since: now, tries: 0, ...(isGone ? { error: gone.error } : { next: now }) };
  };
  for (const fact of fresh) {
    const channels = isOld(fact) ? [] : route(fact);
    notices[fact.id] = Object.fromEntries(channels.map((channel) => [channel, noticeFor(channel)]));
    untold[fact.id] = fact;
  }
  return forgetTold({ ...EMPTY_LEDGER, ...base, notices, untold });
}

/** Nobody is asked to look at what has passed by itself meanwhile. */
function withoutPassed(ledger: Ledger, facts: readonly Fact[]): Ledger {
  const current = new Set(facts.map(({ id }) => id));
  const passed = Object.values(ledger.untold).filter(({ id, kind }) => kind === 'needs-person' && !current.has(id));
  if (passed.length === 0) return ledger;
  const gone = new Set(passed.map(({ id }) => id));
  const without = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
  return { ...ledger, notices: without(ledger.notices), untold: without(ledger.untold) };
}

/** Whether it is yet to be told. */
export function isOpenNotice(notice: Notice): notice is Extract<Notice, { readonly since: number }> {
  return 'since' in notice && notice.next !== undefined;
}

/** Whether nobody has yet to be told anything. */
export function isSettled(ledger: Ledger | undefined): boolean {
  return ledger === undefined || Object.keys(ledger.untold).length === 0;
}

/** What one channel is told at once. */
export interface ToldTogether {
  readonly channel: string;
  readonly facts: readonly Fact[];
}

/** The ledger after a channel took a message. */
export function told(
  ledger: Ledger,
  { channel, facts }: ToldTogether,
  { at, ref, keep }: { readonly at: number; readonly ref?: string | undefined; readonly keep?: string | undefined },
): Ledger {
  const next = withNotices(ledger, channel, facts, () => ({ at, ...(ref !== undefined && { ref }) }));
  const record = withSent(ledger, channel, at);
  return {
    ...next,
    channels: { ...next.channels, [channel]: { ...record, ...(keep !== undefined && { ref: keep }) } },
  };
}

/** A try counts like a delivery: a place that takes nothing may have had enough. */
function withSent({ channels }: Ledger, channel: string, at: number): ChannelRecord {
  const { sent = [], ...record } = channels[channel] ?? {};
  return { ...record, sent: [...sent, at].filter((one) => one > at - HOUR_MS) };
}

export interface DeliveryRefusal {
  readonly at: number;
  readonly error: string;
  /** Epoch milliseconds before which the place wants to hear nothing. */
  readonly notBefore?: number | undefined;
  /** It makes no sense to try this again at all; or not within this step. */
  readonly retry: 'soon' | 'later' | 'never';
}

/** The ledger after a channel did not take a message. */
export function untold(ledger: Ledger, { channel, facts }: ToldTogether, refusal: DeliveryRefusal): Ledger {
  const { at, error, retry, notBefore = 0 } = refusal;
  const record = { ...withSent(ledger, channel, at), ...(retry === 'never' && { gone: { at, error } }) };
  const noted = { ...ledger, channels: { ...ledger.channels, [channel]: record } };
  const next = withNotices(noted, channel, facts, (before) => {
    const { since, tries } = before ?? { since: at, tries: 0 };
    const failed = { since, tries: tries + 1, error };
    const then = Math.max(at + waitAfter(tries, retry), notBefore);
    return retry === 'never' || then > since + GIVE_UP_MS ? failed : { ...failed, next: then };
  });
  return retry === 'never' ? withoutHope(next, channel, error) : next;
}

/** All that a place which is gone has yet to be told. */
function withoutHope(ledger: Ledger, channel: string, error: string): Ledger {
  const waiting = Object.values(ledger.untold).filter(({ id }) => Object.hasOwn(ledger.notices[id] ?? {}, channel));
  return withNotices(ledger, channel, waiting, ({ since, tries } = { since: 0, tries: 0 }) => ({
    since,
    tries,
    error,
  }));
}

function waitAfter(triesBefore: number, retry: DeliveryRefusal['retry']): number {
  return retry === 'soon' ? (RETRY_MS[triesBefore] ?? LATER_MS) : LATER_MS;
}

function withNotices(
  ledger: Ledger,
  channel: string,
  facts: readonly Fact[],
  change: (before: Extract<Notice, { readonly since: number }> | undefined) => Notice,
): Ledger {
  const notices = { ...ledger.notices };
  for (const { id } of facts) {
    const before = notices[id]?.[channel];
    if (before && !isOpenNotice(before)) continue;
    notices[id] = { ...notices[id], [channel]: change(before) };
  }
  return forgetTold({ ...ledger, notices });
}

/** The text of a fact is kept only as long as somebody has to be told. */
function forgetTold(ledger: Ledger): Ledger {
  const open = Object.entries(ledger.untold).filter(([id]) =>
    Object.values(ledger.notices[id] ?? {}).some(isOpenNotice),
  );
  return { ...ledger, untold: Object.fromEntries(open) };
}
