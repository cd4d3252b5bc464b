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
  for (const [channel, waiting] of waitingByChannel(ledger)) {
    const facts = behindOpeners(waiting);
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

/**
 * What only adds to a problem, or resolves it, is tried no sooner than what opens the problem: before, it would find no issue to
 * stand in, and would be told to nobody.
 */
function behindOpeners(waiting: readonly Waiting[]): readonly Waiting[] {
  const openedAt = new Map<string, number>();
  for (const { fact, notice } of waiting)
    if (opens(fact)) openedAt.set(fact.problem, Math.max(openedAt.get(fact.problem) ?? 0, notice.next ?? 0));
  return waiting.map(({ fact, notice }) => {
    const opened = opens(fact) ? 0 : (openedAt.get(fact.problem ?? fact.resolves ?? '') ?? 0);
    return { fact, notice: { ...notice, next: Math.max(notice.next ?? 0, opened) } };
  });
}

/** Whether it opens its problem where that is not open yet. */
function opens(fact: Fact): fact is Fact & { readonly problem: string } {
  return fact.problem !== undefined && isUrgent(fact);
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
