import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { createNetwork } from '../../../src/platform/net/network.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import type { Check } from '../../../src/services/health/check.ts';
import { judged, type Observation, passed } from '../../../src/services/health/observation.ts';
import { parseChecks } from '../../../src/services/health/parse-checks.ts';
import { type VerifyHealthOptions, verifyHealth } from '../../../src/services/health/verify-health.ts';
import { json, type Servers, startServers } from '../../support/servers.ts';
import { slow } from '../../support/slow.ts';

const network = createNetwork({ allowPrivateNetwork: true });
const pass = passed({ latency: 12, status: 200, answer: '200', version: '2' });
const down = judged([{ cause: 'status', text: 'it answered 503, expected 200-299' }], { status: 503, latency: 5 });
const stale = judged([{ cause: 'version', text: 'it has version "1", expected "2"' }], { status: 200, version: '1' });
const offline: Observation = { ...judged([{ cause: 'local', text: 'no route' }], {}), outcome: 'unobserved' };

async function checksOf(...given: object[]): Promise<readonly Check[]> {
  const parsed = await parseChecks(
    given.map((check, index) => ({ name: `c${index}`, url: `http://c${index}.example/`, ...check })),
  );
  if ('faults' in parsed) throw new Error(parsed.faults.map(({ message }) => message).join('\n'));
  return parsed.checks;
}

/** Verifies in virtual time against answers that depend on the second since the start. */
async function simulate(
  checks: readonly Check[],
  answer: (seconds: number, check: Check) => Observation,
  more: Partial<VerifyHealthOptions> = {},
) {
  const clock = new VirtualClock();
  const start = clock.now();
  const lines: string[] = [];
  const taken: number[] = [];
  const report = await clock.run(
    verifyHealth(checks, {
      ...{ timeoutMs: 120_000, intervalMs: 5_000, clock, network, ...more },
      onChange: ({ name }, what) => lines.push(`${name}: ${what}`),
      probe: async (check) => {
        const seconds = (clock.now() - start) / 1_000;
        taken.push(seconds);
        return answer(seconds, check);
      },
    }),
  );
  return { report, lines, taken };
}

describe('in virtual time', () => {
  test('a service that comes up is healthy after three samples in a row, with one line per change', async () => {
    const { report, lines, taken } = await simulate(await checksOf({}), (seconds) => (seconds < 30 ? down : pass));
    expect(report).toMatchObject({ verdict: 'healthy', duration: 40_000 });
    expect(taken).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40]);
    expect(lines).toEqual([
      'c0: it answered 503, expected 200-299',
      'c0: passes (200, version 2)',
      'c0: healthy after 9 samples, 6 of which did not pass',
    ]);
  });

  test('a balancer that still has an old version is not healthy, and its log is two lines', async () => {
    const { report, lines } = await simulate(await checksOf({}), (seconds) => (seconds % 10 === 0 ? pass : stale));
    expect(report.verdict).toBe('unhealthy');
    expect(report.checks[0]).toMatchObject({ versions: { 1: 12, 2: 12 }, samples: 24, errorRate: 0.5 });
    expect(report.checks[0]?.next).toContain('roll-out');
    expect(lines).toHaveLength(3);
  });

  test('it becomes healthy only when all answers are new', async () => {
    const { report } = await simulate(await checksOf({}), (seconds) => (seconds === 40 ? stale : pass), {
      consecutiveSuccesses: 10,
    });
    expect(report).toMatchObject({ verdict: 'healthy', duration: 90_000 });
  });

  test('time is up: the deadline of a check is its own, and never later than that of all', async () => {
    const checks = await checksOf({ timeout: '30s' }, { timeout: '10m' }, {});
    const { report, taken } = await simulate(checks, () => down);
    expect(report.duration).toBe(120_000);
    expect(report.checks.map(({ samples }) => samples)).toEqual([6, 24, 24]);
    expect(Math.max(...taken)).toBeLessThan(120);
  });

  test('the failure limit ends a check early', async () => {
    const { report } = await simulate(await checksOf({ 'failure-limit': 4 }), () => down);
    expect(report).toMatchObject({ verdict: 'unhealthy', duration: 15_000, checks: [{ samples: 4 }] });
  });

  test('what cannot become healthy is not asked again', async () => {
    const refused = { ...judged([{ cause: 'refused', text: 'private' }], {}), final: true };
    const { report } = await simulate(await checksOf({}), () => refused);
    expect(report).toMatchObject({ verdict: 'unhealthy', duration: 0, checks: [{ samples: 1 }] });
  });

  test('a window is watched to its end', async () => {
    const checks = await checksOf({ window: '60s', 'max-error-rate': 0.1 });
    const { report } = await simulate(checks, (seconds) => (seconds === 20 ? down : pass));
    expect(report).toMatchObject({ verdict: 'healthy', duration: 60_000 });
  });

  test('our own network down all the time is inconclusive, not unhealthy and not healthy', async () => {
    const { report } = await simulate(await checksOf({}), () => offline);
    expect(report).toMatchObject({ verdict: 'inconclusive', checks: [{ reason: 'no route' }] });
  });

  test('too few successes in the time there was are inconclusive', async () => {
    const { report } = await simulate(await checksOf({}), () => pass, { timeoutMs: 8_000 });
    expect(report.verdict).toBe('inconclusive');
    expect(report.checks[0]?.reason).toBe('the last sample passed, but time was up before 3 consecutive successes');
  });

  test('a sample that the deadline cut short is no evidence', async () => {
    const silent = judged([{ cause: 'no-answer', text: 'nothing' }], { timedOut: true });
    const { report } = await simulate(await checksOf({}), (seconds) => (seconds < 9 ? pass : silent), {
      ...{ timeoutMs: 12_000, attemptTimeoutMs: 10_000, consecutiveSuccesses: 9 },
    });
    expect(report.verdict).toBe('inconclusive');
  });

  test('the last complete look gives the reason, not the one that the deadline cut short', async () => {
    const broken = judged([{ cause: 'claim', text: 'status "DOWN"' }], { latency: 700 });
    const cut = judged([{ cause: 'no-answer', text: 'no complete answer within 528 ms' }], { timedOut: true });
    const { report } = await simulate(await checksOf({}), (seconds) => (seconds < 10 ? broken : cut), {
      ...{ timeoutMs: 12_000, attemptTimeoutMs: 10_000 },
    });
    expect(report).toMatchObject({
      verdict: 'unhealthy',
      checks: [{ reason: 'status "DOWN"', next: 'Look at the component that the health document blames.' }],
    });
  });

  test('a cancelled verification reports what it knows, at once', async () => {
    const controller = new AbortController();
    const cancelAt = (seconds: number) => {
      if (seconds === 10) controller.abort();
      return pass;
    };
    const { report } = await simulate(await checksOf({}), cancelAt, {
      signal: controller.signal,
      consecutiveSuccesses: 9,
    });
    expect(report).toMatchObject({ verdict: 'inconclusive', duration: 10_000, checks: [{ samples: 3 }] });
  });

  test('severity warn is reported and does not decide; a topic that is missing skips', async () => {
    const checks = await checksOf({}, { severity: 'warn' }, { 'only-topic': 'context-sync' }, { 'only-topic': 'api' });
    const { report } = await simulate(checks, (_, { name }) => (name === 'c1' ? down : pass), { topics: ['api'] });
    expect(report.verdict).toBe('healthy');
    expect(report.checks.map(({ verdict }) => verdict)).toEqual(['healthy', 'unhealthy', 'skipped', 'healthy']);
  });

  test('another answer every time does not fill the log', async () => {
    let count = 0;
    const { lines } = await simulate(await checksOf({}), () => ({ ...down, status: 500, version: `v${count++}` }), {
      intervalMs: 1_000,
    });
    expect(count).toBe(120);
    expect(lines.length).toBeLessThanOrEqual(21);
  });
});

