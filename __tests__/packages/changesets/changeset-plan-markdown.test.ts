import { expect, test } from '@jest/globals';
import type { ChangesetPlan, PlannedRelease } from '../../../src/packages/changesets/assemble.ts';
import { planMarkdown } from '../../../src/packages/changesets/changeset-plan-markdown.ts';

const release = (rest: Partial<PlannedRelease> = {}): PlannedRelease => ({
  name: '@x/core',
  directory: '.',
  type: 'minor',
  oldVersion: '1.0.0',
  newVersion: '1.1.0',
  why: 'changeset',
  because: [],
  changesets: [{ id: 'brave-fox', summary: 'Adds a thing.\n\nAt length.' }],
  private: false,
  manager: 'npm',
  ...rest,
});
const plan = (releases: PlannedRelease[], rest: Partial<ChangesetPlan> = {}): ChangesetPlan => ({
  releases,
  waves: [],
  changesets: [{ id: 'brave-fox', summary: '', releases: [] }],
  warnings: [],
  ...rest,
});

test('a row per release', () => {
  const linked = release({ name: 'b', why: 'linked', because: ['@x/core', 'c'], changesets: [], private: true });
  expect(planMarkdown(plan([release(), linked]))).toBe(
    [
      '| Package | From | To | Type | Why | Changesets |',
      '| --- | --- | --- | --- | --- | --- |',
      '| `@x/core` | `1.0.0` | `1.1.0` | minor | changeset | `brave-fox` Adds a thing. |',
      '| `b` (private) | `1.0.0` | `1.1.0` | minor | linked with `@x/core`, `c` | – |',
      '',
      '2 releases from 1 changeset, in publish order.',
    ].join('\n'),
  );
});

test('nothing to release is said', () => {
  expect(planMarkdown(plan([], { changesets: [] }))).toMatch(/no pending changesets/);
  expect(planMarkdown(plan([]))).toBe('1 changeset would be used up, and nothing released.');
  expect(planMarkdown(plan([], { preState: { mode: 'pre', tag: 'next' } }))).toMatch(/^Prerelease mode, tag `next`\./);
});

test('hostile summaries and ids stay text in one cell', () => {
  const changesets = [{ id: 'a`|b', summary: '@octocat <img src=x> | **bold** [x](http://y)\nmore' }];
  const text = planMarkdown(plan([release({ changesets })], { warnings: [{ message: '<b>@all</b>' }] }));
  expect(text).not.toMatch(/@octocat|<img|<b>|@all|(?<!\\)\*|(?<!\\)\]/);
  expect(text.split('\n')[2]?.match(/(?<!\\)\|/g)).toHaveLength(7);
});

test('a long plan is cut between rows and says so', () => {
  const many = Array.from({ length: 500 }, (_, index) => release({ name: `p${index}` }));
  const text = planMarkdown(plan(many), 5_000);
  expect(text.length).toBeLessThanOrEqual(5_000);
  expect(text).toMatch(/The last \d+ do not fit here\.$/);
  expect(text.split('\n').filter((line) => line.startsWith('| `p')).length).toBeGreaterThan(40);
});
