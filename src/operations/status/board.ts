import { kindOf } from '../../platform/errors.ts';
import { ensure } from '../../platform/github/ensure.ts';
import type { Repository } from '../../platform/github/repository.ts';
import {
  createIssue,
  type Issue,
  issueRefusal,
  LONGEST_BODY,
  labelledIssues,
  setIssueState,
  updateIssue,
} from '../../platform/github/tracked-issues.ts';
import { cutAtLine } from '../../platform/text/cut-at-line.ts';
import { harmlessTitle } from '../../platform/text/markdown.ts';
import { wellFormed } from '../../platform/text/well-formed.ts';
import type { Status } from './status.ts';
import { statusMarkdown } from './status-markdown.ts';

interface BoardPlace {
  readonly repository: Repository;
  readonly signal: AbortSignal;
}

const LABEL = 'release-status';
const MARKER = '<!-- release-actions:status -->';
/** When it was looked at, which alone is no news. */
const TIME = /^As of \S+, /m;
const LONGEST_TITLE = 150;
const REST = '\n\n… The rest is in the report of the run.';

interface BoardText {
  readonly title: string;
  readonly body: string;
}

/** The board as an issue. */
export function boardText(status: Status): BoardText {
  const frame = (text: string) =>
    [
      MARKER,
      text,
      '---',
      `As of ${status.generatedAt.slice(0, 16)}Z, when something in it last changed. Kept by \`release-status\`; it is a board and stays open.`,
    ].join('\n\n');
  const texts = [statusMarkdown(status), statusMarkdown(status, { graph: false })].map(frame);
  const body = texts.find((text) => text.length <= LONGEST_BODY) ?? cutAtLine(texts.at(-1) ?? '', LONGEST_BODY, REST);
  return { title: harmlessTitle(`Release status: ${status.name}`, LONGEST_TITLE), body: wellFormed(body) };
}

interface Board {
  readonly number: number | undefined;
  readonly action: 'opened' | 'updated' | 'unchanged' | 'none';
}

/** Brings the board up to date: one issue, written where it does not say what is, and opened again where somebody closed it. */
export async function keepBoard(place: BoardPlace, text: BoardText, dryRun: boolean): Promise<Board> {
  const { repository, signal } = place;
  const board = (await findBoard(place, 'open')) ?? (await findBoard(place, 'closed'));
  if (!board) {
    if (dryRun) return { number: undefined, action: 'none' };
    const issue = { title: text.title, body: text.body, labels: [LABEL], assignees: [] };
    const create = () => createIssue(repository, issue, { signal });
    const { number } = await ensure(create, () => findBoard(place, 'open'), { attempts: 2 });
    return { number, action: 'opened' };
  }
  const { number } = board;
  const isSame = lasting(board.body) === lasting(text.body);
  if ((isSame && board.closedAt === undefined) || dryRun) return { number, action: 'unchanged' };
  if (!isSame) await updateIssue(repository, { number, title: text.title, body: text.body }, { signal });
  if (board.closedAt !== undefined) await setIssueState(repository, { number, state: 'open' }, { signal });
  return { number, action: 'updated' };
}

/** What somebody's browser makes of line ends is no change. */
function lasting(body: string): string {
  return body.replaceAll('\r\n', '\n').replace(TIME, '').trim();
}

/** The oldest, where two looks at once have opened one each. */
async function findBoard({ repository, signal }: BoardPlace, state: 'open' | 'closed'): Promise<Issue | undefined> {
  const issues = await labelledIssues(repository, { label: LABEL, state }, { signal });
  return issues.find(({ body }) => body.includes(MARKER));
}

/** Why the board could not be kept, for people. */
export function boardTrouble(error: unknown, repository: Repository): string | undefined {
  if (kindOf(error) === undefined) return undefined;
  const refusal = issueRefusal(error);
  if (refusal === 'forbidden')
    return `The board could not be kept: ${repository} lets this token write no issues. Give the job issues: write, or set issue to false.`;
  if (refusal === 'off')
    return `The board could not be kept: issues are switched off in ${repository}. Switch them on, or set issue to false.`;
  return `The board could not be kept: ${(error as Error).message}`;
}
