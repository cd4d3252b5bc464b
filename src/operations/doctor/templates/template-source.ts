import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../../../platform/errors.ts';

/** The templates that this version of release-actions brings. */
export interface TemplateSource {
  /** Of release-actions. */
  readonly version: string;
  /** The text of a template by its file name. */
  read(template: string): Promise<string>;
}

/**
 * Opens the templates beside the bundle; `home` is the folder of release-actions. Throws a UserError where they cannot be read.
 */
export async function openTemplates(home: string): Promise<TemplateSource> {
  const version = JSON.parse(await readText(join(home, 'package.json'))).version;
  const texts = new Map<string, Promise<string>>();
  return {
    version: typeof version === 'string' ? version : '0.0.0',
    read(template) {
      const text = texts.get(template) ?? readText(join(home, 'workflows-templates', template));
      texts.set(template, text);
      return text;
    },
  };
}

async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/\r\n/g, '\n');
  } catch (error) {
    throw new UserError(`The templates of release-actions cannot be read: ${messageOf(error)}`);
  }
}
