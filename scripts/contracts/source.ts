import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml, type YamlPath } from '../../src/platform/text/yaml.ts';

/** One thing that a file of this repository does against its rules. */
export interface Finding {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

type Kind = 'workflow' | 'template' | 'action';

/** A workflow, template or action.yml; `file` is relative to the repository, with `/`. */
export interface Source {
  readonly kind: Kind;
  readonly file: string;
  readonly text: string;
  readonly value: Mapping;
  /** A finding at the key that the given path ends in, or at the nearest parent there is. */
  finding(path: YamlPath, message: string): Finding;
}

export type Mapping = Readonly<Record<string, unknown>>;

/** Reads every workflow, workflow template and action.yml of the repository in the given folder. */
export async function readSources(project: string): Promise<Source[]> {
  const workflows = yamlFiles(project, '.github/workflows').map((file) => ({ kind: 'workflow' as const, file }));
  const templates = yamlFiles(project, 'workflows-templates').map((file) => ({ kind: 'template' as const, file }));
  const actions = actionFiles(project).map((file) => ({ kind: 'action' as const, file }));
  return Promise.all(
    [...workflows, ...templates, ...actions].map(({ kind, file }) =>
      parseSource(kind, file, readFileSync(join(project, file), 'utf8')),
    ),
  );
}

/** Parses one file; throws with file, line and column where it is not YAML, or not a mapping. */
export async function parseSource(kind: Kind, file: string, text: string): Promise<Source> {
  const parsed = await parseYaml(text);
  if ('faults' in parsed) {
    throw new Error(parsed.faults.map((fault) => `${file}:${fault.line}:${fault.column}: ${fault.message}`).join('\n'));
  }
  if (!isMapping(parsed.value)) throw new Error(`${file}: expected a mapping.`);
  const finding = (path: YamlPath, message: string) => ({ file, line: parsed.locate(path, 'key').line, message });
  return { kind, file, text, value: parsed.value, finding };
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping at a path, empty where there is none. */
export function mappingAt(value: unknown, ...path: readonly string[]): Mapping {
  const found = path.reduce<unknown>((at, key) => (isMapping(at) ? at[key] : undefined), value);
  return isMapping(found) ? found : {};
}

interface Job {
  readonly id: string;
  readonly job: Mapping;
  readonly path: YamlPath;
}

interface Step {
  readonly step: Mapping;
  readonly path: YamlPath;
}

export function jobsOf({ value }: Source): Job[] {
  return Object.entries(mappingAt(value, 'jobs')).flatMap(([id, job]) =>
    isMapping(job) ? [{ id, job, path: ['jobs', id] }] : [],
  );
}

/** What runs one after the other and can read each other's outputs: each job of a workflow, the one list of a composite action. */
export function stepListsOf(source: Source): { readonly path: YamlPath; readonly steps: readonly Step[] }[] {
  const holders =
    source.kind === 'action'
      ? [{ holder: mappingAt(source.value, 'runs'), path: ['runs'] as YamlPath }]
      : jobsOf(source).map(({ job, path }) => ({ holder: job, path }));
  return holders.map(({ holder, path }) => {
    const steps = Array.isArray(holder.steps) ? holder.steps : [];
    return {
      path,
      steps: steps.flatMap((step, index) => (isMapping(step) ? [{ step, path: [...path, 'steps', index] }] : [])),
    };
  });
}

/** Every action and workflow that is called. */
export function usesOf(source: Source) {
  const steps = stepListsOf(source).flatMap(({ steps }) => steps.map(({ step, path }) => ({ holder: step, path })));
  const jobs = jobsOf(source).map(({ job, path }) => ({ holder: job, path }));
  return [...jobs, ...steps].flatMap(({ holder: { uses }, path }) =>
    typeof uses === 'string' ? [{ uses, path: [...path, 'uses'] }] : [],
  );
}

/** Every text that the value holds, keys left out. */
export function textsIn(value: unknown, path: YamlPath = []): { readonly text: string; readonly path: YamlPath }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => textsIn(entry, [...path, index]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, [...path, key]));
}

function yamlFiles(project: string, folder: string): string[] {
  if (!existsSync(join(project, folder))) return [];
  const names = readdirSync(join(project, folder)).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** action.yml at the top, in each folder at the top, and in each folder below actions/. */
function actionFiles(project: string): string[] {
  const below = (folder: string) =>
    existsSync(join(project, folder))
      ? readdirSync(join(project, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory())
      : [];
  const folders = [...below('.').map(({ name }) => name), ...below('actions').map(({ name }) => `actions/${name}`)];
  const candidates = ['action.yml', ...folders.sort().map((folder) => `${folder}/action.yml`)];
  return candidates.filter((file) => existsSync(join(project, file)));
}
