import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/train/telling/fact.ts';
import { isSettled, type Ledger, noteFacts, told, untold } from '../../../src/train/telling/ledger.ts';
import { firstToTell, MOST_AN_HOUR, outlook } from '../../../src/train/telling/outlook.ts';

const HOUR = 3_600_000;
const START = 10 * HOUR;

function fact(id: string, more: Partial<Fact> = {}): Fact {
  return { id, kind: 'started', severity: 'info', at: START, text: id, ...more };
}

function noted(facts: readonly Fact[], channels: readonly string[] = ['a', 'b'], now = START): Ledger {
  const ledger = noteFacts(undefined, facts, { route: () => channels, now });
  if (!ledger) throw new Error('Nothing was noted.');
  return ledger;
}

const dueAt = (ledger: Ledger, now: number, isLast = false) =>
  outlook(ledger, now, { isLast }).due.map(({ channel, facts }) => [channel, ...facts.map(({ id }) => id)].join(' '));

describe('noting', () => {
  test('a fact is noted once for each of its channels, and again for nobody', () => {
    const ledger = noted([fact('one')]);
    expect(ledger.notices.one).toEqual({
      a: { since: START, tries: 0, next: START },
      b: { since: START, tries: 0, next: START },
    });
    expect(noteFacts(ledger, [fact('one')], { route: () => ['c'], now: START + 1 })).toBe(ledger);
  });

  test('a train of before there was a ledger tells only what is young, now and later', () => {
    const old = fact('old', { at: START - 2 * HOUR });
    expect(noteFacts(undefined, [old], { route: () => ['a'], now: START })).toBeUndefined();
    const ledger = noted([old, fact('young')], ['a']);
    expect(Object.keys(ledger.untold)).toEqual(['young']);
    const later = noteFacts(ledger, [old, fact('young')], { route: () => ['a'], now: START + 1 });
    expect(Object.keys(later?.untold ?? {})).toEqual(['young']);
  });

  test('what nobody is to be told is known all the same', () => {
    const ledger = noted([fact('quiet')], []);
    expect(isSettled(ledger)).toBe(true);
    expect(ledger.notices).toEqual({ quiet: {} });
  });

  test('nobody is asked to look at what has passed by itself; all else is told even where the state moved on', () => {
    const ledger = noted([fact('wait', { kind: 'needs-person', severity: 'warning' }), fact('gone')], ['a']);
    const later = noteFacts(ledger, [], { route: () => ['a'], now: START + 1 });
    expect(Object.keys(later?.untold ?? {})).toEqual(['gone']);
  });
});

describe('what is due', () => {
  test('what only adds to a problem waits for what opens it; what has to do with no problem does not', () => {
    const error = fact('bad', { severity: 'error', problem: 'shop' });
    const warning = fact('worse', { severity: 'warning', problem: 'shop', at: START + 1 });
    const over = fact('good', { resolves: 'shop', at: START + 2 });
    const other = fact('other', { at: START + 3 });
    const refused = untold(
      noted([error], ['a']),
      { channel: 'a', facts: [error] },
      { at: START, error: '502', retry: 'later' },
    );
    const all = [error, warning, over, other];
    const ledger = noteFacts(refused, all, { route: () => ['a'], now: START + 3 });
    if (!ledger) throw new Error('Nothing was noted.');
    expect(dueAt(ledger, START + 60_000)).toEqual(['a other']);
    expect(dueAt(ledger, START + 60_000, true)).toEqual(['a other']);
    const without = told(ledger, { channel: 'a', facts: [other] }, { at: START + 60_000 });
    expect(dueAt(without, START + 60_000, true)).toEqual([]);
    expect(outlook(without, START + 60_000, { isLast: true }).nextAt).toBe(START + 300_000);
    expect(dueAt(without, START + 300_000)).toEqual(['a bad worse good']);
    // Where nothing opens it, it waits for nothing.
    expect(dueAt(noted([warning], ['a']), START, true)).toEqual(['a worse']);
  });

  test('information waits ten seconds for company, an error takes along what waits', () => {
    const ledger = noted([fact('one')], ['a']);
    expect(dueAt(ledger, START + 9_999)).toEqual([]);
    expect(outlook(ledger, START, { isLast: false }).nextAt).toBe(START + 10_000);
    expect(dueAt(ledger, START + 10_000)).toEqual(['a one']);
    expect(dueAt(ledger, START, true)).toEqual(['a one']);
    const error = fact('bad', { severity: 'error' });
    const both = noteFacts(ledger, [fact('one'), error], { route: () => ['a'], now: START + 3 });
    expect(both && dueAt(both, START + 3)).toEqual(['a one bad']);
  });

  test('is in the order of time, and of one moment the cause before what follows', () => {
    const error = { severity: 'error', at: START + 5 } as const;
    const facts = [
      ...[fact('failed', error), fact('undone', { at: START + 7 }), fact('bad', { ...error, component: 'web' })],
      fact('one'),
    ];
    expect(dueAt(noted(facts, ['a']), START, true)).toEqual(['a one bad failed undone']);
  });

  test('a channel gets at most twenty messages an hour, the last of them with all that was held back', () => {
    let ledger: Ledger = { format: 1, notices: {}, untold: {}, channels: {} };
    let messages = 0;
    for (let index = 0; index < 60; index += 1) {
      const now = START + index * 30_000;
      ledger = noteFacts(ledger, [fact(`f${index}`, { severity: 'error' })], { route: () => ['a'], now }) ?? ledger;
      for (const due of outlook(ledger, now, { isLast: false }).due) {
        ledger = told(ledger, due, { at: now });
        messages += 1;
      }
    }
    expect(messages).toBe(MOST_AN_HOUR - 1);
    const end = START + 60 * 30_000;
    const [last, ...others] = outlook(ledger, end, { isLast: true }).due;
    expect(others).toEqual([]);
    expect(last?.facts).toHaveLength(60 - 19);
    ledger = told(ledger, last ?? { channel: '', facts: [] }, { at: end });
    expect(isSettled(ledger)).toBe(true);
    const more = noteFacts(ledger, [fact('more')], { route: () => ['a'], now: end });
    expect(more && outlook(more, end, { isLast: true })).toEqual({ due: [], nextAt: START + HOUR });
  });
});

