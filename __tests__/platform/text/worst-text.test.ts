import { expect, test } from '@jest/globals';
import { nextLink } from '../../../src/platform/net/link-header.ts';
import { url } from '../../../src/platform/runner/inputs.ts';
import { truncate } from '../../../src/platform/runner/outputs.ts';
import { code, codeBlock, escapeMarkdown, harmlessMarkdown } from '../../../src/platform/text/markdown.ts';
import { depthOf } from '../../../src/platform/text/nesting.ts';
import { trimEnd } from '../../../src/platform/text/trim-end.ts';
import { cpuMs } from '../../support/cpu-time.ts';

const MANY = 200_000;

/** Each reader of text from elsewhere, with the text that costs a careless expression the square of its length. */
test.each([
  ['an address', () => url(`https://x.test/${'/'.repeat(MANY)}x`)],
  ['the end of a text', () => trimEnd(`${'/'.repeat(MANY)}x`, '/')],
  ['a code block', () => codeBlock(`${'\n'.repeat(MANY)}x`)],
  ['a summary', () => truncate(`${'\uFFFD'.repeat(MANY)}x`, MANY)],
  ['Markdown', () => escapeMarkdown('&#1'.repeat(MANY))],
  ['code', () => code('\\'.repeat(MANY))],
  ['a link to the next page', () => nextLink('<x>;'.repeat(MANY))],
  ['a link of spaces', () => nextLink(`<x>;${' '.repeat(MANY)}rel=`)],
  ['relations', () => nextLink(`<x>; rel="${'next '.repeat(MANY)}`)],
  ['brackets', () => depthOf('['.repeat(MANY))],
  ['a changelog', () => harmlessMarkdown('`'.repeat(MANY))],
  ['a changelog of open blocks', () => harmlessMarkdown('```\n'.repeat(MANY / 4))],
])('%s costs time in proportion to its length', (_, read) => {
  expect(cpuMs(read)).toBeLessThan(1_000);
});

test('what is trimmed is the end only', () => {
  expect(trimEnd('a//b//', '/')).toBe('a//b');
  expect(trimEnd('///', '/')).toBe('');
});
