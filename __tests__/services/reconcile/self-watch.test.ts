import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { ownHistory, selfFindings } from '../../../src/services/reconcile/self-watch.ts';
import { GitHubServer } from '../github-server.ts';
import { NOW, signal } from '../world.ts';

const HOUR = 3_600_000;
const run9 = {
  runId: '9',
  workflowRef: 'acme/hub/.github/workflows/reconcile.yml@refs/heads/main',
};

let github: GitHubServer;
beforeEach(async () => {
  github = await GitHubServer.start();
});
afterEach(() => github.close());

const history = () => ownHistory(openRepository(github.client(), 'acme/hub'), run9, { signal });
const run = (id: number, hoursAgo: number, conclusion: string) => ({
  id,
  conclusion,
  run_started_at: new Date(NOW - hoursAgo * HOUR).toISOString(),
});

test('the last pass is the newest run that looked; this run and cancelled ones do not count', async () => {
  github.runs = [run(9, 0, 'success'), run(8, 1, 'cancelled'), run(7, 30, 'failure'), run(6, 36, 'success')];
  expect(await history()).toEqual({ lastRun: NOW - 30 * HOUR });
});

test('a gap is told, with when it began', () => {
  const [finding, ...others] = selfFindings({ lastRun: NOW - 30 * HOUR }, NOW, 13 * HOUR);
  expect(finding).toMatchObject({
    kind: 'overdue',
    detail: expect.stringMatching(/from 2026-11-19T06:00:00.000Z on, for longer than 13 h/),
  });
  expect(others).toEqual([]);
  expect(selfFindings({ lastRun: NOW - 7 * HOUR }, NOW, 13 * HOUR)).toEqual([]);
});

test('the first pass has missed nothing', async () => {
  expect(await history()).toEqual({});
  expect(selfFindings({}, NOW, 13 * HOUR)).toEqual([]);
});

test('a public repository is warned before GitHub switches its schedule off', async () => {
  github.repository = { private: false, pushed_at: new Date(NOW - 55 * 24 * HOUR).toISOString() };
  const findings = selfFindings(await history(), NOW, 13 * HOUR);
  expect(findings).toMatchObject([
    { kind: 'overdue', detail: expect.stringContaining('will lose its schedule on 2026-11-25') },
  ]);
  github.repository = { private: true, pushed_at: '2020-01-01T00:00:00Z' };
  expect(await history()).toEqual({});
});
