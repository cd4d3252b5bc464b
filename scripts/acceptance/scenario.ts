import type { Ground } from './ground.ts';

/** What the files of a scenario are made of, before there is a sandbox. */
export interface Place {
  /** The organisation, and the sandbox in it, as `owner/name`. */
  readonly owner: string;
  readonly repository: string;
  /** `uses('claim-release')`: the action, or a workflow by its path, of the bundle that is on trial. */
  uses(path: string): string;
}

/** A story that github.com tells, or does not. */
export interface Scenario {
  readonly name: string;
  /** Numbers of what docs/acceptance.md lists: what is proven when it goes well. */
  readonly doubts: readonly string[];
  /** Files of the sandbox's default branch. */
  files(place: Place): Readonly<Record<string, string>>;
  /** Throws where it is not so; gives in one sentence what was seen. */
  run(ground: Ground): Promise<string>;
}

/** A workflow that somebody dispatches, with one job a text. */
export function workflow(name: string, on: string, jobs: Readonly<Record<string, string>>): string {
  const bodies = Object.entries(jobs).map(([id, body]) => `  ${id}:\n    runs-on: ubuntu-latest\n${indent(body)}`);
  return `name: ${name}\non:\n  ${on}\npermissions: {}\njobs:\n${bodies.join('\n')}\n`;
}

function indent(text: string): string {
  return text.trim().replace(/^/gm, '    ');
}
