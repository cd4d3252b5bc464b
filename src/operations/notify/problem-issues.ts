import { sha256Of } from '../../platform/files/file-digest.ts';
import { ensure } from '../../platform/github/ensure.ts';
import type { Repository } from '../../platform/github/repository.ts';
import {
  addComment,
  createIssue,
  type Issue,
  labelledIssues,
  type NewIssue,
  setIssueState,
} from '../../platform/github/tracked-issues.ts';
import { REOPEN_MS } from '../../train/telling/problems.ts';
import { commentsOnce, ownComments } from './told-once.ts';

/** Only who may triage can set a label, so an issue that anyone opens cannot pass for one of ours. */
const LABEL = 'release-actions';

export interface IssuePlace {
  readonly repository: Repository;
  readonly signal: AbortSignal;
}

/** The open issue of a problem: the oldest, where two who looked at once have opened two. */
export async function findOpenIssue({ repository, signal }: IssuePlace, key: string): Promise<Issue | undefined> {
  const open = await labelledIssues(repository, { label: LABEL, state: 'open' }, { signal });
  return open.find(({ body }) => body.includes(problemMarker(key)));
}

/** Whether people closed the issue of a problem that is not resolved: only who may triage can close what we opened. */
export async function wasClosed({ repository, signal }: IssuePlace, key: string, since: number): Promise<boolean> {
  const closed = await labelledIssues(repository, { label: LABEL, state: 'closed', since }, { signal });
  return closed.some(
    ({ body, closedAt = 0 }) => closedAt >= since && body.includes(problemMarker(key)) && !body.includes(SUPERFLUOUS),
  );
}

/** The issue in which a problem is told: the open one, else one that was closed within a day and is now open again. */
export async function currentIssue(place: IssuePlace, key: string, now: number): Promise<Issue | undefined> {
  const open = await findOpenIssue(place, key);
  if (open) return open;
  const { repository, signal } = place;
  const since = now - REOPEN_MS;
  const closed = await labelledIssues(repository, { label: LABEL, state: 'closed', since }, { signal });
  const isOurs = ({ body, closedAt = 0 }: Issue) => body.includes(problemMarker(key)) && closedAt > since;
  const recent = closed.findLast((issue) => isOurs(issue) && !issue.body.includes(SUPERFLUOUS));
  if (recent) await setIssueState(repository, { number: recent.number, state: 'open' }, { signal });
  return recent;
}

const SUPERFLUOUS = '<!-- release-actions:superfluous -->';

/** Opens the issue of a problem. Of two that were opened at once the older stays. */
export async function openIssue(place: IssuePlace, key: string, issue: NewIssue): Promise<Issue> {
  const { repository, signal } = place;
  const wanted = {
    ...issue,
    body: `${problemMarker(key)}\n${issue.body}`,
    labels: [...new Set([LABEL, ...issue.labels])],
  };
  const create = () => createIssue(repository, wanted, { signal });
  const made = await ensure(create, () => findOpenIssue(place, key), { attempts: 2 });
  const oldest = await findOpenIssue(place, key);
  if (!oldest || oldest.number >= made.number) return made;
  await closeSuperfluous(place, made, oldest.number);
  return oldest;
}

/** Which of these facts an issue tells, by the markers in its body and comments. */
export async function toldIn(place: IssuePlace, { number, body }: Issue, ids: readonly string[]): Promise<Set<string>> {
  const comments = await commentsOnce(place, { number, body });
  const all = [body, ...comments.map((comment) => comment.body)].join('\n');
  return new Set(ids.filter((id) => all.includes(factMarker(id))));
}

/** Takes away what was told twice of a problem, and its second issue, by somebody who died or stood still before he could. */
export async function tidyProblem(place: IssuePlace, key: string, now: number): Promise<void> {
  const { repository, signal } = place;
  const [open, closed] = await Promise.all([
    labelledIssues(repository, { label: LABEL, state: 'open' }, { signal }),
    labelledIssues(repository, { label: LABEL, state: 'closed', since: now - REOPEN_MS }, { signal }),
  ]);
  const isOurs = ({ body }: Issue) => body.includes(problemMarker(key));
  const [, ...later] = open.filter(isOurs);
  const [oldest] = open.filter(isOurs);
  for (const issue of later) await closeSuperfluous(place, issue, oldest?.number ?? issue.number);
  for (const issue of [...open, ...closed].filter(isOurs)) await commentsOnce(place, issue);
}

async function closeSuperfluous(
  { repository, signal }: IssuePlace,
  { number, body }: Issue,
  older: number,
): Promise<void> {
  await addComment(repository, { number, body: `An older issue tells the same: #${older}.` }, { signal });
  const marked = { number, state: 'closed', body: `${SUPERFLUOUS}\n${body}` } as const;
  await setIssueState(repository, marked, { signal });
}

/** Writes one comment about facts; where somebody else was faster with some of them, those go again. */
export async function tellIn(
  place: IssuePlace,
  issue: Issue,
  { ids, body }: { readonly ids: readonly string[]; readonly body: string },
): Promise<void> {
  const { repository, signal } = place;
  const { number } = issue;
  const markers = ids.map(factMarker);
  const find = async () => {
    const comments = await ownComments(place, number);
    return comments.find((comment) => markers.every((marker) => comment.body.includes(marker)));
  };
  const write = () => addComment(repository, { number, body: `${markers.join('\n')}\n${body}` }, { signal });
  await ensure<{ readonly id: number }>(write, find, { attempts: 2 });
  await commentsOnce(place, issue);
}

function problemMarker(key: string): string {
  return `<!-- release-actions:problem/${digest(key)} -->`;
}

/** Ids hold whatever components are named: a comment in HTML could end in one. */
export function factMarker(id: string): string {
  return `<!-- release-actions:fact/${digest(id)} -->`;
}

function digest(text: string): string {
  return sha256Of(text).slice(0, 24);
}
