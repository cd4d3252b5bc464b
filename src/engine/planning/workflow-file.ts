import { listOf, mapOf } from '../../platform/records.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import { listed, quote } from '../../platform/text/wording.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import { namesIn } from '../../train/manifest/interpolate.ts';
import { findReleasePush, type ReleasePush } from './release-push.ts';

/** What a workflow file says of how it is started, and of what could stop it at its end. */
export interface WorkflowFile {
  /** The events that start it. */
  readonly events: readonly string[];
  /** The types of a repository_dispatch that start it; undefined: all. */
  readonly eventTypes: readonly string[] | undefined;
  readonly inputs: Readonly<Record<string, DeclaredInput>>;
  readonly runName: string;
  readonly releasePush: ReleasePush | undefined;
  /** Whether a later run of it cancels one that goes on. */
  readonly cancelsEarlier: boolean;
  /** Whether a job of it asks for an identity token, as trusted publishing and provenance do. */
  readonly asksForIdentity: boolean;
  /** The environments that its jobs name, but for computed ones. */
  readonly environments: readonly string[];
  /** The environment of the job that asks for an identity token. */
  readonly publishingEnvironment: string | undefined;
  /** All environments of such jobs; undefined where one of them is computed. */
  readonly publishingEnvironments: readonly string[] | undefined;
  /** What it calls by `uses`: actions and reusable workflows. */
  readonly uses: readonly string[];
}

/** What would be wrong with a dispatch: `about` is the input, event or path that it is about. */
export interface DispatchProblem {
  readonly kind: DispatchProblemKind;
  readonly message: string;
  readonly about?: string;
}

export type DispatchProblemKind =
  | 'no-repository'
  | 'archived'
  | 'no-workflow'
  | 'disabled'
  | 'not-at-ref'
  | 'unreadable'
  | 'no-trigger'
  | 'undeclared-input'
  | 'missing-input'
  | 'refused-value'
  | 'hidden-nonce'
  | 'unheard'
  | 'refused-push';

interface DeclaredInput {
  readonly required: boolean;
  /** `string`, `choice`, `boolean`, `number` or `environment`. */
  readonly type: string;
  readonly options: readonly string[];
}

/** Reads a workflow file; what is wrong with its YAML is said in one sentence. */
export async function readWorkflowFile(text: string): Promise<WorkflowFile | { readonly fault: string }> {
  const parsed = await parseYaml(text);
  if ('faults' in parsed) return { fault: `is not valid YAML: ${parsed.faults[0]?.message ?? ''}` };
  const workflow = mapOf(parsed.value);
  const { on } = workflow;
  const events = Array.isArray(on) || typeof on === 'string' ? [on].flat().map(scalarText) : Object.keys(mapOf(on));
  const { repository_dispatch, workflow_dispatch } = mapOf(on);
  const types = mapOf(repository_dispatch).types;
  const declared = Object.entries(mapOf(mapOf(workflow_dispatch).inputs));
  return {
    events,
    eventTypes: types === undefined ? undefined : [types].flat().map(scalarText),
    inputs: Object.fromEntries(declared.map(([name, input]) => [name, declaredInput(mapOf(input))])),
    runName: scalarText(workflow['run-name']),
    releasePush: findReleasePush(workflow),
    ...whatJobsSay(workflow),
  };
}

function whatJobsSay(
  workflow: Readonly<Record<string, unknown>>,
): Pick<
  WorkflowFile,
  'cancelsEarlier' | 'asksForIdentity' | 'environments' | 'publishingEnvironment' | 'publishingEnvironments' | 'uses'
> {
  const jobs = Object.values(mapOf(workflow.jobs)).map(mapOf);
  const asks = (permissions: unknown) => permissions === 'write-all' || mapOf(permissions)['id-token'] === 'write';
  const publishing = jobs.filter((job) => asks(job.permissions ?? workflow.permissions));
  const steps = jobs.flatMap((job) => listOf(job.steps).map(mapOf));
  return {
    cancelsEarlier: [workflow, ...jobs].some(
      ({ concurrency }) => scalarText(mapOf(concurrency)['cancel-in-progress']) === 'true',
    ),
    asksForIdentity: publishing.length > 0,
    environments: [...new Set(jobs.flatMap(environmentOf))],
    publishingEnvironment: publishing.flatMap(environmentOf)[0],
    publishingEnvironments: publishing.some(hasComputedEnvironment) ? undefined : publishing.flatMap(environmentOf),
    uses: [...jobs, ...steps].flatMap(({ uses }) => (typeof uses === 'string' ? [uses] : [])),
  };
}

function environmentOf(job: Readonly<Record<string, unknown>>): string[] {
  const name = nameOfEnvironment(job);
  return typeof name === 'string' && !name.includes('${{') ? [name] : [];
}

/** Where the job calls another workflow, that one says it. */
function hasComputedEnvironment(job: Readonly<Record<string, unknown>>): boolean {
  return job.uses !== undefined || scalarText(nameOfEnvironment(job)).includes('${{');
}

function nameOfEnvironment({ environment }: Readonly<Record<string, unknown>>): unknown {
  return typeof environment === 'string' ? environment : mapOf(environment).name;
}

function declaredInput({ required, default: given, type, options }: Readonly<Record<string, unknown>>): DeclaredInput {
  return {
    required: required === true && given === undefined,
    type: typeof type === 'string' ? type : 'string',
    options: listOf(options).map(scalarText),
  };
}

/** What GitHub would refuse of these inputs. A value that is filled in later is not judged. */
export function inputProblems(
  { inputs: declared }: WorkflowFile,
  given: Readonly<Record<string, string>>,
): DispatchProblem[] {
  const names = Object.keys(given);
  const undeclared = names.filter((name) => !Object.hasOwn(declared, name));
  const missing = Object.keys(declared).filter((name) => declared[name]?.required && !Object.hasOwn(given, name));
  const wrong = names.flatMap((name) => {
    const [input, value = ''] = [Object.hasOwn(declared, name) ? declared[name] : undefined, given[name]];
    const message = input && namesIn(value).length === 0 ? valueProblem(name, value, input) : undefined;
    return message === undefined ? [] : [{ kind: 'refused-value' as const, message, about: name }];
  });
  return [
    ...undeclared.map((name) => ({
      ...{ kind: 'undeclared-input' as const, about: name },
      message: `declares no input ${name}: GitHub would refuse the dispatch.`,
    })),
    ...missing.map((name) => ({
      ...{ kind: 'missing-input' as const, about: name },
      message: `requires the input ${name}, which is not given.`,
    })),
    ...wrong,
  ];
}

function valueProblem(name: string, value: string, { type, options }: DeclaredInput): string | undefined {
  if (options.length > 0 && !options.includes(value)) {
    return `takes for the input ${name} only ${listed(options, 'or')}, not ${quote(value)}.`;
  }
  if (type === 'boolean' && value !== 'true' && value !== 'false') {
    return `takes for the input ${name} only true or false, not ${quote(value)}.`;
  }
  return type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)
    ? `takes for the input ${name} only a number, not ${quote(value)}.`
    : undefined;
}

/** Whether a repository_dispatch of this type starts it. */
export function listensTo({ events, eventTypes }: WorkflowFile, type: string): boolean {
  return events.includes('repository_dispatch') && (eventTypes === undefined || eventTypes.includes(type));
}
