import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Check } from '../../../src/services/health/check.ts';
import { parseChecks } from '../../../src/services/health/parse-checks.ts';

const faultsOf = async (...checks: unknown[]): Promise<string[]> => {
  const parsed = await parseChecks(checks);
  return 'faults' in parsed ? parsed.faults.map(({ message }) => message) : [];
};
const checksOf = async (...checks: unknown[]): Promise<readonly Check[]> => {
  const parsed = await parseChecks(checks);
  if ('faults' in parsed) throw new Error(parsed.faults.map(({ message }) => message).join('\n'));
  return parsed.checks;
};
const url = 'https://api.example.com/health';

test('a URL is enough', async () => {
  const [check] = await checksOf({ url });
  expect(check).toMatchObject({ name: url, severity: 'fail', untilGone: false, target: { kind: 'http' } });
});

test('the scheme names the kind', async () => {
  const checks = await checksOf(
    { url: 'tcp://db.example.com:5432' },
    { url: 'tls://api.example.com' },
    { url: 'dns:api.example.com' },
    { kind: 'tls', url: 'api.example.com:8443', 'min-days': 30 },
    { kind: 'mcp', url: 'https://mcp.example.com/mcp', 'min-tools': 3 },
    { kind: 'tcp', url: '[2001:db8::1]:22', name: 'ssh' },
  );
  expect(checks.map(({ target }) => target)).toMatchObject([
    { kind: 'tcp', place: { host: 'db.example.com', port: 5432 } },
    { kind: 'tls', place: { host: 'api.example.com', port: 443 }, minDays: 14 },
    { kind: 'dns', name: 'api.example.com', record: 'A' },
    { kind: 'tls', place: { host: 'api.example.com', port: 8443 }, minDays: 30 },
    { kind: 'mcp', minTools: 3 },
    { kind: 'tcp', place: { host: '[2001:db8::1]', port: 22 } },
  ]);
});

test('everything that can be said of a check is read', async () => {
  const [check] = await checksOf({
    name: 'api',
    url,
    headers: { 'x-tenant': 7 },
    body: { ping: true },
    'expect-status': ['2xx', 304, '400-404'],
    version: '1.10',
    'version-path': '/build/version',
    condition: 'body.db.ok',
    'max-latency': '300ms',
    severity: 'warn',
    timeout: '5m',
    interval: '500ms',
    'consecutive-successes': 5,
    'failure-limit': 10,
    window: '30s',
    'max-error-rate': 0.01,
    'until-gone': false,
    'only-topic': 'context-sync',
  });
  expect(check).toMatchObject({
    severity: 'warn',
    onlyTopic: 'context-sync',
    expect: {
      version: '1.10',
      versionPath: '/build/version',
      maxLatencyMs: 300,
      status: [
        { from: 200, to: 299 },
        { from: 304, to: 304 },
        { from: 400, to: 404 },
      ],
    },
    target: {
      request: {
        method: 'POST',
        body: '{"ping":true}',
        headers: { 'content-type': 'application/json', 'x-tenant': '7' },
      },
    },
    patience: {
      timeoutMs: 300_000,
      intervalMs: 500,
      consecutiveSuccesses: 5,
      failureLimit: 10,
      windowMs: 30_000,
      maxErrorRate: 0.01,
    },
  });
});

test.each<[string, unknown, string | RegExp]>([
  ['an unknown kind', { kind: 'ping', url }, 'kind: found "ping", expected http, tcp, dns, tls, mcp, suite'],
  ['an unknown field', { url, expectstatus: 200 }, /unknown field "expectstatus", expected one of .*expect-status/],
  ['a field of another kind', { url: 'tcp://a:1', 'expect-status': 200 }, 'unknown field "expect-status"'],
  [
    'a condition that does not parse',
    { url, condition: 'status == 200 &&' },
    /condition: it does not parse at line 1, column 17.*"status == 200 &&"/,
  ],
  ['a condition on an unknown variable', { url, condition: 'code == 200' }, 'Unknown variable: code'],
  ['a condition that is none', { url, condition: 'status + 1' }, 'type int, expected a condition'],
  ['no URL', { name: 'x' }, 'url: is missing'],
  ['another scheme', { kind: 'http', url: 'ftp://x/' }, 'expected an http or https URL'],
  ['credentials in the URL', { url: 'https://u:p@x/' }, 'credentials in it'],
  ['no port', { url: 'tcp://db.example.com' }, 'expected host:port'],
  ['a path behind a port', { url: 'tcp://db:1/x' }, 'expected host:port'],
  ['no name to look up', { url: 'dns:not a name' }, 'expected a name such as dns:api.example.com'],
  ['an unknown record', { url: 'dns:x.example', record: 'PTR' }, 'expected A, AAAA'],
  ['a version that YAML made a number of', { url, version: 1.1 }, 'found 1.1, expected a text (in quotes'],
  ['two versions', { url, version: '1', 'expect-version': '1' }, 'is the same as expect-version'],
  ['an impossible status', { url, 'expect-status': '2yy' }, 'expected statuses such as 200, 204, 2xx'],
  ['an impossible range', { url, 'expect-status': '299-200' }, 'expected statuses such as'],
  ['no duration', { url, timeout: 'soon' }, 'timeout: found "soon", expected a duration such as'],
  ['sampling without a pause', { url, interval: '0s' }, 'expected at least 100 ms'],
  ['no count', { url, 'consecutive-successes': 0 }, 'expected a whole number from 1 to 1000'],
  ['a rate without a window', { url, 'max-error-rate': 0.1 }, 'give window as well'],
  ['a severity of its own', { url, severity: 'error' }, 'severity: found "error", expected fail, warn'],
  ['a flag as a text', { url, 'until-gone': 'yes' }, 'expected true or false'],
  ['a body with GET', { url, method: 'GET', body: 'x' }, 'a GET request has no body'],
  [
    'a header that would be two',
    { url, headers: { 'x-a': 'b\r\nx-c: d' } },
    'no valid header name or has no valid value',
  ],
  ['no map', 'https://x', 'checks[0]: found "https://x", expected a map'],
  ['a suite without steps', { kind: 'suite', url }, 'steps: expected a list of 1 to 50 steps'],
])('%s is a fault', async (_, check, words) => {
  const faults = await faultsOf(check);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(words);
});

