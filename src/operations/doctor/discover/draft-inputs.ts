import type { WorkflowFile } from '../../../engine/planning/workflow-file.ts';

export type DraftInputs = Readonly<Record<string, string>>;

/** What a train can fill in, by the names that workflows give it. */
const KNOWN: readonly (readonly [pattern: RegExp, value: string])[] = [
  [/^(new[-_])?version$|^release[-_]version$/, '{version}'],
  [/^release[-_]type$|^bump$/, '{release-type}'],
  [/^dependency[-_]versions$/, '{dependency-versions}'],
  [/^nonce$/, '{nonce}'],
  [/^train([-_]id)?$/, '{train}'],
  [/^environment$/, '{environment}'],
];

/** The inputs of our template. */
const OF_TEMPLATE: DraftInputs = {
  version: '{version}',
  release_type: '{release-type}',
  dependency_versions: '{dependency-versions}',
  nonce: '{nonce}',
};

/** What a workflow is sent: what it declares and a train can fill in, and what it cannot start without. */
export function inputsFor(
  file: WorkflowFile | undefined,
  publishes: boolean,
): { readonly inputs: DraftInputs; readonly notes: readonly string[] } {
  if (file === undefined) return { inputs: OF_TEMPLATE, notes: [] };
  const notes: string[] = [];
  const inputs: Record<string, string> = {};
  for (const [name, { required, options }] of Object.entries(file.inputs)) {
    const known = KNOWN.find(([pattern]) => pattern.test(name))?.[1];
    // The environment is known in a deployment only.
    if (known !== undefined && !(known === '{environment}' && !required)) inputs[name] = known;
    else if (required) {
      // A brace before a name would be filled in.
      inputs[name] = (options[0] ?? '').replace(/\{(?=[A-Za-z_])/g, '\\{');
      notes.push(
        `its workflow requires the input ${name}, for which ${options[0] ?? 'nothing'} was written: look at it.`,
      );
    }
  }
  const sent = Object.values(inputs);
  if (publishes && !sent.includes('{version}') && !sent.includes('{release-type}')) {
    inputs.version = '{version}';
    notes.push('its workflow declares no input for the version: add one called version, or install the template.');
  }
  if (!sent.includes('{nonce}'))
    notes.push(
      'its workflow declares no input nonce, by which a train finds its own run: add one, and show it in run-name.',
    );
  return { inputs, notes };
}
