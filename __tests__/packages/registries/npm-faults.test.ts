import { tmpdir } from 'node:os';
import { afterEach, describe, expect, test } from '@jest/globals';
import { cliRegistry } from '../../../src/packages/registries/package-registry.ts';
import { type PackageServer, packument, type Reply, startPackageServer } from '../../support/package-server.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();
let server: PackageServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const lib = { ecosystem: 'npm', name: 'lib', version: '1.0.0' } as const;
const document = packument('lib', { '1.0.0': { dist: { shasum: 'a'.repeat(40) } } }, { latest: '1.0.0' });

async function registryAt(reply: (path: string) => Reply | undefined, files: Record<string, string> = {}) {
  server = await startPackageServer(({ path }) => reply(path));
  const home = await folder({ 'home/.npmrc': `registry=${server.url}\n`, 'checkout/package.json': '{}', ...files });
  const env = { PATH: process.env.PATH ?? '', HOME: `${home}/home`, npm_config_globalconfig: `${home}/none` };
  return { ...cliRegistry({ cwd: `${home}/checkout`, env }), server };
}

describe('what a registry answers', () => {
  // npm is asked for its settings once; each registry is one that a package names itself.
  const shared = cliRegistry({ cwd: tmpdir(), env: { PATH: process.env.PATH } });
  async function asked(reply: (path: string) => Reply | undefined) {
    server = await startPackageServer(({ path }) => reply(path));
    const { url } = server;
    const lookUp = (more: object = {}, thorough?: boolean) =>
      shared.lookUp({ ...lib, registry: url, ...more }, thorough);
    return { lookUp, server, named: { npm: 'lib', registry: url } };
  }

  test.each<[string, Reply, string, RegExp]>([
    [
      '401',
      { status: 401, body: '{"error":"log in"}' },
      'unauthorized',
      /answered 401 \(log in\) to a request without cred/,
    ],
    ['403', { status: 403 }, 'unauthorized', /answered 403 to a request without credentials/],
    ['404', { status: 404 }, 'absent', /knows no package named lib/],
    ['500', { status: 500, body: '<h1>sorry</h1>' }, 'unreachable', /answered 500/],
    ['503', { status: 503, body: '{"message":"maintenance"}' }, 'unreachable', /answered 503 \(maintenance\)/],
    [
      'a page',
      { headers: { 'content-type': 'text/html' }, body: '<html>' },
      'unreachable',
      /text\/html, a page for people/,
    ],
    ['other JSON', { body: '{"ok":true}' }, 'unreachable', /instead of a package document/],
    ['a list', { body: '[]' }, 'unreachable', /instead of a package document/],
    ['half a document', { body: document.slice(0, 60) }, 'unreachable', /instead of a package document/],
    ['nothing', { body: '' }, 'unreachable', /instead of a package document/],
    ['an unasked 304', { status: 304 }, 'unreachable', /instead of a package document/],
    ['a broken line', { drop: true }, 'unreachable', /closed before the answer was complete/],
    ['no version', { body: packument('lib', {}) }, 'pending', /the registry has lib, but not 1\.0\.0/],
    ['the version', { body: document }, 'served', /without provenance/],
    ['429', { status: 429, headers: { 'retry-after': '7' } }, 'unreachable', /answered 429, retry-after 7/],
  ])('%s', async (_, reply, state, detail) => {
    const { lookUp } = await asked(() => reply);
    expect(await lookUp()).toMatchObject({ state, detail: expect.stringMatching(detail) });
  });

  slow('a document that never ends is cut off, and said to be too large', async () => {
    const { lookUp } = await asked(() => ({ body: Buffer.alloc(129 * 1024 * 1024, ' ') }));
    expect(await lookUp()).toMatchObject({
      state: 'unreachable',
      detail: expect.stringMatching(/larger than \d+ bytes/),
    });
  });

  test('a registry that asks to wait is not asked again before, and another one is', async () => {
    const { lookUp, server } = await registryAt(() => ({ status: 429, headers: { 'retry-after': '600' } }));
    const other = await startPackageServer(() => ({ body: document }));
    for (const name of ['lib', 'lib', 'else']) {
      expect((await lookUp({ ...lib, name })).detail).toMatch(/answered 429, retry-after 600$/);
    }
    expect(server.asked).toHaveLength(1);
    expect((await lookUp({ ...lib, registry: other.url })).state).toBe('served');
    await other.close();
  });

  test("credentials in a registry's URL travel as a header, and into no message", async () => {
    server = await startPackageServer(({ headers }) => ({
      status: 401,
      body: `{"error":"no ${Buffer.from(String(headers.authorization).slice(6), 'base64')}"}`,
    }));
    const cwd = await folder({ '.npmrc': `registry=${server.url.replace('//', '//user:p%40ss@')}/npm/\n` });
    const { lookUp } = cliRegistry({ cwd, env: { PATH: process.env.PATH } });
    expect((await lookUp(lib)).detail).toMatch(
      /^127\.0\.0\.1:\d+ answered 401 \(no \*\*\*\) to the credentials given$/,
    );
    expect(server.asked).toEqual([
      expect.objectContaining({
        path: '/npm/lib',
        headers: expect.objectContaining({ authorization: 'Basic dXNlcjpwQHNz' }),
      }),
    ]);
  });

  test('a name with a scope, or with capitals from before there were rules, is asked for as it is', async () => {
    const { lookUp, server } = await asked(() => undefined);
    await lookUp({ name: '@acme/lib' });
    expect((await lookUp({ name: 'JSONStream' })).detail).toBe('the registry knows no package named JSONStream');
    expect(server.asked.map(({ path }) => path)).toEqual(['/@acme%2Flib', '/JSONStream']);
  });

  test('a document that did not change is not sent again, and a new one is seen at once', async () => {
    let etag = '"one"';
    server = await startPackageServer(({ headers }) =>
      headers['if-none-match'] === etag
        ? { status: 304 }
        : { headers: { etag }, body: etag === '"one"' ? packument('lib', { '0.9.0': {} }) : document },
    );
    const cwd = await folder();
    const { lookUp } = cliRegistry({ cwd, env: { PATH: process.env.PATH }, registryUrl: server.url });
    const states = [];
    for (const next of ['"one"', '"one"', '"two"', '"two"']) {
      etag = next;
      states.push((await lookUp(lib)).state);
    }
    expect(states).toEqual(['pending', 'pending', 'served', 'served']);
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"', '"one"', '"two"']);
  });

  test('the abbreviated document is asked for, and the full one where the commit counts', async () => {
    const { lookUp, server } = await asked(() => ({ body: document }));
    await lookUp();
    await lookUp({}, true);
    expect(server.asked.map(({ headers }) => headers.accept)).toEqual([
      expect.stringContaining('application/vnd.npm.install-v1+json'),
      'application/json',
    ]);
  });

  slow('two hundred questions at once are asked sixteen at a time', async () => {
    server = await startPackageServer(({ path }) => ({ body: packument(path.slice(1), { '1.0.0': {} }) }), {
      delayMs: 5,
    });
    const cwd = await folder();
    const { lookUp } = cliRegistry({ cwd, env: { PATH: process.env.PATH }, registryUrl: server.url });
    const names = Array.from({ length: 200 }, (_, index) => `p${index}`);
    const found = await Promise.all(names.map((name) => lookUp({ ...lib, name })));
    expect(found.map(({ state }) => state)).toEqual(names.map(() => 'served'));
    expect(server.mostAtOnce()).toBeLessThanOrEqual(16);
    expect(server.mostAtOnce()).toBeGreaterThan(4);
  });

  slow('versions are asked for again where one answer fails, and a registry that stays down is named', async () => {
    let down = 1;
    const { named } = await asked(() => (down-- > 0 ? { status: 502 } : { body: document }));
    expect(await shared.versions(named)).toEqual({ versions: ['1.0.0'], tags: { latest: '1.0.0' } });
    down = 3;
    await expect(shared.versions(named)).rejects.toThrow(
      /could not say which versions of lib there are: 127\.0\.0\.1:\d+ answered 502\.$/,
    );
  });

  test('without a dist-tag latest it is the newest, a prerelease only where there is no other', async () => {
    for (const [versions, latest] of [
      [['1.9.0', '1.10.0', '2.0.0-rc.1', 'odd'], '1.10.0'],
      [['1.0.0-rc.2', '1.0.0-rc.10'], '1.0.0-rc.10'],
      [[], undefined],
    ] as const) {
      const body = packument('lib', Object.fromEntries(versions.map((one) => [one, {}])), { next: '2.0.0-rc.1' });
      const { named, server } = await asked(() => ({ body }));
      expect(await shared.latest(named)).toBe(latest);
      await server.close();
    }
    server = undefined;
  });

  test('cancelling ends a question with the reason', async () => {
    const controller = new AbortController();
    server = await startPackageServer(() => ({ body: document }), { delayMs: 60_000 });
    const cwd = await folder();
    const asking = cliRegistry({
      ...{ cwd, env: { PATH: process.env.PATH }, registryUrl: server.url, signal: controller.signal },
    }).lookUp(lib);
    const reason = new Error('cancelled');
    while (server.asked.length === 0) await new Promise(setImmediate);
    controller.abort(reason);
    await expect(asking).rejects.toBe(reason);
  });
});

