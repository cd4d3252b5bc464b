import { afterEach, describe, expect, test } from '@jest/globals';
import { cliRegistry } from '../../../src/packages/registries/package-registry.ts';
import { issue } from '../../support/certificates.ts';
import { packument, startPackageServer } from '../../support/package-server.ts';
import { type Servers, startServers } from '../../support/servers.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();
const lib = { ecosystem: 'npm', name: 'lib', version: '1.0.0' } as const;
const body = packument('lib', { '1.0.0': {} });
let servers: Servers | undefined;
afterEach(async () => {
  await servers?.close();
  servers = undefined;
});

/** One look with these lines in the user's .npmrc and these in the checkout's. */
async function look(user: string, checkout = '', files: Record<string, string> = {}) {
  const home = await folder({ ...files, '.npmrc': user, 'checkout/.npmrc': checkout });
  const env = { PATH: process.env.PATH, HOME: home, npm_config_globalconfig: `${home}/none` };
  return cliRegistry({ cwd: `${home}/checkout`, env }).lookUp(lib);
}

describe("a registry with an authority of its own, npm's cafile", () => {
  async function registry() {
    servers = startServers();
    const authority = issue({ name: 'Acme CA', isAuthority: true });
    const url = await servers.https(issue({ name: 'localhost', issuer: authority }), (_, response) =>
      response.end(body),
    );
    return { url, files: { 'ca.pem': authority.cert, 'checkout/ca.pem': authority.cert } };
  }

  test('is believed where the user names it', async () => {
    const { url, files } = await registry();
    expect((await look(`registry=${url}\ncafile=~/ca.pem\n`, '', files)).state).toBe('served');
  });

  slow('is not where nobody does, where a checkout does, or where npm is told not to verify', async () => {
    const { url, files } = await registry();
    for (const [user, checkout, advice] of [
      ['', '', /unknown authority.*name its authority by cafile in the \.npmrc of the user/],
      ['', 'cafile=ca.pem\nstrict-ssl=false\n', /name its authority by cafile/],
      ['strict-ssl=false\n', '', /npm is told not to verify certificates.*never done here/],
    ] as const) {
      const seen = await look(`registry=${url}\n${user}`, checkout, files);
      expect(seen).toMatchObject({ state: 'unreachable', detail: expect.stringMatching(advice) });
    }
  });
});

describe('a registry that asks for a client certificate', () => {
  slow('gets the one that the user names for it, and a checkout names none', async () => {
    servers = startServers();
    const authority = issue({ name: 'Acme CA', isAuthority: true });
    const client = issue({ name: 'client.test', issuer: authority });
    const mutual = {
      ...issue({ name: 'localhost', issuer: authority }),
      ...{ ca: authority.cert, requestCert: true, rejectUnauthorized: true },
    };
    const url = await servers.https(mutual, (_, response) => response.end(body));
    const place = new URL(url).host;
    const files = { 'ca.pem': authority.cert, 'client.pem': client.cert, 'client.key': client.key };
    const folders = await folder(files);
    const base = `registry=${url}\ncafile=~/ca.pem\n`;
    const named = `//${place}/:certfile=${folders}/client.pem\n//${place}/:keyfile=${folders}/client.key\n`;
    expect((await look(base + named, '', files)).state).toBe('served');
    expect((await look(base, named, files)).state).toBe('unreachable');
    await expect(look(`${base}${named.replace('client.key', 'gone.key')}`, '', files)).rejects.toThrow(
      /names .*gone\.key for a client certificate .*could not be read/,
    );
  });
});

describe("npm's proxy", () => {
  slow(
    'is used where the user names it, but for what it is not to be used, and never by the word of a checkout',
    async () => {
      const proxy = await startPackageServer(() => ({ body }));
      const direct = await startPackageServer(() => ({ body }));
      const through = await look(`registry=http://registry.test/npm/\nproxy=${proxy.url}\n`);
      expect([through.state, proxy.asked.map(({ path }) => path)]).toEqual([
        'served',
        ['http://registry.test/npm/lib'],
      ]);

      expect((await look(`registry=${direct.url}\nproxy=${proxy.url}\nnoproxy=127.0.0.1\n`)).state).toBe('served');
      const stranger = await look(
        'registry=http://registry.test/npm/\n',
        `proxy=${proxy.url}\nhttps-proxy=${proxy.url}\n`,
      );
      expect(stranger.state).toBe('unreachable');
      expect([proxy.asked.length, direct.asked.length]).toEqual([1, 1]);
      await Promise.all([proxy.close(), direct.close()]);
    },
  );
});