describe('what becomes of it', () => {
  const due = { channel: 'a', facts: [fact('one')] };

  test('told on one channel is not told on another', () => {
    const ledger = told(noted([fact('one')]), due, { at: START + 1, ref: 'C1/17', keep: 'kept' });
    expect(ledger.notices.one?.a).toEqual({ at: START + 1, ref: 'C1/17' });
    expect(dueAt(ledger, START + 10_000)).toEqual(['b one']);
    expect(ledger.channels.a).toEqual({ sent: [START + 1], ref: 'kept' });
    expect(isSettled(ledger)).toBe(false);
    expect(isSettled(told(ledger, { ...due, channel: 'b' }, { at: START + 2 }))).toBe(true);
  });

  test('a failure is tried again after 1, 4 and 15 s, then at later steps, and given up after a day', () => {
    let ledger = noted([fact('one', { severity: 'error' })], ['a']);
    const waits: number[] = [];
    let now = START;
    for (let tries = 0; tries < 5; tries += 1) {
      ledger = untold(ledger, due, { at: now, error: 'no', retry: 'soon' });
      const { next = 0 } = (ledger.notices.one?.a ?? {}) as { next?: number };
      waits.push(next - now);
      now = next;
    }
    expect(waits).toEqual([1_000, 4_000, 15_000, 300_000, 300_000]);
    ledger = untold(ledger, due, { at: START + 24 * HOUR, error: 'no', retry: 'soon' });
    expect(ledger.notices.one?.a).toEqual({ since: START, tries: 6, error: 'no' });
    expect(isSettled(ledger)).toBe(true);
  });

  test('a place may ask for a pause, and what makes no sense is not tried again', () => {
    const ledger = noted([fact('one')], ['a']);
    const paused = untold(ledger, due, { at: START, error: 'slow', retry: 'soon', notBefore: START + 40_000 });
    expect(dueAt(paused, START + 39_999)).toEqual([]);
    expect(dueAt(paused, START + 40_000)).toEqual(['a one']);
    expect(isSettled(untold(ledger, due, { at: START, error: 'gone', retry: 'never' }))).toBe(true);
  });

  test('a place that is gone is asked for nothing more, and once more when people resume the train', () => {
    const both = noted([fact('one'), fact('two')]);
    const ledger = untold(both, due, { at: START + 5, error: 'gone', retry: 'never' });
    expect(dueAt(ledger, START + 10_000)).toEqual(['b one two']);
    expect(ledger.notices.two?.a).toEqual({ since: START, tries: 0, error: 'gone' });
    const note = (id: string, more: object) =>
      noteFacts(ledger, [fact(id)], { route: () => ['a'], now: START + 10, ...more })?.notices[id]?.a;
    expect(note('three', {})).toEqual({ since: START + 10, tries: 0, error: 'gone' });
    expect(note('three', { resumedAt: START + 4 })).toMatchObject({ error: 'gone' });
    expect(note('three', { resumedAt: START + 6 })).toEqual({ since: START + 10, tries: 0, next: START + 10 });
  });

  test('what was told is not told again by a failure that is heard late', () => {
    const ledger = told(noted([fact('one')], ['a']), due, { at: START + 1 });
    expect(untold(ledger, due, { at: START + 2, error: 'late', retry: 'soon' }).notices.one?.a).toEqual({
      at: START + 1,
    });
  });
});

test('a try counts towards the limit, and what was never tried goes before what is refused again and again', () => {
  let ledger = noted([fact('one'), fact('two')], ['a']);
  const order: string[] = [];
  for (let tries = 0; tries < MOST_AN_HOUR; tries += 1) {
    const now = START + 60_000 * (tries + 1);
    const [due] = outlook(ledger, now, { isLast: true }).due;
    if (!due) break;
    const facts = firstToTell(ledger, due);
    order.push(...facts.map(({ id }) => id));
    ledger = untold(ledger, { channel: 'a', facts }, { at: now, error: 'no', retry: 'soon' });
  }
  expect(order.slice(0, 4)).toEqual(['one', 'two', 'one', 'two']);
  expect(order).toHaveLength(ledger.channels.a?.sent.length ?? 0);
  const full = { ...ledger, channels: { a: { sent: Array.from({ length: MOST_AN_HOUR }, () => START + HOUR) } } };
  expect(dueAt(full, START + HOUR + 1, true)).toEqual([]);
});
