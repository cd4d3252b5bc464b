import { ownAction } from './reference.ts';
import { type Finding, mappingAt, type Source, stepListsOf, textsIn } from './source.ts';

/**
 * Finds reads of step outputs that our actions do not have. GitHub's language service takes any output of a step for
 * possible; we know those of our own actions.
 */
export function unknownStepOutputs(source: Source, actions: readonly Source[]): Finding[] {
  const outputsByFile = new Map(actions.map(({ file, value }) => [file, Object.keys(mappingAt(value, 'outputs'))]));
  return stepListsOf(source).flatMap(({ path, steps }) => {
    const known = new Map(
      steps.flatMap(({ step: { id, uses } }) => {
        const outputs = typeof uses === 'string' ? outputsByFile.get(ownAction(uses) ?? '') : undefined;
        return typeof id === 'string' && outputs ? [[id, outputs] as const] : [];
      }),
    );
    const holder = source.kind === 'action' ? { path: [], value: source.value } : { path, value: at(source, path) };
    return textsIn(holder.value, holder.path).flatMap(({ text, path: place }) =>
      readsIn(text)
        .filter(({ step, output }) => known.get(step)?.includes(output) === false)
        .map(({ step, output }) =>
          source.finding(place, `reads steps.${step}.outputs.${output}, which its action has not.`),
        ),
    );
  });
}

function at({ value }: Source, path: readonly (string | number)[]): unknown {
  return mappingAt(value, ...path.map(String));
}

function readsIn(text: string): { step: string; output: string }[] {
  const reads = text.matchAll(/\bsteps\.([\w-]+)\.outputs(?:\.([\w-]+)|\['([^']+)'\])/g);
  return [...reads].map(([, step = '', dotted, quoted]) => ({ step, output: dotted ?? quoted ?? '' }));
}
