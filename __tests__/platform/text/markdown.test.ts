import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { code, codeBlock, escapeMarkdown, harmlessMarkdown, link, table } from '../../../src/platform/text/markdown.ts';

describe('text from elsewhere in Markdown', () => {
  test.each([
    ['<img src=x onerror=alert(1)>', /</],
    ['@octocat', /@[a-z]/],
    ['&#64;octocat', /@[a-z]|&#64;/],
    ['&#x40;octocat', /@[a-z]|&#x40;/],
    ['&commat;octocat', /@[a-z]|&commat;/],
    ['a | b', /[^\\]\|/],
    ['line\nbreak', /\n/],
    ['[x](javascript:alert(1))', /[^\\]\[x/],
  ])('%s does nothing', (text, dangerous) => {
    expect(` ${escapeMarkdown(text)}`).not.toMatch(dangerous);
  });

  test('cannot end inline code, a fenced block or a table row', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '|', '\n', 'a', '~') }), (text) => {
        const fence = /^`+/.exec(codeBlock(text))?.[0] ?? '';
        expect(codeBlock(text).slice(fence.length, -fence.length)).not.toContain(fence);
        expect(code(text)).not.toContain('\n');
        expect(table(['h'], [[code(text)]]).split('\n')).toHaveLength(3);
      }),
    );
  });

  test.each(['a|b', 'a\\|b', 'a\\\\|b', '\\\\\\|<img src=x>'])(
    'a pipe behind backslashes does not end a cell: %s',
    (text) => {
      expect(code(text)).toMatch(/^`[^|]*(?<!\\)(?:\\\\)*\\\|[^|]*`$/);
    },
  );

  test('links only to the web', () => {
    expect(link('x', 'javascript:alert(1)')).toBe('x');
    expect(link('x', undefined)).toBe('x');
    expect(link('a]b', 'https://e.test/(1)?q=ä')).toBe('[a\\]b](https://e.test/%281%29?q=%C3%A4)');
  });
});

test('Markdown of others stays Markdown, but pings nobody and holds no HTML', () => {
  const given =
    '- **Fixed** by @octocat, see `@types/node` and <https://example.com>\n\n<img src=x> &#64;octocat\n```\n<b>@x\n```';
  const shown = harmlessMarkdown(given);
  expect(shown).toContain('- **Fixed** by @\u200boctocat, see `@types/node` and <https://example.com>');
  expect(shown).toContain('&lt;img src=x> @\u200boctocat');
  expect(shown).toContain('```\n<b>@x\n```');
});

test.each(['ftp://evil.test/x', 'FTPS://evil.test', 'GH-1', 'gh-23', 'mailto:a', 'www.x.test'])(
  '%s becomes no link and no reference',
  (text) => expect(escapeMarkdown(text)).toMatch(/\u200b/),
);

test.each([
  ['see https://x.test/a?b=1&c=_2_.', 'see `https://x.test/a?b=1&c=_2_`.'],
  ['(HTTP://x.test)', '(`HTTP://x.test`)'],
  ['`https://x.test`', '\\``https://x.test`\\`'],
  ['https://x.test/|<b>', '`https://x.test/`\\|&lt;b&gt;'],
])('%s keeps its address, which is no link and can be copied', (text, shown) => {
  expect(escapeMarkdown(text)).toBe(shown);
});
