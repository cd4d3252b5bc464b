import { parse } from 'yaml';
import type { Permissions } from '../../../simulator/core/access.ts';
import type { InputDefinition, WorkflowDefinition } from '../../../simulator/types.ts';

type Map = Readonly<Record<string, unknown>>;

const DISPATCHED = ['workflow_dispatch', 'repository_dispatch', 'push', 'pull_request', 'schedule'] as const;

/** What the embedded GitHub has to know of a workflow file. */
export function readWorkflow(file: string, text: string): WorkflowDefinition {
  const workflow = mapOf(parse(text));
  const events = eventsOf(workflow);
  const group = mapOf(workflow.concurrency).group;
  return {
    file,
    name: String(workflow.name ?? `.github/workflows/${file}`),
    on: DISPATCHED.filter((event) => Object.hasOwn(events, event)),
    inputs: inputsOf(mapOf(mapOf(events.workflow_dispatch).inputs)),
    ...(typeof workflow['run-name'] === 'string' && { runName: workflow['run-name'] }),
    ...(Array.isArray(mapOf(events.repository_dispatch).types) && {
      types: (mapOf(events.repository_dispatch).types as unknown[]).map(String),
    }),
    ...(group !== undefined && {
      concurrency: { group: String(group), queue: mapOf(workflow.concurrency).queue === 'max' ? 'max' : 'one' },
    }),
  };
}

/**
 * The most that GITHUB_TOKEN may do in any job of this workflow. act knows one token for all jobs, so this is the union;
 * a called workflow gets no more than the calling job grants.
 */
export function permissionsOf(text: string): Permissions {
  const workflow = mapOf(parse(text));
  const jobs = Object.values(mapOf(workflow.jobs)).map((job) => mapOf(job).permissions ?? workflow.permissions);
  const union: Record<string, 'read' | 'write'> = {};
  for (const granted of jobs) {
    for (const [name, level] of Object.entries(mapOf(granted))) {
      const key = name.replaceAll('-', '_');
      if (level === 'write' || (level === 'read' && union[key] === undefined)) union[key] = level;
    }
  }
  return union;
}

function eventsOf({ on }: Map): Map {
  if (typeof on === 'string') return { [on]: null };
  return Array.isArray(on) ? Object.fromEntries(on.map((event) => [String(event), null])) : mapOf(on);
}

function inputsOf(inputs: Map): Record<string, InputDefinition> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const { required, default: preset, options } = mapOf(value);
      const definition = {
        required: required === true,
        ...(preset !== undefined && { default: String(preset) }),
        ...(Array.isArray(options) && { options: options.map(String) }),
      };
      return [name, definition];
    }),
  );
}

function mapOf(value: unknown): Map {
  return typeof value === 'object' && value !== null ? (value as Map) : {};
}
