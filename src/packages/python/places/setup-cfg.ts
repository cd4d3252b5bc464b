import { place, type TextSpan, trimmed } from '../place.ts';
import type { Finder } from '../project.ts';
import { attributePlace, filePlace } from './setuptools.ts';

/** `[metadata] version` of setup.cfg. https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export const setupCfg: Finder = async (project) => {
  const file = project.setupCfg;
  const span = file && iniValue(file.text, 'metadata', 'version');
  if (!file || !span) return [];
  const value = file.text.slice(span.start, span.end);
  const [, directive, target = ''] = /^(attr|file)\s*:\s*(.*)$/.exec(value) ?? [];
  if (directive === 'attr') return [await attributePlace(project, target)];
  if (directive === 'file') return [await filePlace(project, target)];
  return [place(file, '[metadata] version', span)];
};

/** The value of a key as Python's configparser finds it: keys in any case, `=` or `:`, an indented line continues the value above it. */
export function iniValue(text: string, wanted: string, key: string): TextSpan | undefined {
  let section = '';
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const header = /^\uFEFF?\[([^\]]+)\]/.exec(line);
    if (header) section = header[1] ?? '';
    const [found, name] = /^\uFEFF?([\w-]+)[ \t]*[=:]/.exec(line) ?? [];
    if (found !== undefined && name?.toLowerCase() === key && section === wanted) {
      return trimmed(text, { start: index + found.length, end: index + line.length });
    }
  }
  return undefined;
}
