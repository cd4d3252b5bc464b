import { KnownError, messageOf } from '../../platform/errors.ts';
import type { FindingCause } from './finding-causes.ts';
import { causeOfIssue, fingerprintOf, MARKER, renderIssue } from './issue-body.ts';

/** Issues as a reconciliation uses them. */
export interface IssueTracker {
  /** The open issues that carry a marker which begins so, and those that somebody closed as not planned; oldest first. */
  find(markerStart: string): Promise<readonly TrackedIssue[]>;
  create(issue: { readonly title: string; readonly body: string }): Promise<{ readonly number: number }>;
  update(number: number, issue: { readonly title: string; readonly body: string }): Promise<void>;
  comment(number: number, body: string): Promise<void>;
  close(number: number): Promise<void>;
}

export interface TrackedIssue {
  readonly number: number;
  readonly body: string;
  /** Whether a person closed it as not planned: what it tells is known and shall not be told again. */
  readonly dismissed?: boolean;
}

export interface IssueChange {
  readonly cause: string;
  /** Undefined where a dry run would open one. */
  readonly number?: number;
  readonly action: 'opened' | 'updated' | 'unchanged' | 'closed' | 'kept' | 'deferred' | 'dismissed';
}

export interface KeptIssues {
  readonly changes: readonly IssueChange[];
  /** What could not be written, and why; each once. */
  readonly failures: readonly string[];
}

interface SyncOptions {
  /** Whether enough was seen to say that a cause is gone. */
  readonly canTell: (key: string) => boolean;
  readonly dryRun: boolean;
  /** Where the pass can be read. */
  readonly runUrl: string | undefined;
}

/** A pass opens at most this many issues; the rest waits for the next. */
const MOST_NEW = 20;

/**
 * Brings the open issues in line with the causes: one each, written only where its content changed. What fails is told, and
 * keeps no other issue from being written; never throws a KnownError.
 */
export async function keepIssues(
  tracker: IssueTracker,
  causes: readonly FindingCause[],
  options: SyncOptions,
): Promise<KeptIssues> {
  const changes: IssueChange[] = [];
  const failures = new Set<string>();
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      failures.add(messageOf(error));
    }
  };
  await attempt(async () => {
    for (const { change, write } of planIssues(causes, await tracker.find(MARKER), options)) {
      await attempt(async () => {
        const made = options.dryRun ? undefined : await write?.(tracker);
        changes.push({ ...change, ...(made ? { number: made.number } : {}) });
      });
    }
  });
  return { changes, failures: [...failures] };
}

interface Step {
  readonly change: IssueChange;
  /** Absent where there is nothing to write. A created issue is returned. */
  readonly write?: (tracker: IssueTracker) => Promise<{ readonly number: number } | undefined>;
}

function planIssues(causes: readonly FindingCause[], known: readonly TrackedIssue[], options: SyncOptions): Step[] {
  const { open, dismissed, superfluous } = byCause(known);
  const steps: Step[] = [];
  let opened = 0;
  for (const cause of causes) {
    const issue = open.get(cause.key);
    open.delete(cause.key);
    const step = issue ? toUpdate(cause, issue) : toOpen(cause, dismissed.get(cause.key));
    const waits = step.change.action === 'opened' && ++opened > MOST_NEW;
    steps.push(waits ? { change: { cause: cause.key, action: 'deferred' } } : step);
  }
  for (const [key, issue] of open) {
    const kept: Step = { change: { cause: key, number: issue.number, action: 'kept' } };
    steps.push(options.canTell(key) ? toClose({ key, issue }, GONE, options.runUrl) : kept);
  }
  return [...steps, ...superfluous.map((twin) => toClose(twin, 'An older issue tells the same.', options.runUrl))];
}

interface Marked {
  readonly key: string;
  readonly issue: TrackedIssue;
}

/** The issue of each cause: the oldest open one, where two passes at once have opened two; the last one dismissed. */
function byCause(issues: readonly TrackedIssue[]) {
  const open = new Map<string, TrackedIssue>();
  const dismissed = new Map<string, TrackedIssue>();
  const superfluous: Marked[] = [];
  for (const issue of issues) {
    const key = causeOfIssue(issue.body);
    if (key === undefined) continue;
    if (issue.dismissed) dismissed.set(key, issue);
    else if (open.has(key)) superfluous.push({ key, issue });
    else open.set(key, issue);
  }
  return { open, dismissed, superfluous };
}

const GONE = 'The last pass did not see this any more.';

function toOpen(cause: FindingCause, dismissed: TrackedIssue | undefined): Step {
  const { title, body, fingerprint } = renderIssue(cause);
  const known = dismissed && fingerprintOf(dismissed.body) === fingerprint;
  if (known) return { change: { cause: cause.key, number: dismissed.number, action: 'dismissed' } };
  return { change: { cause: cause.key, action: 'opened' }, write: (tracker) => tracker.create({ title, body }) };
}

function toUpdate(cause: FindingCause, { number, body: before }: TrackedIssue): Step {
  const { title, body, fingerprint } = renderIssue(cause);
  const change = { cause: cause.key, number };
  if (fingerprintOf(before) === fingerprint) return { change: { ...change, action: 'unchanged' } };
  const write = async (tracker: IssueTracker) => void (await tracker.update(number, { title, body }));
  return { change: { ...change, action: 'updated' }, write };
}

function toClose({ key, issue: { number } }: Marked, because: string, runUrl: string | undefined): Step {
  return {
    change: { cause: key, number, action: 'closed' },
    write: async (tracker) => {
      await tracker.comment(number, runUrl ? `${because} ${runUrl}` : because);
      await tracker.close(number);
      return undefined;
    },
  };
}
