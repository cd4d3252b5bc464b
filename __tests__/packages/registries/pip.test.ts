import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cliRegistry } from '../../../src/packages/registries/package-registry.ts';
import { startProxy } from '../../support/delaying-proxy.ts';
import { describeWith } from '../../support/needs.ts';
import { startPackageServer } from '../../support/package-server.ts';
import { type PythonIndex, startPythonIndex } from '../../support/python-index.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const pypi = (name: string, version: string) => ({ ecosystem: 'pypi', name, version }) as const;

const folder = temporaryFolders();

test('a machine without Python is told what to add', async () => {
  const cwd = await folder();
  const { lookUp } = cliRegistry({ cwd, env: { PATH: cwd } });
  await expect(lookUp(pypi('lib', '1.0'))).rejects.toThrow(/Python with pip is not installed.*setup-python/);
});

describeWith('python', 'with pip', () => {
  let index: PythonIndex;
  let cwd: string;
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'pip-client-'));
    index = await startPythonIndex();
    await index.release('My_Lib', '1.0.0');
    await index.release('My_Lib', '1.1.0rc1');
    await index.release('only-pre', '0.1.0a1');
  });
  afterAll(async () => {
    await index.close();
    await rm(cwd, { recursive: true });
  });

  describe('an index of which not every file may be taken here', () => {
    const page = [
      '<a href="acme-1.0.0-py3-none-any.whl" data-yanked="broken: see http://x.test/a b">x</a>',
      '<a href="acme-1.0.0.tar.gz" data-yanked="">x</a>',
      '<a href="acme-1.1.0rc1.tar.gz">x</a>',
      '<a href="acme-0.9-cp39-cp39-win_arm64.whl">x</a>',
      '<a href="acme_tools-3.0.tar.gz" data-yanked="">x</a>',
    ];
    const asked = async (lines: readonly string[]) => {
      const server = await startPackageServer(({ path }) =>
        path === '/simple/acme/' ? { headers: { 'content-type': 'text/html' }, body: lines.join('\n') } : undefined,
      );
      const registry = cliRegistry({ cwd, env: index.env, indexUrl: `${server.url}/simple/` });
      return { ...registry, close: server.close };
    };

    slow('what was yanked is published all the same, and so is what fits other machines only', async () => {
      const { lookUp, versions, latest, close } = await asked(page);
      expect(await lookUp(pypi('acme', '1.0'))).toEqual({
        state: 'served',
        detail: 'as 1.0.0, yanked: <none given>',
        facts: { integrity: [], yanked: '<none given>' },
      });
      expect(await lookUp(pypi('acme', '0.9'))).toMatchObject({
        state: 'served',
        detail: 'as 0.9, by wheels for other machines',
      });
      expect(await lookUp(pypi('acme', '2.0'))).toMatchObject({
        state: 'pending',
        detail: 'the index has acme up to 1.1.0rc1, but not 2.0',
      });
      expect((await versions({ pypi: 'acme' }))?.versions).toEqual(['1.1.0rc1', '0.9', '1.0.0']);
      expect(await latest({ pypi: 'acme' })).toBe('0.9');
      await close();
    });

    slow('a project of which everything was yanked has a version, one of which nothing is left has none', async () => {
      const all = await asked(page.slice(0, 1));
      expect(await all.latest({ pypi: 'acme' })).toBe('1.0.0');
      expect(await all.lookUp(pypi('acme', '1.0.0'))).toMatchObject({
        state: 'served',
        facts: { yanked: 'broken: see http://x.test/a b' },
      });
      await all.close();
      const none = await asked([]);
      expect(await none.versions({ pypi: 'acme' })).toEqual({ versions: [], tags: {} });
      expect((await none.lookUp(pypi('acme', '1.0.0'))).state).toBe('pending');
      await none.close();
    });
  });

  describe('a real Python index, asked by pip', () => {
    const clients = (more = {}) => cliRegistry({ cwd, env: index.env, ...more });

    slow('a served version, however its name and version are spelled', async () => {
      for (const [name, version, detail] of [
        ['my-lib', '1.0.0', 'as 1.0.0'],
        ['My.Lib', '1.0', 'as 1.0.0'],
        ['my_lib', '1.1.0-rc.1', 'as 1.1.0rc1'],
      ] as const) {
        expect(await clients().lookUp(pypi(name, version))).toEqual({
          state: 'served',
          detail,
          facts: { integrity: [] },
        });
      }
    });

    slow('the digest of the wheel, where it is asked for', async () => {
      const folder = join(index.env.HOME ?? '', 'packages');
      const wheel = (await readdir(folder)).find((one) => /1\.0\.0-.*whl$/.test(one)) ?? '';
      const digest = createHash('sha256')
        .update(await readFile(join(folder, wheel)))
        .digest('base64');
      expect(await clients().lookUp(pypi('my-lib', '1.0.0'), true)).toMatchObject({
        facts: { integrity: [`sha256-${digest}`] },
      });
    });

    slow('a missing version and a missing name are told apart', async () => {
      expect(await clients().lookUp(pypi('my-lib', '9.0'))).toEqual({
        state: 'pending',
        detail: 'the index has my-lib up to 1.1.0rc1, but not 9.0',
      });
      expect(await clients().lookUp(pypi('none', '1.0'))).toMatchObject({ state: 'absent' });
    });

    slow('the latest version, a prerelease only where there is no other', async () => {
      expect(await clients().latest({ pypi: 'my-lib' })).toBe('1.0.0');
      expect(await clients().latest({ pypi: 'only-pre' })).toBe('0.1.0a1');
      expect(await clients().latest({ pypi: 'none' })).toBeUndefined();
    });

    slow('all versions, prereleases too', async () => {
      expect(await clients().versions({ pypi: 'my-lib' })).toEqual({
        versions: ['1.1.0rc1', '1.0.0'],
        tags: { latest: '1.0.0' },
      });
      expect(await clients().versions({ pypi: 'none' })).toBeUndefined();
    });

    slow(
      "pip's configuration counts, also where the variable names it as the checkout sees it, and index-url overrides it, extra indexes included",
      async () => {
        const config = join(cwd, 'pip.conf');
        await writeFile(
          config,
          `[global]\nindex-url = http://127.0.0.1:9/\nextra-index-url = http://127.0.0.1:9/more/\n`,
        );
        const env = { ...index.env, PIP_CONFIG_FILE: 'pip.conf' };
        expect((await clients({ env }).lookUp(pypi('my-lib', '1.0'))).state).toBe('unreachable');
        expect((await clients({ env, indexUrl: index.url }).lookUp(pypi('my-lib', '1.0'))).state).toBe('served');
        expect((await clients({ env, indexUrl: index.url }).lookUp(pypi('none', '1.0'))).state).toBe('absent');
      },
    );

    slow.each([
      [401, 'unauthorized'],
      [403, 'unauthorized'],
      [404, 'absent'],
      [500, 'unreachable'],
      [503, 'unreachable'],
    ])('an answer %i means %s', async (status, state) => {
      const proxy = await startProxy(index.url, () => ({ status }));
      const seen = await clients({ indexUrl: proxy.url }).lookUp(pypi('my-lib', '1.0'));
      await proxy.close();
      expect(seen.state).toBe(state);
    });
  });
});
