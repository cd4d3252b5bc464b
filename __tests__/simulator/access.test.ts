import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { dispatch, library, virtualWorld } from './world.ts';

const repo = '/repos/acme/library';

test.each([
  ['no token', 'GET', repo, { authorization: '' }, 404],
  ['a token of nobody', 'GET', repo, { authorization: 'token wrong' }, 401],
  ['a token for another owner', 'GET', repo, { authorization: 'token other' }, 404],
  ['a token that may only read', 'GET', `${repo}/contents/package.json`, { authorization: 'token reader' }, 200],
  ['a token without the permission', 'GET', `${repo}/issues`, { authorization: 'token reader' }, 403],
  ['a token that may not write', 'POST', `${repo}/dispatches`, { authorization: 'token reader' }, 403],
  ['an expired token', 'GET', repo, { authorization: 'token old' }, 401],
] as const)('%s on a private repository: %s %s', async (_, method, path, headers, status) => {
  const { github, send, run } = virtualWorld({}, { ...library, private: true });
  github.addToken('other', { owners: ['somebody'] });
  github.addToken('reader', { owners: ['acme'], permissions: { contents: 'read' }, kind: 'app' });
  github.addToken('old', { owners: ['acme'], expiresAt: 0 });
  const reply = await run(() => send(method, path, method === 'POST' ? { event_type: 'x' } : undefined, headers));
  expect(reply.status).toBe(status);
  if (status === 403) {
    expect(reply.body.message).toBe('Resource not accessible by integration');
    expect(reply.headers.get('x-accepted-github-permissions')).toMatch(/^(issues=read|contents=write)$/);
  }
});

test('an archived repository is read-only', async () => {
  const { send, run } = virtualWorld({}, { ...library, archived: true });
  const reply = await run(() => send('POST', `${repo}/dispatches`, { event_type: 'x' }));
  expect([reply.status, reply.body.message]).toEqual([403, 'Repository was archived so is read-only.']);
});

test('a 304 is free of the rate limit, and a changed run is no 304', async () => {
  const { send, run, clock, github } = virtualWorld();
  await run(async () => {
    const id = await dispatch(send);
    const path = `${repo}/actions/runs/${id}`;
    const first = await send('GET', path);
    const tag = { 'if-none-match': String(first.headers.get('etag')) };
    const second = await send('GET', path, undefined, tag);
    expect([second.status, second.text]).toEqual([304, '']);
    expect(second.headers.get('x-ratelimit-used')).toBe(first.headers.get('x-ratelimit-used'));
    await clock.sleep(60_000);
    expect((await send('GET', path, undefined, tag)).status).toBe(200);
  });
  expect(github.requests.map(({ charged }) => charged)).toEqual([true, true, false, true]);
});

test('the primary limit ends with the hour', async () => {
  const { github, send, run, clock } = virtualWorld();
  github.addToken('small', { owners: ['acme'], limit: 3 });
  const headers = { authorization: 'token small' };
  const statuses = await run(async () => {
    const found: (string | number | null)[] = [];
    for (let n = 0; n < 4; n++) {
      const reply = await send('GET', repo, undefined, headers);
      found.push(reply.status, reply.headers.get('x-ratelimit-remaining'));
    }
    await clock.sleep(3_600_000);
    return [...found, (await send('GET', repo, undefined, headers)).status];
  });
  expect(statuses).toEqual([200, '2', 200, '1', 200, '0', 403, '0', 200]);
});

test('too many writes a minute meet the secondary limit, and whoever goes on is recorded', async () => {
  const { github, send, run } = virtualWorld();
  const replies = await run(async () => {
    const found = [];
    for (let n = 0; n < 82; n++) found.push(await send('POST', `${repo}/issues`, { title: 'x' }));
    return found;
  });
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(80);
  expect(Number(replies.at(-2)?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(github.requests.map(({ insideRetryAfter }) => insideRetryAfter).indexOf(true)).toBe(81);
});

test('logs are on another origin, which refuses GitHub tokens', async () => {
  const { github, send, run, clock } = virtualWorld();
  await run(async () => {
    const id = await dispatch(send);
    await clock.sleep(60_000);
    const jobs = await send('GET', `${repo}/actions/runs/${id}/jobs`);
    const path = `${github.url}${repo}/actions/jobs/${Number(jobs.body.jobs?.[0]?.id)}/logs`;
    const manual = await github.fetch(path, { headers: { authorization: 'token secret' }, redirect: 'manual' });
    expect(manual.status).toBe(302);
    const location = String(manual.headers.get('location'));
    expect(new URL(location).origin).not.toBe(new URL(github.url).origin);
    expect((await send('GET', location)).status).toBe(401);
    expect((await send('GET', path)).text).toContain('Run release');
  });
});

test.each([
  ['another key', 'RS256', 0, 'A JSON web token could not be decoded'],
  ['no signature at all', 'none', 0, 'A JSON web token could not be decoded'],
  ['a time that is over', 'RS256', -3_600, "'Expiration time' claim"],
  ['a time too far ahead', 'RS256', 3_600, 'too far in the future'],
] as const)('a JSON web token with %s is refused', async (name, alg, shift, message) => {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { github, send, run, clock } = virtualWorld();
  const pem = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  github.addApp({ appId: 7, publicKey: pem, installations: [] });
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = clock.now() / 1000 + shift;
  const text = `${part({ alg })}.${part({ iat: seconds - 60, exp: seconds + 540, iss: 7 })}`;
  const key = name === 'another key' ? other.privateKey : own.privateKey;
  const jwt = `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
  const reply = await run(() => send('GET', '/app', undefined, { authorization: `Bearer ${jwt}` }));
  expect([reply.status, reply.body.message]).toEqual([401, expect.stringContaining(message)]);
});

test('a minted token is over after an hour', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { github, send, run, clock } = virtualWorld({}, { ...library, private: true });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  github.addApp({
    appId: 7,
    publicKey: pem,
    installations: [{ id: 1, owner: 'acme', permissions: { contents: 'read' } }],
  });
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = clock.now() / 1000;
  const text = `${part({ alg: 'RS256' })}.${part({ iat: seconds, exp: seconds + 600, iss: '7' })}`;
  const authorization = `Bearer ${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
  const statuses = await run(async () => {
    const minted = await send('POST', '/app/installations/1/access_tokens', {}, { authorization });
    const headers = { authorization: `token ${String(minted.body.token)}` };
    const look = async (path: string) => (await send('GET', path, undefined, headers)).status;
    const found = [minted.status, await look(`${repo}/contents/package.json`), await look(`${repo}/issues`)];
    await clock.sleep(3_600_000);
    return [...found, await look(repo)];
  });
  expect(statuses).toEqual([201, 200, 403, 401]);
});

test('a Request can be handed over directly', async () => {
  const { github } = virtualWorld();
  const response = await github.handle(
    new Request(`${github.url}${repo}`, { headers: { authorization: 'token secret' } }),
  );
  expect(await response.json()).toMatchObject({ full_name: 'acme/library' });
});

test('listeners hear of a run at the very time it ends', async () => {
  const { github, send, run, clock } = virtualWorld();
  const heard: [string, number][] = [];
  const stop = github.subscribe(({ kind, at }) => heard.push([kind, clock.now() - at]));
  await run(async () => {
    await dispatch(send);
    await clock.sleep(60_000);
  });
  stop();
  expect(heard).toEqual(['dispatch', 'run-created', 'run-started', 'run-ended'].map((kind) => [kind, 0]));
});
