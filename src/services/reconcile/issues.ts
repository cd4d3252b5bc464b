import { createHash } from 'node:crypto';
import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import type { Cause } from './causes.ts';
import { describeFinding, whatToDo } from './findings-text.ts';

/** Issues as a reconciliation uses them. */
export interface IssueTracker {
  /** The open issues that carry a marker which begins so, oldest first. */
  findOpen(markerStart: string): Promise<readonly TrackedIssue[]>;
  create(issue: { readonly title: string; readonly body: string }): Promise<{ readonly number: number }>;
  update(number: number, issue: { readonly title: string; readonly body: string }): Promise<void>;
  comment(number: number, body: string): Promise<void>;
  close(number: number): Promise<void>;
}

export interface TrackedIssue {
  readonly number: number;
  readonly body: string;
}

export interface IssueChange {
  readonly cause: string;
  /** Undefined where a dry run would open one. */
  readonly number?: number;
  readonly action: 'opened' | 'updated' | 'unchanged' | 'closed' | 'kept' | 'deferred';
}

export interface SyncOptions {
  /** Whether enough was seen to say that a cause is gone. */
  readonly canTell: (key: string) => boolean;
  readonly dryRun: boolean;
  /** Where the pass can be read. */
  readonly runUrl: string | undefined;
}

const MARKER = '<!-- release-actions:reconcile/';
const MARKED = /<!-- release-actions:reconcile\/(\S+) -->/;
const FINGERPRINT = /<!-- fingerprint:([0-9a-f]+) -->/;

/** A pass opens at most this many issues; the rest waits for the next. */
const MOST_NEW = 20;
const MOST_ROWS = 100;

/** Brings the open issues in line with the causes: one each, written only where its content changed. */
export async function syncIssues(
  tracker: IssueTracker,
  causes: readonly Cause[],
  options: SyncOptions,
): Promise<IssueChange[]> {
  const { open, superfluous } = byCause(await tracker.findOpen(MARKER));
  const changes: IssueChange[] = [];
  let opened = 0;
  for (const cause of causes) {
    const issue = open.get(cause.key);
    open.delete(cause.key);
    if (!issue && ++opened > MOST_NEW) changes.push({ cause: cause.key, action: 'deferred' });
    else changes.push(await openOrUpdate(tracker, { cause, issue, dryRun: options.dryRun }));
  }
  for (const [key, issue] of open) {
    if (options.canTell(key)) changes.push(await close(tracker, { key, issue, because: GONE, options }));
    else changes.push({ cause: key, number: issue.number, action: 'kept' });
  }
  for (const { key, issue } of superfluous) {
    changes.push(await close(tracker, { key, issue, because: 'An older issue tells the same.', options }));
  }
  return changes;
}

interface Marked {
  readonly key: string;
  readonly issue: TrackedIssue;
}

/** The issue of each cause: the oldest, where two passes at once have opened two. */
function byCause(issues: readonly TrackedIssue[]): { open: Map<string, TrackedIssue>; superfluous: Marked[] } {
  const open = new Map<string, TrackedIssue>();
  const superfluous: Marked[] = [];
  for (const issue of issues) {
    const key = MARKED.exec(issue.body)?.[1];
    if (key === undefined) continue;
    if (open.has(key)) superfluous.push({ key, issue });
    else open.set(key, issue);
  }
  return { open, superfluous };
}

const GONE = 'The last pass did not see this any more.';

async function openOrUpdate(
  tracker: IssueTracker,
  { cause, issue, dryRun }: { cause: Cause; issue: TrackedIssue | undefined; dryRun: boolean },
): Promise<IssueChange> {
  const { title, body, fingerprint } = renderIssue(cause);
  if (!issue) {
    if (dryRun) return { cause: cause.key, action: 'opened' };
    const { number } = await tracker.create({ title, body });
    return { cause: cause.key, number, action: 'opened' };
  }
  const { number } = issue;
  if (FINGERPRINT.exec(issue.body)?.[1] === fingerprint) return { cause: cause.key, number, action: 'unchanged' };
  if (!dryRun) await tracker.update(number, { title, body });
  return { cause: cause.key, number, action: 'updated' };
}

async function close(
  tracker: IssueTracker,
  { key, issue, because, options }: Marked & { because: string; options: SyncOptions },
): Promise<IssueChange> {
  const { number } = issue;
  if (!options.dryRun) {
    await tracker.comment(number, options.runUrl ? `${because} ${options.runUrl}` : because);
    await tracker.close(number);
  }
  return { cause: key, number, action: 'closed' };
}

/** An issue of a cause. Times, latencies and the run are not in it: they would make every pass an update. */
function renderIssue(cause: Cause): { title: string; body: string; fingerprint: string } {
  const rows = cause.findings.map((finding) => {
    const { subject, problem } = describeFinding(finding);
    return [code(subject), escapeMarkdown(problem)];
  });
  const shown = rows.slice(0, MOST_ROWS);
  const more = rows.length - shown.length;
  const fingerprint = createHash('sha256')
    .update(steady(JSON.stringify(rows)))
    .digest('hex')
    .slice(0, 16);
  const body = [
    `${MARKER}${cause.key} -->`,
    `<!-- fingerprint:${fingerprint} -->`,
    `${escapeMarkdown(cause.title)}.`,
    '',
    table(['What', 'Seen'], shown),
    ...(more > 0 ? ['', `… and ${more} more; see the report of the run.`] : []),
    '',
    `**What to do:** ${escapeMarkdown(whatToDo(cause))}`,
    '',
    'This issue is kept up to date by `reconcile-services`, and closed when the cause is gone.',
  ].join('\n');
  // A title is no Markdown, but a name in it would still ping people.
  return { title: cause.title.replaceAll('@', '@\u200b').slice(0, 200), body, fingerprint };
}

/** The text without what differs from look to look: durations and counts of bytes. */
function steady(text: string): string {
  return text.replace(/\d+(?:\.\d+)?\s*(?:ms|s|bytes)\b/g, '#');
}
