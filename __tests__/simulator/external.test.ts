import { afterEach, describe, expect, test } from '@jest/globals';
import { GitStore } from '../../simulator/core/git-store.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import type { ExternalOrder, ExternalResult } from '../../simulator/types.ts';
import { unzip } from '../../src/platform/files/unzip.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { type Send, sender } from './world.ts';

const limits = { maxBytes: 1_000_000, maxFiles: 10 };
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A world with one workflow whose runs are run by the given engine. */
async function worldWith(external: (order: ExternalOrder) => Promise<ExternalResult>) {
  const github = createGitHub({ clock: realClock });
  const behaviour = () => ({ queuedMs: 0, conclusion: 'never' as const, external });
  const workflows = [{ file: 'ci.yml', on: ['workflow_dispatch'] as const, inputs: { version: {} }, behaviour }];
  github.addRepository({ owner: 'acme', name: 'library', workflows });
  github.addToken('secret', {});
  const { url, close } = await github.serve();
  closers.push(close);
  return { github, send: sender(fetch, () => url) };
}

function ended(github: SimulatedGitHub): Promise<string | undefined> {
  return new Promise((resolve) => {
    github.subscribe(({ kind, conclusion }) => kind === 'run-ended' && resolve(conclusion));
  });
}

async function dispatch(send: Send): Promise<string> {
  const path = '/repos/acme/library/actions/workflows/ci.yml/dispatches';
  const { body } = await send('POST', path, { ref: 'main', inputs: { version: '1.2.3' } });
  return `/repos/acme/library/actions/runs/${body.workflow_run_id}`;
}

const now = Date.now();

describe('a run that an engine outside runs', () => {
  test('shows its jobs, logs, artifacts and conclusion as the engine gives them', async () => {
    const steps = [{ name: 'Test', conclusion: 'failure' as const }];
    const job = { name: 'build', steps, startedAt: now - 5_000, endedAt: now, conclusion: 'failure' as const };
    const bytes = new Uint8Array([0, 255, 1]);
    let given: ExternalOrder | undefined;
    const { github, send } = await worldWith(async (order) => {
      given = order;
      return {
        conclusion: 'failure',
        jobs: [{ ...job, log: '2 of 9 failed' }],
        artifacts: { tarball: { 'a.tgz': bytes } },
      };
    });
    const end = ended(github);
    const run = await dispatch(send);
    expect(await end).toBe('failure');
    expect(given?.run.inputs).toEqual({ version: '1.2.3' });
    expect(given?.sha).toBe(github.repository('acme/library').git.refs.get('refs/heads/main'));
    expect((await send('GET', run)).body).toMatchObject({ status: 'completed', conclusion: 'failure' });
    const { body } = await send('GET', `${run}/jobs`);
    expect(body.jobs).toMatchObject([{ name: 'build', conclusion: 'failure', steps: [{ name: 'Test' }] }]);
    const log = await send('GET', `/repos/acme/library/actions/jobs/${body.jobs?.[0]?.id}/logs`);
    expect(log.text).toContain('2 of 9 failed');
    const artifacts = await send('GET', `${run}/artifacts`);
    const url = String(artifacts.body.artifacts?.[0]?.archive_download_url);
    const { headers } = await fetch(url, { redirect: 'manual', headers: { authorization: 'Bearer secret' } });
    const archive = await (await fetch(headers.get('location') ?? '')).arrayBuffer();
    expect(unzip(new Uint8Array(archive), limits).get('a.tgz')).toEqual(bytes);
    expect(github.violations).toEqual([]);
  });

  test('shows a job that goes on, and keeps its id', async () => {
    const engine = engineByHand();
    const { github, send } = await worldWith(engine.run);
    const end = ended(github);
    const run = await dispatch(send);
    const { report } = await engine.started;
    report([{ name: 'build', steps: [], startedAt: now, log: '' }]);
    const before = (await send('GET', `${run}/jobs`)).body.jobs?.[0];
    expect(before).toMatchObject({ status: 'in_progress', conclusion: null });
    engine.finish('success', [{ name: 'build', steps: [], startedAt: now, endedAt: now, log: '' }]);
    expect(await end).toBe('success');
    expect((await send('GET', `${run}/jobs`)).body.jobs?.[0]).toMatchObject({ id: before?.id, conclusion: 'success' });
  });

  test('is told of a cancel, and is cancelled when it has stopped', async () => {
    const engine = engineByHand();
    const { github, send } = await worldWith(engine.run);
    const end = ended(github);
    const run = await dispatch(send);
    const { signal } = await engine.started;
    expect((await send('POST', `${run}/cancel`)).status).toBe(202);
    expect(signal.aborted).toBe(true);
    expect((await send('GET', run)).body.status).toBe('in_progress');
    engine.finish('failure', []);
    expect(await end).toBe('cancelled');
  });

  test('is over at once when it is cancelled by force', async () => {
    const engine = engineByHand();
    const { github, send } = await worldWith(engine.run);
    const end = ended(github);
    const run = await dispatch(send);
    await engine.started;
    await send('POST', `${run}/force-cancel`);
    expect(await end).toBe('cancelled');
  });

  test('could not be started where the engine breaks, and its log says why', async () => {
    const { github, send } = await worldWith(() => Promise.reject(new Error('no engine here')));
    const end = ended(github);
    const run = await dispatch(send);
    expect(await end).toBe('startup_failure');
    const { body } = await send('GET', `${run}/jobs`);
    const log = await send('GET', `/repos/acme/library/actions/jobs/${body.jobs?.[0]?.id}/logs`);
    expect(log.text).toContain('no engine here');
  });
});

describe('objects that a git outside has made', () => {
  test('keep their ids and are read as they are', () => {
    const one = new GitStore();
    const blob = one.writeBlob('hello');
    const inner = new Map([['a b.txt', { mode: '100755' as const, sha: blob }]]);
    const tree = one.writeTree(new Map([['folder', { mode: '040000' as const, sha: one.writeTree(inner) }]]));
    const first = one.writeCommit({ tree, parents: [], message: 'One', author: 'somebody', at: 5_000 });
    const second = one.writeCommit({ tree, parents: [first.sha], message: 'Two\n\nlines', author: 'x y', at: 6_000 });
    const other = new GitStore();
    for (const { sha, type, content } of one.objects()) expect(other.add(type, content)).toBe(sha);
    expect(other.commit(second.sha)).toEqual(second);
    expect(other.blob(other.entryAt(tree, 'folder/a b.txt')?.sha ?? '')?.toString()).toBe('hello');
    expect([...other.objects()]).toEqual([...one.objects()]);
  });
});

/** An engine that a test drives. */
function engineByHand() {
  let start: (order: ExternalOrder) => void = () => undefined;
  let settle: (result: ExternalResult) => void = () => undefined;
  const started = new Promise<ExternalOrder>((resolve) => {
    start = resolve;
  });
  return {
    started,
    run: (order: ExternalOrder) => {
      start(order);
      return new Promise<ExternalResult>((resolve) => {
        settle = resolve;
      });
    },
    finish: (conclusion: ExternalResult['conclusion'], jobs: ExternalResult['jobs']) => settle({ conclusion, jobs }),
  };
}
