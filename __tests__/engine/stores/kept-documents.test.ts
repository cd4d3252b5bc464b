import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recordIn, withRecord } from '../../../src/engine/stores/history.ts';
import { readLedger } from '../../../src/engine/stores/kept-ledger.ts';
import { readProblems } from '../../../src/engine/stores/kept-problems.ts';
import { describeLock, readLocks } from '../../../src/engine/stores/locks.ts';
import { UserError } from '../../../src/platform/errors.ts';
import { initialState } from '../../../src/train/machine/state.ts';
import type { Fact } from '../../../src/train/telling/fact.ts';
import { type Ledger, noteFacts, told, untold } from '../../../src/train/telling/ledger.ts';
import { firstToTell, outlook } from '../../../src/train/telling/outlook.ts';
import { escalationDue, type Problems, withConcerns } from '../../../src/train/telling/problems.ts';
import { dueDeployments, recorded, unrecorded } from '../../../src/train/telling/wanted-deployments.ts';
import { slow } from '../../support/slow.ts';
import { planned, planOf } from '../../train/machine/machine.ts';

const NOW = Date.UTC(2026, 10, 26, 9);
const fact: Fact = {
  id: 'f',
  kind: 'failed',
  severity: 'error',
  at: NOW,
  text: 'It failed.',
  problem: 'p',
  url: 'https://x',
};

/** A document with one thing in it changed by somebody: any value in place of any other, or taken out. */
function edited(document: object): fc.Arbitrary<string> {
  const paths = pathsOf(document);
  const value = fc.oneof(fc.constant(undefined), fc.jsonValue(), fc.constantFrom(1e300, -1, 0.5, 'x', null, [], {}));
  return fc.tuple(fc.constantFrom(...paths), value).map(([path, changed]) => {
    const copy = structuredClone(document) as Record<string, unknown>;
    const last = path.at(-1) ?? '';
    const place = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
    if (changed === undefined) delete place[last];
    else place[last] = changed;
    return JSON.stringify(copy);
  });
}

function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  const own = path.length > 0 ? [[...path]] : [];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

describe('a ledger that somebody edited', () => {
  const route = () => ['a', 'b'];
  const noted = noteFacts(undefined, [fact, { ...fact, id: 'g' }], { route, now: NOW }) as Ledger;
  const taken = told(noted, { channel: 'a', facts: [fact] }, { at: NOW, ref: 'r', keep: 'k' });
  const refused = untold(taken, { channel: 'b', facts: [fact] }, { at: NOW, error: 'no', retry: 'soon' });
  const gone = untold(refused, { channel: 'c', facts: [] }, { at: NOW, error: 'gone', retry: 'never' });
  const ledger = unrecorded(recorded(gone, 'c/1', { id: 1, state: 'success' }), 'c/2', {
    ...{ at: NOW, error: 'no', isLasting: false },
  });

  slow('is one as a whole, or none; nothing that reads or writes it throws', () => {
    expect(readLedger(JSON.stringify(ledger))).toEqual(ledger);
    const reached = { whole: 0, none: 0 };
    fc.assert(
      fc.property(edited(ledger), (text) => {
        const read = readLedger(text);
        reached[read ? 'whole' : 'none'] += 1;
        const next = noteFacts(read, [{ ...fact, id: 'h' }], { route, now: NOW });
        for (const one of [read, next]) {
          if (!one) continue;
          const { due, nextAt = NOW } = outlook(one, NOW + 60_000, { isLast: true });
          for (const each of due) {
            firstToTell(one, each);
            untold(told(one, each, { at: NOW, ref: 'r' }), each, { at: NOW, error: 'no', retry: 'later' });
          }
          dueDeployments([], one, NOW);
          new Date(nextAt).toISOString();
        }
      }),
      { numRuns: 3_000 },
    );
    expect(Math.min(reached.whole, reached.none)).toBeGreaterThan(300);
  });
});

describe('problems that somebody edited', () => {
  const rule = { after: 60_000, to: ['lead'], every: 60_000, times: 3 };
  const problems = withConcerns({}, [{ fact, escalate: rule }], NOW) as Problems;
  const worked: Problems = {
    p: {
      ...(problems.p as Problems[string]),
      acknowledged: { at: NOW, by: 'alice' },
      escalatedAt: NOW,
      refs: { a: 'r' },
    },
    q: { ...(problems.p as Problems[string]), resolvedAt: NOW },
  };

  slow('are problems, or a UserError that says what to do', () => {
    expect(readProblems(JSON.stringify(worked))).toEqual(worked);
    expect(readProblems(undefined)).toEqual({});
    const reached = { whole: 0, refused: 0 };
    fc.assert(
      fc.property(edited(worked), (text) => {
        try {
          const read = readProblems(text);
          reached.whole += 1;
          withConcerns(read, [{ fact: { ...fact, id: 'g' } }, { fact: { ...fact, id: 'h', resolves: 'p' } }], NOW);
          for (const one of Object.values(read)) {
            escalationDue(one);
            new Date(one.openedAt).toISOString();
          }
        } catch (error) {
          reached.refused += 1;
          expect(error).toBeInstanceOf(UserError);
          expect((error as Error).message).toMatch(/^problems\.json on the state branch cannot be read: .*Restore it/);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(Math.min(reached.whole, reached.refused)).toBeGreaterThan(300);
  });

  test.each(['{', '[]', 'null', '{"p": null}'])('%s is a UserError', (text) => {
    expect(() => readProblems(text)).toThrow(UserError);
  });
});

test('a lock whose time no date can hold is a fault, not a defect', () => {
  const lock = (more: object) => JSON.stringify({ production: { by: 'alice', reason: 'x', at: NOW, ...more } });
  expect(describeLock('production', readLocks(lock({})).production as never)).toContain('since 2026-11-26T09:00Z');
  for (const more of [{ at: 1e300 }, { until: 1e300 }, { until: 'tomorrow' }, { by: 1 }])
    expect(() => readLocks(lock(more))).toThrow(
      'locks.json on the state branch cannot be read: its entry "production"',
    );
});

test.each([null, { components: null }, { components: { a: 1 } }, 'x'])(
  'a record of the history that somebody made %j of is replaced',
  (record) => {
    const plan = planOf([planned('a', [], { repository: 'acme/a', version: '2.0.0' })], {});
    const state = initialState(plan, { trainId: 't', planHash: 'h', salt: 's', at: NOW });
    const text = withRecord(JSON.stringify({ t: record, other: 1 }), { plan, state, writes: 1 });
    const history = JSON.parse(text);
    expect(history.other).toBe(1);
    expect(recordIn(history, 't')).toMatchObject({ status: 'running', components: { a: { status: 'pending' } } });
  },
);
