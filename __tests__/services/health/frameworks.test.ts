import { describe, expect, test } from '@jest/globals';
import type { RequestAnswer } from '../../../src/platform/net/safe-request.ts';
import { assess } from '../../../src/services/health/assess.ts';

/** What frameworks answer by themselves, healthy and not; the troubled ones with 200, for that is what cannot be told by the status. */
interface Framework {
  readonly type?: string;
  readonly healthy: unknown;
  /** Each with the part that is to be named, where the document blames one. */
  readonly troubled: readonly (readonly [body: unknown, part?: string])[];
  /** Bodies that pass with a note. */
  readonly warns?: readonly unknown[];
}

const HEALTH_JSON = 'application/health+json';

const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  'IETF draft': {
    type: HEALTH_JSON,
    healthy: { status: 'pass', version: '1', releaseId: '1.2.2', checks: { 'db:time': [{ status: 'pass' }] } },
    troubled: [[{ status: 'fail', checks: { 'db:time': [{ status: 'pass' }, { status: 'fail' }] } }, 'db:time'], [{}]],
    warns: [{ status: 'warn' }],
  },
  'Spring Boot Actuator': {
    type: 'application/vnd.spring-boot.actuator.v3+json',
    healthy: { status: 'UP', components: { db: { status: 'UP', details: { database: 'H2' } } } },
    troubled: [
      [{ status: 'DOWN', components: { db: { status: 'DOWN' }, ping: { status: 'UP' } } }, 'db'],
      [{ status: 'OUT_OF_SERVICE' }],
    ],
  },
  Quarkus: {
    healthy: { status: 'UP', checks: [{ name: 'Database connections', status: 'UP' }] },
    troubled: [
      [{ status: 'DOWN', checks: [{ name: 'Database connections', status: 'DOWN' }] }, 'Database connections'],
    ],
  },
  'MicroProfile 1': {
    healthy: { outcome: 'UP', checks: [] },
    troubled: [[{ outcome: 'DOWN', checks: [{ name: 'jms', state: 'DOWN' }] }, 'jms']],
  },
  Micronaut: {
    healthy: { name: 'app', status: 'UP', details: {} },
    troubled: [[{ name: 'app', status: 'DOWN', details: { jdbc: { status: 'DOWN' } } }, 'jdbc']],
  },
  'Dropwizard metrics': {
    healthy: { deadlocks: { healthy: true }, database: { healthy: true } },
    troubled: [[{ deadlocks: { healthy: true }, database: { healthy: false, message: 'no route' } }, 'database']],
  },
  'Vert.x': {
    healthy: { checks: [{ id: 'db', status: 'UP' }], outcome: 'UP' },
    troubled: [[{ checks: [{ id: 'db', status: 'DOWN' }], outcome: 'DOWN' }, 'db']],
  },
  'NestJS Terminus': {
    healthy: { status: 'ok', info: { db: { status: 'up' } }, error: {}, details: { db: { status: 'up' } } },
    troubled: [
      [
        { status: 'error', info: {}, error: { redis: { status: 'down' } }, details: { redis: { status: 'down' } } },
        'redis',
      ],
    ],
  },
  'ASP.NET Core, text': { type: 'text/plain', healthy: 'Healthy', troubled: [['Unhealthy']], warns: ['Degraded'] },
  'ASP.NET Core, JSON text': { healthy: '"Healthy"', troubled: [['"Unhealthy"']], warns: ['"Degraded"'] },
  'ASP.NET Core, UI': {
    healthy: { status: 'Healthy', entries: { sql: { status: 'Healthy' } } },
    troubled: [[{ status: 'Unhealthy', entries: { sql: { status: 'Unhealthy' } } }, 'sql']],
    warns: [{ status: 'Degraded', entries: { disk: { status: 'Degraded' } } }],
  },
  'Laravel health': {
    healthy: { finishedAt: 1, checkResults: [{ name: 'Database', status: 'ok' }] },
    troubled: [
      [{ status: 'failed', checkResults: [{ name: 'Database', status: 'failed' }] }, 'Database'],
      [{ status: 'crashed' }],
    ],
  },
  'Symfony monitor': {
    healthy: { globalStatus: 'OK', checks: [{ checkName: 'PHP', status_name: 'check_result_ok' }] },
    troubled: [
      [{ globalStatus: 'KO', checks: [{ checkName: 'Redis', status_name: 'check_result_critical' }] }, 'Redis'],
    ],
  },
  'Django health check': {
    healthy: { DatabaseBackend: 'working', Cache: 'working' },
    troubled: [[{ DatabaseBackend: 'working', Cache: 'unavailable: connection refused' }, 'Cache']],
  },
  'Ruby on Rails /up': {
    type: 'text/html',
    healthy: '<!DOCTYPE html><html><body style="background-color: green"></body></html>',
    troubled: [['<!DOCTYPE html><html><body style="background-color: red"></body></html>']],
  },
  'hellofresh/health-go': {
    healthy: { status: 'OK', timestamp: '2026-01-01T00:00:00Z' },
    troubled: [[{ status: 'Unavailable', failures: { mysql: 'connection refused' } }, 'mysql']],
    warns: [{ status: 'Partially Available', failures: { cache: 'slow' } }],
  },
  'alexliesenfeld/health': {
    healthy: { status: 'up', details: {} },
    troubled: [[{ status: 'down', details: { search: { status: 'down' } } }, 'search']],
  },
  'gRPC-gateway': {
    healthy: { status: 'SERVING' },
    troubled: [[{ status: 'NOT_SERVING' }], [{ status: 'SERVICE_UNKNOWN' }]],
  },
  Kubernetes: {
    type: 'text/plain',
    healthy: '[+]ping ok\n[+]etcd ok\nlivez check passed',
    troubled: [['[+]ping ok\n[-]etcd failed: reason withheld\nlivez check failed', 'etcd']],
  },
  Elasticsearch: {
    healthy: { cluster_name: 'c', status: 'green' },
    troubled: [[{ cluster_name: 'c', status: 'red' }]],
    warns: [{ status: 'yellow' }],
  },
  RabbitMQ: { healthy: { status: 'ok' }, troubled: [[{ status: 'failed', reason: 'no quorum' }]] },
  NATS: { healthy: { status: 'ok' }, troubled: [[{ status: 'unavailable', error: 'not ready' }]] },
  InfluxDB: {
    healthy: { name: 'influxdb', status: 'pass', checks: [], version: '2.7.0' },
    troubled: [[{ name: 'influxdb', status: 'fail', checks: [] }]],
  },
  etcd: { healthy: { health: 'true', reason: '' }, troubled: [[{ health: 'false', reason: 'NO LEADER' }]] },
  Nomad: {
    healthy: { server: { ok: true, message: 'ok' } },
    troubled: [[{ server: { ok: false, message: 'No cluster leader' } }, 'server']],
  },
  'a list of checks': {
    healthy: [{ name: 'db', status: 'UP' }],
    troubled: [
      [
        [
          { name: 'cache', status: 'UP' },
          { name: 'db', status: 'DOWN' },
        ],
        'db',
      ],
    ],
  },
  'a flag': { healthy: { healthy: true }, troubled: [[{ healthy: false }], [{ ok: false }]] },
  'a status code in the body': {
    healthy: { status: 200 },
    troubled: [[{ status: 503, error: 'Service Unavailable' }]],
  },
  'plain words': {
    type: 'text/plain',
    healthy: 'OK\n',
    troubled: [['DOWN'], ['error: no database'], ['Not Ready']],
  },
  'text declared as HTML': { type: 'text/html', healthy: 'ok', troubled: [['unhealthy']] },
};

