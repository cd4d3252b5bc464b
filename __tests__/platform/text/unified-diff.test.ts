import { expect, test } from '@jest/globals';
import { unifiedDiff } from '../../../src/platform/text/unified-diff.ts';

const lines = (...words: string[]) => `${words.join('\n')}\n`;

test('equal texts have no diff', () => {
  expect(unifiedDiff('a', lines('one'), lines('one'))).toBe('');
});

test('a changed line stands in three lines of context', () => {
  const before = lines('1', '2', '3', '4', '5', '6', '7', '8', '9');
  expect(unifiedDiff('a/b.json', before, before.replace('5', 'five')).split('\n')).toEqual([
    ...['--- a/a/b.json', '+++ b/a/b.json', '@@ -2,7 +2,7 @@'],
    ...[' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8'],
  ]);
});

test('changes whose contexts touch share a hunk, others do not', () => {
  const before = lines(...Array.from({ length: 30 }, (_, index) => `l${index}`));
  const after = before.replace('l2\n', 'x\n').replace('l8\n', 'y\n').replace('l20\n', 'z\n');
  expect(unifiedDiff('a', before, after).match(/^@@.*$/gm)).toEqual(['@@ -1,12 +1,12 @@', '@@ -18,7 +18,7 @@']);
});

test('line ends of Windows are not shown', () => {
  expect(unifiedDiff('a', 'one\r\ntwo\r\n', 'one\r\n2\r\n')).toBe('--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n one\n-two\n+2');
});
