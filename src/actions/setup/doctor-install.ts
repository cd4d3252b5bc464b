import { adoptionIn } from '../../operations/doctor/checks/services.ts';
import { type InstallOutcome, installIn } from '../../operations/doctor/templates/install.ts';
import { installMarkdown, outcomeWords } from '../../operations/doctor/templates/install-text.ts';
import { openTemplates } from '../../operations/doctor/templates/template-source.ts';
import { placeholdersOf, templatesOf } from '../../operations/doctor/templates/templates-of-pass.ts';
import { UserError } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { bundleHome } from '../../platform/runner/bundle-home.ts';
import { runContext } from '../../platform/runner/context.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import { readSoundFiles } from './doctor-files.ts';
import type { DoctorInputs } from './doctor-inputs.ts';
import { openDoctor } from './doctor-world.ts';

const AT_ONCE = 4;

/**
 * Brings repositories the templates that they should have, by one pull request each; a dry run unless that is said not to be.
 * Throws a UserError where the files at hand have errors, or a repository failed.
 */
export async function installTemplates(given: DoctorInputs, runner: Runner): Promise<void> {
  const { log, outputs, env, signal } = runner;
  const about = await readSoundFiles(given, runner);
  const { repository: home, actionRepository: bundle } = runContext(env);
  const wanted = templatesOf({ ...about, homeName: home });
  const byRepository = Map.groupBy(wanted, ({ repository }) => repository.toLowerCase());
  const repositories = [...byRepository.values()].map(([first]) => first?.repository ?? '');
  const { writerFor, pass } = openDoctor(given, { ...about, repositories }, runner);
  const dryRun = given.dryRun ?? true;
  const templates = await openTemplates(bundleHome());
  const world = {
    ...{ bundle: bundle ?? 'org/release-actions', templates, update: given.update, dryRun, signal },
    repositoryFor: writerFor,
    known: await placeholdersOf({ ...pass, templates: { source: templates, bundle } }),
    adoptedIn: async (repository: string) => (await adoptionIn(repository, pass))?.path,
  };
  const outcomes = await mapPooled([...byRepository.values()], AT_ONCE, async (own) => {
    const outcome = await installIn(own[0]?.repository ?? '', own, world);
    for (const line of outcomeWords(outcome)) log.info(line);
    return outcome;
  });
  await outputs.set(
    'pull-requests',
    outcomes.flatMap(({ pull }) => pull?.url ?? []),
  );
  await outputs.summarise(installMarkdown(outcomes, dryRun));
  if (dryRun) log.notice('Dry run: nothing was written. With dry-run: false the pull requests are opened.');
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) throw new UserError(failed.map((one) => ({ message: failureOf(one) })));
}

function failureOf({ repository, why = '' }: InstallOutcome): string {
  return `${repository} did not get its templates: ${why}`;
}