const URL_OF_HEALTH = 'https://service.test/health';

function answer(body: unknown, type = 'application/json'): RequestAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    ...{ url: URL_OF_HEALTH, status: 200, headers: { 'content-type': type }, text, body: Buffer.from(text) },
    ...{ validText: true, charset: 'utf-8', latencyMs: 1, certificate: undefined },
  };
}

const seen = (body: unknown, type?: string) => assess(answer(body, type), {}, { url: URL_OF_HEALTH }).observation;

test('at least 25 frameworks are known', () => {
  expect(Object.keys(FRAMEWORKS).length).toBeGreaterThanOrEqual(25);
});

describe.each(Object.entries(FRAMEWORKS))('%s', (_name, { type, healthy, troubled, warns = [] }) => {
  test('healthy passes, without a note', () => {
    expect(seen(healthy, type)).toMatchObject({ outcome: 'pass', reasons: [], notes: [] });
  });

  test.each(troubled.map(([body, part]) => ({ body, part })))('$body fails, and names $part', ({ body, part }) => {
    const { outcome, reasons } = seen(body, type);
    expect(outcome).toBe('fail');
    expect(reasons.map(({ cause }) => cause)).toContain('claim');
    if (part !== undefined) expect(reasons.map(({ text }) => text).join()).toContain(part);
  });

  test('a warning passes with a note', () => {
    for (const body of warns) {
      expect(seen(body, type)).toMatchObject({ outcome: 'pass', notes: [expect.stringContaining('it warns')] });
    }
  });
});

