import { expect, test } from '@jest/globals';
import { unifiedDiff } from '../../../src/platform/text/unified-diff.ts';

const lines = (...words: string[]) => `${words.join('\n')}\n`;

test('equal texts have no diff', async () => {
  expect(await unifiedDiff('a', lines('one'), lines('one'))).toBe('');
});

test('a changed line stands in three lines of context', async () => {
  const before = lines('1', '2', '3', '4', '5', '6', '7', '8', '9');
  expect((await unifiedDiff('a/b.json', before, before.replace('5', 'five'))).split('\n')).toEqual([
    ...['--- a/a/b.json', '+++ b/a/b.json', '@@ -2,7 +2,7 @@'],
    ...[' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8'],
  ]);
});

test('changes whose contexts touch share a hunk, others do not', async () => {
  const before = lines(...Array.from({ length: 30 }, (_, index) => `l${index}`));
  const after = before.replace('l2\n', 'x\n').replace('l8\n', 'y\n').replace('l20\n', 'z\n');
  expect((await unifiedDiff('a', before, after)).match(/^@@.*$/gm)).toEqual(['@@ -1,12 +1,12 @@', '@@ -18,7 +18,7 @@']);
});

test('line ends of Windows are not shown', async () => {
  expect(await unifiedDiff('a', 'one\r\ntwo\r\n', 'one\r\n2\r\n')).toBe(
    '--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n one\n-two\n+2',
  );
});

test('a line more or less is a diff like any other', async () => {
  expect(await unifiedDiff('x.txt', 'a\nb\n', 'a\nx\nb\n')).toBe(
    '--- a/x.txt\n+++ b/x.txt\n@@ -1,2 +1,3 @@\n a\n+x\n b',
  );
  expect(await unifiedDiff('x.txt', 'a\n', 'b')).toBe(
    '--- a/x.txt\n+++ b/x.txt\n@@ -1,1 +1,1 @@\n-a\n+b\n\\ No newline at end of file',
  );
});
