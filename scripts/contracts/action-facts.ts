import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Action } from '../../src/platform/runner/action.ts';
import type { InputSpec } from '../../src/platform/runner/inputs.ts';
import { publicActions } from '../project.ts';
import type { Source } from './source.ts';

/** All that must agree about one public action. */
export interface ActionFacts {
  readonly name: string;
  /** Its action.yml. */
  readonly source: Source;
  /** What its code says it reads. */
  readonly inputs: InputSpec;
  /** The code that it can run: its module and what that imports from src/. */
  readonly code: readonly string[];
  /** The README beside its action.yml; of the root action, whose README is the project's, docs/train.md. */
  readonly readme: string | undefined;
}

/** Gathers the facts of every public action of the repository in the given folder. */
export async function readActionFacts(project: string, actions: readonly Source[]): Promise<ActionFacts[]> {
  const facts = publicActions(project).map(async ({ name, file }) => {
    const source = actions.find((one) => one.file === file);
    if (!source) throw new Error(`${file} was not read.`);
    const readme = join(project, dirname(file) === '.' ? 'docs/train.md' : join(dirname(file), 'README.md'));
    return {
      name,
      source,
      inputs: await specOf(name),
      code: reachableCode(join(project, 'src', 'actions', `${name}.ts`)),
      readme: existsSync(readme) ? readFileSync(readme, 'utf8') : undefined,
    };
  });
  return Promise.all(facts);
}

async function specOf(name: string): Promise<InputSpec> {
  const { default: action } = (await import(`../../src/actions/${name}.ts`)) as { default: Action };
  return action.inputs;
}

/** The texts of a module and of all that it imports by relative path. */
function reachableCode(entry: string): string[] {
  const texts = new Map<string, string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (texts.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    texts.set(file, text);
    const imported = text.matchAll(/(?:\bfrom |\bimport\((?:\/\*.*?\*\/ *)?)'(\.[^']+\.ts)'/g);
    for (const [, path = ''] of imported) waiting.push(join(dirname(file), path));
  }
  return [...texts.values()];
}

/** The table of src/main.ts: the name of an action → the module that it loads, relative to src/. */
export function bundledActions(mainModule: string): ReadonlyMap<string, string> {
  const rows = mainModule.matchAll(/^\s*'?([a-z-]+)'?: \(\) =>\s*import\((?:\/\*.*?\*\/ *)?'\.\/([^']+)'\)/gm);
  return new Map([...rows].map(([, name = '', module = '']) => [name, module]));
}

/** What `main` of an action.yml has to say: its stub in dist/, relative to the file's own folder. */
export function stubOf({ name, source }: ActionFacts): string {
  return relative(dirname(source.file), `dist/${name}.js`).replaceAll('\\', '/');
}