test.each([[undefined], [null], [[]], [{}], ['x']])('%j are no checks', async (value) => {
  expect(await parseChecks(value)).toEqual({ faults: [{ message: expect.stringContaining('at least one check') }] });
});

test('all faults of all checks are reported at once, each with its place', async () => {
  const faults = await faultsOf(
    { name: 'api', url, condition: '(', 'max-latency': 'fast', severity: 'high' },
    { url: 'https://ok.example' },
    { kind: 'suite', steps: [{ url: '/relative' }, { url, expect: 1 }] },
  );
  expect(faults.map((message) => message.replace(/:.*/s, ''))).toEqual([
    'checks[0] (api), severity',
    'checks[0] (api), condition',
    'checks[0] (api), max-latency',
    'checks[2], steps[0], url',
    'checks[2], steps[1]',
  ]);
});

test('a suite may use only what an earlier step captured', async () => {
  const create = {
    url: '/tasks',
    method: 'POST',
    body: { title: 'x' },
    capture: { task: '/id', etag: 'headers["etag"]' },
  };
  const suite = (...steps: unknown[]) => ({ name: 's', kind: 'suite', url: 'https://api.example.com/', steps });
  expect(
    await faultsOf(suite(create, { url: '/tasks/{captured.task}', headers: { 'if-match': '{captured.etag}' } })),
  ).toEqual([]);
  const faults = await faultsOf(
    suite(
      { url: '/tasks/{captured.task}' },
      create,
      {
        url: '/tasks/{captured.tsak}',
        body: { id: '{captured.id}' },
        method: 'PUT',
        condition: 'body.id == captured.other',
      },
      { url: 'https://{captured.task}.example.com/' },
    ),
  );
  expect(faults).toEqual([
    expect.stringMatching(
      /steps\[0\].*captured\.task, which no earlier step captures \(nothing has been captured so far\)/,
    ),
    expect.stringMatching(/steps\[2\].*captured\.tsak.*captured so far: task, etag/),
    expect.stringMatching(/steps\[2\].*captured\.id/),
    expect.stringMatching(/steps\[2\].*captured\.other/),
    expect.stringMatching(/steps\[3\].*(host|URL)/),
  ]);
});

test('headers of a suite stay with its own origin', async () => {
  const [check] = await checksOf({
    kind: 'suite',
    url: 'https://api.example.com/v1/',
    headers: { authorization: 'Bearer t' },
    steps: [{ url: 'tasks' }, { url: 'https://other.example.com/' }],
  });
  expect(check?.target).toMatchObject({
    steps: [
      { request: { url: 'https://api.example.com/v1/tasks', headers: { authorization: 'Bearer t' } } },
      { request: { headers: {} } },
    ],
  });
});

test('two checks of one name are a fault', async () => {
  expect(await faultsOf({ url }, { url })).toEqual([expect.stringContaining('the name of more than one check')]);
});

test('a map that cannot be made a text is a fault like any other map', async () => {
  const map = { toString: 0 };
  for (const key of ['url', 'expect-status', 'timeout', 'kind', 'condition']) {
    const faults = await faultsOf({ url, [key]: map });
    const ofAnyOther = await faultsOf({ url, [key]: { another: 0 } });
    expect([key, faults.length > 0]).toEqual([key, true]);
    expect(faults.join('\n').replaceAll('toString', 'another')).toBe(ofAnyOther.join('\n'));
  }
});

test('of several statuses one that is none is a fault, whatever it is', async () => {
  for (const odd of [{ toString: 0 }, { another: 0 }, [], null, 'soon'])
    expect(await faultsOf({ url, 'expect-status': [200, odd] })).toEqual([expect.stringContaining('expect-status')]);
  expect(await faultsOf({ url, 'expect-status': [200, '204 301-302', '3xx'] })).toEqual([]);
});

test('nothing makes it throw', async () => {
  await fc.assert(fc.asyncProperty(fc.jsonValue(), async (value) => void (await parseChecks([value]))));
  const keys = fc.constantFrom(
    'kind',
    'url',
    'steps',
    'condition',
    'headers',
    'body',
    'record',
    'capture',
    'expect-status',
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(keys, fc.jsonValue()), async (value) => void (await parseChecks([value]))),
  );
});
