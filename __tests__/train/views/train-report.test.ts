import { describe, expect, test } from '@jest/globals';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { reportMarkdown } from '../../../src/train/views/report-markdown.ts';
import { timeline } from '../../../src/train/views/timeline.ts';
import { trainReport } from '../../../src/train/views/train-report.ts';
import { after, begin, flown, planned, planOf, run } from '../machine/machine.ts';

const versions = { version: '1.1.0', previousVersion: '1.0.0' };
const rollback = { workflow: 'rollback.yml', ref: 'main', inputs: {} };

const plan = planOf([
  planned('core', [], { version: '1.1.0' }),
  planned('web', ['core'], { version: '2.0.0' }),
  planned('shop', ['web']),
]);

const product = planOf(
  [planned('backend', [], { ...versions, rollback }), planned('web', ['backend'], { ...versions, rollback })],
  { environment: 'production', rollback: true, name: 'product' },
);

function failed() {
  const core = flown(plan, begin(plan), 'core', { at: 60_000, conclusion: 'success' });
  const web = flown(plan, core, 'web', { at: 120_000, conclusion: 'failure' });
  return after(plan, web, { type: 'finished', at: 120_000 });
}

/** The web's deployment failed at two minutes; what was deployed is rolled back, that of the backend with this conclusion. */
function undone(conclusion: string) {
  const backend = flown(product, begin(product), 'backend', { at: 60_000, conclusion: 'success' });
  const web = flown(product, backend, 'web', { at: 120_000, conclusion: 'failure' });
  const once = rolledBack(product, web, 'web', { at: 180_000, conclusion: 'success' });
  return after(product, rolledBack(product, once, 'backend', { at: 240_000, conclusion }), {
    type: 'finished',
    at: 240_000,
  });
}

function rolledBack(of: Plan, state: TrainState, component: string, end: { at: number; conclusion: string }) {
  const nonce = nonceOf(state, component, { purpose: 'rollback', unguessable: 'drawn0000' });
  const { at } = end;
  return after(
    of,
    state,
    { type: 'intended', component, purpose: 'rollback', nonce, at },
    { type: 'run-seen', component, nonce, run: run(end.conclusion, { id: 8 }), at },
  );
}

/** Dispatched at this instant, and seen to run. */
function underWay(state: TrainState, component: string, at: number, of: Plan = plan) {
  const nonce = nonceOf(state, component, { purpose: 'release', unguessable: 'drawn0000' });
  return after(
    of,
    state,
    { type: 'intended', component, purpose: 'release', nonce, at },
    { type: 'dispatched', component, nonce, sentAt: at, at },
    { type: 'run-seen', component, nonce, run: run(), at },
  );
}

/** GitHub would not start the first. */
function refused() {
  return refusedOf(plan, { core: 'GitHub said 403 (v1.0. no). Edit the token.' });
}

function refusedOf(of: Plan, reasons: Readonly<Record<string, string>>) {
  const state = Object.entries(reasons).reduce((before, [component, reason]) => {
    const nonce = nonceOf(before, component, { purpose: 'release', unguessable: 'drawn0000' });
    const sent = after(of, before, { type: 'intended', component, purpose: 'release', nonce, at: 0 });
    return after(of, sent, { type: 'dispatch-refused', component, nonce, reason, at: 1 });
  }, begin(of));
  return after(of, state, { type: 'finished', at: 1 });
}

function ended(state: TrainState, events: readonly Parameters<typeof after>[2][]): TrainState {
  return after(plan, state, ...events, { type: 'finished', at: 70_000 });
}

/** The first took longer than its timeout. */
function late() {
  const nonce = nonceOf(begin(plan), 'core', { purpose: 'release', unguessable: 'drawn0000' });
  const asked = { type: 'cancel-requested', component: 'core', nonce, because: 'timeout', detail: '' } as const;
  return after(
    plan,
    underWay(begin(plan), 'core', 0),
    { ...asked, at: 60_000 },
    { type: 'run-seen', component: 'core', nonce, run: run('cancelled'), at: 70_000 },
    { type: 'finished', at: 70_000 },
  );
}

/** The lines before the table: what a reader sees first. */
function head(text: string): string {
  return text.slice(0, text.indexOf('\n| Status |'));
}

