import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { homeOfProvenance, repositoryFault } from '../../../src/packages/publish/own-repository-url.ts';
import { packedManifest } from '../../../src/packages/publish/tarball.ts';
import { tarballFaults } from '../../../src/packages/publish/tarball-faults.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();
const home = { serverUrl: 'https://github.com', repository: 'Acme/lib' };

describe('the repository that provenance is held against', () => {
  test.each<[unknown]>([
    ['https://github.com/Acme/lib'],
    ['https://github.com/Acme/lib.git'],
    ['git+https://github.com/Acme/lib.git#main'],
    ['git://github.com/Acme/lib.git'],
    ['git+ssh://git@github.com/Acme/lib.git'],
    ['ssh://git@github.com:22/Acme/lib'],
    ['git@github.com:Acme/lib.git'],
    ['https://www.github.com/Acme/lib/'],
    ['https://token@github.com/Acme/lib'],
    ['Acme/lib'],
    ['github:Acme/lib'],
    [{ type: 'git', url: 'git+https://github.com/Acme/lib.git', directory: 'packages/a' }],
  ])('%j is it', (repository) => {
    expect(repositoryFault({ name: 'a', repository }, home)).toBeUndefined();
  });

  test.each<[unknown, string]>([
    [undefined, 'is missing'],
    ['', 'is missing'],
    [{ type: 'git' }, 'is missing'],
    ['https://github.com/acme/lib', 'says "https://github.com/acme/lib"'],
    ['https://github.com/Acme/other', 'says'],
    ['https://gitlab.com/Acme/lib', 'says'],
    ['https://github.com.evil.example/Acme/lib', 'says'],
    ['gitlab:Acme/lib', 'says'],
    ['gist:Acme/lib', 'says'],
  ])('%j is not: the line to add is said', (repository, why) => {
    const fault = repositoryFault({ name: '@acme/a', repository }, home, 'packages/a');
    expect(fault).toContain(`"repository" in its package.json ${why}`);
    expect(fault).toContain(
      'Write "repository": {"type":"git","url":"git+https://github.com/Acme/lib.git","directory":"packages/a"}.',
    );
  });

  test.each<[object, object | undefined]>([
    [{ visibility: 'public', private: false }, home],
    [{ private: false }, home],
    [{ visibility: 'private', private: true }, undefined],
    [{ visibility: 'internal', private: true }, undefined],
    [{}, undefined],
  ])('of an event about %j', async (repository, expected) => {
    const folder = await folders({ 'event.json': JSON.stringify({ repository }) });
    const env = {
      ...{ GITHUB_EVENT_PATH: join(folder, 'event.json') },
      ...{ GITHUB_SERVER_URL: home.serverUrl, GITHUB_REPOSITORY: home.repository },
    };
    expect(await homeOfProvenance(env, folder)).toEqual(expected);
  });
});

describe('a tarball', () => {
  const good = { name: 'a', version: '1.0.0', repository: 'Acme/lib', dependencies: { b: '^1.0.0' } };
  const faults = (more: object, distTag?: string) =>
    tarballFaults({ ...good, ...more }, { name: 'a', version: '1.0.0', distTag }, home);

  test('that can be published has no fault', () => {
    expect(faults({ devDependencies: { c: 'workspace:*' } }, 'next')).toEqual([]);
    expect(tarballFaults({ name: 'a', version: '1.0.0' }, { name: 'a', version: '1.0.0' }, undefined)).toEqual([]);
  });

  test('all of its faults are told at once', () => {
    const all = faults(
      {
        version: '0.0.0',
        repository: undefined,
        private: true,
        dependencies: { b: 'workspace:^' },
        peerDependencies: { c: 'catalog:' },
      },
      '1.x',
    );
    expect(all).toEqual([
      expect.stringContaining('the tarball holds a@0.0.0'),
      expect.stringContaining('"private": true'),
      expect.stringContaining('the tarball needs b@workspace:^, c@catalog:, which nobody can install'),
      expect.stringContaining('publishConfig.tag is "1.x"'),
      expect.stringContaining('"repository" in its package.json is missing'),
    ]);
  });

  test('is read however deep its names are, and whatever its folder is called', async () => {
    const long = `${'deep/'.repeat(15)}file.js`;
    const folder = await folders({ 'source/other/package.json': '\uFEFF{"name":"a"}', [`source/other/${long}`]: 'x' });
    const file = join(folder, 'a.tgz');
    execFileSync('tar', ['-czf', file, '-C', join(folder, 'source'), 'other']);
    expect(packedManifest(await readFile(file), 'a.tgz')).toEqual({ name: 'a' });
  });
});
