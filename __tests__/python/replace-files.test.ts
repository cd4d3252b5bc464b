import { mkdirSync, rmSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { replaceFiles } from '../../src/python/replace-files.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();
const replacement = (root: string, shown: string) => ({ path: join(root, shown), shown, text: `new ${shown}` });

test('replaces all files and keeps their modes', async () => {
  const root = await folder({ a: 'old a', b: 'old b' });
  const { mode } = await stat(join(root, 'a'));
  await replaceFiles([replacement(root, 'a'), replacement(root, 'b')]);
  expect([await readFile(join(root, 'a'), 'utf8'), await readFile(join(root, 'b'), 'utf8')]).toEqual([
    'new a',
    'new b',
  ]);
  expect((await stat(join(root, 'a'))).mode).toBe(mode);
  expect((await readdir(root)).sort()).toEqual(['a', 'b']);
});

test('a file that cannot be staged: nothing has changed', async () => {
  const root = await folder({ a: 'old a' });
  await expect(replaceFiles([replacement(root, 'a'), replacement(root, 'gone')])).rejects.toThrow(
    /^gone cannot be written: .*ENOENT.*No file was changed/,
  );
  expect(await readFile(join(root, 'a'), 'utf8')).toBe('old a');
  expect(await readdir(root)).toEqual(['a']);
});

test('a file that cannot take its place: those replaced before it are put back', async () => {
  const root = await folder({ a: 'old a', b: 'old b' });
  const files = [replacement(root, 'a'), replacement(root, 'b')];
  // The signal is asked between staging and replacing; that is when b turns into a folder, which no file can replace.
  const signal = {
    throwIfAborted() {
      rmSync(join(root, 'b'));
      mkdirSync(join(root, 'b'));
    },
  } as unknown as AbortSignal;
  await expect(replaceFiles(files, signal)).rejects.toThrow(/^b cannot be written: .*EISDIR/);
  expect(await readFile(join(root, 'a'), 'utf8')).toBe('old a');
  expect((await readdir(root)).sort()).toEqual(['a', 'b']);
});
