import { describe, expect, test } from '@jest/globals';
import { channelsFrom, requireOrderKept, toPython } from '../../../src/packages/python/from-semver.ts';

const standard = channelsFrom({});

describe('SemVer → PEP 440', () => {
  test.each([
    ['1.2.3', '1.2.3', '1.2.3'],
    ['0.0.0', '0.0.0', '0.0.0'],
    ['1.0.0-alpha', '1.0.0a0', '1.0.0-alpha.0'],
    ['1.0.0-alpha.7', '1.0.0a7', '1.0.0-alpha.7'],
    ['1.0.0-a.7', '1.0.0a7', '1.0.0-alpha.7'],
    ['1.0.0-beta.0', '1.0.0b0', '1.0.0-beta.0'],
    ['1.0.0-b', '1.0.0b0', '1.0.0-beta.0'],
    ['1.0.0-rc.12', '1.0.0rc12', '1.0.0-rc.12'],
    ['1.0.0-c.12', '1.0.0rc12', '1.0.0-rc.12'],
  ])('%s → %s, in Cargo.toml %s', (semver, pep440, cargo) => {
    expect(toPython(semver, standard)).toEqual({ pep440, cargo });
  });

  test.each([
    ['next: dev', { next: 'dev' }, '2.0.0-next.4', '2.0.0.dev4'],
    ['canary: alpha', { canary: 'alpha' }, '2.0.0-canary.4', '2.0.0a4'],
    ['pre: rc', { pre: 'rc' }, '2.0.0-pre', '2.0.0rc0'],
    ['dev: dev', { dev: 'dev' }, '2.0.0-dev.1', '2.0.0.dev1'],
    ['beta: dev', { beta: 'dev' }, '2.0.0-beta.1', '2.0.0.dev1'],
  ])('with the channel %s', (_, given, semver, pep440) => {
    expect(toPython(semver, channelsFrom(given)).pep440).toBe(pep440);
  });

  test.each([
    ['1.0.0-1', 'post-release'],
    ['1.0.0-0', 'post-release'],
    ['1.0.0-r.1', 'post-release'],
    ['1.0.0-rev.1', 'post-release'],
    ['1.0.0-post.1', 'sorts after 1.0.0'],
    ['0.0.0-20261120101500', 'post-release'],
    ['1.0.0-0.3.7', 'starts with a number'],
    ['1.0.0-next.1', '"next: dev"'],
    ['1.0.0-canary.1', '"canary: dev"'],
    ['1.0.0-x.7', 'no channel "x"'],
    ['1.0.0-dev.1', 'sorts before alpha'],
    ['1.0.0-pre.1', 'collide'],
    ['1.0.0-preview.1', '"preview: rc"'],
    ['1.0.0-beta.1.2', 'one number after the channel, found "1.2"'],
    ['1.0.0-alpha.beta', 'found "beta"'],
    ['1.0.0-beta.99999999999999999999', 'one number'],
    ['1.0.0-beta1', 'Write 1.0.0-beta.1'],
    ['1.0.0-beta-1', 'Write 1.0.0-beta.1'],
    ['1.0.0-RC.1', '"RC: dev"'],
    ['1.0.0+Build-5', 'local version, which PyPI refuses'],
    ['1.0.0-beta.1+001', 'local version, which PyPI refuses'],
    ['v1.0.0', 'Write 1.0.0'],
    [' 1.0.0', 'Write 1.0.0'],
    ['1.0', 'Expected a version such as 1.2.3'],
    ['latest', 'Expected a version such as 1.2.3'],
    ['1.0.0-01', 'Expected a version such as 1.2.3'],
    ['1.0.0-constructor.1', 'no channel "constructor"'],
    [`1.0.0-${'9'.repeat(100_000)}`, 'is not a SemVer version'],
  ])('refuses %.40s: %s', (semver, reason) => {
    expect(() => toPython(semver, standard)).toThrow(reason);
  });

  test('refuses a commit after a mapped channel', () => {
    expect(() => toPython('1.0.0-canary.3f2a1bc', channelsFrom({ canary: 'dev' }))).toThrow(
      'one number after the channel',
    );
  });
});

describe('channels', () => {
  test('all faults at once', () => {
    expect(() => channelsFrom({ next: 'post', 'a b': 'dev', '7': 'rc', ok: 'dev', p: 'toString' })).toThrow(
      [
        'Input channels: "7" cannot be a SemVer channel. Expected a word such as next.',
        'Input channels: next is mapped to "post". Expected dev, alpha, beta or rc.',
        'Input channels: "a b" cannot be a SemVer channel. Expected a word such as next.',
        'Input channels: p is mapped to "toString". Expected dev, alpha, beta or rc.',
      ].join('\n'),
    );
  });
});

describe('the order of a step', () => {
  test.each([
    ['1.0.0-beta.1', '1.0.0-beta.2'],
    ['1.0.0-beta.9', '1.0.0-beta.10'],
    ['1.0.0-rc.1', '1.0.0'],
    ['1.0.0', '1.0.0'],
    ['2.0.0', '1.0.0'],
    ['1.0.0', '1.0.1-next.0'],
  ])('is kept from %s to %s', (previous, next) => {
    expect(() => requireOrderKept(previous, next, channelsFrom({ next: 'dev' }))).not.toThrow();
  });

  test.each([
    ['1.0.0-beta', '1.0.0-beta.0', '1.0.0b0 is the same as 1.0.0b0'],
    [
      '1.0.0-beta.1',
      '1.0.0-next.0',
      '1.0.0-next.0 is higher than 1.0.0-beta.1, but its Python version 1.0.0.dev0 is lower than 1.0.0b1',
    ],
    ['1.0.0-a.5', '1.0.0-alpha.1', '1.0.0a1 is lower than 1.0.0a5'],
  ])('is not kept from %s to %s', (previous, next, reason) => {
    expect(() => requireOrderKept(previous, next, channelsFrom({ next: 'dev' }))).toThrow(reason);
  });
});