describe('a checkout', () => {
  test.each([
    [
      'package.json',
      JSON.stringify({ devEngines: { packageManager: { name: 'pnpm', version: '11.28.11', onFail: 'download' } } }),
    ],
    ['package.json', JSON.stringify({ devEngines: { runtime: { name: 'node', version: '>=99', onFail: 'error' } } })],
    ['package.json', JSON.stringify({ packageManager: 'yarn@4.1.0' })],
    ['package.json', '{ not JSON'],
    [
      '.npmrc',
      'engine-strict=true\n_auth=old\noffline=true\nproxy=http://127.0.0.1:9/\ncafile=/nowhere\nstrict-ssl=false\n',
    ],
  ])('whose %s stops npm or leads it away does not stop us: %s', async (file, text) => {
    const { lookUp } = await registryAt(() => ({ body: document }), { [`checkout/${file}`]: text });
    expect(await lookUp(lib)).toMatchObject({ state: 'served' });
  });

  test('says which registry serves a scope, and brings credentials of its own or from variables of the user', async () => {
    server = await startPackageServer(({ headers }) => (headers.authorization ? { body: document } : { status: 401 }));
    const { url } = server;
    const variables = ['EDA_TOKEN', 'INPUT_TOKEN', 'GITHUB_OUTPUT', 'ACTIONS_RUNTIME_TOKEN'];
    const foreign = [...variables, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'GONE'];
    const tokens = ['literal', ...['NPM_TOKEN', ...foreign].map((name) => `\${${name}}`)];
    const lines = tokens.flatMap((token, index) => [
      `@acme${index}:registry=${url}/npm${index}/`,
      `//${new URL(url).host}/npm${index}/:_authToken=${token}`,
    ]);
    const env = {
      ...{ PATH: process.env.PATH, NPM_TOKEN: 'of-the-user', EDA_TOKEN: 'of-the-manifest' },
      ...{ INPUT_TOKEN: 'of-the-action', GITHUB_OUTPUT: '/outputs', ACTIONS_RUNTIME_TOKEN: 'of-the-runner' },
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-job',
    };
    const cwd = await folder({ '.npmrc': lines.join('\n') });
    const { lookUp } = cliRegistry({ cwd, env, withheld: ['EDA_TOKEN'] });
    const ask = async (token: string) => {
      const { state, detail } = await lookUp({ ...lib, name: `@acme${tokens.indexOf(token)}/lib` });
      return { state, detail, sent: server?.asked.at(-1)?.headers.authorization };
    };
    expect(await ask('literal')).toMatchObject({ state: 'served', sent: 'Bearer literal' });
    expect(await ask('${NPM_TOKEN}')).toMatchObject({ state: 'served', sent: 'Bearer of-the-user' });
    for (const name of foreign) {
      expect(await ask(`\${${name}}`)).toEqual({
        state: 'unauthorized',
        detail: expect.stringMatching(
          new RegExp(`without credentials; \\.npmrc takes them from \\$\\{${name}\\}, which is not`),
        ),
        sent: undefined,
      });
    }
  });

  test("is not sent the user's credentials for another place, and cannot have them repeated to the log", async () => {
    server = await startPackageServer(({ headers }) => ({
      status: 403,
      body: JSON.stringify({ error: `no ${headers.authorization}` }),
    }));
    const { host } = new URL(server.url);
    const home = await folder({
      '.npmrc': `//${host}/private/:_authToken=secret-of-the-user\n`,
      'checkout/.npmrc': '',
    });
    const env = { PATH: process.env.PATH, HOME: home };
    const { lookUp } = cliRegistry({ cwd: `${home}/checkout`, env });
    await lookUp({ ...lib, registry: `${server.url}/attacker` });
    const { detail } = await lookUp({ ...lib, registry: `${server.url}/private` });
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer secret-of-the-user']);
    expect(detail).toMatch(/answered 403 \(no Bearer \*\*\*\) to the credentials given/);
  });

  test('holds the configuration of the user where a variable of the user names it', async () => {
    server = await startPackageServer(() => ({ body: document }));
    const cwd = await folder({ 'config/npmrc': `registry=${server.url}\n` });
    const env = { PATH: process.env.PATH, HOME: cwd, NPM_CONFIG_USERCONFIG: 'config/npmrc' };
    expect(await cliRegistry({ cwd, env }).latest({ npm: 'lib' })).toBe('1.0.0');
  });

  test('that names something else than a URL as its registry is told so', async () => {
    const { lookUp } = await registryAt(() => undefined, { 'checkout/.npmrc': 'registry=ftp://x/\n' });
    await expect(lookUp(lib)).rejects.toThrow(
      /names "ftp:\/\/x\/" as the registry of lib, which is not an http or https URL/,
    );
  });
});
