import { type Fact, isUrgent } from './fact.ts';
import { HOUR_MS, isOpenNotice, type Ledger, type Notice, type ToldTogether } from './ledger.ts';

/** What is not urgent waits so long for what else may happen. */
const GROUP_WAIT_MS = 10_000;
/** Messages an hour to one channel. The last of them is kept for the end of a step, when all that was held back goes with it. */
export const MOST_AN_HOUR = 20;

/** What one channel is to be told now. */
export interface Due extends ToldTogether {
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
    const openAt = openingAt(facts);
    const notBefore = ({ fact }: Waiting) => (opens(fact) ? 0 : (openAt.get(problemOf(fact)) ?? 0));
    const readyFrom = (one: Waiting) => Math.max(readyAt(one, isLast), notBefore(one));
    const from = isFull ? (recent[0] ?? now) + HOUR_MS : Math.min(...facts.map(readyFrom));
    if (from > now) {
      times.push(from);
      continue;
    }
    const isReady = (one: Waiting) => Math.max(one.notice.next ?? 0, notBefore(one)) <= now;
    const ready = facts.filter(isReady).map(({ fact }) => fact);
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

/** Whether it opens a problem where there is none yet, such as an issue. */
function opens(fact: Fact): boolean {
  return fact.problem !== undefined && isUrgent(fact);
}

function problemOf({ problem, resolves }: Fact): string | undefined {
  return problem ?? resolves;
}

/**
 * When what opens each problem is tried next, latest. What only adds to the problem, or resolves it, waits for that: before, it
 * would find no issue to stand in, and would be told to nobody.
 */
function openingAt(facts: readonly Waiting[]): ReadonlyMap<string | undefined, number> {
  const times = new Map<string | undefined, number>();
  for (const { fact, notice } of facts) {
    const key = problemOf(fact);
    if (key !== undefined && opens(fact)) times.set(key, Math.max(times.get(key) ?? 0, notice.next ?? 0));
  }
  return times;
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
