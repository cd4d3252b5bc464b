import { factMarker } from '../../../src/operations/notify/problem-issues.ts';
import type { Fact } from '../../../src/train/telling/fact.ts';
import { factsOf as factsOfTrain } from '../../../src/train/telling/facts.ts';
import { type Arrival, ISSUES } from '../places.ts';
import { frozenIn, LOOKED_MS, lastLookFrom, type Record } from '../record.ts';
import { HOME } from '../universe.ts';

/** 10: every fact is told, or known as untold; none twice where the place has a key; and what is noted as told was told. */
export function tellsAll(record: Record): string[] {
  const { final } = record;
  if (!final) return [];
  const facts = factsOfTrain(final.plan, final.state);
  return [
    ...facts.flatMap((fact) => noticesOf(fact, record)),
    ...twiceInAnIssue(record),
    ...commentedAgain(record),
    ...toldAgain(record),
    ...askedAgain(record),
  ];
}

function noticesOf(fact: Fact, record: Record): string[] {
  const { final, places } = record;
  return places.route(fact).flatMap((channel) => {
    const notice = final?.ledger?.notices[fact.id]?.[channel];
    if (!notice) return [`10: nobody knows whether ${channel} was told ${fact.id}`];
    if ('at' in notice)
      return [
        ...notedAsTold(fact, { channel, at: notice.at }, record),
        ...inTime(fact, { channel, at: notice.at }, record),
      ];
    if (!['never', 'gone'].includes(places.manners[channel] ?? ''))
      return [`10: ${channel} was never told ${fact.id}: ${notice.error ?? 'not tried'}`];
    return notice.error === undefined ? [`10: ${channel} was never tried for ${fact.id}`] : [];
  });
}

/** Once nothing goes wrong any more a place that takes its time is told again within five minutes. */
const TOLD_WITHIN_MS = 15 * 60_000;
/** Beyond so many an hour a place is spared. */
const MANY = 15;

/** What a train that goes on knows after the world is calm is told soon: no place that once gave no answer is waited for. */
function inTime(fact: Fact, { channel, at }: { channel: string; at: number }, record: Record): string[] {
  const { kept, places, processes, scenario, sent } = record;
  const knownAt = kept.find(({ saved }) => Object.hasOwn(saved.ledger?.notices ?? {}, fact.id))?.at ?? at;
  // Whoever is silent once answers all that comes after it.
  const calmAfter = places.manners[channel] === 'silent-once' ? 0 : scenario.calmAfter;
  const calmFrom = (processes[0]?.startedAt ?? 0) + calmAfter;
  // What issues were told is on GitHub alone, and by whom it was told once more nowhere: that is kept.
  const isFull = kept.some(({ saved }) => (saved.ledger?.channels[channel]?.sent.length ?? 0) > MANY);
  const isSpared = isFull || (places.tried[channel] ?? 0) > MANY || places.manners[channel] === 'never';
  if (knownAt < calmFrom || at < knownAt + TOLD_WITHIN_MS || isSpared || scenario.mode === 'advance') return [];
  const hasGoneOn = processes.some(
    ({ name, startedAt, wasFrozen }) =>
      !wasFrozen &&
      startedAt < knownAt &&
      sent.some((one) => one.process === name && one.at > knownAt + TOLD_WITHIN_MS),
  );
  return hasGoneOn ? [`10: ${channel} was told ${fact.id} only ${Math.round((at - knownAt) / 1_000)} s later`] : [];
}

function notedAsTold(fact: Fact, { channel, at }: { channel: string; at: number }, record: Record): string[] {
  const wasNot = `10: ${channel} is noted as told ${fact.id}, and was not`;
  if (channel === ISSUES) {
    const { issues } = record.universe.github.repository(HOME);
    const texts = issues.flatMap(({ body, comments }) => [body ?? '', ...comments.map((comment) => comment.body)]);
    return fact.problem === undefined || texts.some((text) => text.includes(factMarker(fact.id))) ? [] : [wasNot];
  }
  const arrivals = record.places.arrived[channel]?.filter((one) => one.fact.id === fact.id) ?? [];
  if (arrivals.length === 0) return [wasNot];
  return isDated(at, arrivals, record) ? [] : [`10: ${channel} was told ${fact.id} at another time than is noted`];
}

/** A place may take its time to answer, and the clocks of machines differ. */
const DATED_MS = 40_000;

/** A machine that stood still hears of it when it goes on. */
function isDated(at: number, arrivals: readonly Arrival[], { scenario }: Record): boolean {
  return scenario.features.has('zombies') || arrivals.some((one) => Math.abs(one.at - at) <= DATED_MS);
}

/**
 * A fact stands in an issue once, however often it was told there. Of two comments at once the later is taken back by whoever
 * wrote it, or, where that one died or stood still, by whoever comes next: only what was written since the last one came may
 * be there twice.
 */
function twiceInAnIssue(record: Record): string[] {
  const { universe, kept } = record;
  const last = lastLookFrom(record);
  const ids = new Set(kept.flatMap(({ saved }) => Object.keys(saved.ledger?.notices ?? {})));
  return universe.github.repository(HOME).issues.flatMap(({ number, body, comments }) => {
    const seen = comments.filter(({ createdAt }) => createdAt < last);
    const all = [body ?? '', ...seen.map((comment) => comment.body)].join('\n');
    return [...ids]
      .filter((id) => all.split(factMarker(id)).length > 2)
      .map((id) => `10: issue ${number} tells ${id} twice`);
  });
}

/** What can be seen in an issue is not told there again, even if that is taken away at once. */
function commentedAgain(record: Record): string[] {
  const { issues } = record.universe.github.repository(HOME);
  const frozen = frozenIn(record);
  return record.sent.flatMap(({ method, path, process, at, body }) => {
    const number = method === 'POST' ? /\/issues\/(\d+)\/comments$/.exec(path)?.[1] : undefined;
    const issue = issues.find((one) => one.number === Number(number));
    if (!issue || frozen.has(process)) return [];
    const seen = [issue, ...issue.comments].filter(({ createdAt }) => createdAt < at - LOOKED_MS);
    const markers = body.match(/release-actions:fact\/[0-9a-f]{24}/g) ?? [];
    const isThere = markers.some((marker) => seen.some((one) => one.body?.includes(marker)));
    return isThere ? [`10: ${process} told in issue ${number} again what was there already`] : [];
  });
}

/** Where no process died and none was frozen, and the place answers in time, nothing is told twice. */
function toldAgain({ scenario, places }: Record): string[] {
  const disturbing = ['crashes', 'zombies', 'interrupts', 'people', 'faults', 'foreign'] as const;
  if (disturbing.some((feature) => scenario.features.has(feature))) return [];
  return Object.entries(places.arrived).flatMap(([channel, facts]) => {
    if (places.manners[channel] === 'late') return [];
    const seen = new Set<string>();
    return facts.flatMap(({ fact: { id } }) =>
      seen.size === seen.add(id).size ? [`10: ${channel} was told ${id} twice`] : [],
    );
  });
}

/** A place that is gone says so once to each process: one that died may have told nobody. */
function askedAgain({ places, processes }: Record): string[] {
  return Object.entries(places.asked).flatMap(([channel, times]) =>
    times > processes.length ? [`10: ${channel} is gone, and was asked ${times} times`] : [],
  );
}
