/**
 * Writes docs/manifest.md, the reference of the manifest, from its schema: `npm run manifest-reference`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { code } from '../src/platform/text/markdown.ts';
import { readArguments } from './arguments.ts';
import { root } from './project.ts';

export const REFERENCE = 'docs/manifest.md';

interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

interface Section {
  readonly path: string;
  readonly schema: Schema;
}

const HEAD = `# The manifest: every key

<!-- written by npm run manifest-reference, from release-train.schema.json -->

\`.github/release-train.yml\` says what there is and what needs what. What the words mean is in [concepts](concepts.md); a first one is in the page of your
[job](../README.md#what-do-you-want-to-do). Editors check it, and complete its keys, by a first line:

\`\`\`yaml
# yaml-language-server: $schema=https://raw.githubusercontent.com/org/release-actions/v1/release-train.schema.json
\`\`\`

Every fault of a manifest is told at once, with its line, what was expected, and what to do. Durations are \`90s\`, \`30m\`, \`2h\`. A key in **bold** has to be there.
`;

/** The reference as Markdown: a table for every map of the schema, in its order. */
function manifestReference(schema: Schema): string {
  const open: Section[] = [{ path: '', schema }];
  const parts: string[] = [];
  for (let section = open.shift(); section; section = open.shift()) {
    const { text, below } = told(section, schema);
    if (text !== '') parts.push(text);
    open.unshift(...below);
  }
  return `${HEAD}\n${parts.join('\n\n')}\n`;
}

function told({ path, schema }: Section, whole: Schema): { text: string; below: Section[] } {
  const { properties = {}, required = [] } = schema;
  const below: Section[] = [];
  const rows = Object.entries(properties)
    .filter(([name]) => name !== '$schema')
    .map(([name, given]) => {
      const value = resolved(given, whole);
      const at = path === '' ? name : `${path}.${name}`;
      below.push(...sectionsOf(at, value, whole));
      const key = required.includes(name) ? `**${code(name)}**` : code(name);
      return `| ${key} | ${cell(valueTold(value, whole))} | ${cell(value.description ?? '')} |`;
    });
  const title = path === '' ? '## The whole' : `## ${code(path)}`;
  if (rows.length === 0) return { text: '', below };
  return { text: [title, '', '| key | value | |', '| --- | --- | --- |', ...rows].join('\n'), below };
}

/** The maps within a value: itself, those of a list, those of a map with names of one's own. */
function sectionsOf(path: string, value: Schema, whole: Schema): Section[] {
  if (value.properties) return [{ path, schema: value }];
  const inside = [value.items, typeof value.additionalProperties === 'object' ? value.additionalProperties : undefined];
  const [list, map] = inside.map((one) => one && resolved(one, whole));
  const either = (value.anyOf ?? value.oneOf ?? [])
    .map((one) => resolved(one, whole))
    .flatMap((one) => sectionsOf(path, one, whole));
  return [
    ...(list ? sectionsOf(`${path}[]`, list, whole) : []),
    ...(map ? sectionsOf(`${path}.NAME`, map, whole) : []),
    ...either.filter(({ path: at }, index) => either.findIndex((other) => other.path === at) === index),
  ];
}

function resolved(schema: Schema, whole: Schema): Schema {
  const [only] = schema.allOf ?? [];
  const reference = schema.$ref ?? only?.$ref;
  if (reference === undefined) return schema;
  const name = reference.split('/').at(-1) ?? '';
  const found = resolved(whole.definitions?.[name] ?? {}, whole);
  const { $ref: _, allOf: __, ...own } = schema;
  return { ...found, ...own };
}

function valueTold(schema: Schema, whole: Schema): string {
  if (schema.enum) return schema.enum.map((one) => code(String(one))).join(', ');
  if (schema.title) return schema.title;
  const either = (schema.anyOf ?? schema.oneOf ?? []).map((one) => valueTold(resolved(one, whole), whole));
  return [...new Set(either)].join(' or ');
}

function cell(text: string): string {
  return text
    .replace(/[|<]/g, '\\$&')
    .replace(/\{[a-z][\w.-]*\}/gi, code)
    .replace(/\s+/g, ' ');
}

/** As it has to be now. */
export function freshReference(project = root): string {
  return manifestReference(JSON.parse(readFileSync(join(project, 'release-train.schema.json'), 'utf8')) as Schema);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readArguments({});
  writeFileSync(join(root, REFERENCE), freshReference());
}
