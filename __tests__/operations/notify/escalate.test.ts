import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Channel } from '../../../src/engine/drive/channel.ts';
import { Undelivered } from '../../../src/engine/drive/channel.ts';
import { branchStore } from '../../../src/engine/stores/branch-store.ts';
import { serialiseDocument } from '../../../src/engine/stores/json-document.ts';
import { PROBLEMS } from '../../../src/engine/stores/kept-problems.ts';
import { issueChannel } from '../../../src/operations/notify/channels/issue.ts';
import { acknowledge, type EscalateOptions, escalateDue } from '../../../src/operations/notify/escalate.ts';
import type { Message } from '../../../src/train/telling/message.ts';
import type { Problem, Problems } from '../../../src/train/telling/problems.ts';
import { slow } from '../../support/slow.ts';
import { opsWorld, START } from './support/github-world.ts';
import { message } from './support/messages.ts';

const MINUTE = 60_000;
const KEY = 'product/production';
const { signal } = new AbortController();
const incident = {
  name: 'incident',
  kind: 'issue',
  repository: 'acme/ops',
  labels: [],
  assignees: ['octocat'],
} as const;

const problem: Problem = {
  openedAt: START,
  facts: ['run-4711/0/failed'],
  severity: 'critical',
  text: 'The deployment of product to production failed.',
  url: 'https://github.test/acme/ops/actions/runs/4711',
  rule: { after: 5 * MINUTE, to: ['lead'], every: 30 * MINUTE, times: 3 },
  escalations: 0,
};

function world(start: Problem = problem, fails = false) {
  const ops = opsWorld();
  const sent: Message[] = [];
  const lead: Channel = {
    name: 'lead',
    kind: 'email',
    takes: 'group',
    deliver: async (one) => {
      if (fails) throw new Undelivered('It does not answer.', { retry: 'later' });
      sent.push(one);
      return { ref: 'x' };
    },
  };
  const options = (): EscalateOptions => {
    const repository = ops.repository();
    const store = branchStore({ repository, clock: ops.clock });
    const common = { clock: ops.clock, signal, onTrouble: () => undefined };
    return { store, channels: [lead], issues: [incident], repositoryFor: () => repository, ...common };
  };
  const look = () => ops.run(escalateDue(options()));
  const problems = async (): Promise<Problems> => JSON.parse((await ops.run(options().store.read(PROBLEMS))) ?? '{}');
  const pass = (ms: number) => ops.run(ops.clock.sleep(ms));
  const begin = () => ops.run(options().store.change(PROBLEMS, () => serialiseDocument({ [KEY]: start }), 'begin'));
  const tellIssue = () =>
    ops.run(
      issueChannel({ spec: incident, repository: ops.repository(), clock: ops.clock }).deliver(message(), { signal }),
    );
  return { ...ops, sent, options, look, problems, pass, begin, tellIssue };
}

