import { type Fact, isUrgent } from './fact.ts';

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
const HOUR_MS = 3_600 * SECOND_MS;
/** A train of before there was a ledger tells no old stories. */
const OLDEST_NEWS_MS = HOUR_MS;
/** What is not urgent waits so long for what else may happen. */
const GROUP_WAIT_MS = 10 * SECOND_MS;
const GIVE_UP_MS = 24 * HOUR_MS;
/** After the first, second and every later failure. */
const RETRY_MS = [SECOND_MS, 4 * SECOND_MS, 15 * SECOND_MS] as const;
const LATER_MS = 5 * 60 * SECOND_MS;
/** Messages an hour to one channel. The last of them is kept for the end of a step, when all that was held back goes with it. */
export const MOST_AN_HOUR = 20;

/** The ledger with every fact that it does not have yet, and the channels that are to be told. */
export function noteFacts(
  ledger: Ledger | undefined,
  facts: readonly Fact[],
  { route, now }: { readonly route: (fact: Fact) => readonly string[]; readonly now: number },
): Ledger | undefined {
  const isOld = ({ at }: Fact) => ledger === undefined && at < now - OLDEST_NEWS_MS;
  const fresh = facts.filter(({ id }) => ledger === undefined || !Object.hasOwn(ledger.notices, id));
  const base = ledger === undefined ? undefined : withoutPassed(ledger, facts);
  if (fresh.every(isOld)) return base;
  const notices: Record<string, Readonly<Record<string, Notice>>> = { ...base?.notices };
  const untold: Record<string, Fact> = { ...base?.untold };
  for (const fact of fresh) {
    const channels = isOld(fact) ? [] : route(fact);
    notices[fact.id] = Object.fromEntries(channels.map((channel) => [channel, { since: now, tries: 0, next: now }]));
    if (channels.length > 0) untold[fact.id] = fact;
  }
  return { ...EMPTY_LEDGER, ...base, notices, untold };
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

/** What one channel is to be told now. */
export interface Due {
  readonly channel: string;
  readonly facts: readonly Fact[];
  readonly ref?: string;
}

export interface Outlook {
  readonly due: readonly Due[];
  /** When something will be due that is not yet; undefined where nothing is left. */
  readonly nextAt: number | undefined;
}

/**
 * What is due at a moment. Information and warnings wait for company, unless `isLast` says that this step is at its end: then
 * all goes that the limit of the channel allows.
 */
export function outlook(ledger: Ledger, now: number, { isLast }: { readonly isLast: boolean }): Outlook {
  const due: Due[] = [];
  const times: number[] = [];
  for (const [channel, facts] of waitingByChannel(ledger)) {
    const { sent = [], ref } = ledger.channels[channel] ?? {};
    const recent = sent.filter((at) => at > now - HOUR_MS);
    const isFull = recent.length >= MOST_AN_HOUR - (isLast ? 0 : 1);
    const from = isFull ? (recent[0] ?? now) + HOUR_MS : Math.min(...facts.map((one) => readyAt(one, isLast)));
    if (from > now) {
      times.push(from);
      continue;
    }
    const ready = facts.filter(({ notice }) => (notice.next ?? 0) <= now).map(({ fact }) => fact);
    if (ready.length > 0) due.push({ channel, facts: ready.sort(byTime), ...(ref !== undefined && { ref }) });
  }
  return { due, nextAt: times.length === 0 ? undefined : Math.min(...times) };
}

/** What happened first is told first; of one moment, what failed before what follows from it. */
function byTime(a: Fact, b: Fact): number {
  const isCause = ({ component }: Fact) => (component === undefined ? 1 : 0);
  return a.at - b.at || isCause(a) - isCause(b);
}

/** Of what a channel is to be told one by one: what was tried least, so that nothing new waits behind what is refused again and again. */
export function firstToTell({ notices }: Ledger, { channel, facts }: Due): readonly Fact[] {
  const tries = ({ id }: Fact) => {
    const notice = notices[id]?.[channel];
    return notice && 'tries' in notice ? notice.tries : 0;
  };
  const least = Math.min(...facts.map(tries));
  return facts.filter((fact) => tries(fact) === least).slice(0, 1);
}

interface Waiting {
  readonly fact: Fact;
  readonly notice: Extract<Notice, { readonly since: number }>;
}

function readyAt({ fact, notice }: Waiting, isLast: boolean): number {
  const next = notice.next ?? Number.POSITIVE_INFINITY;
  return isLast || isUrgent(fact) || notice.tries > 0 ? next : Math.max(next, notice.since + GROUP_WAIT_MS);
}

function waitingByChannel({ notices, untold }: Ledger): Map<string, Waiting[]> {
  const byChannel = new Map<string, Waiting[]>();
  for (const [id, fact] of Object.entries(untold)) {
    for (const [channel, notice] of Object.entries(notices[id] ?? {})) {
      if (!isOpenNotice(notice)) continue;
      const list = byChannel.get(channel);
      if (list) list.push({ fact, notice });
      else byChannel.set(channel, [{ fact, notice }]);
    }
  }
  return byChannel;
}

function isOpenNotice(notice: Notice): notice is Extract<Notice, { readonly since: number }> {
  return 'since' in notice && notice.next !== undefined;
}

/** Whether nobody has yet to be told anything. */
export function isSettled(ledger: Ledger | undefined): boolean {
  return ledger === undefined || Object.keys(ledger.untold).length === 0;
}

/** The ledger after a channel took a message. */
export function told(
  ledger: Ledger,
  { channel, facts }: Pick<Due, 'channel' | 'facts'>,
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
export function untold(
  ledger: Ledger,
  { channel, facts }: Pick<Due, 'channel' | 'facts'>,
  refusal: DeliveryRefusal,
): Ledger {
  const channels = { ...ledger.channels, [channel]: withSent(ledger, channel, refusal.at) };
  return withNotices({ ...ledger, channels }, channel, facts, (before) => {
    const { since, tries } = before ?? { since: refusal.at, tries: 0 };
    const failed = { since, tries: tries + 1, error: refusal.error };
    const next = Math.max(refusal.at + waitAfter(tries, refusal.retry), refusal.notBefore ?? 0);
    return refusal.retry === 'never' || next > since + GIVE_UP_MS ? failed : { ...failed, next };
  });
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
