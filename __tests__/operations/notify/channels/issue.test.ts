import { describe, expect, test } from '@jest/globals';
import { faultOnce } from '../../../../simulator/faults.ts';
import { Undelivered } from '../../../../src/engine/drive/channel.ts';
import { issueChannel } from '../../../../src/operations/notify/channels/issue.ts';
import { factMarker } from '../../../../src/operations/notify/problem-issues.ts';
import type { Fact } from '../../../../src/train/telling/fact.ts';
import { opsWorld } from '../support/github-world.ts';
import { BIDI, fact, HOSTILE, message, OVERVIEW, STARTED } from '../support/messages.ts';

const HOUR = 3_600_000;
const { signal } = new AbortController();
const spec = {
  name: 'incident',
  kind: 'issue',
  repository: 'acme/ops',
  labels: ['incident'],
  assignees: ['octocat'],
} as const;

function world(faults?: Parameters<typeof opsWorld>[0]) {
  const ops = opsWorld(faults);
  const open = () => issueChannel({ spec, repository: ops.repository(), clock: ops.clock });
  const tell = (...facts: readonly Fact[]) => ops.run(open().deliver(message(facts), { signal }));
  return { ...ops, open, tell };
}

const failed = fact({ id: 'one' });
const worse = fact({ id: 'two', kind: 'rollback-failed', text: 'The rollback of backend failed.' });
const { problem: _, ...plain } = fact({ id: 'over', kind: 'completed', severity: 'info', text: 'It is complete.' });
const over: Fact = { ...plain, resolves: 'product/production' };

const lastMarker = (body: string) => body.split('\n').findLast((line) => line.startsWith('<!-- release-actions:fact'));

