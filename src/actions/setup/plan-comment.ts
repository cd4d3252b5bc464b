import { upsertComment } from '../../platform/github/comments.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { readEvent } from '../../platform/runner/context.ts';
import { connectHome } from './own-repository.ts';
import { type PlanInputs, type ShownPlan, sha256 } from './shown-plan.ts';

/** Keeps one comment with the plan on the pull request that this job runs for. */
export async function commentPlan(given: PlanInputs, { markdown }: ShownPlan, runner: Runner): Promise<void> {
  const number = await pullRequestNumber(runner);
  if (number === undefined) {
    runner.log.notice(
      'Input comment is true, but this job does not run for a pull request: there is nowhere to comment.',
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
async function pullRequestNumber({ env, workspace }: Runner): Promise<number | undefined> {
  const event = (await readEvent(env, workspace)) as PullRequestEvent | undefined;
  return event?.pull_request?.number ?? (event?.issue?.pull_request ? event.issue.number : undefined);
}

interface PullRequestEvent {
  readonly pull_request?: { readonly number?: number };
  readonly issue?: { readonly number?: number; readonly pull_request?: unknown };
}
