import { expect, test } from '@jest/globals';
import { directoryTree } from '../../../src/packages/workspace/source-tree.ts';
import { readWorkspace } from '../../../src/packages/workspace/workspace.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();
const root = { 'package.json': '{"private":true,"workspaces":["p/*"]}' };
const read = async (files: Record<string, string>) =>
  readWorkspace(directoryTree(await folders({ ...root, ...files })));

test('a private package is read as far as it goes, and told apart from one that could be published', async () => {
  const { packages, problems } = await read({
    'p/a/package.json': '{"name":"a","version":"1.0"}',
    'p/b/package.json': '{"name":"b","version":"workspace","private":true,"dependencies":{"a":"1\\n::x"}}',
    'p/c/package.json': '{"name":"c c","private":true}',
    'p/d/package.json': '{"private":true}',
    'p/e/package.json': '{"name":"e","version":""}',
  });
  expect(packages.map(({ name, version, dependencies }) => [name, version, dependencies.length])).toEqual([
    ['a', undefined, 0],
    ['b', undefined, 0],
    ['e', undefined, 0],
  ]);
  expect(problems.map((one) => [one.kind, one.private, one.fault.message])).toEqual([
    ['invalid', false, expect.stringContaining('p/a/package.json: the version "1.0" is not')],
    ['invalid', true, expect.stringContaining('the version "workspace"')],
    ['invalid', true, expect.stringContaining('control characters')],
    ['invalid', true, expect.stringContaining('"c c" is not a package name')],
    ['unnamed', true, expect.stringContaining('needs a "name"')],
  ]);
});

test.each([
  [true, true, true],
  [true, false, true],
  [false, false, false],
])('one name twice matters where both could be published (private: %j, %j)', async (first, second, harmless) => {
  const { problems } = await read({
    'p/a/package.json': JSON.stringify({ name: 'x', version: '1.0.0', private: first }),
    'p/b/package.json': JSON.stringify({ name: 'x', version: '2.0.0', private: second }),
  });
  expect(problems).toMatchObject([{ kind: 'same name', private: harmless }]);
});

test('byte order marks are no faults, and a pattern never leaves the folder', async () => {
  const { packages, files } = await readWorkspace(
    directoryTree(
      await folders({
        'package.json': '\uFEFF{"private":true,"workspaces":{"packages":["p/*","../*","/tmp/*"]}}',
        'p/a/package.json': '\uFEFF{\r\n\t"name":"a",\r\n\t"version":"1.0.0"}',
      }),
    ),
  );
  expect(packages.map(({ name, directory }) => [name, directory])).toEqual([['a', 'p/a']]);
  expect(files.map(({ file }) => file)).toEqual(['package.json', 'p/a/package.json']);
  expect(files[1]?.json.spans(['version'])).toEqual([{ key: 'version', value: '1.0.0', offset: 29, length: 7 }]);
});
