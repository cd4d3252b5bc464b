import { isRecord } from '../../platform/records.ts';
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
}

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
  const workflow = asMap(parsed.value);
  const { on } = workflow;
  const events = Array.isArray(on) || typeof on === 'string' ? [on].flat().map(String) : Object.keys(asMap(on));
  const { repository_dispatch, workflow_dispatch } = asMap(on);
  const types = asMap(repository_dispatch).types;
  const declared = Object.entries(asMap(asMap(workflow_dispatch).inputs));
  return {
    events,
    eventTypes: types === undefined ? undefined : [types].flat().map(String),
    inputs: Object.fromEntries(declared.map(([name, input]) => [name, declaredInput(asMap(input))])),
    runName: String(workflow['run-name'] ?? ''),
    releasePush: findReleasePush(workflow),
  };
}

function declaredInput({ required, default: given, type, options }: Readonly<Record<string, unknown>>): DeclaredInput {
  return {
    required: required === true && given === undefined,
    type: typeof type === 'string' ? type : 'string',
    options: Array.isArray(options) ? options.map(String) : [],
  };
}

/** What GitHub would refuse of these inputs. A value that is filled in later is not judged. */
export function inputProblems({ inputs: declared }: WorkflowFile, given: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(given);
  const undeclared = names.filter((name) => !Object.hasOwn(declared, name));
  const missing = Object.keys(declared).filter((name) => declared[name]?.required && !Object.hasOwn(given, name));
  const wrong = names.flatMap((name) => {
    const [input, value = ''] = [Object.hasOwn(declared, name) ? declared[name] : undefined, given[name]];
    return input && namesIn(value).length === 0 ? (valueProblem(name, value, input) ?? []) : [];
  });
  return [
    ...undeclared.map((name) => `declares no input ${name}: GitHub would refuse the dispatch.`),
    ...missing.map((name) => `requires the input ${name}, which is not given.`),
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

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
