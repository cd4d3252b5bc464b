import type { SimulatedGitHub } from '../../simulator/github.ts';
import type { RunFacts, RunScript, WorkflowDefinition } from '../../simulator/types.ts';

export const INPUTS = { version: '', nonce: '' };

interface Deploying {
  readonly file?: string;
  readonly name: string;
  /** The version of each that runs. */
  readonly running: Record<string, string>;
  readonly script?: Partial<RunScript>;
}

/** A workflow that lets the version run that it was given. */
export function deploying({ file = 'release.yml', name, running, script }: Deploying): WorkflowDefinition {
  const behaviour = ({ inputs }: RunFacts) => ({
    ...{ ms: 50, conclusion: 'success' as const },
    atEnd: () => {
      running[name] = inputs.version ?? '';
      return undefined;
    },
    ...script,
  });
  const inputs = { version: {}, nonce: {} };
  return { file, name: file, on: ['workflow_dispatch'], inputs, runName: '[${{ inputs.nonce }}]', behaviour };
}

/** How often a workflow of `acme/name` was dispatched with a version. */
export function dispatches(github: SimulatedGitHub, name: string, version: string, workflow = 'release.yml'): number {
  return github.effects.filter(
    (one) =>
      one.kind === 'dispatch' &&
      one.repository === `acme/${name}` &&
      one.workflow === workflow &&
      one.inputs?.version === version,
  ).length;
}
