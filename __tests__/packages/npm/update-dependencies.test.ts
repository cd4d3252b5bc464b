import { chmod, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { applyUpdate, checkVersions, prepareUpdate } from '../../../src/packages/npm/update-dependencies.ts';
import { createLog } from '../../../src/platform/runner/log.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';

let registry: NpmRegistry;
let folder: string;
beforeAll(async () => {
  registry = await startNpmRegistry();
  for (const version of ['1.0.0', '1.1.0', '2.0.0']) await registry.release('lib', version);
  await registry.release('needs-more', '2.0.0', { dependencies: { 'not-there': '^1.0.0' } });
});
afterAll(() => registry.close());
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'update-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function files(contents: Readonly<Record<string, string | object>>): Promise<void> {
  for (const [name, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(
      join(folder, name),
      typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
    );
  }
}
const read = (name: string) => readFile(join(folder, name), 'utf8');

async function update(
  versions: Record<string, string>,
  { lockfile = true, env = registry.env, timeout = 0, signal = new AbortController().signal, directory = '.' } = {},
) {
  const prepared = await prepareUpdate(join(folder, directory), folder, versions);
  const printed: string[] = [];
  const log = createLog((line) => printed.push(line), false);
  const surroundings = { workspace: folder, env, log, clock: realClock, signal, timeoutMs: timeout };
  const changed = await applyUpdate(prepared, { versions, lockfile }, surroundings);
  return { changed, printed: printed.join('') };
}

/** Every file below the folder with its bytes, so that "nothing was changed" is the whole truth. */
async function everything(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(
    await Promise.all(paths.sort().map(async (path) => [path, await readFile(path, 'hex')] as const)),
  );
}

describe('the lock file is refreshed by the package manager of the repository', () => {
  slow('npm, with workspaces', async () => {
    await files({
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'], dependencies: { lib: '^1.0.0' } },
      'packages/a/package.json': { name: 'a', version: '1.0.0', dependencies: { lib: '~1.0.0' } },
      'packages/b/package.json': { name: 'b', version: '1.0.0', peerDependencies: { lib: '^0.9.0 || ^1.0.0' } },
      'elsewhere/package.json': { name: 'elsewhere', dependencies: { lib: '^1.0.0' } },
    });
    await run('npm', ['install', '--package-lock-only'], { cwd: folder, env: registry.env });
    const { changed } = await update({ lib: '2.0.0' });
    expect(changed).toEqual([
      'package.json',
      'packages/a/package.json',
      'packages/b/package.json',
      'package-lock.json',
    ]);
    expect(JSON.parse(await read('package.json')).dependencies.lib).toBe('^2.0.0');
    expect(JSON.parse(await read('packages/b/package.json')).peerDependencies.lib).toBe('^0.9.0 || ^1.0.0 || ^2.0.0');
    expect(await read('elsewhere/package.json')).toContain('^1.0.0');
    expect(JSON.parse(await read('package-lock.json')).packages['node_modules/lib'].version).toBe('2.0.0');
    expect(await readdir(folder)).not.toContain('node_modules');
  });

  slow('pnpm, with a catalog, where the lock file is frozen by configuration', async () => {
    await files({
      'package.json': {
        name: 'root',
        private: true,
        packageManager: 'pnpm@10.34.9',
        devDependencies: { lib: 'catalog:' },
      },
      'pnpm-workspace.yaml': 'packages:\n  - packages/*\n  - "!packages/skipped"\ncatalog:\n  lib: ^1.0.0 # shared\n',
      'packages/a/package.json': { name: 'a', version: '1.0.0', dependencies: { lib: '~1.0.0', b: 'workspace:*' } },
      'packages/b/package.json': { name: 'b', version: '1.0.0' },
      'packages/skipped/package.json': { name: 'skipped', dependencies: { lib: '^1.0.0' } },
    });
    const env = { ...registry.env, npm_config_store_dir: join(folder, '.store'), npm_config_frozen_lockfile: 'true' };
    await run('pnpm', ['install', '--lockfile-only', '--no-frozen-lockfile'], { cwd: folder, env });
    const { changed } = await update({ lib: '2.0.0' }, { env });
    expect(changed).toEqual(['packages/a/package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml']);
    expect(await read('pnpm-workspace.yaml')).toContain('  lib: ^2.0.0 # shared\n');
    expect(await read('pnpm-lock.yaml')).toContain('lib@2.0.0');
    expect(await read('pnpm-lock.yaml')).not.toContain('lib@1.');
    expect(await read('packages/skipped/package.json')).toContain('^1.0.0');
  });

  slow('yarn, with a catalog in its configuration', async () => {
    const { hostname } = new URL(registry.url);
    const yarnrc = `npmRegistryServer: "${registry.url}"\nunsafeHttpWhitelist: ["${hostname}"]\nenableTelemetry: false\nglobalFolder: ./.yarn-global\nnpmMinimalAgeGate: 0\ncatalog:\n  lib: ^1.0.0 # for all\n`;
    await files({
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      'packages/a/package.json': { name: 'a', version: '1.0.0', dependencies: { lib: 'catalog:' } },
      '.yarnrc.yml': yarnrc,
      'yarn.lock': '',
    });
    const env = { ...registry.env, HOME: folder };
    await run('yarn', ['install', '--mode=update-lockfile'], { cwd: folder, env });
    const { changed } = await update({ lib: '2.0.0' }, { env });
    expect(changed).toEqual(['.yarnrc.yml', 'yarn.lock']);
    expect(await read('.yarnrc.yml')).toBe(yarnrc.replace('^1.0.0', '^2.0.0'));
    expect(await read('yarn.lock')).toMatch(/version: 2\.0\.0/);
    expect(await read('yarn.lock')).not.toMatch(/version: 1\./);
  });

  slow('yarn, where its configuration forbids to change the lock file', async () => {
    const { hostname } = new URL(registry.url);
    await files({
      'package.json': {
        name: 'root',
        private: true,
        workspaces: { packages: ['packages/*'] },
        dependencies: { lib: '^1.0.0' },
      },
      'packages/a/package.json': { name: 'a', version: '1.0.0', dependencies: { lib: 'npm:~1.0.0' } },
      '.yarnrc.yml': `npmRegistryServer: "${registry.url}"\nunsafeHttpWhitelist: ["${hostname}"]\nenableTelemetry: false\nglobalFolder: ./.yarn-global\nnpmMinimalAgeGate: 0\nenableImmutableInstalls: true\n`,
      'yarn.lock': '',
    });
    const env = { ...registry.env, HOME: folder };
    await run('yarn', ['install', '--mode=update-lockfile'], { cwd: folder, env });
    expect(await read('yarn.lock')).toContain('lib@npm:^1.0.0');
    const { changed } = await update({ lib: '2.0.0' }, { env });
    expect(changed).toEqual(['package.json', 'packages/a/package.json', 'yarn.lock']);
    expect(await read('yarn.lock')).toMatch(/lib@npm:\^2\.0\.0[\s\S]*version: 2\.0\.0/);
  });

  test('without a lock file there is nothing to refresh', async () => {
    await files({ 'package.json': { dependencies: { lib: '^1.0.0' } } });
    const { changed, printed } = await update({ lib: '9.0.0' });
    expect(changed).toEqual(['package.json']);
    expect(printed).toMatch(/no lock file in the workspace/);
  });

  slow('packages of the workspace itself are not waited for', async () => {
    await files({
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      'packages/a/package.json': { name: 'a', version: '3.0.0' },
      'packages/b/package.json': { name: 'b', version: '3.0.0', dependencies: { a: '^2.0.0' } },
      'package-lock.json': { name: 'root', lockfileVersion: 3, packages: {} },
    });
    expect((await update({ a: '3.0.0' })).changed).toContain('packages/b/package.json');
  });
});

describe('all or nothing', () => {
  const locked = {
    'package.json': { name: 'root', dependencies: { lib: '^1.0.0', 'needs-more': '^1.0.0' } },
    'package-lock.json': {
      name: 'root',
      lockfileVersion: 3,
      requires: true,
      packages: { '': { dependencies: { lib: '^1.0.0' } } },
    },
  };

  async function refuses(versions: Record<string, string>, message: RegExp, options = {}) {
    const before = await everything();
    await expect(update(versions, options)).rejects.toThrow(message);
    expect(await everything()).toEqual(before);
  }

  slow('a version that the registry does not serve in time', async () => {
    await files(locked);
    await refuses({ lib: '9.0.0' }, /npm:lib@9\.0\.0 is not verified.*not-yet-visible.*nothing was changed/);
  });

  slow('a lock file that cannot be resolved', async () => {
    await files(locked);
    await refuses(
      { 'needs-more': '2.0.0' },
      /package-lock\.json could not be refreshed: npm install.*not-there.*Nothing was changed/,
    );
  });

  const holdBack: readonly [string, Readonly<Record<string, string>>, string, RegExp][] = [
    ['npm', { '.npmrc': 'min-release-age=1\n' }, 'package-lock.json', /min-release-age: lower it/],
    [
      'pnpm',
      { 'pnpm-workspace.yaml': 'minimumReleaseAge: 1440\n' },
      'pnpm-lock.yaml',
      /minimumReleaseAgeExclude of pnpm-workspace/,
    ],
    ['yarn', { '.yarnrc.yml': 'npmMinimalAgeGate: 3d\n' }, 'yarn.lock', /npmPreapprovedPackages of \.yarnrc\.yml/],
  ];
  slow.each(holdBack)(
    '%s holds back fresh releases: the setting that lets them in is named',
    async (manager, settings, lockFile, hint) => {
      const { url, env } = registry;
      const yarnrc = `npmRegistryServer: "${url}"\nunsafeHttpWhitelist: ["127.0.0.1"]\nenableTelemetry: false\nglobalFolder: ./.yarn-global\n`;
      await files({
        'package.json': { name: 'root', dependencies: { lib: '^1.0.0' } },
        ...Object.fromEntries(
          Object.entries(settings).map(([name, text]) => [name, name === '.yarnrc.yml' ? yarnrc + text : text]),
        ),
        [lockFile]: manager === 'npm' ? locked['package-lock.json'] : '',
      });
      const home = { ...env, HOME: folder, npm_config_store_dir: join(folder, '.store') };
      await expect(update({ lib: '2.0.0' }, { env: home })).rejects.toThrow(hint);
      expect(await read('package.json')).toContain('^1.0.0');
    },
  );

  slow('a package manager that is not there', async () => {
    await files({ ...locked, 'package.json': { dependencies: { lib: '^1.0.0' } } });
    await rm(join(folder, 'package-lock.json'));
    await files({ 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" });
    const bin = join(folder, 'bin');
    await mkdir(bin);
    const npm = (await run('which', ['npm'])).trim();
    await symlink(await realpath(npm), join(bin, 'npm'));
    await symlink(process.execPath, join(bin, 'node'));
    const before = await everything();
    const env = { ...registry.env, PATH: `${bin}` };
    await expect(update({ lib: '2.0.0' }, { env })).rejects.toThrow(
      /pnpm is not installed here.*pnpm\/action-setup.*lockfile: skip/,
    );
    expect(await everything()).toEqual(before);
  });

  test('a step that is cancelled while it waits', async () => {
    await files(locked);
    const reason = new Error('cancelled');
    await refuses({ lib: '2.0.0' }, /cancelled/, { signal: AbortSignal.abort(reason) });
  });

  test('a read-only file, also for root', async () => {
    await files({
      'package.json': { workspaces: ['a'], dependencies: { lib: '^1.0.0' } },
      'a/package.json': { dependencies: { lib: '^1.0.0' } },
    });
    await chmod(join(folder, 'a/package.json'), 0o444);
    await refuses({ lib: '2.0.0' }, /a\/package\.json cannot be written: it is read-only/);
  });

  slow.each([
    [
      { 'pnpm-lock.yaml': '', 'package-lock.json': '{}' },
      {},
      /Several lock files.*pnpm-lock\.yaml, package-lock\.json.*packageManager/,
    ],
    [
      { 'pnpm-lock.yaml': '' },
      { packageManager: 'yarn@4.1.0' },
      /is yarn by packageManager of package\.json, but the lock file is pnpm-lock\.yaml.*lockfile: skip/,
    ],
    [{ 'bun.lock': '' }, {}, /bun is not installed here.*setup-bun.*lockfile: skip/],
    [{ 'deno.lock': '' }, {}, /deno\.lock, which is not one of npm, pnpm, yarn or bun/],
  ])('lock files that leave it open: %j', async (locks, more, message) => {
    await files({ 'package.json': { dependencies: { lib: '^1.0.0' }, ...more }, ...locks });
    await refuses({ lib: '2.0.0' }, message);
  });

  test('a downgrade, a malformed member and a missing package.json', async () => {
    await files({ 'package.json': { workspaces: ['*'], dependencies: { lib: '^2.1.0' } } });
    await refuses({ lib: '2.0.0' }, /lib \^2\.1\.0, which is above 2\.0\.0/);
    await files({ 'a/package.json': '{', 'b/package.json': '[]' });
    await refuses({ lib: '3.0.0' }, /a\/package\.json: not valid JSON[\s\S]*b\/package\.json: expected a JSON object/);
    await refuses({ lib: '3.0.0' }, /no package\.json in nowhere/, { directory: 'nowhere' });
  });

  test('a file that is no UTF-8 is refused, not mangled', async () => {
    await writeFile(join(folder, 'package.json'), Buffer.from([0x7b, 0xff, 0x7d]));
    await refuses({ lib: '3.0.0' }, /package\.json is not UTF-8/);
  });
});

describe('writing', () => {
  test('mode, symbolic link and every other byte stay', async () => {
    await files({ 'real/package.json': '\uFEFF{\r\n\t"dependencies" : {"lib":"^1.0.0"}\r\n}' });
    await chmod(join(folder, 'real/package.json'), 0o640);
    await symlink(join(folder, 'real/package.json'), join(folder, 'package.json'));
    await update({ lib: '2.0.0' }, { lockfile: false });
    expect(await read('real/package.json')).toBe('\uFEFF{\r\n\t"dependencies" : {"lib":"^2.0.0"}\r\n}');
    expect((await stat(join(folder, 'real/package.json'))).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['package.json', 'real']);
  });

  test('globs never leave the folder or enter node_modules', async () => {
    await files({
      'in/package.json': { workspaces: ['../out', '**', '/etc'], dependencies: { lib: '^1.0.0' } },
      'in/node_modules/x/package.json': { dependencies: { lib: '^1.0.0' } },
      'in/deep/er/package.json': { dependencies: { lib: '^1.0.0' } },
      'out/package.json': { dependencies: { lib: '^1.0.0' } },
    });
    const { changed } = await update({ lib: '2.0.0' }, { lockfile: false, directory: 'in' });
    expect(changed).toEqual(['in/package.json', 'in/deep/er/package.json']);
  });

  slow('a workspace of 300 packages is updated in under 2 s', async () => {
    await files({ 'package.json': { workspaces: ['packages/*'] } });
    await files({ 'packages/p0/package.json': { name: 'p0', dependencies: { lib: '^1.0.0' } } });
    for (let index = 1; index < 300; index++)
      await cp(join(folder, 'packages/p0'), join(folder, `packages/p${index}`), { recursive: true });
    expect((await update({ lib: '2.0.0' }, { lockfile: false })).changed).toHaveLength(300);
  });
});

test('every bad entry of the versions input is a fault', () => {
  expect(() => checkVersions({ lib: '^1.0.0', 'Not A Name': '1.0.0', ok: '1.0.0', v: 'v1.0.0' })).toThrow(
    /lib: "\^1\.0\.0" is not an exact version[\s\S]*"Not A Name" is not an npm package name[\s\S]*v: "v1\.0\.0" is not an exact/,
  );
});
