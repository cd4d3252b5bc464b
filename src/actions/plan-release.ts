import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../platform/errors.ts';
import { upsertComment } from '../platform/github/comments.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { connectTo } from './setup/connect-github.ts';
import { ownRepository } from './setup/own-repository.ts';
import { type PlanInputs, planInputs, type ShownPlan, sha256 } from './setup/shown-plan.ts';

/** Says what would be released, in which order and to which versions; writes nothing but, when asked, a comment. */
export default defineAction({
  inputs: planInputs,
  async run(given, runner) {
    const { log, outputs } = runner;
    const shown = await makePlan(given, runner);
    for (const { message } of shown.warnings) log.warning(message);
    const count = shown.waves.flat().length;
    await outputs.set('plan', shown.plan);
    await outputs.set('has-releases', count > 0);
    await outputs.set('waves', shown.waves);
    await outputs.set('matrix', shown.matrices);
    await outputs.set('versions', shown.versions);
    await outputs.set('count', count);
    await outputs.set('plan-hash', shown.hash);
    await outputs.summarise(shown.markdown);
    for (const [index, wave] of shown.waves.entries())
      log.info(`Wave ${index + 1}: ${wave.map(named(shown)).join(', ')}`);
    log.info(`${count} to release, plan ${shown.hash.slice(0, 12)}.`);
    if (given.comment) await comment(given, shown, runner);
  },
});

async function makePlan(given: PlanInputs, runner: Runner): Promise<ShownPlan> {
  if (given.source === 'changesets') {
    const { planChangesets } = await import('./setup/plan-from-changesets.ts');
    return planChangesets(given, runner);
  }
  const { planTrainFrom } = await import('./setup/plan-from-manifest.ts');
  return planTrainFrom(given, runner);
}

function named({ versions }: ShownPlan): (id: string) => string {
  return (id) => (versions[id] === undefined ? id : `${id} ${versions[id]}`);
}

/** Keeps one comment with the plan on the pull request that this job runs for. */
async function comment(given: PlanInputs, { markdown }: ShownPlan, runner: Runner): Promise<void> {
  const number = await pullRequestNumber(runner);
  if (number === undefined) {
    runner.log.notice(
      'Input comment is true, but this job does not run for a pull request: there is nowhere to comment.',
    );
    return;
  }
  const repository = ownRepository(runner.env);
  const client = connectTo(repository, given, runner);
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
  if (!env.GITHUB_EVENT_PATH) return undefined;
  try {
    const event = JSON.parse(await readFile(resolve(workspace, env.GITHUB_EVENT_PATH), 'utf8'));
    return event?.pull_request?.number ?? (event?.issue?.pull_request ? event.issue.number : undefined);
  } catch (error) {
    throw new UserError(`The event of this job cannot be read from GITHUB_EVENT_PATH: ${(error as Error).message}`);
  }
}
