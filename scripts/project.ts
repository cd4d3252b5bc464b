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
  const folders = readdirSync(project, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const candidates = [
    { name: 'train', file: 'action.yml' },
    ...folders.map(({ name }) => ({ name, file: `${name}/action.yml` })),
  ];
  return candidates
    .filter(({ file }) => existsSync(join(project, file)))
    .filter(({ file }) => /^\s*using: *'?node24/m.test(readFileSync(join(project, file), 'utf8')));
}
