import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Candidates, ofClones, ofNames, ofOwners } from '../../operations/doctor/discover/candidates.ts';
import { discover } from '../../operations/doctor/discover/discover-components.ts';
import { draftMarkdown } from '../../operations/doctor/discover/draft-text.ts';
import type { LeftOut } from '../../operations/doctor/discover/sighting.ts';
import { UserError } from '../../platform/errors.ts';
import { pathInside } from '../../platform/files/path-inside.ts';
import type { Runner } from '../../platform/runner/action.ts';
import type { DoctorInputs } from './doctor-inputs.ts';
import { openDoctor } from './doctor-world.ts';

/**
 * Drafts a manifest from what repositories say of themselves. Throws a UserError where there is nothing to write one of.
 */
export async function discoverManifest(given: DoctorInputs, runner: Runner): Promise<void> {
  const { log, outputs, workspace, signal } = runner;
  const candidates = await candidatesFor(given, runner);
  const all = candidates.found.length;
  const found = await discover(candidates, {
    name: nameFor(given, candidates),
    signal,
    onLooked: (done, repository) => log.info(`Looked into ${done} of ${all}: ${repository}`),
  });
  for (const { repository, why } of found.leftOut) log.info(`Left out ${repository}: ${why}.`);
  if (!('yaml' in found)) throw new UserError(nothingFound(found.leftOut));
  const { draft, yaml, leftOut, faults } = found;
  await outputs.summarise(draftMarkdown(draft, { yaml, leftOut, path: given.draft }));
  const draftPath = await pathInside([workspace, runner.env.RUNNER_TEMP], given.draft);
  await writeNew(draftPath, runner.secrets.redact(yaml), given.draft);
  await outputs.set('draft', given.draft);
  for (const note of draft.notes) log.warning(note);
  log.info(`${draft.components.length} components are in ${given.draft}; ${leftOut.length || 'none'} left out.`);
  if (faults.length > 0) throw new UserError(faults.map((fault) => ({ message: `The draft needs a hand. ${fault}` })));
}

/** What somebody has made of an earlier draft is not written over. */
async function writeNew(path: string, text: string, shown: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
    throw new UserError(
      `${shown} is there already, and is not what was found now: it was left as it is. Delete it to have it written anew, or give another file by the input draft (--draft FILE in a terminal).`,
    );
  }
}

async function candidatesFor(given: DoctorInputs, runner: Runner): Promise<Candidates> {
  const { owners, repositories, clones } = given;
  const { workspace, env, signal } = runner;
  if (owners.length + repositories.length === 0 && clones === undefined)
    throw new UserError(
      'There is nothing to discover: give the input owners (organisations or people), repositories (owner/name), or clones (a folder of clones).',
    );
  const reached = [...owners.map((owner) => `${owner}/any`), ...repositories];
  const { pass } = openDoctor(given, { manifest: undefined, repositories: reached }, runner);
  const parts = [
    await ofOwners(owners, pass),
    await ofNames(repositories, pass),
    ...(clones === undefined ? [] : [await ofClones(resolve(workspace, clones), { env, signal })]),
  ];
  return { found: parts.flatMap((one) => one.found), leftOut: parts.flatMap((one) => one.leftOut) };
}

/** The train is named for whose it is; a person may call it what they like. */
function nameFor({ owners }: DoctorInputs, { found }: Candidates): string {
  const owner = owners[0] ?? found[0]?.repository.split('/')[0] ?? 'my';
  return `${owner.toLowerCase().replace(/[^a-z0-9._-]+/g, '-')}-ecosystem`.slice(0, 64);
}

function nothingFound(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0)
    return 'Nothing was found that a train could release: no repository was seen. Give the token access, name other owners or repositories, or another folder of clones.';
  const shown = leftOut.slice(0, 5).map(({ repository, why }) => `${repository}: ${why.replace(/\.$/, '')}`);
  const more = leftOut.length > 5 ? `, and ${leftOut.length - 5} more` : '';
  return `Nothing was found that a train could release. ${shown.join('; ')}${more}. Give the token access, or name repositories.`;
}
