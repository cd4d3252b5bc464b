import { place, type Span, trimmed } from '../place.ts';
import type { Finder } from '../project.ts';
import { attributePlace, filePlace } from './setuptools.ts';

/** `[metadata] version` of setup.cfg. https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export const setupCfg: Finder = async (project) => {
  const file = project.setupCfg;
  const span = file && metadataVersion(file.text);
  if (!file || !span) return [];
  const value = file.text.slice(span.start, span.end);
  const [, directive, target = ''] = /^(attr|file)\s*:\s*(.*)$/.exec(value) ?? [];
  if (directive === 'attr') return [await attributePlace(project, target)];
  if (directive === 'file') return [await filePlace(project, target)];
  return [place(file, '[metadata] version', span)];
};

/** As Python's configparser reads it: keys in any case, `=` or `:`, an indented line continues the value above it. */
function metadataVersion(text: string): Span | undefined {
  let section = '';
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const header = /^\uFEFF?\[([^\]]+)\]/.exec(line);
    if (header) section = header[1] ?? '';
    const key = /^\uFEFF?version[ \t]*[=:]/i.exec(line);
    if (key && section === 'metadata') {
      return trimmed(text, { start: index + key[0].length, end: index + line.length });
    }
  }
  return undefined;
}
