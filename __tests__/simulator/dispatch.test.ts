import { expect, test } from '@jest/globals';
import type { RepositoryDefinition, RunScript } from '../../simulator/types.ts';
import { dispatch, library, releaseWorkflow, virtualWorld } from './world.ts';

const dispatches = '/repos/acme/library/actions/workflows/release.yml/dispatches';

function withScript(script: RunScript, more: Partial<typeof releaseWorkflow> = {}): RepositoryDefinition {
  return { ...library, workflows: [{ ...releaseWorkflow, ...more, behaviour: () => script }] };
}

const good = { ref: 'main', inputs: { version: '1.1.0' } };

test.each([
  ['an unknown input', { ref: 'main', inputs: { version: '1', x: '1' } }, 422, 'Unexpected inputs provided: ["x"]'],
  ['a missing required input', { ref: 'main', inputs: {} }, 422, "Required input 'version' not provided"],
  [
    'a value that is no option',
    { ref: 'main', inputs: { version: '1', channel: 'x' } },
    422,
    'not in the list of allowed values',
  ],
  ['an unknown ref', { ...good, ref: 'nowhere' }, 422, 'No ref found for: nowhere'],
] as const)('a dispatch with %s is refused as GitHub refuses it', async (_, body, status, message) => {
  const { send, run, github } = virtualWorld();
  const reply = await run(() => send('POST', dispatches, body));
  expect(reply.status).toBe(status);
  expect(reply.body.message).toContain(message);
  expect(github.effects).toEqual([]);
  expect(github.violations).toEqual([]);
});

