import { CHECKS } from '../../operations/doctor/every-check.ts';
import { counted, type Examination, examination, requestsOf } from '../../operations/doctor/examination.ts';
import { examinationMarkdown } from '../../operations/doctor/examination-text.ts';
import { type DoctorFinding, problemsOf, sentencesOf } from '../../operations/doctor/finding.ts';
import type { Subject } from '../../operations/doctor/pass.ts';
import { runChecks } from '../../operations/doctor/run-checks.ts';
import { joined, subjectsOfHub, subjectsOfServices, subjectsOfTrain } from '../../operations/doctor/subjects.ts';
import { openTemplates } from '../../operations/doctor/templates/template-source.ts';
import { type Fault, UserError } from '../../platform/errors.ts';
import { writeJson } from '../../platform/files/json-file.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { bundleHome } from '../../platform/runner/bundle-home.ts';
import { aboutOf, readDoctorFiles } from './doctor-files.ts';
import type { DoctorInputs } from './doctor-inputs.ts';
import { openDoctor } from './doctor-world.ts';
import { commentOnPull } from './pull-comment.ts';

/**
 * Looks at everything that the profiles are about, and tells what stands in the way. Throws a UserError with every error,
 * unless problems are only told.
 */
export async function checkEcosystem(given: DoctorInputs, runner: Runner): Promise<void> {
  const { log, outputs, clock } = runner;
  const startedAt = clock.now();
  const files = await readDoctorFiles(given, runner);
  const { profiles, ecosystem, hub: readHub, fleet } = files;
  const about = aboutOf(files, given);
  const { manifest, hub } = about;
  const ofFleet = fleet?.services ? subjectsOfServices(fleet.services, fleet.file) : [];
  const repositories = [
    ...[...(manifest?.components ?? []), ...(hub?.sources ?? [])].map(({ repository }) => repository),
    ...ofFleet.flatMap((one) => (one.of === 'service' ? [one.repository] : [])),
  ];
  const templates = await openTemplates(bundleHome());
  const world = openDoctor(given, { ...about, repositories, templates }, runner);
  const subjects = joined([
    ...(manifest ? subjectsOfTrain(manifest) : []),
    ...(hub ? subjectsOfHub(hub, world.home) : []),
    ...(profiles.includes('changesets')
      ? [{ of: 'workspace' as const, name: world.home?.name ?? '.', repository: world.home }]
      : []),
    ...ofFleet,
    ...(world.home ? [{ of: 'home' as const, name: world.home.name, repository: world.home }] : []),
  ]);
  const found = await runChecks(
    {
      checks: CHECKS,
      subjects,
      locate: ecosystem?.locate ?? (() => ({})),
      onLooked: progress(log),
    },
    world.pass,
  );
  const count = (kind: Subject['of']) => subjects.filter(({ of }) => of === kind).length;
  const seen = examination(
    [...(ecosystem?.findings ?? []), ...(readHub?.findings ?? []), ...(fleet?.findings ?? []), ...found],
    {
      profiles,
      ...{ owners: count('owner'), repositories: count('repository'), components: count('component') },
      requests: requestsOf(world.clients().map(({ usage }) => usage)),
      seconds: (clock.now() - startedAt) / 1000,
    },
  );
  await outputs.set('report', await writeJson(seen, runner, { file: given.report }));
  await outputs.set('problems', seen.problems);
  await outputs.summarise(examinationMarkdown(seen));
  if (given.comment)
    await commentOnPull(given, { key: 'doctor', body: examinationMarkdown(seen), what: 'What was found' }, runner);
  tell(seen, given, runner);
}

/** A line every now and then: a pass over hundreds of repositories takes minutes. */
function progress(log: Runner['log']) {
  return ({ of, name }: Subject, done: number, all: number) => {
    const step = Math.max(1, Math.ceil(all / 20));
    if (done % step === 0 || done === all) log.info(`Looked at ${done} of ${all}: ${of} ${name}`);
  };
}

function tell({ findings }: Examination, { onProblems }: DoctorInputs, { log }: Runner): void {
  for (const finding of findings.filter(({ severity }) => severity === 'info')) log.info(sentencesOf(finding));
  for (const finding of findings.filter(({ severity }) => severity === 'warning'))
    log.warning(sentencesOf(finding), finding.place);
  const errors = findings.filter(({ severity }) => severity === 'error').map(faultOf);
  if (problemsOf(findings).length === 0) log.info('Nothing stands in the way.');
  else log.info(`Found ${counted(findings)}; the table is in the summary.`);
  if (errors.length === 0) return;
  if (onProblems === 'fail') throw new UserError(errors);
  for (const { message, ...place } of errors) log.error(message, place);
}

function faultOf(finding: DoctorFinding): Fault {
  return { message: sentencesOf(finding), ...finding.place };
}
