import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/train/telling/fact.ts';
import {
  type Concern,
  escalated,
  escalationDue,
  type Problems,
  withConcerns,
} from '../../../src/train/telling/problems.ts';

const rule = { after: 300, to: ['lead'], every: 1_000, times: 3 };

function concern(id: string, at: number, more: Partial<Fact> = {}): Concern {
  const fact: Fact = { id, kind: 'failed', severity: 'error', at, text: id, problem: 'p', ...more };
  return { fact, escalate: rule };
}

function problems(...concerns: readonly Concern[]): Problems {
  return concerns.reduce<Problems>((before, one) => withConcerns(before, [one], one.fact.at), {});
}

describe('problems', () => {
  test('an error opens one, what is less bad only feeds it, and worse makes it worse', () => {
    expect(problems(concern('mild', 1, { severity: 'warning' }))).toEqual({});
    const { p } = problems(
      concern('one', 1),
      concern('mild', 2, { severity: 'warning' }),
      concern('bad', 3, { severity: 'critical' }),
    );
    expect(p).toMatchObject({ openedAt: 1, facts: ['one', 'mild', 'bad'], severity: 'critical', text: 'bad', rule });
  });

  test('knows what became of it since, until it gets worse again', () => {
    const bad = concern('bad', 1, { severity: 'critical' });
    const back = concern('back', 2, { severity: 'warning' });
    const { p } = problems(bad, back, concern('late', 3, { severity: 'error' }));
    expect(p).toMatchObject({ text: 'bad', since: 'back' });
    expect(problems(bad, back, concern('worse', 4, { severity: 'critical' })).p).not.toHaveProperty('since');
  });

  test('a fact that is known changes nothing, to the very object', () => {
    const before = problems(concern('one', 1));
    expect(withConcerns(before, [concern('one', 1)], 9)).toBe(before);
  });

  test('of what recurs a warning opens one, and each change is heard, also back to what was, and again after its end', () => {
    const recurring = (id: string, at: number): Concern => ({
      ...concern(id, at, { severity: 'warning' }),
      recurs: true,
    });
    const before = problems(recurring('a', 1));
    expect(before.p).toMatchObject({ openedAt: 1, severity: 'warning', facts: ['a'] });
    expect(withConcerns(before, [recurring('a', 2)], 2)).toBe(before);
    const back = withConcerns(withConcerns(before, [recurring('ab', 3)], 3), [recurring('a', 4)], 4);
    expect(back.p).toMatchObject({ facts: ['ab', 'a'], text: 'a' });
    const { problem: _, ...end } = concern('end', 5, { severity: 'info' }).fact;
    const over = withConcerns(back, [{ fact: { ...end, resolves: 'p' }, recurs: true }], 5);
    expect(withConcerns(over, [recurring('a', 6)], 6).p).toMatchObject({ openedAt: 6, facts: ['a'] });
  });

  test('what resolves it closes it, and what is heard late of it opens it no more', () => {
    const done = concern('done', 5, { problem: '', resolves: 'p', severity: 'info' });
    const { problem: _, ...fact } = done.fact;
    const closed = withConcerns(problems(concern('one', 1)), [{ fact }], 5);
    expect(closed.p?.resolvedAt).toBe(5);
    expect(withConcerns(closed, [concern('late', 4)], 6)).toBe(closed);
    const again = withConcerns(closed, [concern('two', 7)], 7);
    expect(again.p).toMatchObject({ openedAt: 7, facts: ['two'], escalations: 0 });
    expect(again.p?.resolvedAt).toBeUndefined();
  });
});

describe('escalation', () => {
  const [open] = Object.values(problems(concern('one', 100)));
  if (!open) throw new Error('There is no problem.');

  test('is due after its time, then every so often, so many times', () => {
    expect(escalationDue(open)).toBe(400);
    const once = escalated(open, 450);
    expect(escalationDue(once)).toBe(1_450);
    expect(escalationDue(escalated(escalated(once, 1_450), 2_450))).toBeUndefined();
  });

  test('stops where somebody acknowledged it, or it is resolved, or nobody wants it', () => {
    expect(escalationDue({ ...open, acknowledged: { at: 200, by: 'alice' } })).toBeUndefined();
    expect(escalationDue({ ...open, resolvedAt: 200 })).toBeUndefined();
    const { rule: _, ...quiet } = open;
    expect(escalationDue(quiet)).toBeUndefined();
    const { every: __, ...once } = rule;
    expect(escalationDue({ ...open, rule: once, escalations: 1 })).toBeUndefined();
  });
});
