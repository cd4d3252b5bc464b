import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { code, escapeMarkdown, harmlessMarkdown } from '../../../src/platform/text/markdown.ts';
import { samples } from '../../support/slow.ts';

/*
 * Text from elsewhere, judged by a real renderer of GitHub's Markdown: of what it says nothing is rendered but itself. What GitHub
 * makes of the text that is left (mentions, issues, commits of other repositories) is judged by its documented forms.
 */
const PARTS = [
  ...[
    'a',
    'b1',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    '\\',
    '0',
    '1.',
    ':',
    ';',
    ',',
    '.',
    '/',
    '?',
    '=',
    '%',
    '"',
    "'",
    '(',
    ')',
    '-',
    '+',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '```',
    '[',
    ']',
    '](',
    '![',
    '][',
    '<',
    '>',
    '|',
    '#',
    '# ',
    '> ',
    '- ',
    '1. ',
    '---',
    '===',
  ],
  ...[
    '<b>',
    '</b>',
    '<img src=x onerror=y>',
    '<!--',
    '-->',
    '<a href="',
    '<?',
    '<![CDATA[',
    '&amp;',
    '&lt;b&gt;',
    '&#64;',
    '&#x40;',
    '&commat;',
    '&#35;',
    '&num;',
    '&',
    '&#',
  ],
  ...['@octocat', '@', 'octocat', '#12', 'GH-7', 'acme/app#3', 'acme/app@', '0123456789abcdef0123456789abcdef01234567'],
  ...[
    'http://',
    'https://',
    'https://evil.test/x',
    'HTTPS://E.TEST',
    'www.',
    'www.evil.test',
    'ftp://evil.test',
    'mailto:',
    'a@evil.test',
    'javascript:alert(1)',
    'xmpp:a@b.c',
  ],
  ...[
    '[x](https://e.test)',
    '![x](y)',
    '[x]: y',
    '[^1]',
    '$x$',
    '$$',
    '\\(',
    ':smile:',
    '\u200b',
    '\u00a0',
    '\ud800',
    '\u2028',
    'é',
    '🙂',
    '\0',
  ],
];
const texts = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 10 }).map((all) => all.join(''));

/** Where such text stands in what we write. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => `What was said: ${text}`,
  (text) => `| a | b |\n| - | - |\n| x | x ${text} |`,
  (text) => `- done: ${text} (0123456)`,
];
const HARMLESS = new Set(['text', 'escape', 'codespan', 'paragraph', 'list', 'list_item', 'table', 'space']);

/** Every token of what is rendered, cells and items too. */
function tokensOf(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const cells = token.type === 'table' ? [token.header, ...token.rows].flat() : [];
    const inside = cells.flatMap((cell: { tokens: Token[] }) => cell.tokens);
    const children = 'tokens' in token && token.tokens ? token.tokens : [];
    const items: Token[] = token.type === 'list' ? token.items : [];
    return [token, ...tokensOf([...children, ...items, ...inside])];
  });
}

/** What of it GitHub would turn into more than text. */
const REFERENCE = /@[a-z0-9]|#\d|\bGH-\d|(?:https?|ftp|mailto|xmpp):\S|\bwww\.\S/i;

function rendered(markdown: string): string[] {
  return tokensOf(marked.lexer(markdown, { gfm: true })).flatMap((token) => {
    if (!HARMLESS.has(token.type)) return [`${token.type}: ${token.raw}`];
    const isLeaf = (token.type === 'text' || token.type === 'escape') && !('tokens' in token && token.tokens?.length);
    const shown = isLeaf && 'text' in token ? String(token.text) : '';
    return REFERENCE.test(shown) ? [`reference: ${shown}`] : [];
  });
}

test.each([
  ['escaped', escapeMarkdown],
  ['as code', code],
])('of many texts, %s, none is rendered as anything but text', (_, made) => {
  const wrong: string[] = [];
  const reached = { dangerous: 0, places: [0, 0, 0] };
  for (const [index, text] of fc.sample(texts, { numRuns: samples(100_000), seed: 11 }).entries()) {
    const at = index % PLACES.length;
    const place = PLACES[at] ?? String;
    if (index % 10 === 0 && rendered(place(text)).length > 0) reached.dangerous += 1;
    reached.places[at] = (reached.places[at] ?? 0) + 1;
    const found = rendered(place(made(text)));
    if (found.length > 0) wrong.push(JSON.stringify({ text, made: made(text), found }));
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  // It was there to be rendered.
  expect(reached.dangerous).toBeGreaterThan(samples(5_000));
  for (const times of reached.places) expect(times).toBeGreaterThan(samples(30_000));
});

/** What of it GitHub would look at for names: all but code. */
function textsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token): string[] => {
    if (token.type === 'code' || token.type === 'codespan') return [];
    const inner = [
      ...('tokens' in token ? (token.tokens ?? []) : []),
      ...('items' in token ? (token.items as Token[]) : []),
      ...(token.type === 'table' ? [...token.header, ...token.rows.flat()].flatMap((cell) => cell.tokens) : []),
    ];
    return inner.length > 0 ? textsOf(inner) : ['text' in token ? String(token.text) : token.raw];
  });
}

const LINES = [
  ...['`', '`', '``', '```', '```js', '~~~', '\\', '@someone', '@someone', 'a', ' ', '  ', '    ', '\n', '\n', '\n\n'],
  ...['`@someone`', '\n```ts\n@someone\n```\n', '\n- a\n\n  ```\n  @someone\n  ```\n'],
  ...['- ', '> ', '# ', '1. ', '|', '| - |', '---', '<https://x', '>', '<!--', '-->', '\t', '\r\n', '&#64;', '*'],
];

test.each([
  ['a tab', '\t'],
  ['a no-break space', '\u00a0'],
])('a line of %s alone ends no paragraph of others', (_, blank) => {
  expect(harmlessMarkdown(`\`\r\n${blank}\n\`@someone\`\n\`\``)).not.toContain('@someone');
  expect(harmlessMarkdown('`\n\n`@someone`')).toContain('`@someone`');
});

test('Markdown of others names nobody, whatever marks of code stand in it', () => {
  const generated = fc.array(fc.constantFrom(...LINES), { minLength: 3, maxLength: 24 }).map((parts) => parts.join(''));
  let inCode = 0;
  fc.assert(
    fc.property(generated, (text) => {
      const harmless = harmlessMarkdown(text);
      if (harmless.includes('@someone')) inCode++;
      expect(textsOf(marked.lexer(harmless)).filter((one) => /(?:@|&#64;)someone/.test(one))).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
  // What is code for certain stays to be copied.
  expect(inCode).toBeGreaterThan(200);
});
