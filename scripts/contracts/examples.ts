import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageServiceFindings } from './language-service.ts';
import { type Finding, parseSource, type Source } from './source.ts';
import { unknownStepOutputs } from './step-outputs.ts';
import { ownAddresses } from './workflow-rules.ts';

/**
 * Judges the examples in our documentation that call our actions or workflows, as if somebody had copied them: names,
 * inputs and outputs must be there, and the version the one that users are given.
 */
export async function exampleFindings(project: string, actions: readonly Source[]): Promise<Finding[]> {
  const pages = globSync('**/*.md', {
    cwd: project,
    exclude: ['node_modules', '**/node_modules', 'build', '__tests__'],
  });
  const findings: Finding[] = [];
  for (const page of pages.map((path) => path.replaceAll('\\', '/')).sort()) {
    for (const example of examplesIn(readFileSync(join(project, page), 'utf8'))) {
      findings.push(...(await judge(project, { page, ...example, actions })));
    }
  }
  return findings;
}

interface Example {
  readonly text: string;
  /** The line of the page above the example's first; 1-based. */
  readonly line: number;
}

/** The blocks of YAML in a page that are a workflow, or a part of one that calls something. */
export function examplesIn(page: string): Example[] {
  const blocks = page.matchAll(/^([ \t]*)```ya?ml[^\n]*\n(.*?)^\1```/gms);
  return [...blocks].flatMap(({ index, 1: indent = '', 2: body = '' }) => {
    const text = body.replace(new RegExp(`^${indent}`, 'gm'), '');
    return /^[ -]*uses: *\S|[{,] *uses: *\S|^jobs:/m.test(text) ? [{ text, line: lineOf(page, index) }] : [];
  });
}

function lineOf(page: string, index: number): number {
  return page.slice(0, index).split('\n').length;
}

interface Quoted extends Example {
  readonly page: string;
  readonly actions: readonly Source[];
}

async function judge(project: string, { page, text, line, actions }: Quoted): Promise<Finding[]> {
  const { head, body } = completed(text);
  const source = await parseSource('template', page, head + body);
  const found = [
    ...ownAddresses(source),
    ...unknownStepOutputs(source, actions),
    ...(await languageServiceFindings(project, [source])),
  ];
  // An excerpt may read what the rest of the workflow, which it does not show, provides.
  const excerpt = head !== '';
  const real = found.filter(({ message }) => !(excerpt && message.startsWith('Context access might be invalid')));
  const above = head.split('\n').length - 1;
  return real.map((one) => ({
    ...one,
    line: line + Math.max(1, one.line - above),
    message: `has an example that ${told(one)}`,
  }));
}

/** Our rules say it as a verb; the language service writes a sentence. */
function told({ message }: Finding): string {
  return /^[A-Z]/.test(message) ? `GitHub refuses: ${message}` : message;
}

/** The example as a whole workflow: documentation often shows only a job or its steps. */
export function completed(example: string): { head: string; body: string } {
  const text = flushLeft(example);
  const keys = [...text.matchAll(/^([^\s#]+?):/gm)].map(([, key]) => key);
  if (keys.includes('jobs')) return { head: keys.includes('on') ? '' : 'on: push\n', body: text };
  const indented = (spaces: string) => text.replace(/^(?=.)/gm, spaces);
  const job = 'on: push\njobs:\n  example:\n    runs-on: ubuntu-latest\n';
  if (/^- /m.test(text) && keys.length === 0) return { head: `${job}    steps:\n`, body: indented('      ') };
  if (keys.includes('steps')) return { head: job, body: indented('    ') };
  return { head: 'on: push\njobs:\n', body: `${indented('  ')}\n${neededJobs(text, keys)}` };
}

/** Without the indentation that an excerpt has from the place where it stands in its workflow. */
function flushLeft(text: string): string {
  const indents = [...text.matchAll(/^( *)[^\s#]/gm)].map(([, indent = '']) => indent.length);
  return text.replace(new RegExp(`^ {0,${Math.min(...indents)}}`, 'gm'), '');
}

/** Stands in for the jobs that an excerpt needs and does not show. */
function neededJobs(text: string, shown: readonly (string | undefined)[]): string {
  const needed = [...text.matchAll(/^ *needs: *\[?([\w, -]+)\]?/gm)].flatMap(([, ids = '']) => ids.split(/[\s,]+/));
  const absent = [...new Set(needed)].filter((id) => id !== '' && !shown.includes(id));
  return absent.map((id) => `  ${id}: { runs-on: ubuntu-latest, steps: [{ run: "true" }] }\n`).join('');
}
