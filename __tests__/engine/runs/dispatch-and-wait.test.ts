import { describe, expect, test } from '@jest/globals';
import { type Fault, type FaultSchedule, faultOnce } from '../../../simulator/faults.ts';
import { childWorld, REPOSITORY, runsOf } from '../child-world.ts';

const DISPATCH = 'actions/create-workflow-dispatch';
const POLL = 'actions/get-workflow-run';

const faults: Readonly<Record<string, Fault>> = {
  '502 before the effect': { kind: 'status', status: 502, when: 'before' },
  '502 after the effect': { kind: 'status', status: 502, when: 'after' },
  'a reset before the effect': { kind: 'reset', when: 'before' },
  'a reset after the effect': { kind: 'reset', when: 'after' },
  '403 with Retry-After': { kind: 'rate-limited', status: 403, hint: 'retry-after', seconds: 40 },
  '429 with Retry-After': { kind: 'rate-limited', status: 429, hint: 'retry-after', seconds: 40 },
  'the primary limit': { kind: 'rate-limited', status: 403, hint: 'reset', seconds: 40 },
  'a hang before the effect': { kind: 'hang', when: 'before' },
  'a hang after the effect': { kind: 'hang', when: 'after' },
  'a slow drip': { kind: 'drip', ms: 20_000 },
  '401 once': { kind: 'unauthorized' },
};