/** When a pause of this length really was over: on a busy machine that is later. */
const timeAfter = (ms: number) => realClock.sleep(ms).then(() => performance.now());

describe('on real servers', () => {
  let servers: Servers;
  beforeEach(() => {
    servers = startServers();
  });
  afterEach(() => servers.close());

  test('an old version behind a balancer is found, and healthy once it is gone', async () => {
    let requests = 0;
    const url = await servers.http((_, response) =>
      json(response, { status: 'UP', version: requests++ < 9 && requests % 3 === 0 ? '1' : '2' }),
    );
    const parsed = await parseChecks([{ name: 'api', url, version: '2' }]);
    const checks = 'checks' in parsed ? parsed.checks : [];
    const report = await verifyHealth(checks, {
      timeoutMs: 10_000,
      intervalMs: 1,
      consecutiveSuccesses: 5,
      clock: realClock,
      network,
    });
    expect(report.checks[0]).toMatchObject({ verdict: 'healthy', versions: { 1: 3, 2: 11 } });
  });

  slow('200 targets of which 1 % hang: all are reported a second after the deadline', async () => {
    const good = await servers.http((_, response) => json(response, { status: 'UP' }));
    const hanging = await servers.raw(() => undefined);
    const parsed = await parseChecks(
      Array.from({ length: 200 }, (_, index) => ({
        name: `target ${index}`,
        url: index % 100 === 7 ? `http://${hanging}/` : `${good}/${index}`,
      })),
    );
    const checks = 'checks' in parsed ? parsed.checks : [];
    const due = timeAfter(15_000);
    const report = await verifyHealth(checks, {
      timeoutMs: 15_000,
      intervalMs: 100,
      consecutiveSuccesses: 1,
      clock: realClock,
      network,
    });
    expect(performance.now() - (await due)).toBeLessThan(1_500);
    expect(report.checks).toHaveLength(200);
    const troubled = report.checks.filter(({ verdict }) => verdict !== 'healthy');
    expect(troubled.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
      'target 7 unhealthy',
      'target 107 unhealthy',
    ]);
  });

  test('where most targets hang, each still gets its turn or is reported as not sampled', async () => {
    const hanging = await servers.raw(() => undefined);
    const parsed = await parseChecks(
      Array.from({ length: 20 }, (_, index) => ({ name: `t${index}`, url: `http://${hanging}/` })),
    );
    const checks = 'checks' in parsed ? parsed.checks : [];
    const due = timeAfter(400);
    const report = await verifyHealth(checks, {
      timeoutMs: 400,
      attemptTimeoutMs: 150,
      intervalMs: 100,
      concurrency: 4,
      clock: realClock,
      network,
    });
    expect(report.verdict).toBe('unhealthy');
    expect(performance.now() - (await due)).toBeLessThan(1_000);
    expect(report.checks.at(-1)).toMatchObject({ verdict: 'inconclusive', reason: 'no sample was taken in time' });
  });
});
