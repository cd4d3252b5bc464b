import type { Fault } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { withoutMark } from '../../platform/text/byte-order-mark.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import type { SourceTree } from '../workspace/source-tree.ts';
import type { ChangesetsMajor } from './changesets-version.ts';

export type BumpType = 'major' | 'minor' | 'patch' | 'none';

/** A changeset as somebody wrote it. */
export interface Changeset {
  /** The file's name without `.md`. */
  readonly id: string;
  readonly file: string;
  /** Whether an earlier prerelease has had it already; it counts again when prerelease mode ends. */
  readonly prereleased: boolean;
  readonly summary: string;
  readonly releases: readonly { readonly name: string; readonly type: BumpType; readonly line: number }[];
}

export const FOLDER = '.changeset';

/** The documents that live beside changesets and are none; the lists are changesets' own. */
const NO_CHANGESETS = { 2: /^readme\.md$/, 3: /^(readme\.md|AGENTS\.md|CLAUDE\.md|GEMINI\.md)$/ };
const EXAMPLE = 'Expected: a line "---", lines like "package-name": patch, a line "---", then the summary.';

/**
 * The pending changesets. `prereleased` holds the ids that a pre.json of changesets 2 lists; changesets 3 keeps such
 * files in `.changeset/pre` instead.
 */
export async function readChangesets(
  tree: SourceTree,
  major: ChangesetsMajor,
  prereleased: ReadonlySet<string>,
): Promise<{ changesets: Changeset[]; faults: Fault[] }> {
  const inFolder = async (folder: string) =>
    (await tree.list(folder)).files.filter((name) => isChangeset(name, major)).map((name) => `${folder}/${name}`);
  const moved = major === 3 ? await inFolder(`${FOLDER}/pre`) : [];
  const files = [...(await inFolder(FOLDER)), ...moved].sort();
  const texts = await tree.read(files);
  const changesets: Changeset[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    const parsed = await parseChangeset(tree, file, texts.get(file) ?? '');
    if ('faults' in parsed) faults.push(...parsed.faults);
    else changesets.push({ ...parsed, prereleased: parsed.prereleased || prereleased.has(parsed.id) });
  }
  return { changesets, faults };
}

function isChangeset(name: string, major: ChangesetsMajor): boolean {
  return (
    !name.startsWith('.') && name.endsWith('.md') && !NO_CHANGESETS[major].test(name.replace(/^readme/i, 'readme'))
  );
}

/** Reads one changeset: `---`, a map from package to release type, `---`, and the summary. */
async function parseChangeset(tree: SourceTree, file: string, text: string): Promise<Changeset | { faults: Fault[] }> {
  const lines = withoutMark(text).split(/\r?\n/);
  const open = lines.findIndex((line) => line.trim() === '---');
  const close = lines.findIndex((line, index) => index > open && line.trim() === '---');
  const refuse = (message: string, line: number) => ({ faults: [tree.fault(message, file, { line, column: 1 })] });
  if (text.trim() === '') return refuse(`the changeset is empty. ${EXAMPLE}`, 1);
  if (open < 0) return refuse(`the changeset has no front matter. ${EXAMPLE}`, 1);
  if (close < 0) return refuse(`the front matter that begins here has no end. ${EXAMPLE}`, open + 1);

  const document = await parseYaml(lines.slice(open + 1, close).join('\n'));
  const place = ({ line, column }: { line?: number; column?: number }) => ({
    line: open + 1 + (line ?? 1),
    column: column ?? 1,
  });
  if ('faults' in document) {
    return { faults: document.faults.map((one) => tree.fault(`${one.message} ${EXAMPLE}`, file, place(one))) };
  }
  if (document.value !== null && !isRecord(document.value)) {
    return refuse(`the front matter must map packages to release types. ${EXAMPLE}`, open + 2);
  }
  const releases = Object.entries(document.value ?? {}).map(([name, type]) => ({
    name,
    type: type as BumpType,
    ...place(document.locate([name], 'key')),
  }));
  const faults = releases
    .filter(({ type }) => !['major', 'minor', 'patch', 'none'].includes(type))
    .map(({ name, type, line, column }) =>
      tree.fault(
        `the release type of ${JSON.stringify(name)} is ${JSON.stringify(type)}; expected major, minor, patch or none.`,
        file,
        { line, column },
      ),
    );
  if (faults.length > 0) return { faults };
  return {
    id: file.slice(file.lastIndexOf('/') + 1, -'.md'.length),
    file,
    prereleased: file.startsWith(`${FOLDER}/pre/`),
    summary: lines
      .slice(close + 1)
      .join('\n')
      .trim(),
    releases: releases.map(({ name, type, line }) => ({ name, type, line })),
  };
}