describe('an issue', () => {
  test('is opened by a problem, fed by comments, and closed by what resolves it', async () => {
    const { issues, tell } = world();
    const { ref } = await tell(failed);
    expect(ref).toMatch(/\/acme\/ops\/issues\/1$/);
    await tell(worse);
    await tell(over);
    const [issue, ...others] = issues();
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ state: 'closed', title: 'product/production: failed', assignees: ['octocat'] });
    expect(issue?.labels).toEqual(['release-actions', 'incident']);
    expect(issue?.comments.map(({ body }) => /rollback of backend|is complete/.exec(body)?.[0])).toEqual([
      'rollback of backend',
      'is complete',
    ]);
  });

  test('says how far it came, who started it, and what failed, with its run', async () => {
    const { issues, open, run } = world();
    const failedUrl = 'https://github.test/acme/backend/actions/runs/2';
    const backend = {
      id: 'backend',
      status: 'failed' as const,
      version: '2.1.0',
      reason: 'It answers 503.',
      failedUrl,
    };
    const overview = { ...OVERVIEW, components: [backend] };
    await run(open().deliver(message([failed], { overview }), { signal }));
    expect(issues()[0]?.body).toContain('1 of 3 deployed, after 4 m 10 s, started by alice · train `run-4711`');
    expect(issues()[0]?.body).toContain(`* ❌ backend 2.1.0 failed: It answers 503. [Its run](${failedUrl})`);
  });

  test('tells a fact once, however often it is told', async () => {
    const { issues, tell } = world();
    for (let times = 0; times < 3; times += 1) await tell(failed, worse);
    await tell(worse);
    expect(issues()).toHaveLength(1);
    expect(issues()[0]?.comments).toEqual([]);
  });

  test('tells of hundreds of failures, in parts that GitHub takes, each once', async () => {
    const { issues, tell } = world();
    const reason = 'It failed, because <https://github.test> answered *503* to everything that was asked. '.repeat(5);
    const facts = Array.from({ length: 400 }, (_, index) =>
      fact({
        id: `f${index}`,
        kind: 'component-failed',
        component: `part-${index}`,
        text: `part-${index} failed: ${reason}`,
      }),
    );
    await tell(...facts);
    await tell(...facts, fact({ id: 'huge', text: '`'.repeat(200_000) }));
    const [issue] = issues();
    const bodies = [issue?.body ?? '', ...(issue?.comments ?? []).map(({ body }) => body)];
    for (const { id } of facts) expect(bodies.filter((body) => body.includes(factMarker(id)))).toHaveLength(1);
    for (let index = 0; index < 400; index += 1)
      expect(bodies.filter((body) => body.includes(`part-${index} failed`))).toHaveLength(1);
    expect(bodies.length).toBeLessThan(20);
    expect(Math.max(...bodies.map(({ length }) => length))).toBeLessThan(65_536);
  });

  test('what the dead have told twice is told once again by whoever comes next', async () => {
    const { issues, tell, open, run } = world();
    const third = fact({ id: 'three', kind: 'rolled-back', severity: 'warning', text: 'All is back.' });
    await tell(failed);
    await tell(worse, third);
    const [issue] = issues();
    const [told] = issue?.comments ?? [];
    if (!issue || !told) throw new Error('Nothing was told.');
    const fourth = told.body
      .split('\n')
      .map((line) =>
        line.includes('All is back') || line === lastMarker(told.body)
          ? line.replace('All is back', 'It went on').replace(/[0-9a-f]{24}/, 'f'.repeat(24))
          : line,
      )
      .join('\n');
    issue.comments.push({ ...told, id: told.id + 1 }, { ...told, id: told.id + 2, body: fourth });
    await run(open().tidy?.('product/production', { signal }) ?? Promise.resolve());
    expect(issue.comments.map(({ id }) => id - told.id)).toEqual([0, 2]);
    const left = issue.comments[1]?.body ?? '';
    expect(left).toContain('It went on');
    expect(left).not.toContain('rollback of backend');
    expect(left.match(/release-actions:fact/g)).toHaveLength(1);
    // Told again, it stays as it is; and so does what people write.
    issue.comments.push({ ...told, id: told.id + 3, body: 'I look after it. Same here.' });
    await tell(worse, third);
    await run(open().tidy?.('product/production', { signal }) ?? Promise.resolve());
    expect(issue.comments.map(({ id }) => id - told.id)).toEqual([0, 2, 3]);
  });

  test('is none for what goes well, or only feeds a problem', async () => {
    const { issues, tell } = world();
    expect(await tell(STARTED)).toEqual({});
    expect(await tell(over)).toEqual({});
    await tell(fact({ id: 'mild', kind: 'rolled-back', severity: 'warning' }));
    expect(issues()).toEqual([]);
  });

  test('is the same one where the problem comes back within a day, and another one later', async () => {
    const { clock, issues, tell, run } = world();
    await tell(failed);
    await tell(over);
    await run(clock.sleep(23 * HOUR));
    await tell(fact({ id: 'again' }));
    expect(issues()).toMatchObject([{ state: 'open' }]);
    await tell({ ...over, id: 'over-again' });
    await run(clock.sleep(25 * HOUR));
    await tell(fact({ id: 'much-later' }));
    expect(issues()).toMatchObject([{ state: 'closed' }, { state: 'open' }]);
  });

  test('of two that are opened at once the older stays, and both facts are told in it once', async () => {
    const { issues, open, run } = world();
    const tell = (one: Fact) => open().deliver(message([one]), { signal });
    await run(Promise.all([tell(failed), tell(worse)]));
    const open_ = issues().filter(({ state }) => state === 'open');
    expect(open_).toHaveLength(1);
    await run(Promise.all([tell(failed), tell(worse)]));
    const [one] = open_;
    const text = [one?.body, ...(one?.comments.map(({ body }) => body) ?? [])].join('\n');
    expect(text.split('The rollback of backend failed.')).toHaveLength(2);
    await run(tell(over));
    await run(tell(fact({ id: 'again' })));
    expect(issues().map(({ state }) => state)).toEqual(['open', 'closed']);
  });

  const third = fact({ id: 'three', kind: 'rolled-back', severity: 'warning', text: 'All is back.' });
  test.each([
    ['after', [[worse], [worse, third]]],
    ['before', [[worse, third], [worse]]],
  ])('of two who tell at once, whoever knows more tells the rest, too: %s the other', async (_, told) => {
    const { issues, tell, open, run } = world();
    await tell(failed);
    await run(Promise.all(told.map((facts) => open().deliver(message(facts), { signal }))));
    const text = issues().flatMap(({ comments }) => comments.map(({ body }) => body));
    expect(text.join().split('The rollback of backend failed.')).toHaveLength(2);
    expect(text.join().split('All is back.')).toHaveLength(2);
  });

  test('with hostile texts pings nobody, and cannot pass for another problem', async () => {
    const { issues, tell } = world();
    const hostile = fact({
      id: HOSTILE,
      problem: `p --> ${HOSTILE}`,
      text: HOSTILE,
      next: HOSTILE,
      url: 'javascript:alert(1)',
    });
    await tell(hostile);
    const { title = '', body = '' } = issues()[0] ?? {};
    expect(`${title}${body}`).not.toMatch(/@(alice|everyone|admin)/);
    expect(body).not.toMatch(/<(script|img)/);
    expect(`${title}${body}`).not.toMatch(BIDI);
    expect(body).not.toContain('<!-- release-actions:problem/0 -->');
    expect(body).not.toMatch(/[^\\]\]\(javascript/);
    await tell(failed);
    expect(issues()).toHaveLength(2);
  });

  test('in which a stranger wrote our markers before us tells all the same, and what he wrote stays', async () => {
    const rehearsal = world();
    await rehearsal.tell(failed);
    await rehearsal.tell(worse);
    const [copied] = rehearsal.issues()[0]?.comments ?? [];
    const { issues, tell } = world();
    await tell(failed);
    if (copied) issues()[0]?.comments.push({ ...copied, id: 1, author: 'stranger', association: 'NONE' });
    await tell(worse);
    await tell(worse, over);
    expect(issues()[0]?.comments.map(({ author }) => author)).toEqual(['stranger', 'acme', 'acme']);
    expect(issues()[0]?.comments[1]?.body).toContain('The rollback of backend failed');
    expect(issues()[0]?.state).toBe('closed');
  });

  test('that anybody opened with our marker is not ours', async () => {
    const mine = world();
    await mine.tell(failed);
    const [ours] = mine.issues();
    const other = world();
    if (ours) other.issues().push({ ...ours, labels: [] });
    await other.tell(failed);
    expect(other.issues()).toHaveLength(2);
  });
});

