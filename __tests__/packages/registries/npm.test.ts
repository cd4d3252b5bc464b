import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cliRegistry } from '../../../src/packages/registries/package-registry.ts';
import { verifyPublished } from '../../../src/packages/registries/verify.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { type Interference, startProxy } from '../../support/delaying-proxy.ts';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { slow } from '../../support/slow.ts';

let registry: NpmRegistry;
let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'npm-client-'));
  registry = await startNpmRegistry();
  await registry.release('lib', '1.0.0');
  await registry.release('lib', '1.1.0-rc.1');
  await registry.release('@private/lib', '2.0.0');
});
afterAll(async () => {
  await registry.close();
  await rm(cwd, { recursive: true });
});

const clients = (more = {}) => cliRegistry({ cwd, env: registry.env, ...more });
const npm = (name: string, version: string) => ({ ecosystem: 'npm', name, version }) as const;

async function behind<T>(interfere: Interference, work: (url: string) => Promise<T>): Promise<T> {
  const proxy = await startProxy(registry.url, interfere);
  try {
    return await work(proxy.url);
  } finally {
    await proxy.close();
  }
}

describe('a real npm registry', () => {
  slow('a served version, with its digest', async () => {
    expect(await clients().lookUp(npm('lib', '1.0.0'))).toMatchObject({
      state: 'served',
      facts: { integrity: [expect.stringMatching(/^sha512-/), expect.stringMatching(/^sha1-/)], provenance: false },
    });
    expect(await clients().served({ npm: 'lib' }, '1.1.0-rc.1')).toEqual({
      served: true,
      integrity: expect.stringMatching(/^sha512-/),
      detail: 'served without provenance',
    });
  });

  slow('a missing version and a missing name are told apart', async () => {
    expect(await clients().lookUp(npm('lib', '9.0.0'))).toEqual({
      state: 'pending',
      detail: 'the registry has lib, but not 9.0.0',
    });
    expect(await clients().lookUp(npm('@acme/none', '1.0.0'))).toEqual({
      state: 'absent',
      detail: 'the registry knows no package named @acme/none',
    });
    expect(await clients().served({ npm: 'lib' }, '9.0.0')).toMatchObject({ served: false });
  });

  slow('the latest version, or none for a name that does not exist yet', async () => {
    expect(await clients().latest({ npm: 'lib' })).toBe('1.1.0-rc.1');
    expect(await clients().latest({ npm: 'none' })).toBeUndefined();
    await expect(clients({ registryUrl: 'http://127.0.0.1:9' }).latest({ npm: 'lib' })).rejects.toMatchObject({
      name: 'UserError',
    });
  });

  slow('all versions and the names that the registry gives to some', async () => {
    expect(await clients().versions({ npm: 'lib' })).toEqual({
      versions: ['1.0.0', '1.1.0-rc.1'],
      tags: { latest: '1.1.0-rc.1' },
    });
    expect((await clients().versions({ npm: '@private/lib' }))?.versions).toEqual(['2.0.0']);
    expect(await clients().versions({ npm: 'none' })).toBeUndefined();
  });

  slow('credentials of .npmrc count; without them access is refused', async () => {
    expect((await clients().lookUp(npm('@private/lib', '2.0.0'))).state).toBe('served');
    const env = { ...registry.env, npm_config_userconfig: join(cwd, 'none') };
    expect((await clients({ env, registryUrl: registry.url }).lookUp(npm('@private/lib', '2.0.0'))).state).toBe(
      'unauthorized',
    );
  });

  test("a scope's registry in the checkout's .npmrc counts, and registry-url overrides it", async () => {
    const folder = join(cwd, 'scoped');
    await mkdir(folder);
    await writeFile(join(folder, '.npmrc'), '@private:registry=http://127.0.0.1:9/\n');
    expect((await clients({ cwd: folder }).lookUp(npm('@private/lib', '2.0.0'))).state).toBe('unreachable');
    expect((await clients({ cwd: folder, registryUrl: registry.url }).lookUp(npm('@private/lib', '2.0.0'))).state).toBe(
      'served',
    );
  });

  slow('a registry that is down, broken or drops the line is unreachable', async () => {
    expect(await clients({ registryUrl: 'http://127.0.0.1:9' }).lookUp(npm('lib', '1.0.0'))).toMatchObject({
      state: 'unreachable',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
    for (const fault of [
      { status: 503 },
      { status: 500 },
      { status: 200, body: '<html>' },
      { status: 0, drop: true },
    ]) {
      const seen = await behind(
        () => fault,
        (registryUrl) => clients({ registryUrl }).lookUp(npm('lib', '1.0.0')),
      );
      expect(seen.state).toBe('unreachable');
    }
  });

  test('a machine without npm is told what to add', async () => {
    await expect(clients({ env: { PATH: cwd } }).lookUp(npm('lib', '1.0.0'))).rejects.toThrow(
      /npm is not installed.*setup-node/,
    );
  });

  test('a version that becomes visible late is waited for, past every cache', async () => {
    const late: Interference = (path, count) => (path === '/slow' && count <= 2 ? { status: 404 } : undefined);
    await registry.release('slow', '1.0.0');
    const states: string[] = [];
    const clock = { now: () => Date.now(), sleep: () => realClock.sleep(1) };
    const [result] = await behind(late, (registryUrl) =>
      verifyPublished([npm('slow', '1.0.0')], {
        lookUp: clients({ registryUrl }).lookUp,
        clock,
        deadline: Date.now() + 15_000,
        onChange: ({ state }) => states.push(state),
      }),
    );
    expect(states).toEqual(['absent', 'served']);
    expect(result?.state).toBe('served');
  });

  slow('a new version of a package that was looked at a moment ago is seen at once', async () => {
    await registry.release('fresh', '1.0.0');
    expect((await clients().lookUp(npm('fresh', '1.0.1'))).state).toBe('pending');
    await registry.release('fresh', '1.0.1');
    expect((await clients().lookUp(npm('fresh', '1.0.1'))).state).toBe('served');
  });
});