describe('what is no health answer', () => {
  const LOGIN = '<!doctype html><title>Sign in</title>';

  test.each([
    ['a page of a single-page application', URL_OF_HEALTH, URL_OF_HEALTH, '<!DOCTYPE html>\n<div id="root"></div>'],
    ['a page with a comment first', URL_OF_HEALTH, URL_OF_HEALTH, '<!-- built by us -->\n<html lang="en">'],
    ['a login page of the same origin', URL_OF_HEALTH, 'https://service.test/login', LOGIN],
    ['a login page elsewhere', 'https://service.test/api/orders', 'https://login.test/signin?next=secret', LOGIN],
  ])('%s', (_, asked, url, text) => {
    const { observation } = assess({ ...answer(text, 'text/html'), url }, {}, { url: asked });
    expect(observation.outcome).toBe('fail');
    const said = observation.reasons.map((reason) => reason.text).join();
    expect(said).toContain('a web page');
    expect(said).not.toContain('secret');
    if (new URL(url).host !== new URL(asked).host) expect(said).toContain('https://login.test/signin');
  });

  test('a page is an answer where a page was asked for', () => {
    for (const asked of ['https://www.test/', 'https://www.test/pricing.html']) {
      const { observation } = assess({ ...answer(LOGIN, 'text/html'), url: asked }, {}, { url: asked });
      expect(observation).toMatchObject({ outcome: 'pass', notes: [] });
    }
  });

  test('an answer from elsewhere is told, but for the same host by TLS', () => {
    const from = (url: string, asked: string) =>
      assess({ ...answer({ status: 'ok' }), url }, {}, { url: asked }).observation.notes;
    expect(from('https://other.test/health?token=x', URL_OF_HEALTH)).toEqual([
      'the answer came from https://other.test/health',
    ]);
    expect(from('https://service.test/health', 'http://service.test/health')).toEqual([]);
    expect(from('https://service.test/healthz', URL_OF_HEALTH)).toEqual([]);
  });
});

describe('the deployed version', () => {
  const versions = (body: unknown, type: string, version?: string) => {
    const { observation } = assess(answer(body, type), version === undefined ? {} : { version }, {
      url: URL_OF_HEALTH,
    });
    return { outcome: observation.outcome, deployed: observation.deployedVersion, said: observation.reasons[0]?.text };
  };

  test.each([
    [{ status: 'pass', version: '1', releaseId: '1.2.2' }, HEALTH_JSON, '1.2.2', 'pass', '1.2.2'],
    [{ status: 'pass', version: '1', releaseId: '1.2.2' }, HEALTH_JSON, '1', 'pass', '1.2.2'],
    [{ status: 'pass', version: '1' }, HEALTH_JSON, undefined, 'pass', undefined],
    [{ status: 'pass', version: '1.2.2' }, HEALTH_JSON, '1.2.2', 'pass', undefined],
    [{ status: 'ok', version: '1.2.2' }, 'application/json', '1.2.2', 'pass', '1.2.2'],
    [{ version: '', releaseId: '2.0.0' }, 'application/json', '2.0.0', 'pass', '2.0.0'],
    [{ version: 3 }, 'application/json', '3', 'pass', '3'],
  ])('%j as %s, expected %s: %s', (body, type, expected, outcome, deployed) => {
    expect(versions(body, type, expected)).toMatchObject({ outcome, deployed });
  });

  test('what was found instead is told in full', () => {
    expect(versions({ status: 'pass', version: '1', releaseId: '1.2.1' }, HEALTH_JSON, '1.2.2').said).toBe(
      'it has releaseId "1.2.1" and version "1", expected "1.2.2"',
    );
    expect(versions({ version: '' }, 'application/json', '1').said).toMatch(
      /names no version \(looked at version and releaseId\)/,
    );
  });
});
