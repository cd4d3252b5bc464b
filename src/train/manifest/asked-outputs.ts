import { quote } from '../../platform/text/wording.ts';
import { type Components, unknownComponent } from './check-components.ts';
import { collectFaults, type FaultList } from './faults.ts';
import { isOutputName, namesIn } from './interpolate.ts';
import type { RawManifest } from './raw-manifest.ts';
import { textsIn } from './texts.ts';

/** What a text asks of what components hand on: `{outputs.backend.image}`; or, in a rollback, `{previous-outputs.image}`. */
type AskedOutput = { readonly key: string } & ({ readonly component: string } | { readonly previous: true });

/** A key has no dot, so that the last one parts it from the component's id, which may have some. */
const OUTPUT = /^outputs\.([a-z0-9][a-z0-9._-]*)\.([A-Za-z][\w-]*)$/;
const PREVIOUS = /^previous-outputs\.([A-Za-z][\w-]*)$/;

/** The output that a name of a text asks for; undefined for every other name. */
export function askedOutput(name: string): AskedOutput | undefined {
  const [, component, key] = OUTPUT.exec(name) ?? [];
  if (component !== undefined && key !== undefined) return { component, key };
  const [, previous] = PREVIOUS.exec(name) ?? [];
  return previous === undefined ? undefined : { previous: true, key: previous };
}

/** Component id → the keys of its outputs that these texts ask for. */
export function askedIn(value: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { text } of textsIn(value)) {
    for (const name of namesIn(text)) {
      const output = askedOutput(name);
      if (!output || !('component' in output)) continue;
      asked.set(output.component, (asked.get(output.component) ?? new Set()).add(output.key));
    }
  }
  return asked;
}

/** The keys of its own previous outputs that a rollback asks for. */
export function askedOfBefore(inputs: Readonly<Record<string, string>>): string[] {
  const outputs = Object.values(inputs).flatMap((text) => namesIn(text).map(askedOutput));
  return [...new Set(outputs.flatMap((output) => (output && 'previous' in output ? [output.key] : [])))];
}

type OutputPlace = 'defaults' | 'inputs' | 'health' | 'rollback';

/** Outputs are asked for only where they are known by then: of what a component needs, and by a rollback what was there before. */
export function checkAskedOutputs({ defaults = {} }: RawManifest, components: Components): FaultList {
  const faults = collectFaults();
  const byId = new Map(components);
  const check = (place: OutputPlace, id: string, { root, at }: { root: unknown; at: readonly (string | number)[] }) => {
    for (const { text, path } of textsIn(root, at)) {
      for (const name of namesIn(text).filter(isOutputName)) {
        const fault = faultOf(name, place, { id, byId, handsOn: (one) => handsOn(byId, one, defaults.outputs) });
        if (fault) faults.add(path, () => `${fault[0]}{${name}} in ${quote(text)}${fault[1]}`);
      }
    }
  };
  check('defaults', '', { root: defaults.inputs, at: ['defaults', 'inputs'] });
  for (const [id, { inputs, health, rollback }] of components) {
    const at = ['components', id];
    check('inputs', id, { root: inputs, at: [...at, 'inputs'] });
    check('health', id, { root: health, at: [...at, 'health'] });
    check('rollback', id, { root: rollback?.inputs, at: [...at, 'rollback', 'inputs'] });
  }
  return faults;
}

interface Asker {
  readonly id: string;
  readonly byId: ReadonlyMap<string, Components[number][1]>;
  readonly handsOn: (id: string) => boolean;
}

/** What is said before and after the name; undefined where nothing is wrong. */
function faultOf(
  name: string,
  place: OutputPlace,
  { id, byId, handsOn }: Asker,
): readonly [string, string] | undefined {
  const who = `Component ${id}: `;
  const output = askedOutput(name);
  if (place === 'defaults') return ['', ': only a component itself can ask for outputs; write it into its inputs.'];
  if (!output) {
    const form = name.startsWith('outputs.') ? '{outputs.COMPONENT.KEY}' : '{previous-outputs.KEY}';
    return [who, `: expected ${form}, and a key of letters, digits, "-" and "_" that starts with a letter.`];
  }
  if ('previous' in output) {
    if (place !== 'rollback') return [who, ': only rollback.inputs know what was there before.'];
    return handsOn(id) ? undefined : [who, `, but it hands on no outputs itself: ${ADD}`];
  }
  const { component } = output;
  if (place === 'rollback') return [who, ': a rollback gets back what ran before; write {previous-outputs.KEY}.'];
  if (!byId.has(component)) return [who, `: ${unknownComponent('outputs names', component, new Set(byId.keys()))}`];
  if (component === id && place !== 'health')
    return [who, ': its own outputs are known only after its run; its health checks may ask for them.'];
  if (component !== id && !isNeeded(byId, id, component))
    return [who, `, but it does not need ${component}, which may end later or fail: add ${component} to its needs.`];
  return handsOn(component) ? undefined : [who, `, but ${component} hands on no outputs: ${ADD}`];
}

const ADD = 'add outputs: NAME, the artifact with them that its workflow leaves.';

function handsOn(byId: Asker['byId'], id: string, byDefault: string | undefined): boolean {
  return (byId.get(id)?.outputs ?? byDefault) !== undefined;
}

function isNeeded(byId: Asker['byId'], id: string, wanted: string): boolean {
  // A Set hands out what is added while it is walked; a cycle ends it, too.
  const reached = new Set([id]);
  for (const one of reached) for (const need of byId.get(one)?.needs ?? []) if (need !== undefined) reached.add(need);
  return reached.has(wanted);
}
