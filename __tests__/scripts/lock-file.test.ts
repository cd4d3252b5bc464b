import { describe, expect, test } from '@jest/globals';
import { completeLockFile, missingOptionals, strictEngines, withoutEngines } from '../../scripts/lock-file.ts';

const lock = {
  lockfileVersion: 3,
  packages: {
    '': { version: '1.0.0' },
    'node_modules/@a/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: {
        '@a/tool-darwin-arm64': '2.0.0',
        '@a/tool-linux-x64': '2.0.0',
        '@a/tool-linux-x64-musl': '2.0.0',
        '@a/tool-linux-arm-gnueabihf': '2.0.0',
      },
    },
    'node_modules/@a/tool-linux-x64': { version: '2.0.0', integrity: 'sha512-x' },
    'node_modules/b': { version: '1.0.0', optionalDependencies: { c: '1.0.0', '@a/tool-darwin-arm64': '2.0.0' } },
    'node_modules/b/node_modules/c': { version: '1.0.0' },
  },
};

describe('a lock file that npm wrote where the registry lacks programs for other systems', () => {
  test('is completed, and nothing else in it changes', () => {
    const { packages, ...rest } = completeLockFile(lock);
    expect(rest).toEqual({ lockfileVersion: 3 });
    expect(Object.keys(packages)).toEqual([
      '',
      'node_modules/@a/tool',
      'node_modules/@a/tool-darwin-arm64',
      'node_modules/@a/tool-linux-arm-gnueabihf',
      'node_modules/@a/tool-linux-x64',
      'node_modules/@a/tool-linux-x64-musl',
      'node_modules/b',
      'node_modules/b/node_modules/c',
    ]);
    expect(packages).toMatchObject(lock.packages);
    const added = { version: '2.0.0', dev: true, optional: true };
    expect(packages['node_modules/@a/tool-darwin-arm64']).toEqual({ ...added, os: ['darwin'], cpu: ['arm64'] });
    expect(packages['node_modules/@a/tool-linux-x64-musl']).toEqual({
      ...added,
      ...{ os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    });
    expect(packages['node_modules/@a/tool-linux-arm-gnueabihf']).toEqual({
      ...added,
      ...{ os: ['linux'], cpu: ['arm'], libc: ['glibc'] },
    });
  });

  test('that is whole stays as it is', () => {
    const whole = completeLockFile(lock);
    expect(missingOptionals(whole)).toEqual([]);
    expect(completeLockFile(whole)).toBe(whole);
  });
});

test('what a package demands of the Node that runs npm counts only where we demand as much', () => {
  const engines = (node: string) => ({ version: '1.0.0', engines: { node } });
  const given = {
    packages: {
      '': engines('>=20'),
      'node_modules/modest': engines('>=18'),
      'node_modules/strict': engines('^22.11 || ^24'),
      'node_modules/some-of-20': engines('>=20.17'),
      'node_modules/old': { version: '1.0.0', engines: ['node >= 0.6'] },
      'node_modules/odd': engines('whatever'),
    },
  };
  expect(strictEngines(given)).toEqual(['node_modules/strict', 'node_modules/some-of-20']);
  expect(withoutEngines(given).packages).toEqual({
    ...given.packages,
    'node_modules/strict': { version: '1.0.0' },
    'node_modules/some-of-20': { version: '1.0.0' },
  });
});
