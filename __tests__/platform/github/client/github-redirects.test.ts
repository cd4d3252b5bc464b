import { describe, expect, test } from '@jest/globals';
import { redirectOf } from '../../../../src/platform/github/client/github-redirects.ts';
import { json, type Play, raw, startServer } from '../scripted-server.ts';
import { rejection, setUp } from '../set-up.ts';

const scene = setUp();
const to = (location: string, status: number): Play => json({ message: 'Moved' }, { status, headers: { location } });
const old = { owner: 'acme', repo: 'old' };

describe('a renamed repository', () => {
  test('is followed by a read, with one warning', async () => {
    scene.server.play(
      to('/repositories/7', 301),
      json({ id: 7 }),
      to(`${scene.server.url}/repositories/7`, 301),
      json({ id: 7 }),
    );
    expect(await scene.client.read('GET /repos/{owner}/{repo}', old)).toEqual({ id: 7 });
    await scene.client.read('GET /repos/{owner}/{repo}', old);
    expect(scene.server.requests[1]?.headers.authorization).toBe('Bearer ghp_secret');
    expect(scene.printed.filter((line) => line.startsWith('::warning'))).toHaveLength(1);
    expect(scene.printed.join('')).toContain('acme/old was renamed or moved');
  });

  test.each([307, 308])('is followed by a write on %i, with method and body', async (status) => {
    scene.server.play(to('/repositories/7/dispatches', status), json(undefined, { status: 204 }));
    await scene.client.write('POST /repos/{owner}/{repo}/dispatches', { ...old, event_type: 'go' });
    expect(scene.server.requests.map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"event_type":"go"}'],
      ['POST', '{"event_type":"go"}'],
    ]);
  });

  test('is not followed by a write on 301, which would become a read', async () => {
    scene.server.play(to('/repositories/7/dispatches', 301));
    const error = await rejection(scene.client.write('POST /repos/{owner}/{repo}/dispatches', old));
    expect(error.message).toMatch(/It has moved to .*\/repositories\/7\/dispatches: use the new name/);
    expect(scene.server.requests).toHaveLength(1);
  });
});

describe('another server', () => {
  test('is not followed by a read or write', async () => {
    scene.server.play(to('http://evil.example/x', 302), to('http://evil.example/x', 307));
    expect((await rejection(scene.client.read('GET /a'))).message).toContain('so that no token leaks');
    expect((await rejection(scene.client.write('POST /a'))).message).toContain('so that no token leaks');
  });

  test('gives a download, but never sees the token; it is not charged', async () => {
    const storage = await startServer(scene.clock);
    try {
      storage.play(raw('the bytes'));
      scene.server.play(to(`${storage.url}/blob?sig=SECRET`, 302));
      const bytes = await scene.client.download('GET /artifact', {}, { maxBytes: 100 });
      expect(Buffer.from(bytes).toString()).toBe('the bytes');
      expect(storage.requests[0]?.headers.authorization).toBeUndefined();
      expect(JSON.stringify(storage.requests[0]?.headers)).not.toContain('ghp_secret');
      expect(scene.client.usage.requests).toBe(1);
    } finally {
      await storage.close();
    }
  });

  test('whose address has run out is asked for again; the signature stays out of errors', async () => {
    const storage = await startServer(scene.clock);
    try {
      storage.play(raw('expired', { status: 403 }), raw('gone', { status: 404 }));
      scene.server.play(to(`${storage.url}/blob?sig=SECRET`, 302), to(`${storage.url}/blob?sig=SECRET`, 302));
      const result = rejection(scene.client.download('GET /artifact', {}, { maxBytes: 100 }));
      await scene.clock.pass(1000);
      const error = await result;
      expect(error.message).toMatch(/\/blob answered 404\. The storage/);
      expect(error.message).not.toContain('SECRET');
      expect(scene.server.requests).toHaveLength(2);
    } finally {
      await storage.close();
    }
  });
});

test.each([
  'http://169.254.169.254/latest',
  'http://2852039166/latest',
  'http://[::ffff:169.254.169.254]/',
  'http://[fe80::1]/',
])('a download that leads to %s is not fetched: machines keep their own credentials there', async (location) => {
  scene.server.play(to(location, 302));
  const error = await rejection(scene.client.download('GET /artifact', {}, { maxBytes: 100 }));
  expect(error).toMatchObject({ kind: 'fault' });
  expect(error.message).toMatch(/is link-local, .*it is never requested/);
});

test('endless redirects end', async () => {
  scene.server.play(...Array.from({ length: 10 }, () => to('/again', 302)));
  expect((await rejection(scene.client.read('GET /a'))).message).toContain('more than 5 times');
  expect(scene.server.requests).toHaveLength(6);
});

describe('where a download may lead', () => {
  const request = {
    method: 'GET',
    url: 'https://api.github.com/x',
    headers: { authorization: 'Bearer t', 'user-agent': 'u' },
    route: 'GET /x',
  };
  const away = (location: string) => redirectOf(request, { status: 302, headers: { location } }, true);

  test.each([
    ['http://storage.example/', 'without TLS'],
    ['file:///etc/passwd', 'a file: URL'],
    ['http://[', 'no URL'],
  ])('not to %s', (location, reason) => expect(away(location)).toEqual({ refused: expect.stringContaining(reason) }));

  test('to a storage, with nothing but the user agent', () => {
    const next = { ...request, url: 'https://storage.example/blob', headers: { 'user-agent': 'u' } };
    expect(away('https://storage.example/blob')).toEqual({ away: true, next });
  });
});
