import { createSocket } from 'node:dgram';
import type { IncomingMessage, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createNetwork } from '../../../src/platform/net/network.ts';
import { parseChecks } from '../../../src/services/health/parse-checks.ts';
import { probe } from '../../../src/services/health/probe.ts';
import { issue } from '../../support/certificates.ts';
import { json, type Servers, startServers } from '../../support/servers.ts';

let servers: Servers;
beforeEach(() => {
  servers = startServers();
});
afterEach(() => servers.close());

const authority = issue({ name: 'test authority', isAuthority: true });
const network = createNetwork({ allowPrivateNetwork: true, ca: authority.cert });

async function look(check: unknown, timeout = 15_000) {
  const parsed = await parseChecks([check]);
  if ('faults' in parsed) throw new Error(parsed.faults.map(({ message }) => message).join('\n'));
  const [only] = parsed.checks;
  if (!only) throw new Error('no check');
  return probe(only, { network, timeoutMs: timeout, now: Date.now() });
}

const answering = (status: number, type: string, body: string | Buffer) =>
  servers.http((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
const JSON_TYPE = 'application/json';

/** Longer than any test may take: what waited for it would be seen. */
const A_DAY = 86_400_000;

describe('a stream of events', () => {
  const streaming = (status: number, first: string) =>
    servers.http((_, response) => {
      response.writeHead(status, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.write(first);
    });

  test('that answers 200 with an event is healthy, as soon as the event is there', async () => {
    const url = await streaming(200, 'event: hello\ndata: {"ok":true}\n\n');
    expect(await look({ url, condition: 'text.contains("hello")' }, A_DAY)).toMatchObject({ outcome: 'pass' });
  });

  test.each([
    [503, 'data: no\r\n\r\n', 'it answered 503'],
    [200, 'data: half an event\n', 'no complete answer within'],
  ])('that answers %i with %j is not', async (status, first, reason) => {
    const { outcome, reasons } = await look({ url: await streaming(status, first) }, 800);
    expect({ outcome, said: JSON.stringify(reasons) }).toEqual({
      outcome: 'fail',
      said: expect.stringContaining(reason),
    });
  });
});

describe('http', () => {
  test.each<[string, [number, string, string | Buffer], object, string, string]>([
    ['200', [200, 'text/plain', 'fine'], {}, 'pass', ''],
    ['500', [500, 'text/html', '<h1>'], {}, 'fail', 'it answered 500, expected 200-299'],
    [
      '500 though the condition holds',
      [500, JSON_TYPE, '{"ok":true}'],
      { condition: 'body.ok' },
      'fail',
      'it answered 500',
    ],
    ['503 that the condition asks for', [503, JSON_TYPE, '{}'], { condition: 'status == 503' }, 'pass', ''],
    ['an expected 401', [401, JSON_TYPE, '{}'], { 'expect-status': '401' }, 'pass', ''],
    [
      'Spring that is DOWN with 200',
      [200, JSON_TYPE, '{"status":"DOWN"}'],
      {},
      'fail',
      'it says of itself: status "DOWN"',
    ],
    [
      'a DOWN beside a condition on something else',
      [200, JSON_TYPE, '{"status":"DOWN","db":{"ok":true}}'],
      { condition: 'body.db.ok' },
      'fail',
      'DOWN',
    ],
    [
      'a DOWN that the condition asks for',
      [200, JSON_TYPE, '{"status":"DOWN"}'],
      { condition: 'body.status == "DOWN"' },
      'pass',
      '',
    ],
    [
      'a DOWN with the 503 that is asked for',
      [503, JSON_TYPE, '{"status":"DOWN"}'],
      { 'expect-status': 503 },
      'pass',
      '',
    ],
    [
      'invalid JSON',
      [200, JSON_TYPE, '{"status": "UP"'],
      {},
      'fail',
      'declared application/json, but is not valid JSON',
    ],
    ['deeply nested JSON', [200, JSON_TYPE, '['.repeat(500_000)], {}, 'fail', 'nested deeper than 100 levels'],
    [
      'HTML where the condition wants JSON',
      [200, 'text/html', '<html>'],
      { condition: 'body.ok' },
      'fail',
      'cannot be computed',
    ],
    ['the right version', [200, JSON_TYPE, '{"version":"1.2.3"}'], { version: '1.2.3' }, 'pass', ''],
    [
      'releaseId as version',
      [200, 'application/health+json', '{"status":"pass","releaseId":"7"}'],
      { version: '7' },
      'pass',
      '',
    ],
    [
      'another version',
      [200, JSON_TYPE, '{"version":"1.2.2"}'],
      { version: '1.2.3' },
      'fail',
      'it has version "1.2.2", expected "1.2.3"',
    ],
    [
      'no version',
      [200, JSON_TYPE, '{"status":"UP"}'],
      { version: '1.2.3' },
      'fail',
      'no version (looked at version and releaseId)',
    ],
    [
      'a prefix of the version',
      [200, JSON_TYPE, '{"version":"1.2.30"}'],
      { version: '1.2.3' },
      'fail',
      'expected "1.2.3"',
    ],
    [
      'a version elsewhere',
      [200, JSON_TYPE, '{"build":{"version":"2"}}'],
      { version: '2', 'version-path': 'build.version' },
      'pass',
      '',
    ],
    ['an impossible latency', [200, 'text/plain', ''], { 'max-latency': '0ms' }, 'fail', 'expected at most 0 ms'],
    ['invalid UTF-8', [200, 'text/plain', Buffer.from([0xff])], {}, 'pass', ''],
    ['204 without a body', [204, JSON_TYPE, ''], {}, 'pass', ''],
  ])('%s', async (_, answer, more, outcome, words) => {
    const observation = await look({ url: await answering(...answer), ...more });
    expect(observation.outcome).toBe(outcome);
    expect(observation.reasons.map((reason) => reason.text).join('; ')).toContain(words);
    expect(observation.reasons.length > 0).toBe(outcome !== 'pass');
  });

  test('all reasons are given, not only the first', async () => {
    const url = await answering(500, JSON_TYPE, '{"version":"1","ok":false}');
    const { reasons } = await look({ url, version: '2', condition: 'body.ok' });
    expect(reasons.map(({ cause }) => cause)).toEqual(['status', 'version', 'condition']);
  });

  test('a warning of the service passes and is noted; broken text is noted', async () => {
    const warned = await look({ url: await answering(200, 'application/health+json', '{"status":"warn"}') });
    expect(warned).toMatchObject({ outcome: 'pass', notes: ['it warns: status "warn"'] });
    const broken = await look({ url: await answering(200, 'text/plain', Buffer.from([0xff])) });
    expect(broken.notes).toEqual(['the body is not valid UTF-8']);
  });

  test('a certificate can be asked about', async () => {
    const url = await servers.https(issue({ name: 'localhost', issuer: authority }), (_, response) => response.end());
    const condition = 'certificate.names == ["localhost"] && certificate.not_after > timestamp("2026-01-01T00:00:00Z")';
    expect(await look({ url, condition })).toMatchObject({ outcome: 'pass', reasons: [] });
  });

  test('a refused address is final; our own network is no evidence', async () => {
    const refused = await look({ url: 'http://169.254.169.254/' });
    expect(refused).toMatchObject({ outcome: 'fail', final: true });
    const lookup = async () => {
      throw Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' });
    };
    const parsed = await parseChecks([{ url: 'http://api.example.com/' }]);
    const [check] = 'checks' in parsed ? parsed.checks : [];
    if (!check) throw new Error('no check');
    const observation = await probe(check, { network: createNetwork({ lookup }), timeoutMs: 500, now: 0 });
    expect(observation).toMatchObject({ outcome: 'unobserved', reasons: [{ cause: 'local' }] });
  });
});

describe('until-gone', () => {
  test.each([
    [404, 'pass'],
    [410, 'pass'],
    [200, 'fail'],
    [503, 'fail'],
  ])('%s', async (status, outcome) => {
    expect(await look({ url: await answering(status, 'text/plain', ''), 'until-gone': true })).toMatchObject({
      outcome,
    });
  });

  test('a refused connection is gone, a server that hangs is not', async () => {
    const hanging = await servers.raw(() => undefined);
    expect(await look({ url: `http://${hanging}/`, 'until-gone': true }, 100)).toMatchObject({ outcome: 'fail' });
    await servers.close();
    expect(await look({ url: `http://${hanging}/`, 'until-gone': true })).toMatchObject({
      outcome: 'pass',
      answer: 'gone',
    });
    expect(await look({ url: `tcp://${hanging}`, 'until-gone': true })).toMatchObject({ outcome: 'pass' });
  });
});

describe('tcp and tls', () => {
  test('an open port passes, a closed one fails', async () => {
    const place = await servers.raw(() => undefined);
    expect(await look({ url: `tcp://${place}` })).toMatchObject({ outcome: 'pass', answer: 'connected' });
    await servers.close();
    const { outcome, reasons } = await look({ url: `tcp://${place}` });
    expect(outcome).toBe('fail');
    expect(reasons[0]?.text).toContain('the connection was refused');
  });

  const days = (count: number) => new Date(Date.now() + count * 86_400_000 + 3_600_000);
  test.each([
    ['long valid', issue({ name: 'localhost', issuer: authority, notAfter: days(30) }), 'pass', ''],
    [
      'about to expire',
      issue({ name: 'localhost', issuer: authority, notAfter: days(5) }),
      'fail',
      'in 5 days; expected at least 14 days',
    ],
    [
      'expired',
      issue({ name: 'localhost', issuer: authority, notBefore: days(-9), notAfter: days(-2) }),
      'fail',
      'has expired',
    ],
    ['self-signed', issue({ name: 'localhost' }), 'fail', 'self-signed'],
    ['for another name', issue({ name: 'other.example', issuer: authority }), 'fail', 'for another name'],
  ])('a certificate that is %s', async (_, certificate, outcome, words) => {
    const { port } = new URL(await servers.https(certificate, (_request, response) => response.end()));
    const observation = await look({ url: `tls://localhost:${port}` });
    expect(observation.outcome).toBe(outcome);
    expect(observation.reasons.map((reason) => reason.text).join()).toContain(words);
  });

  test('a port that speaks no TLS', async () => {
    const place = await servers.raw((socket) => socket.end('220 smtp ready\r\n'));
    expect(await look({ url: `tls://${place}` })).toMatchObject({ outcome: 'fail', reasons: [{ cause: 'tls' }] });
  });
});

describe('dns', () => {
  let close = () => {};
  afterEach(() => close());

  /** A name server that knows one name. https://www.rfc-editor.org/rfc/rfc1035#section-4 */
  async function nameServer(address: number[] | undefined): Promise<string> {
    const socket = createSocket('udp4');
    close = () => socket.close();
    socket.on('message', (query, from) => {
      const question = query.subarray(12, query.indexOf(0, 12) + 5);
      const flags = address ? [0x81, 0x80] : [0x81, 0x83];
      const header = Buffer.from([...query.subarray(0, 2), ...flags, 0, 1, 0, address ? 1 : 0, 0, 0, 0, 0]);
      const answer = address ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address]) : Buffer.alloc(0);
      socket.send(Buffer.concat([header, question, answer]), from.port, from.address);
    });
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    return `127.0.0.1:${socket.address().port}`;
  }

  test('the records of a name are counted and can be asked about', async () => {
    const server = await nameServer([192, 0, 2, 7]);
    const check = { url: 'dns:api.example.com', server };
    expect(await look(check)).toMatchObject({ outcome: 'pass', answer: '1 A records' });
    expect(await look({ ...check, condition: '"192.0.2.7" in body' })).toMatchObject({ outcome: 'pass' });
    expect(await look({ ...check, condition: '"192.0.2.8" in body' })).toMatchObject({ outcome: 'fail' });
  });

  test('a name that does not exist fails, and is gone', async () => {
    const server = await nameServer(undefined);
    const check = { url: 'dns:api.example.com', server };
    expect(await look(check)).toMatchObject({
      outcome: 'fail',
      reasons: [{ text: 'api.example.com does not exist (ENOTFOUND)' }],
    });
    expect(await look({ ...check, 'until-gone': true })).toMatchObject({ outcome: 'pass' });
  });
});

describe('encodings and charsets', () => {
  const body = '{"status":"ok","name":"Zürich"}';
  const encoded = (encoding: string, bytes: Buffer) =>
    servers.http((_, response) =>
      response.writeHead(200, { 'content-type': JSON_TYPE, 'content-encoding': encoding }).end(bytes),
    );

  test.each([
    ['gzip', gzipSync(body)],
    ['br', brotliCompressSync(body)],
    ['deflate', deflateSync(body)],
    ['deflate', deflateRawSync(body)],
    ['zstd', zstdCompressSync(body)],
    ['gzip, br', brotliCompressSync(gzipSync(body))],
    ['identity', Buffer.from(body)],
  ])('a body that is encoded as %s is read', async (encoding, bytes) => {
    const condition = 'body.name == "Zürich"';
    expect(await look({ url: await encoded(encoding, bytes), condition })).toMatchObject({ outcome: 'pass' });
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(4 * 1024 * 1024)), 'larger than 1048576 bytes'],
    ['br', brotliCompressSync(Buffer.alloc(4 * 1024 * 1024)), 'larger than 1048576 bytes'],
    ['gzip', gzipSync(body).subarray(0, 20), 'encoded as gzip, but is damaged or not complete'],
    ['compress', Buffer.from(body), 'encoded as compress, in a way that is not understood'],
  ])('a body that is encoded as %s and cannot be read is said to be so', async (encoding, bytes, words) => {
    const { outcome, reasons } = await look({ url: await encoded(encoding, bytes) });
    expect(outcome).toBe('fail');
    expect(reasons[0]).toMatchObject({ cause: 'body', text: expect.stringContaining(words) });
  });

  test.each<[string, Buffer]>([
    ['application/json; charset=iso-8859-1', Buffer.from(body, 'latin1')],
    ['application/json; charset="UTF-16LE"', Buffer.from(body, 'utf16le')],
    ['application/json', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body, 'utf16le')])],
    ['application/json; charset=no-such-thing', Buffer.from(body)],
  ])('a body of %s is read in its charset', async (type, bytes) => {
    const url = await answering(200, type, bytes);
    expect(await look({ url, condition: 'body.name == "Zürich"' })).toMatchObject({ outcome: 'pass', notes: [] });
  });
});

