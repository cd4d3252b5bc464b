import type { CallOptions, GitHubClient } from './client/client.ts';
import { ownerAndRepo } from './repository-name.ts';

export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly createdAt: number;
  readonly closedAt?: number;
  /** Whether it was closed as not planned: what it tells is known, and nothing shall be done. */
  readonly notPlanned?: boolean;
}

export interface IssueComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

interface RawIssue {
  readonly number: number;
  readonly html_url: string;
  readonly body?: string | null;
  readonly labels?: readonly (string | { readonly name?: string })[];
  readonly assignees?: readonly { readonly login: string }[] | null;
  readonly created_at: string;
  readonly closed_at?: string | null;
  readonly pull_request?: unknown;
  readonly state_reason?: string | null;
}

interface RawComment {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string;
}

const MOST_ISSUES = 500;
const MOST_COMMENTS = 3_000;

/** The issues (no pull requests) with a label, oldest first; `since`: only what changed since then (epoch milliseconds). */
export async function labelledIssues(
  client: GitHubClient,
  repository: string,
  { label, state, since }: { readonly label: string; readonly state: 'open' | 'closed'; readonly since?: number },
  options: CallOptions = {},
): Promise<Issue[]> {
  const params = {
    ...ownerAndRepo(repository),
    labels: label,
    state,
    sort: 'created',
    direction: 'asc',
    ...(since !== undefined && { since: new Date(since).toISOString() }),
  };
  const rows = await client.list<RawIssue>('GET /repos/{owner}/{repo}/issues', params, {
    ...options,
    limit: MOST_ISSUES,
  });
  return rows.filter((row) => row.pull_request === undefined).map(issueOf);
}

export interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/** Throws AmbiguousWrite where it may be there or not. */
export async function createIssue(
  client: GitHubClient,
  repository: string,
  issue: NewIssue,
  options: CallOptions = {},
): Promise<Issue> {
  const { assignees, ...rest } = issue;
  const params = { ...ownerAndRepo(repository), ...rest, ...(assignees.length > 0 && { assignees }) };
  const { data } = await client.write<RawIssue>('POST /repos/{owner}/{repo}/issues', params, options);
  return issueOf(data);
}

/** Sets title and body. */
export async function updateIssue(
  client: GitHubClient,
  repository: string,
  { number, title, body }: { readonly number: number; readonly title: string; readonly body: string },
  options: CallOptions = {},
): Promise<void> {
  const params = { ...ownerAndRepo(repository), issue_number: number, title, body };
  await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/{issue_number}', params, options);
}

/** Opens or closes it. */
export async function setIssueState(
  client: GitHubClient,
  repository: string,
  { number, state }: { readonly number: number; readonly state: 'open' | 'closed' },
  options: CallOptions = {},
): Promise<void> {
  const reason = state === 'closed' ? 'completed' : 'reopened';
  const params = { ...ownerAndRepo(repository), issue_number: number, state, state_reason: reason };
  await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/{issue_number}', params, options);
}

export async function issueComments(
  client: GitHubClient,
  repository: string,
  number: number,
  options: CallOptions = {},
): Promise<IssueComment[]> {
  const params = { ...ownerAndRepo(repository), issue_number: number };
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const rows = await client.list<RawComment>(route, params, { ...options, limit: MOST_COMMENTS });
  return rows.map(commentOf);
}

/** Throws AmbiguousWrite where it may be there or not. */
export async function addComment(
  client: GitHubClient,
  repository: string,
  { number, body }: { readonly number: number; readonly body: string },
  options: CallOptions = {},
): Promise<IssueComment> {
  const params = { ...ownerAndRepo(repository), issue_number: number, body };
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  return commentOf((await client.write<RawComment>(route, params, options)).data);
}

export async function updateComment(
  client: GitHubClient,
  repository: string,
  { id, body }: { readonly id: number; readonly body: string },
  options: CallOptions = {},
): Promise<void> {
  const params = { ...ownerAndRepo(repository), comment_id: id, body };
  await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', params, options);
}

export async function deleteComment(
  client: GitHubClient,
  repository: string,
  id: number,
  options: CallOptions = {},
): Promise<void> {
  const params = { ...ownerAndRepo(repository), comment_id: id };
  await client.writeIdempotent('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', params, options);
}

function issueOf({
  number,
  html_url,
  body,
  labels = [],
  assignees,
  created_at,
  closed_at,
  state_reason,
}: RawIssue): Issue {
  return {
    number,
    url: html_url,
    body: body ?? '',
    labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    assignees: (assignees ?? []).map(({ login }) => login),
    createdAt: Date.parse(created_at),
    ...(closed_at ? { closedAt: Date.parse(closed_at) } : {}),
    ...(closed_at && state_reason === 'not_planned' ? { notPlanned: true } : {}),
  };
}

function commentOf({ id, html_url, body = '' }: RawComment): IssueComment {
  return { id, url: html_url, body };
}
