import { describe, expect, test } from '@jest/globals';
import { decideManager } from '../../../src/packages/workspace/manager.ts';
import { parsePackageJson } from '../../../src/packages/workspace/package-json.ts';
import { directoryTree } from '../../../src/packages/workspace/source-tree.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();

async function decided(json: object, files: Record<string, string> = {}) {
  const folder = await folders({ 'package.json': JSON.stringify(json), ...files });
  return decideManager(directoryTree(folder), await parsePackageJson(JSON.stringify(json), 'package.json'));
}
const devEngines = (packageManager: unknown) => ({ devEngines: { packageManager } });
const berry = '__metadata:\n  version: 8\n';

describe('one answer to who manages a workspace', () => {
  test.each<[string, object, Record<string, string>, object]>([
    ['nothing', {}, {}, { name: 'npm' }],
    ['npm by its lock file', {}, { 'package-lock.json': '{}' }, { name: 'npm', lockFile: 'package-lock.json' }],
    [
      'the shrinkwrap, where both are there',
      {},
      { 'package-lock.json': '{}', 'npm-shrinkwrap.json': '{}' },
      { lockFile: 'npm-shrinkwrap.json' },
    ],
    ['pnpm 7', {}, { 'pnpm-lock.yaml': 'lockfileVersion: 5.4\n' }, { name: 'pnpm', wanted: '^7' }],
    ['pnpm 8', {}, { 'pnpm-lock.yaml': "lockfileVersion: '6.0'\n" }, { wanted: '^8', wantedBy: 'pnpm-lock.yaml' }],
    ['pnpm 9 and later', {}, { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" }, { name: 'pnpm', wanted: '>=9' }],
    ['yarn 1', {}, { 'yarn.lock': '# yarn lockfile v1\n' }, { name: 'yarn', classic: true, wanted: '^1' }],
    ['yarn 4', {}, { 'yarn.lock': berry }, { name: 'yarn', classic: false, wanted: '>=4' }],
    ['yarn 2 and 3', {}, { 'yarn.lock': '__metadata:\n  version: 6\n' }, { name: 'yarn', wanted: '>=2' }],
    ['bun', {}, { 'bun.lock': '{}' }, { name: 'bun', lockFile: 'bun.lock' }],
    [
      'what packageManager names, without its hash',
      { packageManager: 'pnpm@9.15.4+sha512.abc' },
      {},
      { name: 'pnpm', wanted: '9.15.4', wantedBy: 'packageManager of package.json' },
    ],
    ['yarn 1 by name', { packageManager: 'yarn@1.22.22' }, {}, { name: 'yarn', classic: true }],
    [
      'devEngines, as pnpm 11 writes them',
      devEngines({ name: 'pnpm', version: '^11.28.11', onFail: 'download' }),
      {},
      { name: 'pnpm', wanted: '^11.28.11', wantedBy: 'devEngines.packageManager of package.json' },
    ],
    ['the first of several that we know', devEngines([{ name: 'vlt' }, { name: 'yarn' }]), {}, { name: 'yarn' }],
    [
      'packageManager before devEngines, and before a stale lock file of another',
      { packageManager: 'pnpm@9.0.0', ...devEngines({ name: 'npm' }) },
      { 'yarn.lock': '# yarn lockfile v1\n', 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
      { name: 'pnpm', classic: false, lockFile: 'pnpm-lock.yaml' },
    ],
    [
      'a pnpm-workspace.yaml before a stale lock file of another',
      {},
      { 'pnpm-workspace.yaml': 'packages: [p/*]', 'pnpm-lock.yaml': '', 'yarn.lock': '# yarn lockfile v1\n' },
      { name: 'pnpm', lockFile: 'pnpm-lock.yaml' },
    ],
    ['a manager that nobody knows', { packageManager: 'vlt@1.0.0', ...devEngines('npm') }, {}, { name: 'npm' }],
  ])('%s', async (_, json, files, expected) => {
    const manager = await decided(json, files);
    expect(manager).toMatchObject(expected);
    expect(manager.doubt).toBeUndefined();
  });

  test.each<[object, Record<string, string>, RegExp]>([
    [
      {},
      { 'yarn.lock': '', 'package-lock.json': '{}' },
      /Several lock files are there: yarn\.lock, package-lock\.json/,
    ],
    [{ packageManager: 'yarn@4.0.0' }, { 'package-lock.json': '{}' }, /is yarn by packageManager.*package-lock\.json/],
    [devEngines({ name: 'pnpm' }), { 'yarn.lock': berry }, /is pnpm by package\.json, but the lock file is yarn\.lock/],
    [{}, { 'pnpm-workspace.yaml': '', 'yarn.lock': berry }, /is pnpm by pnpm-workspace\.yaml/],
  ])('%j with %j is in doubt', async (json, files, doubt) => {
    expect((await decided(json, files)).doubt).toMatch(doubt);
  });
});