test('a redirect is the answer where one is expected', async () => {
  const url = await servers.http((_, response) => response.writeHead(302, { location: '/login' }).end());
  expect(await look({ url, 'expect-status': 302 })).toMatchObject({ outcome: 'pass', status: 302 });
});

describe('a suite that fails', () => {
  const tasks = async (failing: string) => {
    const seen: string[] = [];
    const url = await servers.http((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      if (request.method === failing) return void response.writeHead(500).end();
      json(response, request.method === 'POST' ? { id: 7 } : { done: true });
    });
    const steps = [
      { name: 'create', method: 'POST', url: '/tasks', capture: { task: '/id' } },
      { name: 'complete', method: 'PATCH', url: '/tasks/{captured.task}' },
      { name: 'remove', method: 'DELETE', url: '/tasks/{captured.task}', cleanup: true },
    ];
    return { seen, check: { kind: 'suite', url: `${url}/`, steps } };
  };

  test('cleans up what it made, and says where that failed too', async () => {
    const broken = await tasks('PATCH');
    expect(await look(broken.check)).toMatchObject({ outcome: 'fail', answer: '1 of 2 steps' });
    expect(broken.seen).toEqual(['POST /tasks', 'PATCH /tasks/7', 'DELETE /tasks/7']);
    const stuck = await tasks('DELETE');
    expect(await look(stuck.check)).toMatchObject({
      outcome: 'pass',
      notes: [expect.stringContaining('step 3 (remove) did not clean up: it answered 500')],
    });
  });

  test('what was never made is not cleaned up', async () => {
    const broken = await tasks('POST');
    expect(await look(broken.check)).toMatchObject({ outcome: 'fail' });
    expect(broken.seen).toEqual(['POST /tasks']);
  });

  test('is not tried more than three times by default', async () => {
    const parsed = await parseChecks([(await tasks('PATCH')).check]);
    expect('checks' in parsed && parsed.checks[0]?.patience).toMatchObject({
      failureLimit: 3,
      consecutiveSuccesses: 1,
    });
  });
});