test('says for machines what was released, what failed, and what was not tried', () => {
  expect(trainReport(plan, failed())).toMatchObject({
    trainId: 't',
    status: 'failed',
    released: ['core'],
    failed: ['web'],
    blocked: ['shop'],
    durationSeconds: 120,
  });
});

describe('a reader learns first', () => {
  test('what failed, why, since when, what is served, and how to go on', () => {
    const text = head(reportMarkdown(plan, failed()));
    expect(text).toContain('## ❌ Release of sample failed: 1 of 3 released, 1 failed, 1 not started');
    expect(text).toContain(
      '- **Failed:** ❌ **`web`** failed at 00:02:00 UTC ([its run](https://github.test/run/7)): Its run failed.',
    );
    expect(text).toContain('- **Since:** 1970-01-01 00:02:00 UTC, 2 m after the train began.');
    expect(text).toContain(
      '- **Served now:** the new version of `core 1.1.0`; as before `shop`; **unknown, look:** `web 2.0.0`.',
    );
    expect(text).toMatch(
      /- \*\*What to do:\*\* Fix the cause in acme\/web, then run the workflow .*train-id: t\. What is released stays released/,
    );
    expect(reportMarkdown(plan, failed())).toContain('It needs web, which failed.');
  });

  test('why GitHub refused it, once in full; its repository has nothing to fix', () => {
    const text = reportMarkdown(plan, refused());
    expect(text.split('Edit the token.')).toHaveLength(2);
    expect(text).toMatch(/\| GitHub said 403 \(v1\.0\. no\)\. \|/);
    expect(text).toContain('- **What to do:** Fix the cause, then run the workflow');
  });

  test('what many were refused for once in full', () => {
    const both = planOf([planned('core', []), planned('docs', [])]);
    const reason = (id: string, request: number) => `POST /repos/acme/${id} said 403. Edit it. Request id ${request}.`;
    const text = head(reportMarkdown(both, refusedOf(both, { core: reason('core', 1), docs: reason('docs', 2) })));
    expect(text.split('Edit it.')).toHaveLength(2);
    expect(text).toContain('**`docs`** failed at 00:00:00 UTC: the same as `core`.');
    const others = refusedOf(both, { core: reason('core', 1), docs: 'Not there.' });
    expect(head(reportMarkdown(both, others))).not.toContain('the same as');
  });

  test('that what took too long may only need more time', () => {
    expect(head(reportMarkdown(plan, late()))).toContain(
      'Fix the cause in acme/core, or give core more time (timeout in the manifest), then run the workflow',
    );
  });

  test('that what its registry does not serve yet needs time, not a fix', () => {
    const reason = 'Its run succeeded, but 1.1.0 is not served yet.';
    const seen = underWay(begin(plan), 'core', 0);
    const nonce = nonceOf(begin(plan), 'core', { purpose: 'release', unguessable: 'drawn0000' });
    const published = { type: 'run-seen', component: 'core', nonce, run: run('success'), at: 60_000 } as const;
    const state = [published, { type: 'gates-timed-out', component: 'core', reason, at: 70_000 } as const];
    expect(head(reportMarkdown(plan, ended(seen, state)))).toContain(
      '- **What to do:** Once it is served, run the workflow',
    );
  });

  test.each([
    ['failure', 'failed'],
    ['cancelled', 'was cancelled'],
  ])('the job and the step that ended as %s, and its own words, harmless', (conclusion, ended) => {
    const ending = {
      job: 'release',
      url: 'https://github.test/job/1',
      steps: ['Install'],
      conclusion,
      said: 'E404 `<b>` @acme/core',
    };
    const text = head(reportMarkdown(plan, failed(), new Map([['web', ending]])));
    expect(text).toContain(
      `Its run failed. [release](https://github.test/job/1) ${ended} at \`Install\`: \`\` E404 \`<b>\` @acme/core \`\``,
    );
    expect(trainReport(plan, failed(), new Map([['web', ending]])).components[1]?.failedJob).toEqual(ending);
  });

  test('the cause of a rollback, and that the version before runs', () => {
    const state = undone('success');
    const text = head(reportMarkdown(product, state));
    expect(text).toContain(
      '## ↩️ Deployment of product to production failed and was rolled back: 0 of 2 deployed, 1 failed, 2 rolled back',
    );
    expect(text).toContain('**`web`** failed at 00:02:00 UTC and was rolled back ([its run]');
    expect(text).toContain('- **Running now:** as before `backend 1.0.0` and `web 1.0.0`.');
    expect(text).not.toContain('released');
    expect(state.reason).toMatch(/^web did not succeed, and what this train had deployed was rolled back\./);
    expect(trainReport(product, state).failed).toEqual(['web']);
  });

  test('of a rollback that failed both causes, and where nobody knows what runs', () => {
    const text = head(reportMarkdown(product, undone('failure')));
    expect(text).toContain('failed, and so did its rollback: 0 of 2 deployed, 2 failed, 1 rolled back');
    expect(text).toMatch(
      /\*\*`web`\*\* failed at 00:02:00 UTC and was rolled back[\s\S]*\*\*`backend`\*\* could not be rolled back at 00:04:00 UTC/,
    );
    expect(text).toContain('as before `web 1.0.0`; **unknown, look:** `backend 1.1.0 or 1.0.0`.');
    expect(text).toContain('Bring by hand what could not be rolled back');
  });

  test('of a train that goes on what is under way, what comes next, and who goes on', () => {
    const core = flown(plan, begin(plan), 'core', { at: 60_000, conclusion: 'success' });
    const text = head(reportMarkdown(plan, underWay(core, 'web', 90_000)));
    expect(text).toContain('## 🏃 Release of sample is under way: 1 of 3 released, 1 under way, 1 not started');
    expect(text).toContain(
      '- **Under way:** `web`.\n- **Next:** `shop`.\n- **Goes on:** with the hint of a run that ends',
    );
    expect(text).toContain('`t` has been under way for 1 m 30 s');
  });

  test('of a cancelled train which runs were asked to end, and what may be served all the same', () => {
    const both = planOf([planned('core', [], versions), planned('web', [], versions)]);
    const started = underWay(underWay(begin(both), 'core', 1_000, both), 'web', 1_000, both);
    const nonce = (id: string) => nonceOf(started, id, { purpose: 'release', unguessable: 'drawn0000' });
    const state = after(
      both,
      started,
      { type: 'run-seen', component: 'core', nonce: nonce('core'), run: run('success'), at: 60_000 },
      { type: 'cancelled', reason: 'alice cancelled it.', at: 61_000 },
      {
        type: 'cancel-requested',
        component: 'web',
        nonce: nonce('web'),
        because: 'caller',
        detail: 'asked',
        at: 61_000,
      },
      { type: 'run-seen', component: 'web', nonce: nonce('web'), run: run('cancelled'), at: 62_000 },
    );
    const text = head(reportMarkdown(both, state));
    expect(text).toContain('was cancelled: 0 of 2 released, 1 cancelled, 1 not followed to the end');
    expect(text).toContain('- **Why:** alice cancelled it.');
    expect(text).toContain('- **Asked to end:** the runs of [web](https://github.test/run/7).');
    expect(text).toContain('- **May be served:** `core`: the run that released it succeeded, and nobody looked');
    expect(text).not.toContain('**Failed:**');
  });
});

