import { sha256Of } from '../../platform/files/file-digest.ts';
import { LONGEST_BODY } from '../../platform/github/tracked-issues.ts';
import { code, escapeMarkdown, harmlessTitle, table } from '../../platform/text/markdown.ts';
import { wellFormed } from '../../platform/text/well-formed.ts';
import type { FindingCause } from './finding-causes.ts';
import type { Finding } from './findings.ts';
import { describeFindings, whatToDo } from './findings-text.ts';

export const MARKER = '<!-- release-actions:reconcile/';
const MARKED = /<!-- release-actions:reconcile\/(\S+) -->/;
const FINGERPRINT = /<!-- fingerprint:([0-9a-f]+) -->/;

const MOST_ROWS = 100;
const LONGEST_TITLE = 200;
const LONGEST_CELL = 2_000;

interface IssueText {
  readonly title: string;
  readonly body: string;
  readonly fingerprint: string;
}

/** An issue of a cause. Times, latencies and the run are not in it: they would make every pass an update. */
export function renderIssue(cause: FindingCause): IssueText {
  const rows = rowsOf(cause.findings);
  // Which services a pass has no time for differs from pass to pass.
  const lasting = cause.findings.filter(({ kind }) => kind !== 'unseen');
  const fingerprint = sha256Of(steady(JSON.stringify(rowsOf(lasting)))).slice(0, 16);
  const render = (count: number) =>
    bodyWith({ cause, fingerprint, rows: rows.slice(0, count), more: rows.length - count });
  let count = Math.min(rows.length, MOST_ROWS);
  while (count > 0 && render(count).length > LONGEST_BODY) count = Math.floor(count / 2);
  return { title: harmlessTitle(cause.title, LONGEST_TITLE), body: render(count), fingerprint };
}

function bodyWith({
  cause,
  fingerprint,
  rows,
  more,
}: {
  cause: FindingCause;
  fingerprint: string;
  rows: readonly string[][];
  more: number;
}): string {
  return [
    `${MARKER}${cause.key} -->`,
    `<!-- fingerprint:${fingerprint} -->`,
    `${escapeMarkdown(shortened(cause.title))}.`,
    '',
    ...(rows.length > 0 ? [table(['What', 'Seen'], rows)] : []),
    ...(more > 0 ? ['', `… and ${more} more; see the report of the run.`] : []),
    '',
    `**What to do:** ${escapeMarkdown(whatToDo(cause))}`,
    '',
    'This issue is kept up to date by `reconcile-services`, and closed when the cause is gone.',
  ].join('\n');
}

function rowsOf(findings: readonly Finding[]): string[][] {
  return describeFindings(findings).map(({ subject, problem }) => [
    code(shortened(subject)),
    escapeMarkdown(shortened(problem)),
  ]);
}

/** The cause that an issue of ours is about. */
export function causeOfIssue(body: string): string | undefined {
  return MARKED.exec(body)?.[1];
}

/** What an issue of ours told when it was last written. */
export function fingerprintOf(body: string): string | undefined {
  return FINGERPRINT.exec(body)?.[1];
}

/** What a registry or a service says can be of any length. */
function shortened(text: string): string {
  return wellFormed(text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text);
}

/** The text without what differs from look to look: durations and counts of bytes. */
function steady(text: string): string {
  return text.replace(/(?<!\d)\d{1,40}(?:\.\d{1,40})?\s{0,3}(?:ms|s|bytes)\b/g, '#');
}
