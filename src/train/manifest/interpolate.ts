import { didYouMean, quote } from '../../platform/text/wording.ts';

/**
 * Texts of a manifest may hold `{names}`. Only a brace, a name, a brace is a placeholder; every other brace is itself, so
 * that JSON and CEL can be written as they are. A backslash before it makes it text: `\{version}` is `{version}`. (Two
 * backslashes are then one, and the placeholder counts; backslashes elsewhere are themselves.) Values are put in once and
 * never looked at again. `{captured.NAME}` is text here: it belongs to the suites of verify-health.
 */
const PLACEHOLDER = /(?<!\\)(\\*)\{(?!captured\.)([A-Za-z_][\w.-]*)\}/g;

/** What a text may name besides `environment.NAME`. */
const NAMES = [
  'version',
  'previous-version',
  'release-type',
  'component',
  'environment',
  'dependency-versions',
  'nonce',
  'train',
] as const;

/** Known only when the train runs: the engine fills these in, and what components hand on (see asked-outputs.ts). */
export function isEngineName(name: string): boolean {
  return name === 'nonce' || name === 'train' || isOutputName(name);
}

/** What components hand on: `outputs.COMPONENT.KEY`; and to a rollback what was there before, `previous-outputs.KEY`. */
export function isOutputName(name: string): boolean {
  return name.startsWith('outputs.') || name.startsWith('previous-outputs.');
}

type Part = { readonly text: string } | { readonly name: string };

/** The names that a text asks for, each once. */
export function namesIn(template: string): string[] {
  if (!template.includes('{')) return [];
  return [...new Set(partsOf(template).flatMap((part) => ('name' in part ? [part.name] : [])))];
}

/** The text with every name replaced by its value. A name without a value is a defect of the caller. */
export function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  if (!template.includes('{')) return template;
  return partsOf(template)
    .map((part) => {
      if ('text' in part) return part.text;
      const value = lookUp(values, part.name);
      if (value === undefined) throw new Error(`No value for {${part.name}} in ${quote(template)}.`);
      return value;
    })
    .join('');
}

/** The text with the names that have values replaced; it is a template still, in which the others wait for `fillIn`. */
export function fillPartly(template: string, values: Readonly<Record<string, string>>): string {
  if (!template.includes('{')) return template;
  let filled = '';
  let text = '';
  for (const part of partsOf(template)) {
    const value = 'text' in part ? part.text : lookUp(values, part.name);
    if (value !== undefined) text += value;
    else if ('name' in part) {
      filled += `${literal(text).replace(/(?<!\\)\\+$/, '$&$&')}{${part.name}}`;
      text = '';
    }
  }
  return filled + literal(text);
}

/** What is wrong with the placeholders of a text, one message each. */
export function placeholderFaults(
  template: string,
  environmentNames: ReadonlySet<string>,
  place: 'inputs' | 'health' = 'inputs',
): string[] {
  if (!template.includes('{')) return [];
  const known = [...NAMES, ...[...environmentNames].map((name) => `environment.${name}`)];
  const captured =
    place === 'health' ? [] : [...template.matchAll(/\{(captured\.[\w.-]+)\}/g)].map(([, name = '']) => name);
  const unknown = [...namesIn(template).filter((name) => !known.includes(name) && !isOutputName(name)), ...captured];
  return [
    ...misshapen(template),
    ...unknown.map(
      (name) =>
        `Unknown {${name}} in ${quote(template)}${didYouMean(name, known) || '.'} Known: ${known.map((one) => `{${one}}`).join(' ')}. To mean the text itself, write \\{${name}}.`,
    ),
  ];
}

function misshapen(template: string): string[] {
  if (/\$\{\{/.test(template)) {
    return [`\${{ }} in ${quote(template)} is not evaluated in a manifest; use a name such as {version}.`];
  }
  const doubled = /\{\{\s*([A-Za-z_][\w.-]*)\s*\}\}/.exec(template);
  const blank = /\{(?:\s+([A-Za-z_][\w.-]*)\s*|([A-Za-z_][\w.-]*)\s+)\}/.exec(template);
  const found = doubled ?? blank;
  const name = found?.[1] ?? found?.[2];
  return found ? [`${found[0]} in ${quote(template)}: write {${name}}, with single braces and without blanks.`] : [];
}

function partsOf(template: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, backslashes = '', name = ''] = match;
    const kept = backslashes.slice(0, Math.floor(backslashes.length / 2));
    const escaped = backslashes.length % 2 === 1;
    parts.push({ text: template.slice(from, match.index) + kept + (escaped ? `{${name}}` : '') });
    if (!escaped) parts.push({ name });
    from = match.index + whole.length;
  }
  return [...parts, { text: template.slice(from) }];
}

function literal(text: string): string {
  return text.replace(PLACEHOLDER, '$1$1\\{$2}');
}

function lookUp(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
