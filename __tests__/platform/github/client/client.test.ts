import { describe, expect, test } from '@jest/globals';
import type { CallOptions } from '../../../../src/platform/github/client/client.ts';
import { AmbiguousWrite, GitHubError } from '../../../../src/platform/github/client/github-errors.ts';
import { drip, hang, json, type Play, raw, reset, resetAfterHead } from '../scripted-server.ts';
import { rejection, setUp } from '../set-up.ts';

const scene = setUp();
const repo = { owner: 'acme', repo: 'web' };
const read = (options?: CallOptions) => scene.client.read('GET /repos/{owner}/{repo}', repo, options);
const post = (options?: CallOptions) =>
  scene.client.write('POST /repos/{owner}/{repo}/dispatches', { ...repo, event_type: 'go' }, options);
const bad = json({ message: 'Server Error' }, { status: 502 });
const html: Play = raw('<html><body>Sign in</body></html>', { headers: { 'content-type': 'text/html' } });
const truncated: Play = raw('{"id": 1, "na', { headers: { 'content-type': 'application/json' } });

describe('a request', () => {
  test('carries token, version and user agent, and keeps the prefix of GHES', async () => {
    scene.server.play(json({ id: 1 }), json({ data: { ok: true } }));
    const client = scene.another({ apiUrl: `${scene.server.url}/api/v3/` });
    await client.read('GET /repos/{owner}/{repo}', { ...repo, per_page: 5 });
    await client.graphql('query { ok }', {});
    const [rest, graphql] = scene.server.requests;
    expect(rest?.url).toBe('/api/v3/repos/acme/web?per_page=5');
    expect(graphql?.url).toBe('/api/graphql');
    expect(rest?.headers).toMatchObject({
      authorization: 'Bearer ghp_secret',
      'x-github-api-version': '2026-03-10',
      accept: 'application/vnd.github+json',
    });
    expect(rest?.headers['user-agent']).toMatch(/^release-actions /);
  });

  test('takes another API version for one call', async () => {
    scene.server.play(json({}));
    await read({ apiVersion: '2022-11-28' });
    expect(scene.server.requests[0]?.headers['x-github-api-version']).toBe('2022-11-28');
  });

  test.each(['..', '.', '', 'a/../b', '../..', 'a//b', '..\\x'])(
    'refuses the path parameter %j unsent',
    async (owner) => {
      const error = await rejection(scene.client.read('GET /repos/{owner}/{repo}', { owner, repo: 'web' }));
      expect(error.message).toContain('not usable as owner');
      expect(scene.server.requests).toHaveLength(0);
    },
  );

  test('encodes what would change the address', async () => {
    scene.server.play(json({}));
    await scene.client.read('GET /repos/{owner}/{repo}/contents/{path}', {
      ...repo,
      path: 'a b/c?ref=x#y%2e',
      ref: 'é&a=b',
    });
    expect(scene.server.requests[0]?.url).toBe(
      '/repos/acme/web/contents/a%20b%2Fc%3Fref%3Dx%23y%252e?ref=%C3%A9%26a%3Db',
    );
  });

  test('sends a body whose keys mean something to Octokit as they are', async () => {
    scene.server.play(json({}, { status: 204 }));
    await scene.client.write('POST /repos/{owner}/{repo}/dispatches', {
      ...repo,
      url: 'u',
      headers: { a: 1 },
      baseUrl: 'http://evil',
      data: 2,
    });
    expect(JSON.parse(scene.server.requests[0]?.body ?? '')).toEqual({
      url: 'u',
      headers: { a: 1 },
      baseUrl: 'http://evil',
      data: 2,
    });
    expect(scene.server.requests[0]?.url).toBe('/repos/acme/web/dispatches');
  });
});

