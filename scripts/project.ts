import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface PublicAction {
  /** The name its stub in dist/ has: the folder's, and `train` for the root action. */
  readonly name: string;
  /** Where its action.yml stands, relative to the root. */
  readonly file: string;
}

/** The JavaScript actions that users can name: every folder at the top that has an action.yml, and the root itself. */
export function publicActions(): PublicAction[] {
  return onlyJavaScript([{ name: 'train', file: 'action.yml' }, ...actionsIn('.')]);
}

/** The JavaScript actions that our templates and workflows are built of: the folders of actions/. */
export function buildingBlocks(): PublicAction[] {
  return onlyJavaScript(actionsIn('actions'));
}

function actionsIn(folder: string): PublicAction[] {
  if (!existsSync(join(root, folder))) return [];
  const folders = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const prefix = folder === '.' ? '' : `${folder}/`;
  return folders.map(({ name }) => ({ name, file: `${prefix}${name}/action.yml` }));
}

function onlyJavaScript(candidates: readonly PublicAction[]): PublicAction[] {
  return candidates
    .filter(({ file }) => existsSync(join(project, file)))
    .filter(({ file }) => /^\s*using: *'?node24/m.test(readFileSync(join(project, file), 'utf8')));
}
