import { expect, test } from '@jest/globals';
import { type Fault, faultOnce, randomFaults } from '../../simulator/faults.ts';
import { slow } from '../support/slow.ts';
import { dispatch, servedWorld, virtualWorld } from './world.ts';

const operation = 'actions/create-workflow-dispatch';
const path = '/repos/acme/library/actions/workflows/release.yml/dispatches';
const body = { ref: 'main', inputs: { version: '1.1.0' } };
const lost = { cause: expect.objectContaining({ code: 'ECONNRESET' }) };

const faults: readonly (readonly [name: string, fault: Fault, outcome: object, runs: number])[] = [
  ['502 before the effect', { kind: 'status', status: 502, when: 'before' }, { status: 502 }, 0],
  ['502 after the effect', { kind: 'status', status: 502, when: 'after' }, { status: 502 }, 1],
  ['a reset before the effect', { kind: 'reset', when: 'before' }, lost, 0],
  ['a reset after the effect', { kind: 'reset', when: 'after' }, lost, 1],
  ['403 with Retry-After', { kind: 'rate-limited', status: 403, hint: 'retry-after', seconds: 7 }, { status: 403 }, 0],
  ['429 without a hint', { kind: 'rate-limited', status: 429, hint: 'none', seconds: 7 }, { status: 429 }, 0],
  ['401 once', { kind: 'unauthorized' }, { status: 401 }, 0],
  ['two runs for one dispatch', { kind: 'duplicate' }, { status: 200 }, 2],
  ['no run for a dispatch', { kind: 'drop' }, { status: 200 }, 0],
  ['a slow drip', { kind: 'drip', ms: 80 }, { status: 200 }, 1],
  ['a slow answer', { kind: 'slow', ms: 80 }, { status: 200 }, 1],
];

test.each(faults)('in virtual time: %s', async (_, fault, outcome, runs) => {
  const { send, run, github } = virtualWorld({ faults: faultOnce(operation, fault) });
  const result = await run(() => send('POST', path, body).catch((error: unknown) => error));
  expect(result).toMatchObject(outcome);
  expect(github.effects.filter(({ kind }) => kind === 'run-created')).toHaveLength(runs);
  expect(github.requests).toMatchObject([{ operation, faultApplied: fault.kind }]);
  expect(await run(() => send('POST', path, body).then(({ status }) => status))).toBe(
    'hint' in fault && fault.hint !== 'none' ? 403 : 200,
  );
});

test.each(faults)('on a real socket: %s', async (_, fault, outcome, runs) => {
  const { send, github, close } = await servedWorld({ faults: faultOnce(operation, fault) });
  try {
    const result = await send('POST', path, body).catch((error: unknown) => error);
    expect(result).toMatchObject(outcome);
    expect(github.effects.filter(({ kind }) => kind === 'run-created')).toHaveLength(runs);
  } finally {
    await close();
  }
});

test.each(['virtual', 'served'] as const)('a hang ends when the caller gives up (%s)', async (kind) => {
  const schedule = faultOnce(operation, { kind: 'hang', when: 'after' });
  const controller = new AbortController();
  const init = (signal: AbortSignal) => ({
    method: 'POST',
    signal,
    body: JSON.stringify(body),
    headers: { authorization: 'token secret' },
  });
  if (kind === 'virtual') {
    const { github, run, clock } = virtualWorld({ faults: schedule });
    clock.at(clock.now() + 10_000, () => controller.abort(new Error('too long')));
    await expect(run(() => github.fetch(github.url + path, init(controller.signal)))).rejects.toThrow('too long');
    expect(github.effects.map((effect) => effect.kind)).toContain('dispatch');
    return;
  }
  const { github, url, close } = await servedWorld({ faults: schedule });
  try {
    github.subscribe(() => controller.abort(new Error('too long')));
    await expect(fetch(url + path, init(controller.signal))).rejects.toThrow('too long');
  } finally {
    await close();
  }
});

test('a stale list shows the world as it was', async () => {
  const stale = faultOnce('actions/list-workflow-runs-for-repo', { kind: 'stale', ms: 60_000 });
  const { send, run, clock } = virtualWorld({ faults: stale });
  const counts = await run(async () => {
    await dispatch(send);
    await clock.sleep(30_000);
    const count = async () => Number((await send('GET', '/repos/acme/library/actions/runs')).body.total_count);
    return [await count(), await count()];
  });
  expect(counts).toEqual([0, 1]);
});

test('a hidden run goes its way, and is neither listed nor read before its time', async () => {
  const { send, run, clock, github } = virtualWorld({ faults: faultOnce(operation, { kind: 'hidden', ms: 600_000 }) });
  const seen = await run(async () => {
    await dispatch(send);
    const id = github.effects.find(({ kind }) => kind === 'run-created')?.runId;
    const look = async () => [
      Number((await send('GET', '/repos/acme/library/actions/runs')).body.total_count),
      (await send('GET', `/repos/acme/library/actions/runs/${id}`)).status,
    ];
    await clock.sleep(599_000);
    const before = await look();
    await clock.sleep(1_000);
    return [before, await look()];
  });
  expect(seen).toEqual([
    [0, 404],
    [1, 200],
  ]);
  expect(github.effects.map(({ kind }) => kind)).toContain('run-ended');
});

test('a request inside the window of a Retry-After is seen, one at its end is not', async () => {
  const limited: Fault = { kind: 'rate-limited', status: 429, hint: 'retry-after', seconds: 30 };
  const { send, run, clock, github } = virtualWorld({ faults: faultOnce('repos/get', limited) });
  await run(async () => {
    const repo = () => send('GET', '/repos/acme/library');
    const reply = await repo();
    expect(reply.headers.get('retry-after')).toBe('30');
    await clock.sleep(29_000);
    expect((await repo()).status).toBe(403);
    await clock.sleep(31_000);
    expect((await repo()).status).toBe(200);
  });
  expect(github.requests.map(({ insideRetryAfter }) => insideRetryAfter)).toEqual([false, true, false]);
});

async function history(seed: number): Promise<string> {
  const consistency = { listLagMs: 10_000, runLagMs: 3_000 };
  const { send, run, clock, github } = virtualWorld({ seed, faults: randomFaults(0.3), consistency });
  const attempt = async (method: string, at: string, sent?: unknown) => {
    const limit = new AbortController();
    const takeBack = clock.at(clock.now() + 30_000, () => limit.abort(new Error('too long')));
    const init = { method, signal: limit.signal, headers: { authorization: 'token secret' } };
    const request = github.fetch(github.url + at, { ...init, ...(sent ? { body: JSON.stringify(sent) } : {}) });
    const text = await request.then((response) => response.text()).catch((error: Error) => error.message);
    takeBack();
    return text;
  };
  await run(async () => {
    for (let n = 0; n < 40; n++) {
      await attempt('POST', path, { ref: 'main', inputs: { version: `1.0.${n}` } });
      await attempt('GET', '/repos/acme/library/actions/runs?per_page=5');
      await clock.sleep(5_000);
    }
    await send('GET', '/rate_limit');
  });
  expect(github.violations).toEqual([]);
  return github.traceHash();
}

slow('the same seed gives the same history, another seed another', async () => {
  const [first, second, other] = [await history(7), await history(7), await history(8)];
  expect(second).toBe(first);
  expect(other).not.toBe(first);
});
