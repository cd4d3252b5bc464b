import { UserError } from '../errors.ts';
import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import { type CommentAuthor, isTrustedAuthor } from './comment-author.ts';
import { absentIs404 } from './refs.ts';
import type { Repository } from './repository.ts';

export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly closedAt?: number;
  /** Whether it was closed as not planned: what it tells is known, and nothing shall be done. */
  readonly notPlanned?: boolean;
}

export interface IssueComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  /** Whether its author has a say in the repository. */
  readonly isTrusted: boolean;
}

interface RawIssue {
  readonly number: number;
  readonly html_url: string;
  readonly body?: string | null;
  readonly labels?: readonly (string | { readonly name?: string })[];
  readonly assignees?: readonly { readonly login: string }[] | null;
  readonly closed_at?: string | null;
  readonly pull_request?: unknown;
  readonly state_reason?: string | null;
}

interface RawComment extends CommentAuthor {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string;
}

/** Of an issue, a pull request or a comment: GitHub refuses one that has more characters. */
export const LONGEST_BODY = 65_536;
const MOST_ISSUES = 500;
const MOST_COMMENTS = 3_000;

/** The issues (no pull requests) with a label, oldest first; `since`: only what changed since then (epoch milliseconds). */
export async function labelledIssues(
  repository: Repository,
  { label, state, since }: { readonly label: string; readonly state: 'open' | 'closed'; readonly since?: number },
  options: CallOptions = {},
): Promise<Issue[]> {
  const params = {
    labels: label,
    state,
    sort: 'created',
    direction: 'asc',
    ...(since !== undefined && { since: new Date(since).toISOString() }),
  };
  const rows = await repository.list<RawIssue>('GET /repos/{owner}/{repo}/issues', params, {
    ...options,
    limit: MOST_ISSUES,
  });
  return rows.filter((row) => row.pull_request === undefined).map(issueOf);
}

export interface NewIssue {
  readonly title: string;
  readonly body: string;
  /** By the first of them it is found again. */
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/** An issue that nobody would find again was opened, and is closed. */
export class UnlabelledIssue extends UserError {
  override name = 'UnlabelledIssue';
}

/** Throws AmbiguousWrite where it may be there or not, and UnlabelledIssue. */
export async function createIssue(repository: Repository, issue: NewIssue, options: CallOptions = {}): Promise<Issue> {
  const { assignees, ...rest } = issue;
  const params = { ...rest, ...(assignees.length > 0 && { assignees }) };
  const { data } = await repository.write<RawIssue>('POST /repos/{owner}/{repo}/issues', params, options);
  const made = issueOf(data);
  const [label = ''] = issue.labels;
  if (made.labels.some((one) => one.toLowerCase() === label.toLowerCase())) return made;
  await setIssueState(repository, { number: made.number, state: 'closed' }, options);
  throw new UnlabelledIssue(
    `Issue #${made.number} of ${repository} was opened without the label ${label}, by which it is found again, and is closed: GitHub drops labels without a word where the token's user may not triage. Give it that role.`,
  );
}

/** What keeps an issue from being written, as far as GitHub's answer tells. */
type IssueRefusal = 'gone' | 'locked' | 'forbidden' | 'off' | undefined;

export function issueRefusal(error: unknown): IssueRefusal {
  if (!(error instanceof GitHubError)) return undefined;
  const { status, path, said = '' } = error;
  // A repository whose issues are off answers 410, too. https://docs.github.com/rest/issues/issues#get-an-issue
  if (status === 410 && /disabled/i.test(said)) return 'off';
  if ([301, 404, 410].includes(status) && /\/issues\/\d+/.test(path)) return 'gone';
  if (status === 410) return 'off';
  if (status === 403 && /issue is locked/i.test(said)) return 'locked';
  return (status === 403 || status === 404) && !/archived/i.test(said) ? 'forbidden' : undefined;
}

/** Sets title and body. */
export async function updateIssue(
  repository: Repository,
  { number, title, body }: { readonly number: number; readonly title: string; readonly body: string },
  options: CallOptions = {},
): Promise<void> {
  const params = { issue_number: number, title, body };
  await repository.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/{issue_number}', params, options);
}

/** Opens or closes it, with another body where one is given. */
export async function setIssueState(
  repository: Repository,
  { number, state, body }: { readonly number: number; readonly state: 'open' | 'closed'; readonly body?: string },
  options: CallOptions = {},
): Promise<void> {
  const reason = state === 'closed' ? 'completed' : 'reopened';
  const params = { issue_number: number, state, state_reason: reason, ...(body !== undefined && { body }) };
  await repository.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/{issue_number}', params, options);
}

export async function issueComments(
  repository: Repository,
  number: number,
  options: CallOptions = {},
): Promise<IssueComment[]> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const rows = await repository.list<RawComment>(route, { issue_number: number }, { ...options, limit: MOST_COMMENTS });
  return rows.map(commentOf);
}

/** Throws AmbiguousWrite where it may be there or not. */
export async function addComment(
  repository: Repository,
  { number, body }: { readonly number: number; readonly body: string },
  options: CallOptions = {},
): Promise<IssueComment> {
  const params = { issue_number: number, body };
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  return commentOf((await repository.write<RawComment>(route, params, options)).data);
}

export async function updateComment(
  repository: Repository,
  { id, body }: { readonly id: number; readonly body: string },
  options: CallOptions = {},
): Promise<void> {
  const params = { comment_id: id, body };
  await repository.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', params, options);
}

export async function deleteComment(repository: Repository, id: number, options: CallOptions = {}): Promise<void> {
  const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
  await absentIs404(() => repository.writeIdempotent(route, { comment_id: id }, options));
}

function issueOf({ number, html_url, body, labels = [], assignees, closed_at, state_reason }: RawIssue): Issue {
  return {
    number,
    url: html_url,
    body: body ?? '',
    labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    assignees: (assignees ?? []).map(({ login }) => login),
    ...(closed_at ? { closedAt: Date.parse(closed_at) } : {}),
    ...(closed_at && state_reason === 'not_planned' ? { notPlanned: true } : {}),
  };
}

function commentOf({ id, html_url, body = '', ...author }: RawComment): IssueComment {
  return { id, url: html_url, body, isTrusted: isTrustedAuthor(author) };
}
