import { mkdirSync, rmSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { replaceFiles } from '../../../src/platform/files/replace-files.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();
const replacement = (root: string, file: string) => ({ path: join(root, file), file, text: `new ${file}` });

test('replaces all files and keeps their modes', async () => {
  const root = await folder({ a: 'old a', b: 'old b' });
  const { mode } = await stat(join(root, 'a'));
  await replaceFiles([replacement(root, 'a'), replacement(root, 'b')], { within: root });
  expect([await readFile(join(root, 'a'), 'utf8'), await readFile(join(root, 'b'), 'utf8')]).toEqual([
    'new a',
    'new b',
  ]);
  expect((await stat(join(root, 'a'))).mode).toBe(mode);
  expect((await readdir(root)).sort()).toEqual(['a', 'b']);
});

test('a file that cannot be staged: nothing has changed', async () => {
  const root = await folder({ a: 'old a' });
  await expect(replaceFiles([replacement(root, 'a'), replacement(root, 'gone')], { within: root })).rejects.toThrow(
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
  await expect(replaceFiles(files, { within: root, signal })).rejects.toThrow(/^b cannot be written: .*EISDIR/);
  expect(await readFile(join(root, 'a'), 'utf8')).toBe('old a');
  expect((await readdir(root)).sort()).toEqual(['a', 'b']);
});

test('every read-only file is named, also for root', async () => {
  const root = await folder({ a: 'old a', b: 'old b', c: 'old c' });
  for (const file of ['a', 'c']) await chmod(join(root, file), 0o444);
  await expect(
    replaceFiles(
      ['a', 'b', 'c'].map((file) => replacement(root, file)),
      { within: root },
    ),
  ).rejects.toThrow(/^a cannot be written: it is read-only.*\n.*c cannot be written: it is read-only/s);
  expect(await readFile(join(root, 'b'), 'utf8')).toBe('old b');
  expect((await readdir(root)).sort()).toEqual(['a', 'b', 'c']);
});

test('a link stays a link: the file it leads to is replaced', async () => {
  const root = await folder({ 'real/a': 'old a' });
  await symlink(join('real', 'a'), join(root, 'a'));
  await replaceFiles([replacement(root, 'a')], { within: root });
  expect(await readFile(join(root, 'real', 'a'), 'utf8')).toBe('new a');
  expect((await readdir(root, { withFileTypes: true })).find(({ name }) => name === 'a')?.isSymbolicLink()).toBe(true);
});

test('what comes after fails: every file is as it was, also the guarded ones', async () => {
  const root = await folder({ a: 'old a', lock: 'old lock' });
  const [lock, made] = [join(root, 'lock'), join(root, 'made')];
  const finish = async () => {
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('new a');
    await writeFile(lock, 'half a lock');
    await writeFile(made, 'new');
    throw new Error('no network');
  };
  const guarded = [lock, made];
  await expect(replaceFiles([replacement(root, 'a')], { within: root, guarded, finish })).rejects.toThrow(
    /^no network$/,
  );
  expect([await readFile(join(root, 'a'), 'utf8'), await readFile(lock, 'utf8')]).toEqual(['old a', 'old lock']);
  expect((await readdir(root)).sort()).toEqual(['a', 'lock']);
});

test('a file that cannot be put back is named', async () => {
  const root = await folder({ a: 'old a' });
  const finish = async () => {
    rmSync(join(root, 'a'));
    await mkdir(join(root, 'a'));
    throw new Error('no network');
  };
  await expect(replaceFiles([replacement(root, 'a')], { within: root, finish })).rejects.toThrow(
    /^Writing failed halfway \(no network\), and .*a could not be put back/,
  );
});
