import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { upsertComment } from '../github/issues.ts';
import { defineAction, type Runner } from '../runner/action.ts';
import { flag, type InputsOf, oneOf, optional, text } from '../runner/inputs.ts';
import { connect, ownerOf } from './connect.ts';
import { trainInputs } from './train-inputs.ts';
import { ownRepository } from './train-world.ts';

const inputs = {
  ...trainInputs,
  manifest: optional(text),
  source: optional(oneOf('train', 'changesets'), 'train'),
  directory: optional(text, '.'),
  comment: optional(flag, false),
} as const;

export type PlanInputs = InputsOf<typeof inputs>;

/** A plan, whatever made it, as this action hands it on. */
export interface ShownPlan {
  readonly plan: unknown;
  readonly versions: Readonly<Record<string, string>>;
  readonly waves: readonly (readonly string[])[];
  /** For `strategy.matrix`: one for each wave. */
  readonly matrices: readonly { readonly include: readonly object[] }[];
  /** SHA-256 of the plan's canonical JSON. */
  readonly hash: string;
  readonly markdown: string;
  readonly warnings: readonly { readonly message: string }[];
}

/** Says what would be released, in which order and to which versions; writes nothing but, when asked, a comment. */
export default defineAction({
  inputs,
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
    const { planChangesets } = await import('./plan-changesets.ts');
    return planChangesets(given, runner);
  }
  const { planTrainFrom } = await import('./plan-train.ts');
  return planTrainFrom(given, runner);
}

function named({ versions }: ShownPlan): (id: string) => string {
  return (id) => (versions[id] === undefined ? id : `${id} ${versions[id]}`);
}

/** SHA-256 in hex; the text has to be the same for the same plan. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
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
  const client = connect(given, runner, { owners: [ownerOf(repository)] })(repository);
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
