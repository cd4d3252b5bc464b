import { defineAction, type Runner } from '../platform/runner/action.ts';
import { verifyApp } from './setup/connect-github.ts';
import { verifyPlannedManifest } from './setup/manifest-checks.ts';
import { commentPlan } from './setup/plan-comment.ts';
import { type PlanInputs, planInputs, type ShownPlan } from './setup/shown-plan.ts';

/** Says what would be released, in which order and to which versions; writes nothing but, when asked, a comment. */
export default defineAction({
  inputs: planInputs,
  checks: [verifyApp],
  besides: [verifyPlannedManifest],
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
    await outputs.set('ranges', shown.ranges);
    await outputs.set('count', count);
    await outputs.set('plan-hash', shown.hash);
    await outputs.summarise(shown.markdown);
    for (const [index, wave] of shown.waves.entries())
      log.info(`Wave ${index + 1}: ${wave.map(named(shown)).join(', ')}`);
    log.info(`${count} to release, plan ${shown.hash.slice(0, 12)}.`);
    if (given.comment) await commentPlan(given, shown, runner);
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
