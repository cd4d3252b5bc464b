import { describe, expect, test } from '@jest/globals';
import type { CallOptions } from '../../../../src/platform/github/client/client.ts';
import { AmbiguousWrite, Paused } from '../../../../src/platform/github/client/github-errors.ts';
import { Traffic } from '../../../../src/platform/github/client/traffic.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { hang, json, type Play, raw } from '../scripted-server.ts';
import { rejection, setUp } from '../set-up.ts';

const scene = setUp();
const MINUTE = 60_000;
const long: CallOptions = { timeoutMs: 20 * MINUTE };
const read = (options: CallOptions = long) => scene.client.read('GET /rate', {}, options);
const post = (options: CallOptions = long) => scene.client.write('POST /go', {}, options);
const ok = json({ ok: true });
const times = () => scene.server.requests.map(({ at }) => at - start());
const start = () => scene.server.requests[0]?.at ?? 0;
const secondary: Play = json({ message: 'You have exceeded a secondary rate limit.' }, { status: 403 });

/** Lets sockets and promises do what they can do without time passing. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('a pause', () => {
  test.each([403, 429])('of %i with Retry-After holds back everybody who shares the token', async (status) => {
    scene.server.play(json({}, { status, headers: { 'retry-after': '40' } }), ok, ok, ok, ok);
    const traffic = new Traffic({ clock: scene.clock, writeGapMs: 0 });
    const [one, two] = [scene.another({ traffic }), scene.another({ traffic })];
    const first = one.write('POST /go', {}, long);
    await scene.clock.until((sleeps) => sleeps.includes(40_000));
    const others = [one.read('GET /a', {}, long), two.poll('GET /b', {}, long), two.write('POST /c', {}, long)];
    await turns();
    scene.clock.advance(39_999);
    await turns();
    expect(scene.server.requests).toHaveLength(1);
    scene.clock.advance(1);
    await Promise.all([first, ...others]);
    expect(
      times()
        .slice(1)
        .every((at) => at >= 40_000),
    ).toBe(true);
    expect(scene.server.requests).toHaveLength(5);
    expect(scene.clock.pending).toBe(0);
  });

  test('of the primary limit lasts until the reset', async () => {
    const reset = String(Math.floor(scene.clock.now() / 1000) + 600);
    scene.server.play(
      json(
        { message: 'API rate limit exceeded' },
        { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } },
      ),
      ok,
    );
    const result = read();
    await scene.clock.pass(601_000);
    expect(await result).toEqual({ ok: true });
    expect(times()).toEqual([0, 601_000]);
  });

  test('without headers lasts a minute, then two, then four; a success starts over', async () => {
    scene.server.play(secondary, secondary, secondary, ok, secondary, ok);
    const first = read();
    await scene.clock.pass(MINUTE);
    await scene.clock.pass(2 * MINUTE);
    await scene.clock.pass(4 * MINUTE);
    await first;
    const second = read();
    await scene.clock.pass(MINUTE);
    await second;
    expect(times()).toEqual([0, 1, 3, 7, 7, 8].map((minutes) => minutes * MINUTE));
  });

  test('reported by GraphQL with status 200 counts as well', async () => {
    scene.server.play(
      json({ errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }),
      json({ data: { ok: 1 } }),
    );
    const result = scene.client.graphql('mutation { x }', {}, long);
    await scene.clock.pass(MINUTE);
    expect(await result).toEqual({ ok: 1 });
  });

  test('of several answers at once is one pause, not a longer one each', async () => {
    scene.server.play(secondary, secondary, secondary, ok, ok, ok);
    const results = [read(), read(), read()];
    await scene.clock.until((sleeps) => sleeps.length === 4 && sleeps.includes(MINUTE));
    while (scene.client.usage.charged < 3) await turns();
    await turns();
    await scene.clock.pass(MINUTE);
    await Promise.all(results);
    expect(times()).toEqual([0, 0, 0, MINUTE, MINUTE, MINUTE]);
  });

  test('longer than the deadline ends at once, with the reason and the time to come back', async () => {
    scene.server.play(json({}, { status: 429, headers: { 'retry-after': '900' } }));
    const until = scene.clock.now() + 900_000;
    const error = await rejection(post({ timeoutMs: MINUTE }));
    expect(error).toBeInstanceOf(Paused);
    expect(error).toMatchObject({ until });
    expect(error.message).toMatch(/429 with Retry-After.*before 2026-11-20T12:15:00/);
    expect(await rejection(read({ timeoutMs: MINUTE }))).toBeInstanceOf(Paused);
    expect(scene.server.requests).toHaveLength(1);
    expect(scene.clock.pending).toBe(0);
  });

  test('ends those who already wait in the queue, too', async () => {
    const client = scene.another({ traffic: new Traffic({ clock: scene.clock, concurrency: 1 }) });
    let release = () => {};
    scene.server.play((request, response) => {
      release = () => json({}, { status: 429, headers: { 'retry-after': '900' } })(request, response);
    });
    const first = rejection(client.read('GET /a', {}, { timeoutMs: MINUTE }));
    const queued = rejection(client.read('GET /b', {}, { timeoutMs: MINUTE }));
    await scene.server.arrived(1);
    release();
    expect(await Promise.all([first, queued])).toEqual([expect.any(Paused), expect.any(Paused)]);
    expect(scene.server.requests).toHaveLength(1);
  });

  test('is told by 503 with Retry-After; the write itself is ambiguous', async () => {
    scene.server.play(json({}, { status: 503, headers: { 'retry-after': '40' } }), ok);
    expect(await rejection(post())).toBeInstanceOf(AmbiguousWrite);
    const next = read();
    await scene.clock.pass(40_000);
    await next;
    expect(times()).toEqual([0, 40_000]);
  });

  test('of one token leaves another alone', async () => {
    scene.server.play(json({}, { status: 429, headers: { 'retry-after': '900' } }), ok);
    await rejection(read({ timeoutMs: MINUTE }));
    expect(await scene.another().read('GET /a')).toEqual({ ok: true });
  });

  test('is none for a plain 403', async () => {
    scene.server.play(
      json(
        { message: 'Resource not accessible by integration' },
        { status: 403, headers: { 'x-ratelimit-remaining': '4999' } },
      ),
      ok,
    );
    await rejection(read());
    expect(await read()).toEqual({ ok: true });
  });

  test('given up by its caller leaves no timer', async () => {
    scene.server.play(json({}, { status: 429, headers: { 'retry-after': '40' } }));
    const stop = new AbortController();
    const result = rejection(read({ ...long, signal: stop.signal }));
    await scene.server.arrived(1);
    const second = rejection(read({ ...long, signal: stop.signal }));
    stop.abort(new Error('enough'));
    expect((await result).message).toBe('enough');
    expect((await second).message).toBe('enough');
    expect(scene.clock.pending).toBe(0);
  });
});

describe('pacing', () => {
  const run = (traffic: Traffic, kind: 'read' | 'write', send: () => Promise<unknown>) =>
    traffic.run({ kind, deadline: Number.POSITIVE_INFINITY, signal: new AbortController().signal }, send);

  test('keeps writes a second apart, but not the first; reads do not wait for it', async () => {
    const clock = new ManualClock(0);
    const traffic = new Traffic({ clock });
    const left: [string, number][] = [];
    const go = (name: string, kind: 'read' | 'write') => run(traffic, kind, async () => left.push([name, clock.now()]));
    const all = [go('a', 'write'), go('b', 'write'), go('c', 'read'), go('d', 'write')];
    await clock.pass(1000);
    await clock.pass(1000);
    await Promise.all(all);
    expect(left).toEqual([
      ['a', 0],
      ['c', 0],
      ['b', 1000],
      ['d', 2000],
    ]);
    expect(clock.pending).toBe(0);
  });

  describe('on a GitHub Enterprise Server', () => {
    const version = { 'x-github-enterprise-version': '3.19.0' };
    const unlimited = json({ ok: true }, { headers: version });
    const limited = json({ ok: true }, { headers: { ...version, 'x-ratelimit-limit': '5000' } });
    const paced = () => {
      const client = scene.another({ traffic: new Traffic({ clock: scene.clock }) });
      return () => client.write('POST /go', {}, long);
    };

    test('whose limits are off, writes keep no distance once the first is answered', async () => {
      let answer = () => {};
      scene.server.play((request, response) => {
        answer = () => unlimited(request, response);
      });
      scene.server.play(unlimited, unlimited, unlimited);
      const write = paced();
      const all = [write(), write(), write()];
      await scene.server.arrived(1);
      await turns();
      expect(scene.server.requests).toHaveLength(1);
      answer();
      await Promise.all(all);
      await write();
      expect(times()).toEqual([0, 0, 0, 0]);
      expect(scene.clock.pending).toBe(0);
    });

    test.each<[string, Play, (result: Promise<unknown>) => Promise<unknown>]>([
      ['limits are on', limited, (result) => result],
      ['gateway answered for it', raw('<h1>Unicorn!</h1>', { status: 502 }), rejection],
      ['answer says neither', ok, (result) => result],
      ['first write was reset', (_, response) => response.socket?.resetAndDestroy(), rejection],
    ])('whose %s, they do', async (_, first, settled) => {
      scene.server.play(first, ok);
      const write = paced();
      await settled(write());
      const second = write();
      await scene.clock.pass(1000);
      await second;
      expect(times()).toEqual([0, 1000]);
    });

    test('they do again from the answer on that names a limit, or asks for a pause', async () => {
      const pause = json({}, { status: 429, headers: { ...version, 'retry-after': '5' } });
      scene.server.play(unlimited, ok, limited, unlimited, ok, pause, ok, ok);
      const write = paced();
      for (let written = 0; written < 3; written += 1) await write();
      const writeIn = async (ms: number) => {
        const next = write();
        await scene.clock.pass(ms);
        await next;
      };
      await writeIn(1000);
      await write();
      await writeIn(5000);
      await writeIn(1000);
      expect(times()).toEqual([0, 0, 0, 1000, 1000, 1000, 6000, 7000]);
    });
  });

  test('lets only so many requests be under way', async () => {
    const traffic = new Traffic({ clock: new ManualClock(), concurrency: 3 });
    let most = 0;
    let now = 0;
    const send = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => run(traffic, 'read', send)));
    expect(most).toBe(3);
  });

  test('goes on after a failure', async () => {
    const traffic = new Traffic({ clock: new ManualClock(), concurrency: 1 });
    const failing = rejection(run(traffic, 'read', () => Promise.reject(new Error('no'))));
    const next = run(traffic, 'read', async () => 'yes');
    expect((await failing).message).toBe('no');
    expect(await next).toBe('yes');
  });
});

test('a request that never left is not ambiguous', async () => {
  const client = scene.another({ traffic: new Traffic({ clock: scene.clock, concurrency: 1 }) });
  scene.server.play(hang, raw(''));
  const first = rejection(client.write('POST /a', {}, { timeoutMs: 5000 }));
  const second = rejection(client.write('POST /b', {}, { timeoutMs: 4000 }));
  await scene.server.arrived(1);
  scene.clock.advance(5000);
  expect(await first).toBeInstanceOf(AmbiguousWrite);
  expect((await second).name).toBe('GitHubError');
  expect(scene.server.requests).toHaveLength(1);
});
