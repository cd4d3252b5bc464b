import { KnownError, messageOf } from '../../platform/errors.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { upsertComment } from '../../platform/github/comments.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { readEvent, runContext, runUrl } from '../../platform/runner/context.ts';
import { link } from '../../platform/text/markdown.ts';
import type { Connection } from './connect-github.ts';
import { connectHome } from './own-repository.ts';

interface PullComment {
  /** What distinguishes this comment from others of ours. */
  readonly key: string;
  readonly body: string;
  /** What is in the comment, for the log: `the plan`. */
  readonly what: string;
}

/**
 * Keeps one comment with this key on the pull request that this job runs for; says so where it cannot. The comment is a copy of
 * the summary: one that GitHub does not take is a warning, and what the job found out decides its colour.
 */
export async function commentOnPull(
  given: Connection,
  { key, body, what }: PullComment,
  runner: Runner,
): Promise<void> {
  const { number, isForeign, commit } = await pullRequest(runner);
  if (number === undefined) {
    runner.log.notice(
      'Input comment is true, but this job does not run for a pull request: there is nowhere to comment.',
    );
    return;
  }
  if (isForeign) {
    runner.log.notice(
      `The pull request comes from a fork, whose jobs may not write: there is no comment. ${what} is in the summary of this job.`,
    );
    return;
  }
  const text = runner.secrets.redact(`${body}\n\n${originOf(commit, runner)}\n`);
  try {
    const repository = connectHome(given, runner);
    const comment = { number, key, body: text };
    const { outcome, url } = await upsertComment(repository, comment, { signal: runner.signal });
    runner.log.info(`Comment ${outcome}: ${url}`);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    runner.log.warning(`${refusalOf(error, number)} ${what} is in the summary of this job.`);
  }
}

function refusalOf(error: KnownError, number: number): string {
  if (error instanceof GitHubError && (error.status === 403 || error.status === 404))
    return `There is no comment on pull request ${number}: the token may not write there (${error.status}). Give the job the permission pull-requests: write, or set comment to false.`;
  return `There is no comment on pull request ${number}: ${messageOf(error)}`;
}

/** From the event that started the job; https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request */
async function pullRequest({ env, workspace }: Runner): Promise<PullRequest> {
  const event = (await readEvent(env, workspace)) as PullRequestEvent | undefined;
  const number = event?.pull_request?.number ?? (event?.issue?.pull_request ? event.issue.number : undefined);
  const head = event?.pull_request?.head;
  // A fork that was deleted meanwhile is null.
  const isForeign = head !== undefined && head.repo?.full_name !== runContext(env).repository;
  return { number, isForeign, commit: head?.sha ?? runContext(env).commit };
}

interface PullRequest {
  readonly number: number | undefined;
  readonly isForeign: boolean;
  /** Of the pull request's branch: the job itself runs on a merge of it. */
  readonly commit: string | undefined;
}

/** Of which commit and by which run the comment was made. */
function originOf(commit: string | undefined, { env }: Runner): string {
  const context = runContext(env);
  const of = commit && ` of ${link(commit.slice(0, 7), `${context.serverUrl}/${context.repository}/commit/${commit}`)}`;
  const url = runUrl(context);
  return `Made${of ?? ''}${url ? ` by ${link('this run', url)}` : ''}.`;
}

interface PullRequestEvent {
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly sha?: string; readonly repo?: { readonly full_name?: string } | null };
  };
  readonly issue?: { readonly number?: number; readonly pull_request?: unknown };
}
