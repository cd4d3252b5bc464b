import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startProxy } from '../support/delaying-proxy.ts';
import { describeWith } from '../support/needs.ts';
import { type NpmRegistry, startNpmRegistry } from '../support/npm-registry.ts';
import { startPackageServer } from '../support/package-server.ts';
import { startPythonIndex } from '../support/python-index.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();
let registry: NpmRegistry;
beforeAll(async () => {
  registry = await startNpmRegistry();
  await registry.release('lib', '1.0.0');
  await registry.release('@acme/lib', '2.0.0-rc.1');
});
afterAll(() => registry.close());
const verify = (inputs: Record<string, string>, env: Record<string, string> = {}) =>
  runBundle('verify-published', { inputs, env: { ...registry.env, ...env } });

describe('npm', () => {
  test('what is served is reported as published', async () => {
    const { exitCode, outputs, summary, stdout } = await verify({
      packages: 'npm:lib@1.0.0\nnpm:@acme/lib@2.0.0-rc.1',
    });
    expect(stdout).toMatch(/npm:@acme\/lib@2\.0\.0-rc\.1: served after \d+ s \(without provenance\)/);
    expect({ exitCode, published: outputs.published }).toEqual({ exitCode: 0, published: 'true' });
    expect(JSON.parse(outputs.report ?? '')).toEqual([
      expect.objectContaining({ package: 'npm:lib@1.0.0', state: 'served', 'waited-seconds': expect.any(Number) }),
      expect.objectContaining({ package: 'npm:@acme/lib@2.0.0-rc.1', state: 'served' }),
    ]);
    expect(summary).toContain('### Published: 2 of 2');
  });

  slow('what is missing fails the step, one annotation each, outputs set', async () => {
    const { exitCode, outputs, stdout } = await verify({
      packages: 'npm:lib@9.0.0\nnpm:none@1.0.0\nnpm:lib@1.0.0',
      timeout: '0s',
    });
    expect({ exitCode, published: outputs.published }).toEqual({ exitCode: 1, published: 'false' });
    expect(stdout.match(/^::error::.*/gm)).toEqual([
      expect.stringMatching(/npm:lib@9\.0\.0.*not-yet-visible.*the registry has lib, but not 9\.0\.0/),
      expect.stringMatching(/npm:none@1\.0\.0.*absent.*trusted publishing cannot create it/),
    ]);
  });

  slow('other bytes than planned are a conflict', async () => {
    const integrity = `npm:lib@1.0.0: sha512-${Buffer.alloc(64).toString('base64')}`;
    const { exitCode, stdout } = await verify({ packages: 'npm:lib@1.0.0', integrity });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/::error::npm:lib@1\.0\.0.*conflict.*other bytes.*immutable/);
  });

  slow('a registry that is late is waited for', async () => {
    const proxy = await startProxy(registry.url, (path, count) =>
      path === '/lib' && count === 1 ? { status: 404 } : undefined,
    );
    const { exitCode, stdout } = await verify({ packages: 'npm:lib@1.0.0', 'registry-url': proxy.url });
    await proxy.close();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/lib@1\.0\.0: absent after[\s\S]*lib@1\.0\.0: served after/);
  });

  test('a checkout that stops npm, or leads it away, does not stop the look-up', async () => {
    const cwd = await folder({
      'package.json': JSON.stringify({
        devEngines: { packageManager: { name: 'pnpm', version: '11.28.11', onFail: 'download' } },
        packageManager: 'pnpm@11.28.11',
      }),
      '.npmrc': 'engine-strict=true\nproxy=http://127.0.0.1:9/\n',
    });
    const { exitCode, stdout } = await runBundle('verify-published', {
      ...{ cwd, inputs: { packages: 'npm:lib@1.0.0', timeout: '0s' }, env: registry.env },
    });
    expect(stdout).toContain('npm:lib@1.0.0: served');
    expect(exitCode).toBe(0);
  });

  test('bad lines are faults at once, with their numbers', async () => {
    const { exitCode, stdout } = await verify({
      packages: 'npm:lib@1.0.0\nlib\nnpm:lib@latest',
      'registry-url': 'http://127.0.0.1:9',
    });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/::error::Input packages, line 2:.*\n::error::Input packages, line 3:/);
    expect(stdout).not.toContain('Waiting');
  });
});

describeWith('python', 'with pip', () => {
  slow.each(['', 'src'])(
    'nothing of a checkout is run to ask PyPI, neither in it nor where PYTHONPATH points (%j)',
    async (place) => {
      const server = await startPackageServer(({ path }) =>
        path === '/simple/acme-lib/'
          ? {
              headers: { 'content-type': 'text/html' },
              body: '<a href="acme_lib-1.0.0-py3-none-any.whl">acme_lib-1.0.0-py3-none-any.whl</a>',
            }
          : undefined,
      );
      const evil =
        'import os\nopen(os.environ["MARK"], "a").write(__name__)\nprint("Available versions: 9.9.9")\nraise SystemExit(0)\n';
      const names = ['pip.py', 'logging.py', 'typing.py', 'sitecustomize.py'].map((name) => [join(place, name), evil]);
      const cwd = await folder(Object.fromEntries(names));
      const mark = join(await folder(), 'mark');
      const { exitCode, stdout } = await runBundle('verify-published', {
        cwd,
        inputs: {
          packages: 'pypi:acme-lib==1.0.0\npypi:acme-lib==9.9.9',
          'index-url': `${server.url}/simple/`,
          timeout: '0s',
        },
        env: { MARK: mark, PYTHONPATH: join(cwd, place) },
      });
      await server.close();
      expect(stdout).toContain('pypi:acme-lib==1.0.0: served');
      expect(stdout).toContain('pypi:acme-lib==9.9.9: not-yet-visible');
      expect(exitCode).toBe(1);
      await expect(readFile(mark, 'utf8')).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );

  slow('npm and PyPI together', async () => {
    const index = await startPythonIndex();
    await index.release('acme-lib', '2.0.0rc1');
    const { exitCode, stdout } = await verify(
      { packages: 'pypi:Acme_Lib==2.0.0-rc.1\nnpm:lib@1.0.0', 'index-url': index.url },
      { PATH: index.env.PATH ?? '' },
    );
    await index.close();
    expect(stdout).toContain('pypi:Acme_Lib==2.0.0-rc.1: served');
    expect(exitCode).toBe(0);
  });
});