test.each([
  ['disabled', { state: 'disabled_manually' }, 422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow"],
  ['without the trigger', { on: ['push'] }, 422, "Workflow does not have 'workflow_dispatch' trigger"],
  ['not on the default branch', { onDefaultBranch: false }, 404, 'Not Found'],
] as const)('a workflow that is %s cannot be dispatched', async (_, more, status, message) => {
  const { send, run } = virtualWorld({}, { ...library, workflows: [{ ...releaseWorkflow, ...more }] });
  const reply = await run(() => send('POST', dispatches, good));
  expect([reply.status, reply.body.message]).toEqual([status, message]);
});

test('a request that is not as described is refused and recorded', async () => {
  const { send, run, github } = virtualWorld();
  const reply = await run(() => send('POST', dispatches, { inputs: { version: '1' } }));
  expect([reply.status, reply.body.message]).toEqual([422, 'Invalid request.\n\n"ref" wasn\'t supplied.']);
  await run(() => send('GET', '/repos/acme/library/actions/runs?perpage=1'));
  expect(github.violations).toMatchObject([
    { side: 'request', operation: 'actions/create-workflow-dispatch' },
    { side: 'request', message: 'undescribed query parameters: perpage' },
  ]);
});

test('the run is named in the answer by version, by wish, or not at all', async () => {
  const { send, run } = virtualWorld();
  const old = { 'x-github-api-version': '2022-11-28' };
  const replies = await run(async () => [
    await send('POST', dispatches, good),
    await send('POST', dispatches, good, old),
    await send('POST', dispatches, { ...good, return_run_details: true }, old),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([200, 204, 200]);
  expect(replies[1]?.headers.get('deprecation')).toBeTruthy();
  expect(replies[0]?.headers.get('deprecation')).toBeNull();
});

test('an older GitHub Enterprise Server knows neither the version nor the field', async () => {
  const { send, run } = virtualWorld({ apiVersion: 'ghes-old', url: 'https://ghe.test/api/v3' });
  const old = { 'x-github-api-version': '2022-11-28' };
  const replies = await run(async () => [
    await send('POST', dispatches, good),
    await send('POST', dispatches, { ...good, return_run_details: true }, old),
    await send('POST', dispatches, good, old),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([400, 422, 204]);
  expect(replies[0]?.body.message).toContain('2026-03-10');
  expect(replies[1]?.body.message).toContain('return_run_details');
});

test('a run goes through queued, in_progress and completed on the clock', async () => {
  const { send, run, clock } = virtualWorld({}, withScript({ conclusion: 'success', queuedMs: 2_000, ms: 5_000 }));
  const seen: string[] = [];
  await run(async () => {
    const id = await dispatch(send);
    for (let turn = 0; turn < 4; turn++) {
      const { body } = await send('GET', `/repos/acme/library/actions/runs/${id}`);
      seen.push(`${String(body.status)}/${String(body.conclusion)}`);
      await clock.sleep(2_500);
    }
  });
  expect(seen).toEqual(['queued/null', 'in_progress/null', 'in_progress/null', 'completed/success']);
});

test.each([
  ...(['success', 'failure', 'cancelled', 'skipped', 'neutral', 'timed_out', 'action_required'] as const),
  ...(['stale', 'startup_failure'] as const),
])('a run can end as %s', async (conclusion) => {
  const { send, run, clock, github } = virtualWorld({}, withScript({ conclusion }));
  const bodies = await run(async () => {
    const path = `/repos/acme/library/actions/runs/${await dispatch(send)}`;
    await clock.sleep(60_000);
    return [(await send('GET', path)).body, (await send('GET', `${path}/jobs`)).body];
  });
  expect(bodies[0]).toMatchObject({ status: 'completed', conclusion });
  expect(bodies[1]?.total_count).toBe(conclusion === 'startup_failure' ? 0 : 1);
  expect(github.violations).toEqual([]);
});

test('a run waits for its approval', async () => {
  const { send, run, clock, github } = virtualWorld(
    {},
    withScript({ conclusion: 'success', waitingMs: Number.POSITIVE_INFINITY, ms: 1_000 }),
  );
  const states = await run(async () => {
    const id = await dispatch(send);
    const status = async () => String((await send('GET', `/repos/acme/library/actions/runs/${id}`)).body.status);
    await clock.sleep(3_600_000);
    const before = await status();
    github.approve('acme/library', id);
    await clock.sleep(1_000);
    return [before, await status()];
  });
  expect(states).toEqual(['waiting', 'completed']);
});

test('some runs ignore a cancel, none a forced one', async () => {
  const { send, run, clock } = virtualWorld({}, withScript({ conclusion: 'never', ignoresCancel: true }));
  const states = await run(async () => {
    const id = await dispatch(send);
    const path = `/repos/acme/library/actions/runs/${id}`;
    const afterwards = async (deed: string) => {
      expect((await send('POST', `${path}/${deed}`)).status).toBe(202);
      await clock.sleep(60_000);
      const { body } = await send('GET', path);
      return `${String(body.status)}/${String(body.conclusion)}`;
    };
    return [await afterwards('cancel'), await afterwards('force-cancel')];
  });
  expect(states).toEqual(['in_progress/null', 'completed/cancelled']);
});

test('a second run with the same nonce publishes nothing', async () => {
  const publishes = [{ registry: 'npm', name: 'library', version: '1.1.0', lagMs: 60_000 }] as const;
  const { send, run, clock, github } = virtualWorld({}, withScript({ conclusion: 'success', claim: 'n1', publishes }));
  await run(async () => {
    await dispatch(send);
    await dispatch(send);
    await clock.sleep(30_000);
  });
  expect(github.effects.map(({ kind }) => kind).filter((kind) => /claim|publish/.test(kind))).toEqual([
    'claim',
    'claim-refused',
    'publish',
  ]);
  expect(github.registry.isServed('npm', 'library', '1.1.0')).toBe(false);
  await run(() => clock.sleep(60_000));
  expect(github.registry.isServed('npm', 'library', '1.1.0')).toBe(true);
});

test.each([
  ['max', ['success', 'success', 'success', 'success']],
  ['one', ['success', 'cancelled', 'cancelled', 'success']],
] as const)('a concurrency group with queue %s runs one after the other', async (queue, conclusions) => {
  const script: RunScript = { conclusion: 'success', ms: 5_000 };
  const world = virtualWorld({}, withScript(script, { concurrency: { group: 'g', queue } }));
  const { send, run, clock, github } = world;
  await run(async () => {
    for (let n = 0; n < 4; n++) await dispatch(send);
    await clock.sleep(60_000);
  });
  const { runs } = github.repository('acme/library');
  expect(runs.map(({ attempts }) => attempts[0]?.conclusion)).toEqual(conclusions);
  const starts = github.effects.filter(({ kind }) => kind === 'run-started').map(({ at }) => at);
  expect(starts.every((at, index) => index === 0 || at - (starts[index - 1] ?? 0) >= 5_000)).toBe(true);
});

test('lists lag, and a new run may be unknown for a while', async () => {
  const { send, run, clock } = virtualWorld({ consistency: { listLagMs: 30_000, runLagMs: 30_000 } });
  const [early, late] = await run(async () => {
    const id = await dispatch(send);
    const look = async () => [
      (await send('GET', `/repos/acme/library/actions/runs/${id}`)).status,
      Number((await send('GET', '/repos/acme/library/actions/runs')).body.total_count),
    ];
    const first = await look();
    await clock.sleep(31_000);
    return [first, await look()];
  });
  expect(early).toEqual([404, 0]);
  expect(late).toEqual([200, 1]);
});

test('runs are filtered, counted and paged with links', async () => {
  const { send, run, github, clock } = virtualWorld({}, withScript({ conclusion: 'success', ms: 1_000 }));
  await run(async () => {
    for (let n = 0; n < 5; n++) await dispatch(send);
    github.startForeignRun('acme/library', 'release.yml', { version: '9' });
    await clock.sleep(60_000);
    const runs = '/repos/acme/library/actions/runs';
    const page = await send('GET', `${runs}?per_page=2&page=2`);
    expect(page.body.workflow_runs).toHaveLength(2);
    expect(page.headers.get('link')).toContain(`<${github.url}${runs}?per_page=2&page=3>; rel="next"`);
    expect(page.headers.get('link')).toContain('rel="prev"');
    const count = async (query: string) => Number((await send('GET', `${runs}?${query}`)).body.total_count);
    expect(await count('actor=acme')).toBe(5);
    expect(await count('status=success')).toBe(6);
    expect(await count('status=queued')).toBe(0);
    expect(await count('created=>2026-11-20')).toBe(0);
    expect(await count('created=>=2026-11-20')).toBe(6);
    expect(await count('created=2026-11-20T09:00:00Z..2026-11-20T10:00:00Z')).toBe(6);
  });
  expect(github.violations).toEqual([]);
});

test('people cancel and run again; a re-run is an attempt of the same run', async () => {
  const { send, run, github, clock } = virtualWorld({}, withScript({ conclusion: 'success', ms: 60_000 }));
  const body = await run(async () => {
    const id = await dispatch(send);
    await clock.sleep(10_000);
    github.cancelByHuman('acme/library', id);
    await clock.sleep(10_000);
    github.rerun('acme/library', id);
    await clock.sleep(70_000);
    return (await send('GET', `/repos/acme/library/actions/runs/${id}`)).body;
  });
  expect(body).toMatchObject({ run_attempt: 2, conclusion: 'success', triggering_actor: { login: 'some-person' } });
});
