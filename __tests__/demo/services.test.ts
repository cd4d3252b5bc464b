import { expect, test } from '@jest/globals';
import { judge, type ServicesEvidence } from '../../scripts/demo/services-verdict.ts';
import { slow } from '../support/slow.ts';
import { runDemo } from './run-demo.ts';

slow('a service is proven, registered and reconciled, by the servers’ own logs', async () => {
  const { exitCode, text } = await runDemo('--story', 'services');
  expect(text).toContain('error: http://127.0.0.1:');
  expect(text).toContain('has version "1.4.0", expected "1.5.0". Wait for the roll-out to end');
  expect(text).toMatch(/the registry holds chitty-id 1\.5\.0, active, last deployed 20\d\d-/);
  expect(text).toContain('2 issues: "chitty-tasks is not healthy", closed; "No service is healthy", closed');
  expect(text).toContain('to open an issue 2 times, to update one 1 time, to close one 2 times');
  expect(text).toContain('6 steps had nothing to do, and wrote 0 times');
  expect(text).toMatch(/Its tags, addresses, weights and metadata are as they were|there is no consul on this machine/);
  expect(text.trimEnd()).toMatch(/All as it should be\.$/);
  expect(exitCode).toBe(0);
});

const deployed = { name: 'id', before: '1', after: '2' };
const register = (version: string) => ({
  ...{ method: 'POST', path: '/api/register', headers: {} },
  body: JSON.stringify({ name: 'id', version }),
});
const request = (operation: string, body: object) => ({
  ...{ at: 0, method: 'POST', path: '', operation, status: 200, token: 't', requestId: 'r' },
  ...{ body: JSON.stringify(body), faultApplied: undefined, effect: undefined, charged: true, insideRetryAfter: false },
});
const issue = {
  ...{ id: 1, number: 1, author: 'bot', createdAt: 0, updatedAt: 0, closedAt: 0, isPull: false, title: 'x', body: '' },
  ...{
    state: 'closed' as const,
    stateReason: 'completed',
    labels: [],
    assignees: [],
    comments: [{ id: 1, author: 'bot' }] as never,
  },
};
const record = { name: 'id', version: '2', owner: 'team-identity', labels: ['pci'] };
const outage = { ...issue, number: 2, title: 'No service is healthy' };
const good: ServicesEvidence = {
  unexpected: [],
  quiet: [{ name: 'a', writes: 0 }],
  requests: [register('1'), register('2')],
  records: [{ ...record, status: 'active', last_deployed: 'now' }, { name: 'b' }, { name: 'c' }],
  answers: ['2', '1', '2', '2', '2', '2'],
  githubRequests: [
    request('issues/create', {}),
    request('issues/create', {}),
    request('issues/update', { body: 'new' }),
    request('issues/update', { state: 'closed' }),
    request('issues/update', { state: 'closed' }),
  ],
  violations: [],
  issues: [issue, outage],
};

test('the verdict on a good story has no problems', () => {
  expect(judge(good, deployed).problems).toEqual([]);
});

test.each<[string, Partial<ServicesEvidence>, RegExp]>([
  ['the old version answered to the end', { answers: ['2', '1', '2', '1'] }, /then 0 times with the new one only/],
  ['the old version was never there', { answers: ['2', '2', '2', '2', '2'] }, /0 times before the old version/],
  ['a version was registered twice', { requests: [register('1'), register('2'), register('2')] }, /3 times: 1, 2, 2/],
  ['the status was not set', { records: [record, {}, {}] }, /holds id 2, undefined/],
  ['a lost service stayed lost', { records: good.records.slice(0, 2) }, /2 services are registered/],
  ['an issue too many was opened', { issues: [issue, issue, outage] }, /3 issues/],
  ['the issue stayed open', { issues: [{ ...issue, state: 'open' }, outage] }, /2 issues: "x", open/],
  [
    'what others keep was lost',
    { records: [{ ...record, owner: undefined, status: 'active', last_deployed: 'now' }, {}, {}] },
    /owner undefined/,
  ],
  [
    'the issue was updated again and again',
    { githubRequests: [...good.githubRequests, request('issues/update', {})] },
    /update one 2/,
  ],
  ['a step wrote that had nothing to do', { quiet: [{ name: 'a', writes: 1 }] }, /wrote 1 times/],
  ['a step ended otherwise', { unexpected: ['it ended with 1'] }, /it ended with 1/],
])('the verdict sees that %s', (_, fault, problem) => {
  expect(judge({ ...good, ...fault }, deployed).problems).toEqual([expect.stringMatching(problem)]);
});
