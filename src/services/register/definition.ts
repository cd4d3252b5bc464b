import { type Fault, UserError } from '../../platform/errors.ts';
import { areTexts, isRecord, isText } from '../../platform/records.ts';
import { runContext, runUrl } from '../../platform/runner/context.ts';
import { parseJsonObject } from '../../platform/text/json-object.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import { known, textAt } from '../registries/rest-record.ts';
import { type Deployment, type Service, serviceFaults } from '../service.ts';

/** A service as a file in a repository declares it. */
export interface Declared extends Service {
  /** The paths that the service answers behind the gateway; `/api/*` for all below. */
  readonly routes?: readonly string[];
  /** `owner/name` of the repository that it is deployed from. */
  readonly repository?: string;
}

type Path = readonly (string | number)[];
type Shape = 'text' | 'texts' | 'list' | 'repository';

const SHAPES: Readonly<Record<string, Shape>> = {
  name: 'text',
  version: 'text',
  description: 'text',
  status: 'text',
  endpoints: 'texts',
  capabilities: 'list',
  routes: 'list',
  repository: 'repository',
};

/** What files declare, and what is wrong with the rest of them. */
export interface DeclaredServices {
  readonly services: readonly Declared[];
  readonly faults: readonly Fault[];
}

/** The services that a file declares; every fault is reported at once. See `readServices`. */
export async function readServiceFile(text: string, file: string): Promise<readonly Declared[]> {
  const { services, faults } = await readServices(text, file);
  if (faults.length > 0) throw new UserError(faults);
  return services;
}

/**
 * The services that a file declares: one service, a list, or a list under `services`. Each fault has its place; a name that
 * stands twice is one.
 */
export async function readServices(text: string, file: string): Promise<DeclaredServices> {
  const read = await parseYaml(text, 'texts');
  const faults: Fault[] = 'faults' in read ? read.faults.map((fault) => ({ ...fault, file })) : [];
  const document = 'faults' in read ? read.document : read;
  if (!document) return { services: [], faults };
  const entries = entriesOf(document.value);
  const fault = (message: string, path: Path) => faults.push({ message, file, ...document.locate(path) });
  if (entries.length === 0 && faults.length === 0)
    fault('The file declares no service: expected one, a list, or a list under "services".', []);

  const declared: Declared[] = [];
  const names = new Set<string | undefined>();
  for (const { entry, path } of entries) {
    const { problems, sound } = judged(entry, path);
    for (const problem of problems) fault(problem.message, problem.path);
    for (const message of serviceFaults(sound)) fault(message, path);
    const { name } = sound;
    if (name !== undefined && names.has(name))
      fault(`The service ${JSON.stringify(name)} is declared twice; a name must be unique.`, [...path, 'name']);
    names.add(name);
    if (problems.length === 0) declared.push({ name: '', ...sound });
  }
  return { services: declared, faults };
}

function entriesOf(value: unknown): { entry: unknown; path: Path }[] {
  if (Array.isArray(value)) return value.map((entry, index) => ({ entry, path: [index] }));
  if (!isRecord(value)) return [];
  const { services } = value;
  if (Array.isArray(services)) return services.map((entry, index) => ({ entry, path: ['services', index] }));
  return 'name' in value ? [{ entry: value, path: [] }] : [];
}

/** The entry without what has the wrong shape, so that the rest of it can be judged as well. */
function judged(entry: unknown, path: Path): { problems: ReturnType<typeof entryProblems>; sound: Partial<Declared> } {
  const problems = entryProblems(entry, path);
  const sound = isRecord(entry) ? { name: '', ...entry } : {};
  for (const { path: at } of problems) Reflect.deleteProperty(sound, at.at(-1) ?? '');
  return { problems, sound };
}

function entryProblems(entry: unknown, path: Path): { message: string; path: Path }[] {
  if (!isRecord(entry)) return [{ message: 'Expected a service: a map with name, endpoints and capabilities.', path }];
  return Object.entries(entry).flatMap(([key, value]) => {
    const shape = Object.hasOwn(SHAPES, key) ? SHAPES[key] : undefined;
    const message =
      shape === undefined
        ? `${JSON.stringify(key)} is not known here; expected ${Object.keys(SHAPES).join(', ')}.`
        : shapeProblem(key, value, shape);
    return message === undefined ? [] : [{ message, path: [...path, key] }];
  });
}

function shapeProblem(key: string, value: unknown, shape: Shape): string | undefined {
  if (shape === 'text') return isText(value) ? undefined : `${key} must be a text.`;
  if (shape === 'repository')
    return isText(value) && /^[\w.-]+\/[\w.-]+$/.test(value) ? undefined : `${key} must be a repository as owner/name.`;
  if (shape === 'list') return areTexts(value) ? undefined : `${key} must be a list of texts.`;
  const valid = isRecord(value) && Object.values(value).every(isText);
  return valid ? undefined : `${key} must be a map from names to URLs.`;
}

/** What is said of a service in one place; what is not said is looked for in the next. */
export type Partly = { readonly [K in keyof Service]?: Service[K] };

/**
 * The service that is to be registered: each fact from the first source that has it. Every fault is reported at once.
 */
export function composeService(sources: readonly Partly[], deployment: Deployment): Service {
  const merged: Partly = Object.assign({}, ...sources.map((source) => known(source)).reverse());
  const faults = [...(merged.name === undefined ? [MISSING_NAME] : []), ...serviceFaults(merged)];
  if (merged.version === undefined) {
    faults.push('The service has no version: give service-version, or a version in package.json or the service file.');
  }
  if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
  return { name: '', ...merged, deployment };
}

const MISSING_NAME =
  'The service has no name: give service-name, or a name in package.json (without its scope) or the service file.';

/**
 * Name (without its scope), version and description of a package.json. Throws a UserError where the file cannot be read.
 */
export async function readPackage(text: string, file: string): Promise<Partly> {
  const json = await parseJsonObject(text, (message, place) => ({ message: `${file}: ${message}`, file, ...place }));
  if ('faults' in json) throw new UserError(json.faults);
  const manifest = json.value;
  return known({
    name: textAt(manifest, 'name')?.replace(/^@[^/]*\//, ''),
    version: textAt(manifest, 'version'),
    description: textAt(manifest, 'description'),
  });
}

/** Where the running version came from, as the runner tells it. */
export function deploymentFacts(env: Readonly<Record<string, string | undefined>>, now: number): Deployment {
  const context = runContext(env);
  const run = runUrl(context);
  return known({
    commit: context.commit,
    branch: context.headBranch ?? context.refName,
    time: new Date(now).toISOString(),
    run: run && context.runAttempt ? `${run}/attempts/${context.runAttempt}` : run,
  });
}