describe('what people did to an issue', () => {
  test.each(['deleted', 'moved'] as const)(
    'that was %s is left at that: what fails next opens another',
    async (gone) => {
      const { issues, tell } = world();
      await tell(failed);
      Object.assign(issues()[0] ?? {}, { gone });
      expect(await tell(fact({ id: 'mild', kind: 'rolled-back', severity: 'warning' }))).toEqual({});
      expect((await tell(worse)).ref).toMatch(/issues\/2$/);
      await tell(over);
      expect(issues()).toMatchObject([{ state: 'open', comments: [] }, { state: 'closed' }]);
    },
  );

  test.each(['deleted', 'moved'] as const)('that is %s while it is told is tried again at once', async (gone) => {
    let isUnlucky = false;
    const { issues, tell } = world(({ operation }) => {
      if (isUnlucky && operation === 'issues/list-comments') Object.assign(issues()[0] ?? {}, { gone });
      return undefined;
    });
    await tell(failed);
    isUnlucky = true;
    const error = await tell(worse).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ retry: 'soon', message: expect.stringContaining('was just deleted or moved') });
    expect((await tell(worse)).ref).toMatch(/issues\/2$/);
  });

  test('whose marker or label somebody took away is his: nothing is written there, and what fails next opens another', async () => {
    for (const taken of [{ body: 'I look after it.' }, { labels: ['incident'] }]) {
      const { issues, tell } = world();
      await tell(failed);
      Object.assign(issues()[0] ?? {}, taken);
      await tell(worse);
      await tell(over);
      expect(issues()).toMatchObject([{ state: 'open', comments: [], ...taken }, { state: 'closed' }]);
    }
  });

  test('which somebody closed stays closed for what is less bad, and is open again for what fails next', async () => {
    const { issues, tell } = world();
    await tell(failed);
    const [issue] = issues();
    Object.assign(issue ?? {}, { state: 'closed', closedAt: Date.UTC(2026, 10, 25, 11), stateReason: 'not_planned' });
    await tell(fact({ id: 'mild', kind: 'rolled-back', severity: 'warning' }));
    await tell(over);
    expect(issues()).toMatchObject([{ state: 'closed', comments: [] }]);
    await tell(worse);
    expect(issues()).toMatchObject([{ state: 'open', comments: [{}] }]);
  });

  test('whose text somebody edited around the markers is told nothing twice', async () => {
    const { issues, tell } = world();
    await tell(failed, worse);
    const [issue] = issues();
    if (issue)
      issue.body = `I look after it.\n\n${issue.body?.replace(/ /g, '  ').replace(/<!-- {2}(\S+) {2}-->/g, '<!-- $1 -->')}`;
    await tell(failed, worse);
    expect(issues()).toMatchObject([{ comments: [] }]);
  });
});

describe('trouble', () => {
  test('labels that GitHub drops leave one closed issue, and end it', async () => {
    const { issues, tell, github } = world();
    github.addToken('secret', { owners: ['acme'], dropsLabels: true });
    const error = await tell(failed).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      retry: 'never',
      message: expect.stringMatching(
        /^Issue #1 of acme\/ops was opened without the label release-actions, .* is closed/,
      ),
    });
    expect(issues()).toMatchObject([{ state: 'closed' }]);
  });

  test('a repository whose issues are off, or that is archived, says so', async () => {
    for (const [settings, words] of [
      [{ issues: false }, 'Issues are switched off in acme/ops. Switch them on, or name another repository.'],
      [{ archived: true }, 'The repository is archived'],
    ] as const) {
      const { tell, github } = world();
      github.changeSettings('acme/ops', settings);
      const error = await tell(failed).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ retry: 'later', message: expect.stringContaining(words) });
    }
  });

  test('an answer that is lost after the effect makes no second comment', async () => {
    const { issues, tell } = world(faultOnce('issues/create-comment', { kind: 'status', status: 502, when: 'after' }));
    await tell(failed);
    await tell(worse);
    expect(issues()[0]?.comments).toHaveLength(1);
  });

  test('an issue that somebody locked says so', async () => {
    const { tell, issues } = world();
    await tell(failed);
    Object.assign(issues()[0] ?? {}, { locked: true });
    const error = await tell(worse).catch((caught: unknown) => caught);
    expect(String(error)).toContain(
      'The issue of this problem in acme/ops is locked, and takes no comment. Unlock it.',
    );
  });

  test.each([
    [403, 'acme/ops lets this token write no issues (403). It needs issues: write there'],
    [410, 'Issues are switched off in acme/ops.'],
  ])('%i says what to do', async (status, words) => {
    const { tell } = world(() => ({ kind: 'status', status, when: 'before' }));
    const error = await tell(failed).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Undelivered);
    expect(String(error)).toContain(words);
  });
});
