import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../../platform/errors.ts';
import { pathInside } from '../../platform/files/path-inside.ts';
import { type Replacement, replaceFiles } from '../../platform/files/replace-files.ts';
import { applyEdits, type Edit, readText } from '../../platform/text/edits.ts';
import { parseJsonObject } from '../../platform/text/json-object.ts';

/**
 * Writes a version into package.json and npm's lock file, and a new changelog beside them: all or nothing, no other byte
 * changed. Throws a UserError where a file cannot be written.
 */
export async function writeVersion(
  directory: string,
  version: string,
  { file: changelogFile, text: changelog }: { readonly file: string; readonly text: string },
): Promise<string[]> {
  const replacements: Replacement[] = [];
  for (const file of ['package.json', 'package-lock.json', 'npm-shrinkwrap.json']) {
    const text = await readText(join(directory, file), file);
    if (text === undefined) continue;
    const paths = file === 'package.json' ? [['version']] : [['version'], ['packages', '', 'version']];
    const changed = await withVersion({ file, text }, paths, version);
    if (changed !== text) replacements.push({ path: join(directory, file), file, text: changed });
  }
  const path = await pathInside(directory, changelogFile);
  const before = await readFile(path, 'utf8').catch(() => undefined);
  const writeChangelog = async () => {
    if (before === changelog) return;
    await writeFile(path, changelog).catch((error: unknown) => {
      throw new UserError(`${changelogFile} cannot be written: ${messageOf(error)}. No file was changed.`);
    });
  };
  await replaceFiles(replacements, { within: directory, guarded: [path], finish: writeChangelog });
  return [...replacements.map(({ file }) => file), ...(before === changelog ? [] : [changelogFile])];
}

async function withVersion(
  { file, text }: { readonly file: string; readonly text: string },
  paths: readonly (readonly string[])[],
  version: string,
): Promise<string> {
  const json = await parseJsonObject(text, (message, place) => ({ message: `${file}: ${message}`, file, ...place }));
  if ('faults' in json) throw new UserError(json.faults);
  const edits = paths.flatMap((path) => json.spans(path)).filter(({ value }) => typeof value === 'string');
  const replaced = edits.map(({ offset, length }): Edit => ({ offset, length, text: JSON.stringify(version) }));
  return applyEdits(text, replaced);
}