describe('the table', () => {
  test('keeps status, versions and durations on one line each', () => {
    const rows = reportMarkdown(product, undone('success')).split('\n');
    expect(rows).toContain(
      '| ↩️\u00a0rolled\u00a0back | `web` | `1.0.0`\u00a0→\u00a0`1.1.0` | [0\u00a0s](https://github.test/run/7) | Its run failed. |',
    );
  });
});

describe('of many components', () => {
  const many = planOf([
    planned('core', [], versions),
    ...Array.from({ length: 40 }, (_, index) => planned(`part-${index}`, ['core'], versions)),
  ]);

  test('has a column for reasons only where there is one', () => {
    const core = flown(plan, begin(plan), 'core', { at: 60_000, conclusion: 'success' });
    expect(reportMarkdown(plan, core)).toContain('\n| Status | Component | Version | Run |\n');
    expect(reportMarkdown(plan, failed())).toContain('\n| Status | Component | Version | Run | Why |\n');
  });

  test('what is not as it should be stands before the folded table of all', () => {
    const core = flown(many, begin(many), 'core', { at: 60_000, conclusion: 'success' });
    const text = reportMarkdown(many, flown(many, core, 'part-7', { at: 90_000, conclusion: 'failure' }));
    const [open = '', folded = ''] = text.split('<details><summary>All 41 components</summary>');
    expect(open.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'))).toEqual([
      expect.stringContaining('`part-7`'),
    ]);
    expect(folded.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'))).toHaveLength(41);
  });
});

