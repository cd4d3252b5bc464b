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

test('a server whose limits are off tells none, but its version, and refuses nobody for them', async () => {
  const { send, run } = virtualWorld({ rateLimits: 'off' });
  const replies = await run(async () => {
    const found = [];
    for (let n = 0; n < 100; n++) found.push(await send('POST', `${repo}/issues`, { title: `Issue ${n}` }));
    return found;
  });
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  expect(replies.map(({ headers }) => headers.get('x-ratelimit-limit'))).toEqual(replies.map(() => null));
  expect(replies[0]?.headers.get('x-github-enterprise-version')).toMatch(/^3\.\d+\.\d+$/);
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

test('a renamed repository is answered for under its new name, and only to whoever may see it', async () => {
  const { github, send, run } = virtualWorld({}, { ...library, private: true, formerNames: ['acme/old-library'] });
  github.addToken('other', { owners: ['somebody'] });
  await run(async () => {
    const asked = (token: string) =>
      send('GET', '/repos/acme/old-library/tags?per_page=5', undefined, { authorization: `token ${token}` });
    expect((await asked('secret')).text).toContain('v0.9.0');
    expect((await asked('other')).status).toBe(404);
  });
});

test('workflow files are written only by a token that may write workflows', async () => {
  const { github, send, run } = virtualWorld();
  const contents = { contents: 'write' } as const;
  github.addToken('writer', { owners: ['acme'], permissions: contents });
  github.addToken('installer', { owners: ['acme'], permissions: { ...contents, workflows: 'write' } });
  const query =
    'mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';
  const write = async (token: string) => {
    const input = {
      branch: { repositoryNameWithOwner: 'acme/library', branchName: 'main' },
      expectedHeadOid: github.repository('acme/library').git.refs.get('refs/heads/main'),
      message: { headline: 'x', body: '' },
      fileChanges: { additions: [{ path: '.github/workflows/x.yml', contents: 'b24=' }], deletions: [] },
    };
    return send('POST', '/graphql', { query, variables: { input } }, { authorization: `token ${token}` });
  };
  await run(async () => {
    expect((await write('writer')).body.errors).toMatchObject([
      { type: 'FORBIDDEN', message: expect.stringContaining('without `workflows` permission') },
    ]);
    expect((await write('installer')).body.errors).toBeUndefined();
  });
});

test('an organisation lists what its caller may see', async () => {
  const { github, send, run } = virtualWorld();
  github.addRepository({ owner: 'acme', name: 'secret', private: true });
  github.addRepository({ owner: 'acme', name: 'fork', fork: true });
  github.addRepository({ owner: 'acme', name: 'empty', empty: true });
  github.addToken('stranger', { owners: ['somebody'] });
  await run(async () => {
    const names = async (token: string) =>
      (await send('GET', '/orgs/acme/repos', undefined, { authorization: `token ${token}` })).body.map(
        ({ name, fork, size }) => [name, fork, size],
      );
    const open = [
      ['library', false, 1],
      ['fork', true, 1],
      ['empty', false, 0],
    ];
    expect(await names('stranger')).toEqual(open);
    expect(await names('secret')).toContainEqual(['secret', false, 1]);
  });
});

test('a ruleset made over the API keeps out whoever is not in its bypass list, and lets the App in that is', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { github, send, run, clock } = virtualWorld();
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  github.addApp({ appId: 7, publicKey: pem, installations: [{ id: 1, owner: 'acme' }] });
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = clock.now() / 1000;
  const text = `${part({ alg: 'RS256' })}.${part({ iat: seconds, exp: seconds + 600, iss: '7' })}`;
  const authorization = `Bearer ${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
  const ruleset = {
    name: 'Guard',
    enforcement: 'active',
    bypass_actors: [{ actor_id: 7, actor_type: 'Integration', bypass_mode: 'always' }],
    conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } },
    rules: [{ type: 'update' }],
  };
  const file = { message: 'More', content: Buffer.from('more').toString('base64') };
  const statuses = await run(async () => {
    const made = await send('POST', `${repo}/rulesets`, ruleset);
    const minted = await send('POST', '/app/installations/1/access_tokens', {}, { authorization });
    const headers = { authorization: `token ${String(minted.body.token)}` };
    const write = async (more: Record<string, string>) =>
      (await send('PUT', `${repo}/contents/b.txt`, file, more)).status;
    return [made.status, await write({}), await write(headers)];
  });
  expect(statuses).toEqual([201, 422, 201]);
});

test('a ruleset of tags keeps them from being made, moved and deleted, by a release, too', async () => {
  const guarded = (tag: string, rules: readonly string[], more = {}) => ({ id: tag.length, tag, rules, ...more });
  const { send, run } = virtualWorld(
    {},
    {
      ...library,
      tags: ['v1.0.0', 'v1.0.1'],
      rulesets: [
        guarded('v*', ['creation', 'update', 'deletion']),
        guarded('next-*', ['creation'], { enforcement: 'evaluate' }),
      ],
    },
  );
  const said = await run(async () => {
    const { body } = await send('GET', `${repo}/git/ref/heads/main`);
    const sha = String(body.object?.sha);
    const make = async (tag: string) => send('POST', `${repo}/git/refs`, { ref: `refs/tags/${tag}`, sha });
    const release = async (tag: string) => send('POST', `${repo}/releases`, { tag_name: tag });
    return {
      made: await make('v1.1.0'),
      moved: await send('PATCH', `${repo}/git/refs/tags/v1.0.0`, { sha, force: true }),
      deleted: await send('DELETE', `${repo}/git/refs/tags/v1.0.0`),
      released: await release('v1.1.0'),
      free: [await make('other-1'), await make('next-1'), await release('v1.0.1'), await release('new-1')],
    };
  });
  const broken = (words: string) => ({ status: 422, body: { message: expect.stringContaining(words) } });
  const creation = 'Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n';
  expect(said).toMatchObject({
    made: broken(creation),
    moved: broken('Cannot update this protected ref.'),
    deleted: broken('Cannot delete this protected ref.'),
    released: {
      status: 422,
      body: {
        message: 'Validation Failed',
        errors: [{ message: `pre_receive ${creation}` }, { message: 'Published releases must have a valid tag' }],
      },
    },
    free: [{ status: 201 }, { status: 201 }, { status: 201 }, { status: 201 }],
  });
});
