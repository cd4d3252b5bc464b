import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JSONPath } from 'jsonc-parser';
import { messageOf, UserError } from '../../platform/errors.ts';
import { type Replacement, replaceFiles } from '../../platform/files/replace-files.ts';
import { applyEdits, type Edit, readText } from '../../platform/text/edits.ts';

/** Writes a version into package.json and npm's lock file, and a new changelog beside them: all or nothing, no other byte changed. */
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
    const changed = await withVersion(text, paths, version);
    if (changed !== text) replacements.push({ path: join(directory, file), file, text: changed });
  }
  const path = join(directory, changelogFile);
  const before = await readFile(path, 'utf8').catch(() => undefined);
  const writeChangelog = async () => {
    if (before === changelog) return;
    await writeFile(path, changelog).catch((error: unknown) => {
      throw new UserError(`${changelogFile} cannot be written: ${messageOf(error)}. No file was changed.`);
    });
  };
  await replaceFiles(replacements, { guarded: [path], finish: writeChangelog });
  return [...replacements.map(({ file }) => file), ...(before === changelog ? [] : [changelogFile])];
}

async function withVersion(text: string, paths: readonly JSONPath[], version: string): Promise<string> {
  const { findNodeAtLocation, parseTree } = await import('jsonc-parser');
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const tree = parseTree(text.slice(start));
  const edits = paths.flatMap((path): Edit[] => {
    const node = tree && findNodeAtLocation(tree, path);
    return node?.type === 'string' && node.value !== version
      ? [{ offset: node.offset + start, length: node.length, text: JSON.stringify(version) }]
      : [];
  });
  return applyEdits(text, edits);
}
