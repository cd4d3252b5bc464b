import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What users write before `@v1`. */
export const OWN_REPOSITORY = 'org/release-actions';
export const OWN_TAG = 'v1';

/**
 * A workflow or action.yml as act can read it. What act does not know is taken away or said in other words, and nothing
 * else: docs/e2e.md lists how each of these is checked instead.
 */
function adaptForAct(text: string): string {
  return text
    .replace(/^(\s*(?:- )?uses: *)(['"]?)\$\/([^\s'"#@]*)\2/gm, (_, uses: string, _quote, path: string) => {
      return `${uses}${OWN_REPOSITORY}${path === '' ? '' : `/${path}`}@${OWN_TAG}`;
    })
    .replace(/^ *queue: *max *(#.*)?\n/gm, '')
    .replace(/^ *deployment: *false *(#.*)?\n/gm, '')
    .replace(/\$\{\{ *job\.workflow_repository *\}\}/g, OWN_REPOSITORY)
    .replace(/\$\{\{ *job\.workflow_(?:sha|ref) *\}\}/g, OWN_TAG);
}

/** Adapts every YAML file of a folder and those below it; a folder that is not there has none. */
export async function adaptFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        const text = await readFile(path, 'utf8');
        const adapted = adaptForAct(text);
        if (adapted !== text) await writeFile(path, adapted);
      }),
  );
}

/** Every `uses:` of a text that names another repository: `owner/name@ref`. */
export function repositoriesUsed(text: string): string[] {
  const found = text.matchAll(/^\s*(?:- )?uses: *['"]?([\w.-]+\/[\w.-]+)(?:\/[^\s@'"]*)?@([^\s'"#]+)/gm);
  return [...new Set([...found].map(([, repository, ref]) => `${repository}@${ref}`))];
}
