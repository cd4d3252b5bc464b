import { code, codeBlock, escapeMarkdown, table } from '../../../platform/text/markdown.ts';
import { yamlScalar } from '../../../platform/text/yaml-scalar.ts';
import { graphAlone } from '../../../train/views/graph-section.ts';
import type { Draft, DraftComponent } from './draft.ts';
import type { DraftInputs } from './draft-inputs.ts';
import type { LeftOut } from './sighting.ts';

const SCHEMA = 'https://raw.githubusercontent.com/org/release-actions/v1/release-train.schema.json';

/** The draft as the text of a manifest: what all have in common once, under defaults. */
export function draftYaml({ name, components, groups, tokens, notes }: Draft): string {
  const workflow = mostCommon(components.map((one) => one.workflow));
  const ref = mostCommon(components.map((one) => one.branch));
  const inputs = inAll(components.map((one) => one.inputs));
  const common = { workflow, ref, inputs };
  const owners = Object.entries(tokens);
  const lines = [
    `# yaml-language-server: $schema=${SCHEMA}`,
    `# A draft by release-actions' doctor, from what the repositories say of themselves.`,
    ...notes.map((note) => `# Look at: ${note.replace(/\s+/g, ' ')}`),
    `name: ${yamlScalar(name)}`,
    '',
    'defaults:',
    `  workflow: ${yamlScalar(workflow)}`,
    `  ref: ${yamlScalar(ref)}`,
    ...(Object.keys(inputs).length === 0 ? [] : ['  inputs:', ...mapLines(inputs, '    ')]),
    '',
    '# Owner → the environment variable that holds the token for its repositories; the input tokens comes before it.',
    'tokens:',
    ...owners.map(([owner, variable]) => `  ${yamlScalar(owner)}: ${variable}`),
    ...(groups.length === 0 ? [] : ['', 'groups:']),
    ...groups.map(({ id, version }) => `  ${yamlScalar(id)}: { version: ${version} }`),
    '',
    'components:',
    ...components.flatMap((one) => [...componentLines(one, common), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function componentLines(
  { id, repository, group, packages, directory, workflow, branch, inputs, needs }: DraftComponent,
  common: { readonly workflow: string; readonly ref: string; readonly inputs: DraftInputs },
): string[] {
  const shown = packages.map(({ kind, name }) => `{ ${kind}: ${yamlScalar(name)} }`);
  const own = Object.fromEntries(Object.entries(inputs).filter(([name]) => !(name in common.inputs)));
  return [
    `  ${yamlScalar(id)}:`,
    `    repository: ${yamlScalar(repository)}`,
    ...(group === undefined ? [] : [`    group: ${yamlScalar(group)}`]),
    ...(shown.length === 0 ? [] : [`    package: ${shown.length === 1 ? shown[0] : `[${shown.join(', ')}]`}`]),
    ...(directory === undefined ? [] : [`    directory: ${yamlScalar(directory)}`]),
    ...(workflow === common.workflow ? [] : [`    workflow: ${yamlScalar(workflow)}`]),
    ...(branch === common.ref ? [] : [`    ref: ${yamlScalar(branch)}`]),
    ...(Object.keys(own).length === 0 ? [] : ['    inputs:', ...mapLines(own, '      ')]),
    ...(needs.length === 0 ? [] : [`    needs: [${needs.map(yamlScalar).join(', ')}]`]),
  ];
}

function mapLines(map: Readonly<Record<string, string>>, indent: string): string[] {
  return Object.entries(map).map(([name, value]) => `${indent}${yamlScalar(name)}: ${JSON.stringify(value)}`);
}

/** What all are sent alike: defaults reach every component, and an input that a workflow does not declare is refused. */
function inAll([first = {}, ...others]: readonly DraftInputs[]): DraftInputs {
  const shared = Object.entries(first).filter(([name, value]) => others.every((one) => one[name] === value));
  return Object.fromEntries(shared);
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** What was found, for the summary. */
export function draftMarkdown(
  draft: Draft,
  { yaml, leftOut, path }: { readonly yaml: string; readonly leftOut: readonly LeftOut[]; readonly path: string },
): string {
  const nodes = draft.components.map(({ id, needs, packages }) => ({
    ...{ id, needs },
    lines: [id, ...packages.map(({ name, version }) => `${name}${version === undefined ? '' : ` ${version}`}`)],
  }));
  const graph = graphAlone(nodes);
  return [
    `### Discovered ${draft.components.length} components`,
    ...(graph === '' ? [] : [graph]),
    ...(draft.notes.length > 0
      ? ['**Look at**', draft.notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n')]
      : []),
    ...(leftOut.length > 0
      ? [
          '**Left out**',
          table(
            ['Repository', 'Why'],
            leftOut.map((one) => [escapeMarkdown(one.repository), escapeMarkdown(one.why)]),
          ),
        ]
      : []),
    `The draft is in ${code(path)}. Put it into ${code('.github/release-train.yml')}, and let the doctor check it.`,
    codeBlock(yaml, 'yaml'),
  ].join('\n\n');
}