describe('escalation', () => {
  test('calls who is next when its time is over, again every so often, and so many times', async () => {
    const { sent, look, pass, begin } = world();
    await begin();
    expect((await look()).nextAt).toBe(START + 5 * MINUTE);
    expect(sent).toEqual([]);
    await pass(5 * MINUTE);
    await look();
    await look();
    expect(sent.map(({ facts }) => facts[0]?.text)).toEqual([
      `Nobody has acknowledged ${KEY} since 10:00 UTC, call 1 of 3. The deployment of product to production failed.`,
    ]);
    for (let hours = 0; hours < 4; hours += 1) {
      await pass(31 * MINUTE);
      await look();
    }
    expect(sent).toHaveLength(3);
  });

  test('says what became of it since', async () => {
    const { sent, look, pass, begin } = world({ ...problem, since: 'It was rolled back, and is healthy.' });
    await begin();
    await pass(5 * MINUTE);
    await look();
    expect(sent[0]?.facts[0]?.text).toMatch(/production failed\. Since then: It was rolled back, and is healthy\.$/);
  });

  test('says when it is late', async () => {
    const { sent, look, pass, begin } = world();
    await begin();
    await pass(100 * MINUTE);
    await look();
    expect(sent[0]?.facts[0]?.text).toContain('(due 10:05, sent 11:40 UTC)');
  });

  test('says of which day it is', async () => {
    const { sent, look, pass, begin } = world();
    await begin();
    await pass(24 * 60 * MINUTE);
    await look();
    expect(sent[0]?.facts[0]?.text).toContain(
      `since 2026-11-25 10:00 UTC, call 1 of 3 (due 2026-11-25 10:05, sent 10:00 UTC)`,
    );
  });

  test('leaves a problem of another manifest to its own channels', async () => {
    const { sent, look, pass, begin } = world({ ...problem, rule: { after: 5 * MINUTE, to: ['other'], times: 3 } });
    await begin();
    await pass(6 * MINUTE);
    expect(await look()).toEqual({ outcomes: [], nextAt: undefined });
    expect(sent).toEqual([]);
  });

  test.each([
    ['somebody is assigned', { assignees: ['octocat', 'alice'] }, 'alice'],
    ['the label says so', { labels: ['release-actions', 'acknowledged'] }, 'the label acknowledged'],
  ])('stops where %s', async (_, change, by) => {
    const { sent, look, pass, begin, tellIssue, issues, problems } = world();
    await begin();
    await tellIssue();
    Object.assign(issues()[0] ?? {}, change);
    await pass(6 * MINUTE);
    await look();
    expect(sent).toEqual([]);
    expect((await problems())[KEY]?.acknowledged).toMatchObject({ by });
  });

  test.each([
    ['closed', 0, 'somebody who closed its issue'],
    ['closed before the problem came back', 2 * MINUTE, undefined],
  ])('by people who %s its issue', async (_, later, by) => {
    const { sent, look, pass, begin, tellIssue, issues, problems } = world({ ...problem, openedAt: START + later });
    await begin();
    await tellIssue();
    await pass(MINUTE);
    Object.assign(issues()[0] ?? {}, { state: 'closed', closedAt: START + MINUTE, updatedAt: START + MINUTE });
    await pass(7 * MINUTE);
    await look();
    expect(sent).toHaveLength(by === undefined ? 1 : 0);
    expect((await problems())[KEY]?.acknowledged?.by).toBe(by);
  });

  test('is not stopped by those whom we assigned ourselves, nor by a stranger’s comment', async () => {
    const { sent, look, pass, begin, tellIssue, issues } = world();
    await begin();
    await tellIssue();
    issues()[0]?.comments.push({ id: 1, author: 'stranger', createdAt: 0, updatedAt: 0, body: 'acknowledged' });
    await pass(6 * MINUTE);
    await look();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.acknowledgeUrl).toMatch(/\/issues\/1$/);
    expect(sent[0]?.facts[0]?.next).toContain('Assign its issue to somebody');
  });

  test('says how to acknowledge what has no issue', async () => {
    const { sent, look, pass, begin } = world();
    await begin();
    await pass(6 * MINUTE);
    await look();
    expect(sent[0]?.facts[0]?.next).toBe(
      `Run the workflow that escalates with acknowledge: ${KEY}, and nobody else is called.`,
    );
  });

  test('stops where it is acknowledged without an issue', async () => {
    const { sent, look, pass, begin, options, run } = world();
    await begin();
    expect(await run(acknowledge(options(), KEY, 'alice'))).toBe(true);
    expect(await run(acknowledge(options(), 'other', 'alice'))).toBe(false);
    await pass(6 * MINUTE);
    await look();
    expect(sent).toEqual([]);
  });

  test('that nobody heard is done again by the next who looks', async () => {
    const { look, pass, begin, problems } = world(problem, true);
    await begin();
    await pass(6 * MINUTE);
    const { outcomes, nextAt } = await look();
    expect(outcomes).toEqual([expect.objectContaining({ channel: 'lead', reason: 'It does not answer.' })]);
    expect((await problems())[KEY]).toMatchObject({ escalations: 0 });
    expect(nextAt).toBe(START + 5 * MINUTE);
  });
});

slow('whoever looks, and dies, at whatever moment, one step is sent at most once', async () => {
  let reached = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 3 }),
      fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }),
      async (lookers, deaths) => {
        const { clock, sent, options, begin, pass, run, problems } = world();
        await begin();
        await pass(6 * MINUTE);
        const dying = (index: number): EscalateOptions => {
          const all = options();
          let calls = 0;
          const alive = async <T>(work: () => Promise<T>): Promise<T> => {
            calls += 1;
            if (calls > (deaths[index] ?? 99)) return new Promise<T>(() => {});
            return work();
          };
          const { store } = all;
          const read: typeof store.read = (path) => alive(() => store.read(path));
          const change: typeof store.change = (path, edit, why) => alive(() => store.change(path, edit, why));
          return { ...all, store: { ...store, read, change } };
        };
        const looks = Array.from({ length: lookers }, (_, index) => escalateDue(dying(index)));
        await run(Promise.race([Promise.all(looks), clock.sleep(10 * MINUTE)]));
        expect(sent.length).toBeLessThanOrEqual(1);
        expect((await problems())[KEY]?.escalations).toBeGreaterThanOrEqual(sent.length);
        reached += sent.length;
      },
    ),
    { numRuns: 40 },
  );
  expect(reached).toBeGreaterThan(10);
});
