import { withoutBidi } from './bidi.ts';
import { trimEnd } from './trim-end.ts';
import { wellFormed } from './well-formed.ts';

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Text from elsewhere, safe inside Markdown on GitHub: no HTML, no formatting, no table cell broken, nobody pinged and no
 * issue cross-referenced. GitHub decodes entities before it looks for mentions, so `@` is parted from the name by a
 * zero-width space instead of being escaped.
 */
export function escapeMarkdown(text: string): string {
  return withoutBidi(decodeEntities(text))
    .replace(/[\r\n]+/g, ' ')
    .split(URL_IN_TEXT)
    .map((part, index) => (index % 2 === 1 ? code(part) : escapePlain(part)))
    .join('');
}

/** As code it is no link, and can be copied as it is. */
const URL_IN_TEXT = /(\bhttps?:\/\/[^\s`<>"'|\\]*[^\s`<>"'|\\.,;:!?)\]}])/i;

function escapePlain(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]|~#!]/g, '\\$&')
    .replace(/@/g, `@${ZERO_WIDTH_SPACE}`)
    .replace(/(https?|ftps?|mailto|xmpp|www)(?=[:.])/gi, `$1${ZERO_WIDTH_SPACE}`)
    .replace(/(GH)(?=-\d)/gi, `$1${ZERO_WIDTH_SPACE}`);
}

/** A block of code that ends: lines no less indented than its fence, in which no other fence stands. */
const BLOCK = /^( *)(`{3,})[^`\n]*\n(?:(?:\1(?=.*\S)(?!.*```).*|[ \t\r]*)\n)*\1\2[ \t\r]*$/gm;
/** Code within a line, or what is none. A bar may part two cells of a table. */
const PIECE = /(?<code>(?<![\\`~])(?<fence>`+)(?!`)[^`|]*\k<fence>(?!`))|[^`]+/g;

/**
 * Markdown that somebody else wrote, such as a changelog: it stays Markdown, but it pings nobody and holds no HTML. What stands
 * in code is left alone, but only where every reader takes it for code.
 */
export function harmlessMarkdown(markdown: string): string {
  const isClear = !markdown.includes('~~~') && !markdown.replace(BLOCK, '').includes('```');
  const parts: string[] = [];
  let at = 0;
  for (const { 0: block, index } of isClear ? markdown.matchAll(BLOCK) : []) {
    parts.push(harmlessLines(markdown.slice(at, index)), block);
    at = index + block.length;
  }
  return [...parts, harmlessLines(markdown.slice(at))].join('');
}

/**
 * A mark of code that has no other on its line may have one on a later line, up to the end of the paragraph: a line that is blank to
 * every reader. A tab or a no-break space alone is not.
 */
function harmlessLines(text: string): string {
  let isDoubtful = false;
  return text
    .split('\n')
    .map((line) => {
      const rest = line.replace(PIECE, (whole, code) => (code === undefined ? whole : ''));
      if (/^ *\r?$/.test(line)) isDoubtful = false;
      else if (rest.includes('`') || /<[^\s>]*`/.test(line)) isDoubtful = true;
      if (isDoubtful) return harmlessText(line);
      return line.replace(PIECE, (whole, code) => (code === undefined ? harmlessText(whole) : whole));
    })
    .join('\n');
}

function harmlessText(text: string): string {
  return text
    .replace(/<(?!https?:\/\/)/gi, '&lt;')
    .replace(/&(?:#0*64|#x0*40|commat);/gi, '@')
    .replace(/@(?=[A-Za-z0-9_-])/g, `@${ZERO_WIDTH_SPACE}`);
}

/** Text from elsewhere as the title of an issue: a title is no Markdown, but a name in it would still ping people. */
export function harmlessTitle(text: string, most: number): string {
  return wellFormed(text.replaceAll('@', `@${ZERO_WIDTH_SPACE}`).slice(0, most));
}

/**
 * Text from elsewhere as inline code. Backticks inside lengthen the fence. A pipe would end a table's cell, also one behind a
 * backslash, which would escape ours: there an odd number of them has to stand.
 */
export function code(text: string): string {
  const flat = withSafePipes(withoutBidi(text).replace(/[\r\n]+/g, ' '));
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return flat === '' ? '' : `${fence}${pad}${flat}${pad}${fence}`;
}

function withSafePipes(text: string): string {
  const [last = '', ...before] = text.split('|').reverse();
  const isOdd = (part: string) => (part.length - trimEnd(part, '\\').length) % 2 === 1;
  return [...before.reverse().map((part) => `${part}${isOdd(part) ? '\\\\' : '\\'}`), last].join('|');
}

/** Text from elsewhere as a fenced block that it cannot leave. */
export function codeBlock(text: string, language = ''): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${trimEnd(text, '\n')}\n${fence}`;
}

/** A link whose text and target come from elsewhere; only http and https become links. */
export function link(text: string, target: string | undefined): string {
  if (!target || !/^https?:\/\//.test(target)) return escapeMarkdown(text);
  // What is encoded already stays as it is: `%40` is not `%2540`. Lone surrogates cannot be encoded at all.
  const encoded = encodeURI(target.replace(/\p{Cs}/gu, '\uFFFD')).replace(/%25(?=[0-9a-f]{2})/gi, '%');
  return `[${escapeMarkdown(text)}](${encoded.replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)})`;
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (whole, digits: string) => fromCodePoint(Number(digits), whole))
    .replace(/&#x([0-9a-f]{1,6});/gi, (whole, digits: string) => fromCodePoint(Number.parseInt(digits, 16), whole))
    .replace(/&commat;/g, '@');
}

function fromCodePoint(point: number, otherwise: string): string {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : otherwise;
}