describe('a read', () => {
  test.each([
    ['502', bad],
    ['reset', reset],
    ['reset in the middle', resetAfterHead],
    ['an HTML page', html],
    ['truncated JSON', truncated],
  ])('is tried again after %s, later each time', async (_, fault) => {
    scene.server.play(fault, fault, json({ id: 7 }));
    const result = read();
    await scene.clock.pass(1000);
    await scene.clock.pass(2000);
    expect(await result).toEqual({ id: 7 });
    expect(scene.server.requests).toHaveLength(3);
    expect(scene.clock.pending).toBe(0);
  });

  test('gives up before its deadline and says what it saw, where and how often', async () => {
    scene.server.play(bad, bad);
    const result = rejection(read({ timeoutMs: 2500 }));
    await scene.clock.pass(1000);
    const error = await result;
    expect(error).toBeInstanceOf(GitHubError);
    expect(error.message).toMatch(
      /^GET \/repos\/acme\/web answered 502 \("Server Error"\)\. .*githubstatus.* 2 times\. Request id AB12:CD34\.$/,
    );
    expect(error).toMatchObject({ status: 502, method: 'GET', path: '/repos/acme/web', requestId: 'AB12:CD34' });
    expect(scene.clock.pending).toBe(0);
  });

  test.each([
    ['a hang', hang],
    ['a slow drip', drip],
  ])('cuts %s short, tries again, and ends with the deadline', async (_, fault) => {
    scene.server.play(fault, fault);
    const result = rejection(read({ timeoutMs: 20_000 }));
    await scene.server.arrived(1);
    await scene.clock.pass(15_000);
    await scene.clock.pass(1000);
    await scene.server.arrived(2);
    scene.clock.advance(4000);
    expect((await result).message).toMatch(/deadline of 20 s in 2 attempts\. No complete answer came within 15 s/);
    expect(scene.clock.pending).toBe(0);
  });

  test('says that an HTML page is not GitHub', async () => {
    scene.server.play(html);
    expect((await rejection(read({ timeoutMs: 500 }))).message).toMatch(/HTML page.*"<html>.*check that api-url/);
  });

  test('says that JSON is cut off', async () => {
    scene.server.play(truncated);
    expect((await rejection(read({ timeoutMs: 500 }))).message).toMatch(/not complete JSON .*13 bytes/);
  });

  test('names a server that cannot be reached', async () => {
    await scene.server.close();
    expect((await rejection(read({ timeoutMs: 500 }))).message).toMatch(/ECONNREFUSED.*Check api-url/);
  });

  test('ends with the reason of the signal at once', async () => {
    scene.server.play(hang);
    const stop = new AbortController();
    const result = rejection(read({ signal: stop.signal }));
    await scene.server.arrived(1);
    stop.abort(new Error('cancelled by hand'));
    expect((await result).message).toBe('cancelled by hand');
    expect(scene.clock.pending).toBe(0);
  });
});

describe('a write', () => {
  test.each([
    ['502', bad],
    ['reset', reset],
    ['reset in the middle', resetAfterHead],
    ['an HTML page', html],
    ['truncated JSON', truncated],
  ])('is sent once where %s leaves its effect unknown', async (_, fault) => {
    scene.server.play(fault);
    const error = await rejection(post());
    expect(error).toBeInstanceOf(AmbiguousWrite);
    expect(error.message).toMatch(/^POST \/repos\/acme\/web\/dispatches .*may or may not have acted/);
    expect(scene.server.requests).toHaveLength(1);
    expect(scene.clock.pending).toBe(0);
  });

  test.each([
    ['a hang', hang],
    ['a drip', drip],
  ])('is ambiguous after %s until the deadline', async (_, fault) => {
    scene.server.play(fault);
    const result = rejection(post());
    await scene.server.arrived(1);
    scene.clock.advance(30_000);
    expect(await result).toBeInstanceOf(AmbiguousWrite);
    expect(scene.server.requests).toHaveLength(1);
    expect(scene.clock.pending).toBe(0);
  });

  test('is sent again where the server was not reached, and is then not ambiguous', async () => {
    const url = scene.server.url;
    await scene.server.close();
    const result = rejection(scene.another({ apiUrl: url }).write('POST /x', {}, { timeoutMs: 1500 }));
    await scene.clock.pass(1000);
    const error = await result;
    expect(error).toBeInstanceOf(GitHubError);
    expect(error.message).toContain('ECONNREFUSED');
  });

  test('that is safe to repeat is tried again like a read', async () => {
    scene.server.play(bad, reset, json({ done: true }));
    const result = scene.client.writeIdempotent('DELETE /repos/{owner}/{repo}', repo);
    await scene.clock.pass(1000);
    await scene.clock.pass(2000);
    expect(await result).toMatchObject({ status: 200, data: { done: true } });
  });

  test('that is refused is an explained error, sent once', async () => {
    scene.server.play(json({ message: 'Resource not accessible by integration' }, { status: 403 }));
    const error = await rejection(post());
    expect(error).toBeInstanceOf(GitHubError);
    expect(error.message).toMatch(/lacks the permission contents: write/);
    expect(scene.server.requests).toHaveLength(1);
  });
});

describe('401', () => {
  const unauthorised = json({ message: 'Bad credentials' }, { status: 401 });

  test('is tried once more after a moment, for GitHub says it without reason at times', async () => {
    scene.server.play(unauthorised, json({ id: 1 }, { status: 201 }));
    const result = post();
    await scene.clock.pass(1000);
    expect((await result).status).toBe(201);
  });

  test('twice is explained', async () => {
    scene.server.play(unauthorised, unauthorised);
    const result = rejection(read());
    await scene.clock.pass(1000);
    expect((await result).message).toMatch(/answered 401 \("Bad credentials"\)\. The token is not valid/);
    expect(scene.server.requests).toHaveLength(2);
  });

  test('takes a new token at once where there is one', async () => {
    let token = 'old';
    const source = {
      name: 'the token',
      get: async () => token,
      refresh: () => {
        token = 'new';
        return true;
      },
    };
    scene.server.play(unauthorised, json({ id: 1 }));
    await scene.another({ token: source }).read('GET /user');
    expect(scene.server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });
});

describe('a server that does not know the API version', () => {
  const unknown = json(
    {
      message:
        'The version you specified in the "X-GitHub-API-Version" request header, "2026-03-10", is not a supported version.',
    },
    { status: 400 },
  );

  test('is asked in the older one, also for writes, and from then on at once', async () => {
    scene.server.play(unknown, json({}, { status: 204 }), json({ id: 1 }));
    await post();
    await read();
    expect(scene.server.requests.map(({ headers }) => headers['x-github-api-version'])).toEqual([
      '2026-03-10',
      '2022-11-28',
      '2022-11-28',
    ]);
  });

  test('is not asked for ever', async () => {
    scene.server.play(unknown, unknown);
    expect((await rejection(read())).message).toContain('answered 400');
    expect(scene.server.requests).toHaveLength(2);
  });
});

describe('poll', () => {
  const poll = () => scene.client.poll('GET /repos/{owner}/{repo}/actions/runs/{run_id}', { ...repo, run_id: 1 });

  test('asks conditionally; an unchanged answer is free', async () => {
    scene.server.play(
      json({ s: 1 }, { headers: { etag: '"a"' } }),
      json(undefined, { status: 304 }),
      json({ s: 2 }, { headers: { etag: '"b"' } }),
    );
    expect(await poll()).toEqual({ data: { s: 1 }, changed: true });
    expect(await poll()).toEqual({ data: { s: 1 }, changed: false });
    expect(await poll()).toEqual({ data: { s: 2 }, changed: true });
    expect(scene.server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a"', '"a"']);
    expect(scene.client.usage).toEqual({ requests: 3, charged: 2, notModified: 1 });
  });

  test('is tried again after 502 and keeps the ETag', async () => {
    scene.server.play(json({ s: 1 }, { headers: { etag: '"a"' } }), bad, json(undefined, { status: 304 }));
    await poll();
    const second = poll();
    await scene.clock.pass(1000);
    expect(await second).toEqual({ data: { s: 1 }, changed: false });
  });

  test('forgets ETags with the token they belong to', async () => {
    let token = 'one';
    const client = scene.another({ token: { name: 'the token', get: async () => token, refresh: () => false } });
    scene.server.play(json({ s: 1 }, { headers: { etag: '"a"' } }), json({ s: 1 }, { headers: { etag: '"x"' } }));
    await client.poll('GET /user');
    token = 'two';
    await client.poll('GET /user');
    expect(scene.server.requests[1]?.headers['if-none-match']).toBeUndefined();
  });
});

describe('list', () => {
  const link = (page: number) => ({
    link: `<${scene.server.url}/items?page=${page}>; rel="next", <${scene.server.url}/items?page=9>; rel="last"`,
  });

  test('follows the pages up to the limit', async () => {
    scene.server.play(
      json({ total_count: 9, items: [1, 2] }, { headers: link(2) }),
      json({ items: [3, 4] }, { headers: link(3) }),
    );
    expect(await scene.client.list('GET /items', {}, { limit: 3, key: 'items' })).toEqual([1, 2, 3]);
    expect(scene.server.requests.map(({ url }) => url)).toEqual(['/items?per_page=3', '/items?page=2']);
  });

  test('ends with the last page', async () => {
    scene.server.play(json([1]), json([]));
    expect(await scene.client.list('GET /items', {}, { limit: 100 })).toEqual([1]);
    expect(scene.server.requests).toHaveLength(1);
  });

  test('does not follow a page to another server', async () => {
    scene.server.play(json([1], { headers: { link: '<http://evil.example/items?page=2>; rel="next"' } }));
    expect((await rejection(scene.client.list('GET /items', {}, { limit: 5 }))).message).toContain(
      'http://evil.example',
    );
  });

  test('says what it expected', async () => {
    scene.server.play(json({ nothing: true }));
    expect((await rejection(scene.client.list('GET /items', {}, { limit: 5, key: 'items' }))).message).toContain(
      'a list named items',
    );
  });
});

describe('graphql', () => {
  test('errors in an answer of 200 are errors', async () => {
    scene.server.play(
      json({ data: null, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to a Repository' }] }),
    );
    const error = await rejection(scene.client.graphql('query { x }', {}, { idempotent: true }));
    expect(error.message).toContain('NOT_FOUND: Could not resolve');
  });

  test('a mutation that fails inside GitHub is ambiguous', async () => {
    scene.server.play(json({ errors: [{ message: 'Something went wrong while executing your query.' }] }));
    expect(await rejection(scene.client.graphql('mutation { x }', {}))).toBeInstanceOf(AmbiguousWrite);
  });
});

test('a huge answer is not read to its end', async () => {
  scene.server.play((_, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    const more = () => void response.write(Buffer.alloc(64 * 1024), () => setImmediate(more));
    response.on('error', () => {});
    more();
  });
  const error = await rejection(scene.client.download('GET /big', {}, { maxBytes: 100_000 }));
  expect(error.message).toContain('larger than 100000 bytes');
  expect(scene.server.requests).toHaveLength(1);
});