describe.each(Object.entries(faults))('%s', (_, fault) => {
  test.each([
    ['on the dispatch', DISPATCH, 1],
    ['on the first poll', POLL, 1],
    ['on a later poll', POLL, 4],
  ])('%s: one run, found, followed to its end', async (_place, operation, nth) => {
    const { run, github } = childWorld(undefined, { faults: faultOnce(operation, fault, nth) });
    const outcome = await run();
    expect(outcome).toMatchObject({ run: { status: 'completed', conclusion: 'success' } });
    expect(outcome.problem).toBeUndefined();
    expect(runsOf(github)).toEqual([outcome.run?.id]);
    expect(github.requests.filter(({ insideRetryAfter }) => insideRetryAfter)).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  test('on the dispatch of an event, which GitHub never answers with a run', async () => {
    const { run, github } = childWorld(undefined, { faults: faultOnce('repos/create-dispatch-event', fault) });
    const nonce = 'ra-0123456789abcdef';
    const outcome = await run({ target: { eventType: 'release', clientPayload: { nonce } }, nonce });
    expect(outcome).toMatchObject({ run: { conclusion: 'success', correlatedBy: 'nonce' } });
    expect(runsOf(github)).toEqual([outcome.run?.id]);
    expect(github.requests.filter(({ insideRetryAfter }) => insideRetryAfter)).toEqual([]);
  });
});

describe('finding the run', () => {
  test('takes the id from the answer, without listing runs', async () => {
    const { run, github } = childWorld();
    expect(await run()).toMatchObject({ run: { correlatedBy: 'run-details' } });
    expect(github.requests.map(({ operation }) => operation)).not.toContain('actions/list-workflow-runs');
  });

  test('asks an older server once without run details, and finds the run by its nonce among others', async () => {
    const { run, github } = childWorld(undefined, { apiVersion: 'ghes-old', consistency: { listLagMs: 3_000 } });
    github.startForeignRun(REPOSITORY, 'release.yml', { version: '9.9.9', nonce: 'ra-0123456789abcdef0' });
    const outcome = await run();
    github.startForeignRun(REPOSITORY, 'release.yml', { version: '9.9.9' });
    expect(outcome).toMatchObject({ run: { correlatedBy: 'nonce', conclusion: 'success' } });
    const ours = github.effects.find(({ kind, runId }) => kind === 'run-created' && runId === outcome.run?.id);
    expect(ours?.inputs).toMatchObject({ version: '1.0.0', nonce: 'ra-0123456789abcdef' });
  });

  test('waits while a new run is 404 and lists are stale', async () => {
    const { run } = childWorld(undefined, { consistency: { runLagMs: 3_000, listLagMs: 30_000 } });
    expect(await run()).toMatchObject({ run: { conclusion: 'success' } });
  });

  test('says that it cannot tell, rather than guess, where an old server and no nonce leave only time', async () => {
    const { run, github } = childWorld(undefined, { apiVersion: 'ghes-old' });
    const target = { workflow: 'release.yml', ref: 'main', inputs: { version: '1.0.0' } };
    const outcome = await run({ nonce: undefined, target });
    expect(outcome.run).toBeUndefined();
    expect(outcome.problem).toMatch(/Nothing was sent: this server does not say which run.*nonce-input/s);
    expect(runsOf(github)).toEqual([]);
  });

  test('says what is missing where the run-name does not show the nonce', async () => {
    const { run } = childWorld(undefined, { apiVersion: 'ghes-old', workflow: { runName: 'Release' } });
    expect((await run()).problem).toMatch(/run-name does not show the nonce/);
  });

  test('reports a dispatch that was dropped, without sending it again', async () => {
    const { run, github } = childWorld(undefined, { faults: faultOnce(DISPATCH, { kind: 'drop' }) });
    expect((await run()).problem).toMatch(/cannot be found/);
    expect(github.requests.filter(({ operation }) => operation === DISPATCH)).toHaveLength(1);
  });
});

describe('conclusions', () => {
  test.each([
    ['failure', /concluded failure/],
    ['neutral', /neutral: nothing failed/],
    ['skipped', /condition in the workflow/],
    ['stale', /14 days/],
    ['action_required', /waits for a person/],
    ['timed_out', /exceeded its timeout/],
    ['startup_failure', /did not start/],
    ['cancelled', /was cancelled/],
  ] as const)('%s is no success and is explained', async (conclusion, words) => {
    const outcome = await childWorld({ ms: 2_000, conclusion }).run();
    expect(outcome.problem).toMatch(words);
    expect(outcome.run).toMatchObject({ conclusion });
  });

  test('another conclusion is a success when it was asked for', async () => {
    const outcome = await childWorld({ ms: 2_000, conclusion: 'neutral' }).run({ acceptConclusions: ['neutral'] });
    expect(outcome.problem).toBeUndefined();
  });

  test('says of the job that failed, not of one that was cancelled for it', async () => {
    const jobs = [
      { name: 'linux', conclusion: 'cancelled' as const, log: 'The operation was canceled.' },
      { name: 'windows', conclusion: 'failure' as const, log: 'npm error 404 no such package' },
    ];
    const { problem } = await childWorld({ jobs, conclusion: 'failure' }).run();
    expect(problem).toMatch(/ Job windows failed at step Run windows: npm error 404 no such package\.$/);
  });

  test('names failed jobs and steps with the end of their log', async () => {
    const log = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n');
    const steps = [{ name: 'Install' }, { name: 'Publish', conclusion: 'failure' as const }];
    const jobs = [{ name: 'test' }, { name: 'publish', conclusion: 'failure' as const, steps, log }];
    const { failedJobs } = await childWorld({ jobs, conclusion: 'failure' }).run();
    expect(failedJobs).toEqual([
      expect.objectContaining({ name: 'publish', conclusion: 'failure', steps: ['Publish'] }),
    ]);
    expect(failedJobs[0]?.log).toContain('line 99');
    expect(failedJobs[0]?.log).not.toContain('line 50');
  });
});

test('a run that its concurrency group took out of the queue is told as such', async () => {
  const concurrency = { group: 'release' };
  const { run, github, clock } = childWorld({ ms: 600_000, conclusion: 'success' }, { workflow: { concurrency } });
  github.startForeignRun(REPOSITORY, 'release.yml', { version: '1' });
  clock.at(clock.now() + 20_000, () => github.startForeignRun(REPOSITORY, 'release.yml', { version: '2' }));
  const outcome = await run();
  expect(outcome.run).toMatchObject({ conclusion: 'cancelled' });
  expect(outcome.problem).toMatch(/cancelled before any job started: a newer run of its concurrency group/);
});

test('a line of megabytes in a log hides neither the lines beside it nor the rest of the summary', async () => {
  const log = `before\n${'x'.repeat(5_000_000)}\nnpm error 403`;
  const jobs = [{ name: 'publish', conclusion: 'failure' as const, log }];
  const { failedJobs } = await childWorld({ jobs, conclusion: 'failure' }).run();
  expect(failedJobs[0]?.log).toMatch(/^before\nx+ … \(4999000 characters left out\) … x+\nnpm error 403/);
  expect(failedJobs[0]?.log?.length).toBeLessThan(2_000);
});

describe('re-runs', () => {
  test('runs failed jobs again and follows the new attempt', async () => {
    let attempts = 0;
    const script = () => ({ ms: 2_000, conclusion: attempts++ === 0 ? ('failure' as const) : ('success' as const) });
    const { run, github } = childWorld(undefined, { workflow: { behaviour: script } });
    const outcome = await run({ retryFailedJobs: 2 });
    expect(outcome).toMatchObject({ run: { attempt: 2, conclusion: 'success' } });
    expect(outcome.problem).toBeUndefined();
    expect(github.effects.filter(({ kind }) => kind === 'rerun')).toHaveLength(1);
  });

  test('waits once where GitHub says that the run is still running', async () => {
    let attempts = 0;
    const script = () => ({
      ms: 2_000,
      conclusion: attempts++ === 0 ? ('failure' as const) : ('success' as const),
      rerunAfterMs: 8_000,
    });
    const { run, github } = childWorld(undefined, { workflow: { behaviour: script } });
    expect(await run({ retryFailedJobs: 1 })).toMatchObject({ run: { attempt: 2, conclusion: 'success' } });
    expect(github.requests.filter(({ path }) => path.endsWith('/rerun-failed-jobs'))).toHaveLength(2);
  });

  test.each([
    ['it stays so', 600_000, {}],
    ['the token may not run it again', 0, { permissions: { actions: 'read', contents: 'write' } as const }],
  ])('a refused re-run warns, and the failure of the run stands: %s', async (_, rerunAfterMs, access) => {
    const jobs = [{ name: 'publish', conclusion: 'failure' as const }];
    const { run, github, lines } = childWorld({ jobs, conclusion: 'failure', rerunAfterMs });
    github.addToken('token', { owners: ['acme'], ...access });
    const nonce = 'ra-0123456789abcdef';
    const target = { eventType: 'release', clientPayload: { nonce } };
    const outcome = await run({ retryFailedJobs: 2, nonce, target });
    expect(outcome.problem).toMatch(/concluded failure/);
    expect(outcome.failedJobs).toMatchObject([{ name: 'publish' }]);
    expect(lines.join('\n')).toMatch(/^::warning::The failed jobs of \S+ are not run again: .*403/m);
  });

  test('gives up after the number of retries, once each, even if their answers are lost', async () => {
    const lost: FaultSchedule = ({ operation }) =>
      operation === 'actions/re-run-workflow-failed-jobs' ? { kind: 'status', status: 502, when: 'after' } : undefined;
    const { run, github } = childWorld({ ms: 2_000, conclusion: 'failure' }, { faults: lost });
    const outcome = await run({ retryFailedJobs: 2 });
    expect(outcome).toMatchObject({ run: { attempt: 3, conclusion: 'failure' } });
    expect(outcome.problem).toMatch(/concluded failure/);
    expect(github.effects.filter(({ kind }) => kind === 'rerun')).toHaveLength(2);
  });
});

describe('fire and forget', () => {
  const target = { eventType: 'release', clientPayload: { version: '1.0.0' } };

  test('is a success that knows no run where GitHub names none', async () => {
    const { run, github, lines } = childWorld();
    const outcome = await run({ wait: false, nonce: undefined, target });
    expect(outcome).toMatchObject({ sent: 'accepted' });
    expect(outcome).not.toHaveProperty('problem');
    expect(outcome.run).toBeUndefined();
    expect(lines.join('\n')).toMatch(/^::notice::GitHub took event release in acme\/service/m);
    expect(runsOf(github)).toHaveLength(1);
  });

  test('names its run where a nonce was given', async () => {
    const { run } = childWorld();
    const nonce = 'ra-0123456789abcdef';
    const outcome = await run({ wait: false, nonce, target: { eventType: 'release', clientPayload: { nonce } } });
    expect(outcome).toMatchObject({ run: { correlatedBy: 'nonce' } });
  });

  test('is no failure where GitHub took it and no run shows the nonce', async () => {
    const { run, lines } = childWorld(undefined, { workflow: { runName: 'Release' } });
    const nonce = 'ra-0123456789abcdef';
    const outcome = await run({ wait: false, nonce, target: { eventType: 'release', clientPayload: { nonce } } });
    expect(outcome).not.toHaveProperty('problem');
    expect(lines.join('\n')).toMatch(/^::warning::.*no run appeared/m);
  });

  test('is a failure where nobody knows whether it was sent', async () => {
    const faults = faultOnce('repos/create-dispatch-event', { kind: 'status', status: 502, when: 'after' });
    const outcome = await childWorld(undefined, { faults }).run({ wait: false, nonce: undefined, target });
    expect(outcome.problem).toMatch(/did not say whether it took the dispatch.*answered 502/s);
  });
});

describe('timeouts', () => {
  test('says what it last saw, and leaves the run alone where on-timeout is fail', async () => {
    const { run, github } = childWorld({ ms: 3_600_000, conclusion: 'success' });
    const outcome = await run({ timeoutMs: 60_000 });
    expect(outcome.problem).toMatch(/did not end in time; it was last seen in_progress/);
    expect(github.effects.filter(({ kind }) => kind === 'cancel')).toEqual([]);
  });

  test('cancels the run and sees it end where on-timeout is cancel', async () => {
    const { run, github } = childWorld({ ms: 3_600_000, conclusion: 'success', cancelMs: 5_000 });
    const outcome = await run({ timeoutMs: 60_000, onTimeout: 'cancel' });
    expect(outcome).toMatchObject({ run: { status: 'completed', conclusion: 'cancelled' } });
    expect(outcome.problem).toMatch(/timeout/);
    expect(github.effects.filter(({ kind }) => kind === 'cancel')).toHaveLength(1);
  });

  test('cancels by force a run that does not obey', async () => {
    const { run, github } = childWorld({ ms: 3_600_000, conclusion: 'success', ignoresCancel: true });
    const outcome = await run({ timeoutMs: 60_000, onTimeout: 'cancel' });
    expect(outcome.run).toMatchObject({ conclusion: 'cancelled' });
    expect(github.effects.filter(({ kind }) => kind === 'force-cancel')).toHaveLength(1);
  });
});

describe('outputs of the run', () => {
  const artifacts = { 'release-outputs': { 'outputs.json': '{"version":"1.0.0","n":3}' } };

  test('are read from the artifact', async () => {
    const outcome = await childWorld({ ms: 1_000, conclusion: 'success', artifacts }).run({
      outputsArtifact: 'release-outputs',
    });
    expect(outcome.outputs).toEqual({ version: '1.0.0', n: 3 });
  });

  test('are read from a single file that was uploaded as it is', async () => {
    const single = { out: '{"version":"1.0.0"}' };
    const outcome = await childWorld({ ms: 1_000, conclusion: 'success', artifacts: single }).run({
      outputsArtifact: 'out',
    });
    expect(outcome).toMatchObject({ outputs: { version: '1.0.0' } });
    expect(outcome).not.toHaveProperty('problem');
  });

  test.each([
    ['there is none', {}, /left none of that name/],
    ['it holds two', { out: { 'a.json': '{}', 'b.json': '{}' } }, /holds 2 \.json files: a\.json, b\.json\.$/],
    ['it is a single file that is not valid JSON', { out: 'hello' }, /cannot be read/],
    ['it holds no JSON file', { out: { 'a.txt': 'x', 'b.txt': 'y' } }, /holds no \.json file/],
    ['its JSON is broken', { out: { 'a.json': '{' } }, /cannot be read/],
    ['it holds a list', { out: { 'a.json': '[1]' } }, /holds no map/],
  ])('a missing one is a failure: %s', async (_, given, words) => {
    const outcome = await childWorld({ ms: 1_000, conclusion: 'success', artifacts: given }).run({
      outputsArtifact: 'out',
    });
    expect(outcome.problem).toMatch(words);
  });
});

describe('cost and delay', () => {
  test.each([
    ['10 s', 9_500, 4, 1_500],
    ['10 min', 600_000, 10, 10_000],
  ])('of a run of %s', async (_, ms, mostCharged, mostDelay) => {
    const { run, github, clock } = childWorld({ queuedMs: 500, ms, conclusion: 'success' });
    await run();
    const ended = github.effects.find(({ kind }) => kind === 'run-ended')?.at ?? 0;
    expect(github.requests.filter(({ charged }) => charged).length).toBeLessThanOrEqual(mostCharged);
    expect(clock.now() - ended).toBeLessThanOrEqual(mostDelay);
  });
});
