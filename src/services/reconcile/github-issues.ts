import { UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import type { GitHubCall } from '../registries/github-calls.ts';
import type { IssueTracker, TrackedIssue } from './issues.ts';

/** Only who may write to the repository can set a label, so an issue that anyone opens cannot pass for one of ours. */
const LABEL = 'reconcile';
const MOST_PAGES = 10;

/** The issues of a repository (`owner/name`). */
export function githubIssues(call: GitHubCall, repository: string): IssueTracker {
  const issues = `/repos/${repository}/issues`;
  /** Closed issues are read as far as the last page: an older dismissal is forgotten. */
  const listed = async (state: 'open' | 'closed', mostPages = MOST_PAGES): Promise<TrackedIssue[]> => {
    const found: TrackedIssue[] = [];
    const order = state === 'open' ? 'sort=created&direction=asc' : 'sort=updated&direction=desc';
    for (let page = 1; page <= mostPages; page++) {
      const query = `?state=${state}&labels=${LABEL}&${order}&per_page=100&page=${page}`;
      const rows = await call('GET', issues + query);
      if (!Array.isArray(rows)) throw new UserError(`GitHub: ${repository} has no issues that this token may read.`);
      found.push(...rows.flatMap(trackedIssue));
      if (rows.length < 100) return found;
    }
    if (state === 'closed') return found;
    throw new UserError(
      `${repository} has more than ${mostPages * 100} open issues labelled ${LABEL}: close some by hand.`,
    );
  };
  return {
    async find(markerStart) {
      const marked = ({ body }: TrackedIssue) => body.includes(markerStart);
      return [...(await listed('open')), ...(await listed('closed', 1))].filter(marked);
    },
    async create({ title, body }) {
      const created = await call('POST', issues, { title, body, labels: [LABEL] });
      if (isRecord(created) && typeof created.number === 'number') return { number: created.number };
      throw new UserError('GitHub: the issue was created, but the answer has no number.');
    },
    async update(number, { title, body }) {
      await call('PATCH', `${issues}/${number}`, { title, body });
    },
    async comment(number, body) {
      await call('POST', `${issues}/${number}/comments`, { body });
    },
    async close(number) {
      await call('PATCH', `${issues}/${number}`, { state: 'closed', state_reason: 'completed' });
    },
  };
}

function trackedIssue(row: unknown): TrackedIssue[] {
  if (!isRecord(row) || typeof row.number !== 'number' || 'pull_request' in row) return [];
  const issue = { number: row.number, body: typeof row.body === 'string' ? row.body : '' };
  if (row.state !== 'closed') return [issue];
  return row.state_reason === 'not_planned' ? [{ ...issue, dismissed: true }] : [];
}
