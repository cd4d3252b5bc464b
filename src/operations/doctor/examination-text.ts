import { code, codeBlock, escapeMarkdown, link, table } from '../../platform/text/markdown.ts';
import { counted, type Examination } from './examination.ts';
import { type DoctorFinding, problemsOf } from './finding.ts';

const MARKS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;
/** A summary has 1 MiB, a comment 65,536 characters; the report has every row. */
const MOST_ROWS = 150;

/** A pass as Markdown: one table, errors first, and what is to be pasted below it. */
export function examinationMarkdown({ findings, looked, profiles }: Examination): string {
  const { repositories, components, requests, seconds } = looked;
  const verdict =
    problemsOf(findings).length === 0 ? '✅ Nothing stands in the way' : `${MARKS.error} ${counted(findings)}`;
  const shown = findings.slice(0, MOST_ROWS);
  const rest = findings.length - shown.length;
  const blocks = shown.filter(isLong);
  return [
    `### Doctor: ${verdict}`,
    ...(shown.length > 0
      ? [
          table(
            ['', 'Where', 'What was seen', 'Expected', 'What to do'],
            shown.map((one) => row(one, blocks)),
          ),
        ]
      : []),
    ...(rest > 0 ? [`… and ${rest} more; the report has them all.`] : []),
    ...blocks.map(({ paste = '', fix, subject }, index) =>
      [`**${index + 1}. ${escapeMarkdown(subject)}**: ${escapeMarkdown(fix)}`, codeBlock(paste)].join('\n\n'),
    ),
    `_Looked at ${repositories} repositories and ${components} components (${profiles.join(', ')}) in ${seconds.toFixed(1)} s, with ${requests} requests._`,
  ].join('\n\n');
}

function isLong({ paste }: DoctorFinding): boolean {
  return paste?.includes('\n') ?? false;
}

function row(finding: DoctorFinding, blocks: readonly DoctorFinding[]): string[] {
  const { severity, subject, check, seen, expected, fix, paste, link: page } = finding;
  const number = blocks.indexOf(finding) + 1;
  const todo = [
    escapeMarkdown(fix),
    ...(paste === undefined || fix.includes(paste) ? [] : [number > 0 ? `(${number}, below)` : code(paste)]),
    ...(page === undefined ? [] : [link('open', page)]),
  ];
  return [
    MARKS[severity],
    `${escapeMarkdown(subject)}<br>${code(check)}`,
    escapeMarkdown(seen),
    escapeMarkdown(expected),
    todo.join(' '),
  ];
}