describe('after a rollback', () => {
  const names = Array.from({ length: 5 }, (_, index) => `part-${index}`);
  const parts = planOf(
    names.map((id) => planned(id, [], { ...versions, rollback })),
    { environment: 'production' },
  );
  const of = (verdictOf: (id: string) => 'healthy' | 'unhealthy') => ({
    ...begin(parts),
    status: 'rolled-back' as const,
    components: Object.fromEntries(
      names.map((id) => [
        id,
        {
          ...{ status: 'rolled-back' as const, since: 0, attempt: 1 },
          restored: { at: 0, verdict: verdictOf(id), reason: `${id} answers 503.` },
        },
      ]),
    ),
  });

  test('those that are well share a line, and who is not well stands first with the reason', () => {
    const text = reportMarkdown(
      parts,
      of((id) => (id === 'part-3' ? 'unhealthy' : 'healthy')),
    );
    expect(text).toContain(
      '**After the rollback**\n\n- 🔥 **`part-3`** runs `1.0.0` again: not healthy: part-3 answers 503.\n' +
        '- 💚 healthy: `part-0 1.0.0`, `part-1 1.0.0`, `part-2 1.0.0` and `part-4 1.0.0`\n',
    );
  });
});

describe('the timeline', () => {
  const bars = (of: Plan, state: TrainState) => timeline(of, state).split('\n');

  test('has an axis, and tells a success from a failure', () => {
    const [, top, axis, core, web, , legend] = bars(plan, failed());
    expect(top).toMatch(/^ {5}00:01:00 UTC +\+1 m$/);
    expect(axis).toMatch(/^ {5}├─+┼─+┤$/);
    expect(core).toMatch(/^core █✓ +succeeded, 0 s$/);
    expect(web).toMatch(/^web {2} +✗ failed, 0 s$/);
    expect(legend).toBe('█ run   ░ waits to be served and healthy   ✓ succeeded   ✗ failed');
  });

  test('fits a page without scrolling, whatever its names and words', () => {
    const long = planOf([planned('a-component-with-a-name-that-is-much-too-long')]);
    const state = flown(long, begin(long), 'a-component-with-a-name-that-is-much-too-long', {
      ...{ at: 4_000_000, conclusion: 'failure' },
    });
    const lines = bars(long, { ...state, updatedAt: 9_000_000 });
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(84);
    expect(lines[3]).toMatch(/^a-component-with-a-name-that-… +█+✗ +failed, /);
  });

  test('of many components leaves out some that are well, never one that failed', () => {
    const many = planOf(Array.from({ length: 70 }, (_, index) => planned(`part-${index}`)));
    const ended = many.components.reduce(
      (state, { id }, index) =>
        flown(many, state, id, { at: 1_000 * index, conclusion: id === 'part-69' ? 'failure' : 'success' }),
      begin(many),
    );
    const lines = bars(many, ended);
    expect(lines.filter((line) => line.startsWith('part-'))).toHaveLength(60);
    expect(lines).toContainEqual(expect.stringMatching(/^part-69 .*failed/));
    expect(lines).toContain('and 10 more');
  });

  test('draws a run that still goes as a run', () => {
    const state = { ...underWay(begin(plan), 'core', 0), updatedAt: 60_000 };
    expect(timeline(plan, state)).toMatch(/core █{40}▸ running, 1 m so far/);
    expect(timeline(plan, state)).not.toMatch(/core.*░/);
  });

  test('draws rollbacks, and which of them failed', () => {
    const text = timeline(product, undone('failure'));
    expect(text).toMatch(/web {5} +█✗ *◀ +rolled back, 1 m/);
    expect(text).toMatch(/backend █✓ +◀?✗ rollback failed, 3 m/);
  });
});

test('text from elsewhere is no markup', () => {
  const bad = planOf([planned('a')]);
  const nasty = after(bad, begin(bad), { type: 'parked', at: 1, reason: '<img src=x> [x](http://evil) | `' });
  const text = reportMarkdown(bad, nasty);
  expect(text).not.toContain('<img');
  expect(text).not.toContain('[x](http://evil)');
});

test('a thousand components are reported in less than GitHub shows', () => {
  const many = planOf(Array.from({ length: 1_000 }, (_, index) => planned(`c${index}`)));
  const text = reportMarkdown(many, begin(many));
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  expect(text).toContain('The graph is left out: a picture of 1000 components could not be read');
});
