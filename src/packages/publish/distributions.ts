import { readdir } from 'node:fs/promises';
import { UserError } from '../../platform/errors.ts';
import { listed, quote } from '../../platform/text/wording.ts';
import { normaliseVersion } from '../python/pep440.ts';
import { versionInFile } from '../registries/pip-index.ts';
import { refusal } from './handed-over.ts';

interface Wanted {
  readonly name: string;
  /** PEP 440. */
  readonly version: string;
}

/**
 * The files of a folder, each by its name a distribution of this package in this version; an index holds what is inside against
 * the name. Throws a UserError with everything else that is there: a job that ran foreign code filled the folder.
 */
export async function distributionsIn(folder: string, { name, version }: Wanted, shownAs: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.length === 0) {
    throw new UserError(`${quote(shownAs)} has no distributions. Download the artifact of the job that builds first.`);
  }
  const wanted = normaliseVersion(version);
  const isOwn = (file: string) => normaliseVersion(versionInFile(file, name) ?? '') === wanted;
  const others = entries.filter((entry) => !entry.isFile() || !isOwn(entry.name)).map((entry) => quote(entry.name));
  if (others.length > 0)
    throw refusal([`expected files of ${name} ${version} only, found ${listed(others.sort(), 'and', 10)}`]);
  return entries.map((entry) => entry.name).sort();
}
