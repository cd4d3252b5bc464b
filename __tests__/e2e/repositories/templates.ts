import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/project.ts';

/** A workflow file as a user copies it, with what its comments tell the user to fill in. */
export async function template(name: string, fillIn: Readonly<Record<string, string>> = {}): Promise<string> {
  let text = await readFile(join(root, 'workflows-templates', name), 'utf8');
  for (const [placeholder, value] of Object.entries(fillIn)) {
    if (!text.includes(placeholder)) throw new Error(`${name} has nothing that says ${placeholder}`);
    text = text.replaceAll(placeholder, value);
  }
  return text;
}