describe('mcp', () => {
  const result = (request: { method: string; params?: { cursor?: string } }) => {
    if (request.method === 'initialize') {
      return {
        protocolVersion: '2025-06-18',
        capabilities: { tools: {} },
        serverInfo: { name: 'chitty', version: '3.1.0' },
      };
    }
    return request.params?.cursor === 'two'
      ? { tools: [{ name: 'c' }] }
      : { tools: [{ name: 'a' }, { name: 'b' }], nextCursor: 'two' };
  };
  const server =
    (asStream: boolean, seen: IncomingMessage[] = []): RequestListener =>
    async (request, response) => {
      seen.push(request);
      const body = await text(request);
      if (request.method === 'DELETE') return void response.writeHead(204).end();
      const message = JSON.parse(body);
      if (message.id === undefined) return void response.writeHead(202).end();
      const reply = JSON.stringify({ jsonrpc: '2.0', id: message.id, result: result(message) });
      const headers = {
        'mcp-session-id': 's-1',
        'content-type': asStream ? 'text/event-stream; charset=utf-8' : JSON_TYPE,
      };
      response.writeHead(200, headers);
      if (!asStream) return void response.end(reply);
      // A server may keep the stream open after the reply; the check must not wait for its end.
      response.write(': hello\r\n\r\nevent: message\ndata: {"jsonrpc":"2.0","method":"notifications/progress"}\n\n');
      response.write(`event: message\nid: 7\ndata: ${reply.slice(0, 12)}`);
      response.write(`${reply.slice(12)}\n\n`);
    };

  test.each([false, true])('tools are listed to the last page and counted (as a stream: %s)', async (asStream) => {
    const seen: IncomingMessage[] = [];
    const url = await servers.http(server(asStream, seen));
    const observation = await look({
      kind: 'mcp',
      url,
      'min-tools': 3,
      version: '3.1.0',
      condition: '"c" in body.tools && body.count == 3',
    });
    expect(observation).toMatchObject({ outcome: 'pass', reasons: [], answer: '3 tools', version: '3.1.0' });
    expect(seen.map(({ headers }) => headers['mcp-session-id'])).toEqual([undefined, 's-1', 's-1', 's-1', 's-1']);
    expect(seen.at(-1)?.method).toBe('DELETE');
    expect(seen[3]?.headers['mcp-protocol-version']).toBe('2025-06-18');
  });

  test('too few tools and another version fail', async () => {
    const url = await servers.http(server(false));
    const { outcome, reasons } = await look({ kind: 'mcp', url, 'min-tools': 4, version: '3.2.0' });
    expect(outcome).toBe('fail');
    expect(reasons.map((reason) => reason.text)).toEqual([
      'it has version "3.1.0", expected "3.2.0"',
      'it lists 3 tools, expected at least 4',
    ]);
  });

  test.each<[string, RequestListener, string]>([
    ['HTML', (_, response) => void response.end('<html>'), 'initialize was answered with no JSON-RPC reply'],
    ['404', (_, response) => void response.writeHead(404).end(), 'initialize was answered 404'],
    [
      'an error',
      (_, response) => json(response, { jsonrpc: '2.0', id: 1, error: { code: -32_600, message: 'not today' } }),
      'initialize failed: not today',
    ],
    [
      'somebody else’s reply',
      (_, response) => json(response, { jsonrpc: '2.0', id: 99, result: {} }),
      'no JSON-RPC reply',
    ],
  ])('%s is not healthy', async (_, handler, words) => {
    const { outcome, reasons } = await look({ kind: 'mcp', url: await servers.http(handler) });
    expect(outcome).toBe('fail');
    expect(reasons[0]?.text).toContain(words);
  });

  test('pages without an end are', async () => {
    const url = await servers.http(async (request, response) => {
      const message = JSON.parse(await text(request));
      if (message.id === undefined) return void response.writeHead(202).end();
      json(response, {
        jsonrpc: '2.0',
        id: message.id,
        result: { capabilities: { tools: {} }, tools: [], nextCursor: 'more' },
      });
    });
    const { reasons } = await look({ kind: 'mcp', url }, 60_000);
    expect(reasons[0]?.text).toContain('more than 50 pages');
  });
});

