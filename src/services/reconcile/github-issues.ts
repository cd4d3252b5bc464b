import type { Repository } from '../../platform/github/repository.ts';
import {
  addComment,
  createIssue,
  labelledIssues,
  setIssueState,
  updateIssue,
} from '../../platform/github/tracked-issues.ts';
import { DAY_MS } from '../../platform/time/duration.ts';
import type { IssueTracker } from './finding-issues.ts';

/** Only who may write to the repository can set a label, so an issue that anyone opens cannot pass for one of ours. */
const LABEL = 'reconcile';
/** An older dismissal is forgotten: what is still there after half a year is worth telling again. */
const DISMISSED_FOR_MS = 180 * DAY_MS;

interface IssueRepository {
  readonly repository: Repository;
  readonly signal: AbortSignal;
  /** Takes secrets out of a text: a registry may have put its token into what we report. */
  readonly redact: (text: string) => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The issues of a repository, as a reconciliation keeps them. */
export function githubIssues({ repository, signal, redact, now }: IssueRepository): IssueTracker {
  return {
    async find(markerStart) {
      const open = await labelledIssues(repository, { label: LABEL, state: 'open' }, { signal });
      const since = now() - DISMISSED_FOR_MS;
      const closed = await labelledIssues(repository, { label: LABEL, state: 'closed', since }, { signal });
      const dismissed = closed.filter(({ notPlanned }) => notPlanned).map((issue) => ({ ...issue, dismissed: true }));
      return [...open, ...dismissed].filter(({ body }) => body.includes(markerStart));
    },
    async create({ title, body }) {
      const issue = { title: redact(title), body: redact(body), labels: [LABEL], assignees: [] };
      return createIssue(repository, issue, { signal });
    },
    update: (number, { title, body }) =>
      updateIssue(repository, { number, title: redact(title), body: redact(body) }, { signal }),
    async comment(number, body) {
      await addComment(repository, { number, body: redact(body) }, { signal });
    },
    close: (number) => setIssueState(repository, { number, state: 'closed' }, { signal }),
  };
}
