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
export function publicActions(project = root): PublicAction[] {
  return onlyJavaScript(project, [{ name: 'train', file: 'action.yml' }, ...actionsIn(project, '')]);
}

/** The JavaScript actions that our templates and workflows are built of: the folders of actions/. */
export function buildingBlocks(project = root): PublicAction[] {
  return onlyJavaScript(project, actionsIn(project, 'actions/'));
}

function actionsIn(project: string, prefix: string): PublicAction[] {
  const home = join(project, prefix);
  if (!existsSync(home)) return [];
  const folders = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => ({ name, file: `${prefix}${name}/action.yml` }));
}

function onlyJavaScript(project: string, candidates: readonly PublicAction[]): PublicAction[] {
  return candidates
    .filter(({ file }) => existsSync(join(project, file)))
    .filter(({ file }) => /^\s*using: *'?node24/m.test(readFileSync(join(project, file), 'utf8')));
}