describe('suite', () => {
  /** A small task service: create, complete, read back. */
  async function tasks({ forgetful = false } = {}) {
    const stored = new Map<string, { id: string; title: string; done: boolean; rank: number }>();
    const handle = async (request: IncomingMessage) => {
      const [, , id = ''] = (request.url ?? '').split('/');
      const task = stored.get(decodeURIComponent(id));
      const body = request.method === 'GET' ? {} : JSON.parse(await text(request));
      if (request.method === 'POST') {
        const created = { id: 'task /1?', title: String(body.title), done: false, rank: 7 };
        stored.set(created.id, created);
        return created;
      }
      if (task && request.method === 'PATCH' && body.rank === 7 && request.headers.authorization === 'Bearer t') {
        if (!forgetful) task.done = body.done;
        return { ...task, done: true };
      }
      return task;
    };
    return servers.http(async (request, response) => {
      const answer = await handle(request);
      json(response, answer ?? {}, answer ? 200 : 404);
    });
  }
  const suite = (url: string) => ({
    name: 'context-sync',
    kind: 'suite',
    url,
    headers: { authorization: 'Bearer t' },
    steps: [
      {
        name: 'create',
        method: 'POST',
        url: '/tasks',
        body: { title: 'probe' },
        capture: { task: '/id', rank: 'body.rank' },
      },
      {
        name: 'complete',
        method: 'PATCH',
        url: '/tasks/{captured.task}',
        body: { done: true, rank: '{captured.rank}' },
      },
      { name: 'read back', url: '/tasks/{captured.task}', condition: 'body.done && body.id == captured.task' },
    ],
  });

  test('creates a task, completes it and reads it back', async () => {
    expect(await look(suite(await tasks()))).toMatchObject({ outcome: 'pass', reasons: [], answer: '3 of 3 steps' });
  });

  test('names the step that fails', async () => {
    const { outcome, reasons, answer } = await look(suite(await tasks({ forgetful: true })));
    expect({ outcome, answer }).toEqual({ outcome: 'fail', answer: '2 of 3 steps' });
    expect(reasons).toEqual([{ cause: 'condition', text: 'step 3 (read back): condition: body.done is false' }]);
  });

  test('a value that is not there to capture fails its step', async () => {
    const url = await answering(200, JSON_TYPE, '{"other":1}');
    const { reasons } = await look(suite(url));
    expect(reasons.map((reason) => reason.text)).toEqual([
      'step 1 (create): found no value to capture as task',
      'step 1 (create): found no value to capture as rank',
    ]);
  });

  test('all its steps share one deadline', async () => {
    const hanging = await servers.raw(() => undefined);
    const { outcome, reasons } = await look(
      { kind: 'suite', steps: [{ url: await answering(200, 'text/plain', '') }, { url: `http://${hanging}/` }] },
      200,
    );
    // Without a deadline it would hang for ever.
    expect(outcome).toBe('fail');
    expect(reasons[0]?.text).toMatch(/^step 2 \(step 2\): .*no complete answer/);
  });
});

