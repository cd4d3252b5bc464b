import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { servedWorld, virtualWorld } from './world.ts';

const run = promisify(execFile);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const folder = temporaryFolders();

slow('the npm CLI reads versions and integrity, and installs what is served', async () => {
  const { github, url, close } = await servedWorld();
  try {
    github.registry.publish({ registry: 'npm', name: '@acme/library', version: '1.0.0' });
    github.registry.publish({ registry: 'npm', name: '@acme/library', version: '1.1.0' });
    github.registry.publish({ registry: 'npm', name: '@acme/library', version: '1.2.0', lagMs: 3_600_000 });
    const place = await folder();
    const common = ['--registry', `${url}/registry/npm/`, '--cache', join(place, 'cache'), '--no-audit', '--no-fund'];
    const options = { cwd: place, shell: process.platform === 'win32' };
    const view = await run(npm, ['view', '@acme/library', '--json', ...common], options);
    const found = JSON.parse(view.stdout);
    expect(found).toMatchObject({ version: '1.1.0', versions: ['1.0.0', '1.1.0'] });
    await run(npm, ['install', '--prefix', place, '@acme/library@1.0.0', ...common], options);
    const missing = run(npm, ['view', '@acme/other', '--json', ...common], options);
    await expect(missing).rejects.toMatchObject({ stdout: expect.stringContaining('E404') });
  } finally {
    await close();
  }
});

/** Whether this machine has pip at all; the protocol itself is checked in any case. */
async function hasPip(): Promise<boolean> {
  return run('python3', ['-m', 'pip', '--version']).then(
    () => true,
    () => false,
  );
}

slow('pip sees the versions that are served', async () => {
  const { github, url, close } = await servedWorld();
  try {
    github.registry.publish({ registry: 'pypi', name: 'Acme.Library', version: '1.0.0' });
    github.registry.publish({ registry: 'pypi', name: 'acme-library', version: '1.1.0' });
    const page = `${url}/registry/pypi/simple/acme-library/`;
    const json = await fetch(page, { headers: { accept: 'application/vnd.pypi.simple.v1+json' } });
    expect(await json.json()).toMatchObject({ name: 'acme-library', versions: ['1.0.0', '1.1.0'] });
    const html = await fetch(page, { headers: { accept: 'text/html' } });
    expect(await html.text()).toContain('acme_library-1.1.0-py3-none-any.whl#sha256=');
    if (!(await hasPip())) return;
    const index = ['--index-url', `${url}/registry/pypi/simple`, '--disable-pip-version-check', '--no-cache-dir'];
    const { stdout } = await run('python3', ['-m', 'pip', 'index', 'versions', 'acme-library', ...index]);
    expect(stdout).toContain('Available versions: 1.1.0, 1.0.0');
    const target = ['-d', await folder()];
    await run('python3', ['-m', 'pip', 'download', '--no-deps', 'acme-library==1.0.0', ...target, ...index]);
  } finally {
    await close();
  }
});

test('a version never changes: the same bytes are no news, others a conflict', () => {
  const { registry } = virtualWorld().github;
  const release = { registry: 'npm', name: 'x', version: '1.0.0', integrity: 'sha512-a' } as const;
  const outcomes = [release, release, { ...release, integrity: 'sha512-b' }].map((one) => registry.publish(one));
  expect(outcomes).toEqual(['published', 'already', 'conflict']);
});
