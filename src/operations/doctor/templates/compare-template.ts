import { fillTemplate, type Placeholders } from './fill-template.ts';
import type { TemplateSource } from './template-source.ts';
import { isAsInstalled, readHeader, withHeader, withPinsOf } from './template-text.ts';
import type { WantedTemplate } from './wanted-templates.ts';

/** How a file stands to the template that it should be. */
export type TemplateStanding =
  | { readonly is: 'missing'; readonly fresh: string }
  | { readonly is: 'current' }
  /** Of an older version, and nobody changed it. */
  | { readonly is: 'behind'; readonly fresh: string; readonly present: string; readonly version: string }
  /** A person changed it since it was installed. */
  | { readonly is: 'changed'; readonly fresh: string; readonly present: string; readonly version: string }
  /** It was never installed by us: somebody wrote it. */
  | { readonly is: 'own' };

/** Compares a file with the template, its placeholders filled in and its pins kept. */
export async function standingOf(
  wanted: WantedTemplate,
  present: string | undefined,
  { templates, known }: { readonly templates: TemplateSource; readonly known: Placeholders },
): Promise<TemplateStanding> {
  const { template } = wanted;
  const filled = fillTemplate(wanted, await templates.read(template), known);
  if (present === undefined) return { is: 'missing', fresh: withHeader(template, templates.version, filled) };
  const read = readHeader(present);
  // A template that was copied by hand is as good as an installed one.
  if (!read) return withPinsOf(present, filled) === present.replace(/\r\n/g, '\n') ? { is: 'current' } : { is: 'own' };
  if (read.header.template !== template) return { is: 'own' };
  const text = withPinsOf(read.text, filled);
  if (text === read.text.replace(/\r\n/g, '\n')) return { is: 'current' };
  const fresh = withHeader(template, templates.version, text);
  const { version } = read.header;
  return { is: isAsInstalled(read) ? 'behind' : 'changed', fresh, present, version };
}
