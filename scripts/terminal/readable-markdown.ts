import { styleText } from 'node:util';

/**
 * A step summary as people read it in a terminal: tables in columns, headings bold, no marks. A picture is drawn by GitHub, and what is
 * folded up there is read by nobody who does not want to: here both are only long, and left out.
 */
export function readableMarkdown(summary: string): string {
  const kept = summary
    .replace(/^```mermaid\n[\s\S]*?^```\n?/gm, '')
    .replace(/^<details>[\s\S]*?^<\/details>\n?/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  // Of a block of code every letter stays; what is between two of them is Markdown.
  const parts = kept.split(/^```\w*\n([\s\S]*?)^```$/gm);
  return parts.map((part, index) => (index % 2 === 1 ? part.trimEnd() : withoutMarks(part))).join('');
}

function withoutMarks(markdown: string): string {
  const parts = markdown.split(/((?:^\|.*\|$\n?)+)/m);
  return parts.map((part, index) => (index % 2 === 1 ? inColumns(part) : part.replace(/^.+$/gm, lineOf))).join('');
}

function lineOf(line: string): string {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  return heading === undefined ? plain(line) : styleText('bold', plain(heading));
}

/** Of a link only its text: the log has the addresses. */
function inColumns(table: string): string {
  const rows = table
    .trim()
    .split('\n')
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => plain(cell.trim().replace(LINK, '$1'))),
    );
  const lengths = (column: number) => rows.map((row) => lengthOf(row[column] ?? ''));
  const widths = rows[0]?.map((_, column) => Math.max(...lengths(column).filter((one) => one <= MOST_COLUMN))) ?? [];
  const lines = rows.map((row) =>
    row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - lengthOf(cell)))),
  );
  return lines.map((line) => `${line.join('  ').trimEnd()}\n`).join('');
}

function lengthOf(text: string): number {
  return [...text].length;
}

function plain(markdown: string): string {
  return markdown
    .replace(/(?<!\\)(`+) ?(.+?) ?(?<!\\)\1/g, '$2')
    .replace(LINK, '$1 ($2)')
    .replace(/\*\*/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:#(\d+)|(lt|gt|amp|quot));/g, (_, number: string | undefined, name: string) =>
      number === undefined ? (NAMED[name] ?? '') : String.fromCodePoint(Number(number)),
    )
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u200b', '');
}

/** One long reason pushes nothing aside in all other lines. */
const MOST_COLUMN = 60;
const LINK = /\[([^\]]*)\]\(([^)\s]*)\)/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
