import { describe, expect, test } from '@jest/globals';
import { parseSpecifier } from '../../../src/packages/npm/specifiers.ts';

describe('what a dependency says', () => {
  test.each([
    ['^1.2.3', 'lib', '', '^1.2.3'],
    ['', 'lib', '', ''],
    ['npm:other@^1.2.3', 'other', 'npm:other@', '^1.2.3'],
    ['npm:@scope/other@~1.2', '@scope/other', 'npm:@scope/other@', '~1.2'],
    ['npm:^1.2.3', 'lib', 'npm:', '^1.2.3'],
    ['workspace:^1.2.3', 'lib', 'workspace:', '^1.2.3'],
    ['workspace:@scope/other@^1.2.3', '@scope/other', 'workspace:@scope/other@', '^1.2.3'],
  ])('%s is a range of %s', (text, name, prefix, range) => {
    expect(parseSpecifier('lib', text)).toEqual({ kind: 'range', name, prefix, range });
  });

  test.each([
    ['catalog:', 'default'],
    ['catalog:default', 'default'],
    ['catalog:react18', 'react18'],
  ])('%s is the catalog %s', (text, catalog) => {
    expect(parseSpecifier('lib', text)).toEqual({ kind: 'catalog', name: 'lib', catalog });
  });

  test.each([
    ['workspace:*', /own package/],
    ['workspace:^', /own package/],
    ['workspace:~', /own package/],
    ['workspace:../lib', /own package/],
    ['npm:other', /names no version/],
    ['npm:other@next', /dist-tag/],
    ['latest', /dist-tag/],
    ['file:../lib', /folder or a file/],
    ['link:../lib', /folder or a file/],
    ['./lib.tgz', /folder or a file/],
    ['git+ssh://git@example.com/lib.git#v1', /git repository/],
    ['git@example.com:acme/lib.git', /git repository/],
    ['acme/lib#semver:^1.0.0', /git repository/],
    ['github:acme/lib', /git repository/],
    ['https://example.com/lib.tgz', /URL/],
    ['jsr:^1.0.0', /protocol jsr:/],
    ['patch:lib@npm:1.0.0#x.patch', /protocol patch:/],
  ])('%s is left alone, with the reason', (text, reason) => {
    expect(parseSpecifier('lib', text)).toMatchObject({ kind: 'other', reason: expect.stringMatching(reason) });
  });
});