describe('mcp servers as they are', () => {
  const speaking = (answer: (message: { id?: number; method: string }) => unknown, seen: string[] = []) =>
    servers.http(async (request, response) => {
      const body = await text(request);
      seen.push(request.method === 'POST' ? JSON.parse(body).method : `${request.method}`);
      if (request.method !== 'POST') return void response.writeHead(405).end();
      const message = JSON.parse(body);
      if (message.id === undefined) return void response.writeHead(202).end();
      response
        .writeHead(200, { 'content-type': JSON_TYPE, 'mcp-session-id': 's' })
        .end(JSON.stringify(answer(message)));
    });
  const hello = (capabilities: object) => ({ protocolVersion: '2025-06-18', capabilities, serverInfo: { name: 'x' } });

  test('a server without tools is not asked for them, and its session is ended all the same', async () => {
    const seen: string[] = [];
    const url = await speaking(({ id }) => ({ jsonrpc: '2.0', id, result: hello({ resources: {} }) }), seen);
    expect(await look({ kind: 'mcp', url })).toMatchObject({ outcome: 'pass', answer: '0 tools' });
    expect(seen).toEqual(['initialize', 'notifications/initialized', 'DELETE']);
    expect(await look({ kind: 'mcp', url, 'min-tools': 1 })).toMatchObject({ outcome: 'fail' });
  });

  test('a request of the server with the same id is not taken for the reply', async () => {
    const url = await speaking(({ id }) => [
      { jsonrpc: '2.0', id, method: 'ping' },
      { jsonrpc: '2.0', id, result: hello({}) },
    ]);
    expect(await look({ kind: 'mcp', url })).toMatchObject({ outcome: 'pass' });
  });

  test.each([
    [
      401,
      { jsonrpc: '2.0', id: null, error: { code: -32_001, message: 'Token missing' } },
      'initialize was answered 401 (Token missing), expected 200',
    ],
    [400, { error: 'Bad Request: no session' }, 'initialize was answered 400 (Bad Request: no session), expected 200'],
    [503, {}, 'initialize was answered 503, expected 200'],
  ])('a refusal with %i is told in its own words', async (status, body, words) => {
    const { reasons } = await look({ kind: 'mcp', url: await answering(status, JSON_TYPE, JSON.stringify(body)) });
    expect(reasons).toEqual([{ cause: 'status', text: words }]);
  });

  test('the transport of 2024 is recognised', async () => {
    const url = await servers.http((request, response) => {
      if (request.method !== 'GET') return void response.writeHead(405).end();
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: endpoint\ndata: /messages?session=1\n\n');
    });
    const { reasons } = await look({ kind: 'mcp', url });
    expect(reasons[0]?.text).toContain('it speaks the HTTP+SSE transport of 2024');
  });
});
