import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathInside } from '../../platform/files/path-inside.ts';
import { type GitOptions, tryGit } from '../../platform/process/git.ts';
import { code, harmlessMarkdown, table } from '../../platform/text/markdown.ts';
import { parsePackageJson } from '../workspace/package-json.ts';
import { directoryTree } from '../workspace/source-tree.ts';
import { readWorkspace } from '../workspace/workspace.ts';
import { changelogSection } from './changelog.ts';

export interface VersionChange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly notes: string;
}

/** The packages whose version differs from the one that they have in a commit. */
export async function versionChanges(directory: string, commit: string, options: GitOptions): Promise<VersionChange[]> {
  const { packages } = await readWorkspace(directoryTree(directory));
  const changes: VersionChange[] = [];
  for (const { name, version, directory: folder, file } of packages) {
    const { exitCode, stdout } = await tryGit(['show', `${commit}:./${file}`], options);
    const before = exitCode === 0 ? (await parsePackageJson(stdout, file)).version : undefined;
    if (version === undefined || before === version) continue;
    const changelog = await readFile(await pathInside(directory, join(folder, 'CHANGELOG.md')), 'utf8').catch(() => '');
    changes.push({ name, from: before ?? '', to: version, notes: changelogSection(changelog, version) ?? '' });
  }
  return changes;
}

/** GitHub takes 65,536 characters; the table alone always fits. */
const ROOM_FOR_NOTES = 50_000;

/** What the version pull request says. */
export function describeChanges(changes: readonly VersionChange[], merged: string): string {
  const rows = changes.map(({ name, from, to }) => [code(name), from === '' ? 'new' : code(from), code(to)]);
  const notes = changes
    .filter((one) => one.notes !== '')
    .map(({ name, to, notes: text }) => `## ${name}@${to}\n\n${text}`)
    .join('\n\n');
  return [
    `Merging this releases the versions below. ${merged}`,
    table(['Package', 'From', 'To'], rows),
    notes.length > ROOM_FOR_NOTES ? '_The changes are in the changelogs of the packages._' : harmlessMarkdown(notes),
  ].join('\n\n');
}
