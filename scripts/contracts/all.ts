import { readActionFacts } from './action-facts.ts';
import { actionRules } from './action-rules.ts';
import { exampleFindings } from './examples.ts';
import { longFiles } from './file-lengths.ts';
import { sharedNames } from './file-names.ts';
import { languageServiceFindings } from './language-service.ts';
import {
  bundleAndFoldersAgree,
  lockFileIsWhole,
  referenceIsFresh,
  templatesHaveProperties,
} from './repository-rules.ts';
import { breaches } from './rooms.ts';
import { runReaders } from './run-readers.ts';
import { type Finding, readSources } from './source.ts';
import { unknownStepOutputs } from './step-outputs.ts';
import { sharedTypes } from './type-names.ts';
import { oneVersionEach, workflowRules } from './workflow-rules.ts';

/** Everything in the repository in the given folder that breaks a rule or contradicts something else in it. */
export async function contractFindings(
  project: string,
): Promise<{ readonly files: number; readonly findings: Finding[] }> {
  const sources = await readSources(project);
  const actions = sources.filter(({ kind }) => kind === 'action');
  const facts = await readActionFacts(project, actions);
  const findings = [
    ...sources.flatMap((source) => workflowRules.flatMap((rule) => rule(source))),
    ...sources.flatMap((source) => unknownStepOutputs(source, actions)),
    ...(await Promise.all(facts.flatMap((one) => actionRules.map((rule) => rule(one))))).flat(),
    ...oneVersionEach(sources),
    ...bundleAndFoldersAgree(project),
    ...templatesHaveProperties(project),
    ...lockFileIsWhole(project),
    ...referenceIsFresh(project),
    ...breaches(project),
    ...longFiles(project),
    ...sharedNames(project),
    ...sharedTypes(project),
    ...runReaders(project),
    ...(await languageServiceFindings(project, sources)),
    ...(await exampleFindings(project, actions)),
  ];
  return { files: sources.length, findings };
}
