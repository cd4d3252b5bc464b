import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cliRegistry } from '../../../src/packages/registries/package-registry.ts';
import { startProxy } from '../../support/delaying-proxy.ts';
import { need } from '../../support/needs.ts';
import { type PythonIndex, startPythonIndex } from '../../support/python-index.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const pypi = (name: string, version: string) => ({ ecosystem: 'pypi', name, version }) as const;

const folder = temporaryFolders();

test('a machine without Python is told what to add', async () => {
  const cwd = await folder();
  const { lookUp } = cliRegistry({ cwd, env: { PATH: cwd } });
  await expect(lookUp(pypi('lib', '1.0'))).rejects.toThrow(/Python with pip is not installed.*setup-python/);
});

if (need('python')) {
  describe('a real Python index, asked by pip', () => {
    let index: PythonIndex;
    let cwd: string;
    beforeAll(async () => {
      cwd = await mkdtemp(join(tmpdir(), 'pip-client-'));
      index = await startPythonIndex();
      await index.release('My_Lib', '1.0.0');
      await index.release('My_Lib', '1.1.0rc1');
      await index.release('only-pre', '0.1.0a1');
    }, 180_000);
    afterAll(async () => {
      await index.close();
      await rm(cwd, { recursive: true });
    });
    const clients = (more = {}) => cliRegistry({ cwd, env: index.env, ...more });

    test('a served version, however its name and version are spelled', async () => {
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

    test('the digest of the wheel, where it is asked for', async () => {
      const folder = join(index.env.HOME ?? '', 'packages');
      const wheel = (await readdir(folder)).find((one) => /1\.0\.0-.*whl$/.test(one)) ?? '';
      const digest = createHash('sha256')
        .update(await readFile(join(folder, wheel)))
        .digest('base64');
      expect(await clients().lookUp(pypi('my-lib', '1.0.0'), true)).toMatchObject({
        facts: { integrity: [`sha256-${digest}`] },
      });
    });

    test('a missing version and a missing name are told apart', async () => {
      expect(await clients().lookUp(pypi('my-lib', '9.0'))).toEqual({
        state: 'pending',
        detail: 'the index has my-lib up to 1.1.0rc1, but not 9.0',
      });
      expect(await clients().lookUp(pypi('none', '1.0'))).toMatchObject({ state: 'absent' });
    });

    test('the latest version, a prerelease only where there is no other', async () => {
      expect(await clients().latest({ pypi: 'my-lib' })).toBe('1.0.0');
      expect(await clients().latest({ pypi: 'only-pre' })).toBe('0.1.0a1');
      expect(await clients().latest({ pypi: 'none' })).toBeUndefined();
    });

    test('all versions, prereleases too', async () => {
      expect(await clients().versions({ pypi: 'my-lib' })).toEqual({
        versions: ['1.1.0rc1', '1.0.0'],
        tags: { latest: '1.0.0' },
      });
      expect(await clients().versions({ pypi: 'none' })).toBeUndefined();
    });

    test("pip's configuration counts, also where the variable names it as the checkout sees it, and index-url overrides it, extra indexes included", async () => {
      const config = join(cwd, 'pip.conf');
      await writeFile(
        config,
        `[global]\nindex-url = http://127.0.0.1:9/\nextra-index-url = http://127.0.0.1:9/more/\n`,
      );
      const env = { ...index.env, PIP_CONFIG_FILE: 'pip.conf' };
      expect((await clients({ env }).lookUp(pypi('my-lib', '1.0'))).state).toBe('unreachable');
      expect((await clients({ env, indexUrl: index.url }).lookUp(pypi('my-lib', '1.0'))).state).toBe('served');
      expect((await clients({ env, indexUrl: index.url }).lookUp(pypi('none', '1.0'))).state).toBe('absent');
    });

    test.each([
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
}
