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

/** The same, with lines more for the called workflow: inputs that the template leaves at their defaults. */
export function withInputs(text: string, lines: readonly string[]): string {
  const at = /^ {4}with:\n/m.exec(text);
  if (!at) throw new Error('This template calls a workflow without inputs');
  const end = at.index + at[0].length;
  return text.slice(0, end) + lines.map((line) => `      ${line}\n`).join('') + text.slice(end);
}
