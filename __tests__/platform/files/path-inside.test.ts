import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { namedPath, pathInside } from '../../../src/platform/files/path-inside.ts';
import { replaceFiles } from '../../../src/platform/files/replace-files.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();
let outside: string;
let tree: string;

beforeEach(async () => {
  outside = await folder({ secret: 'kept' });
  tree = await folder({ 'a.txt': 'a', 'sub/b.txt': 'b' });
  await symlink(join(outside, 'secret'), join(tree, 'out.txt'));
  await symlink(join(outside, 'not-yet'), join(tree, 'dangling.txt'));
  await symlink(outside, join(tree, 'out'));
  await symlink('sub/b.txt', join(tree, 'in.txt'));
  await symlink('loop', join(tree, 'loop'));
});

test.each([
  ['a.txt', 'a.txt'],
  ['./sub/../a.txt', 'a.txt'],
  ['in.txt', 'sub/b.txt'],
  ['new/folder/file', 'new/folder/file'],
  ['', ''],
])('%j is inside', async (path, real) => {
  expect(await pathInside(tree, path)).toBe(join(tree, real).replace(/\/$/, ''));
});

test.each([
  ['..'],
  ['../x'],
  ['sub/../../x'],
  ['/etc/passwd'],
  ['out.txt'],
  ['out'],
  ['out/secret'],
  ['out/new/file'],
  ['dangling.txt'],
])('%j is not', async (path) => {
  await expect(pathInside(tree, path)).rejects.toThrow(/lies outside the workspace\. .*no link that leads out/);
});

test('a link that leads to itself is told as that', async () => {
  await expect(pathInside(tree, 'loop/x')).rejects.toThrow(/leads to itself/);
});

test('the temporary folder of the runner is a second tree, where it is given', async () => {
  expect(await pathInside([tree, outside], join(outside, 'made'))).toBe(join(outside, 'made'));
  await expect(pathInside([tree, undefined], join(outside, 'made'))).rejects.toThrow(/outside/);
});

test('whoever writes the workflow may name any file to read; a link in the checkout leads nowhere', async () => {
  expect(await namedPath(tree, join(outside, 'secret'))).toBe(join(outside, 'secret'));
  await expect(namedPath(tree, 'out.txt')).rejects.toThrow(/"out\.txt" lies outside/);
});

describe('files that are replaced', () => {
  const change = (file: string) => [{ path: join(tree, file), file, text: 'changed' }];

  test.each(['out.txt', 'out/secret'])('%s is refused, and nothing is written', async (file) => {
    await expect(replaceFiles(change(file), { within: tree })).rejects.toThrow(/cannot be written: .*lies outside/);
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('kept');
  });

  test('a link within is followed, and stays', async () => {
    await mkdir(join(tree, 'more'));
    await writeFile(join(tree, 'more/c'), 'c');
    await replaceFiles(change('in.txt'), { within: tree });
    expect(await readFile(join(tree, 'sub/b.txt'), 'utf8')).toBe('changed');
  });
});
