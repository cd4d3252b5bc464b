import { upsertComment } from '../../platform/github/comments.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { readEvent, runContext } from '../../platform/runner/context.ts';
import { connectHome } from './own-repository.ts';
import { type PlanInputs, type ShownPlan, sha256 } from './shown-plan.ts';

/** Keeps one comment with the plan on the pull request that this job runs for. */
export async function commentPlan(given: PlanInputs, { markdown }: ShownPlan, runner: Runner): Promise<void> {
  const { number, isForeign } = await pullRequest(runner);
  if (number === undefined) {
    runner.log.notice(
      'Input comment is true, but this job does not run for a pull request: there is nowhere to comment.',
    );
    return;
  }
  if (isForeign) {
    runner.log.notice(
      'The pull request comes from a fork, whose jobs may not write: there is no comment. The plan is in the summary of this job.',
    );
    return;
  }
  const { client, repository } = connectHome(given, runner);
  const key = given.source === 'changesets' ? `plan.changesets.${sha256(given.directory).slice(0, 8)}` : 'plan.train';
  const { outcome, url } = await upsertComment(client, repository, {
    number,
    key,
    body: runner.secrets.redact(markdown),
  });
  runner.log.info(`Comment ${outcome}: ${url}`);
}

/** From the event that started the job; https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request */
async function pullRequest({ env, workspace }: Runner): Promise<{ number: number | undefined; isForeign: boolean }> {
  const event = (await readEvent(env, workspace)) as PullRequestEvent | undefined;
  const number = event?.pull_request?.number ?? (event?.issue?.pull_request ? event.issue.number : undefined);
  const head = event?.pull_request?.head;
  // A fork that was deleted meanwhile is null.
  return { number, isForeign: head !== undefined && head.repo?.full_name !== runContext(env).repository };
}

interface PullRequestEvent {
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly repo?: { readonly full_name?: string } | null };
  };
  readonly issue?: { readonly number?: number; readonly pull_request?: unknown };
}
