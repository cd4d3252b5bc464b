import { listed, quote } from '../../platform/text/wording.ts';
import { askedIn, askedOutput } from '../manifest/asked-outputs.ts';
import { namesIn } from '../manifest/interpolate.ts';
import { textsIn } from '../manifest/texts.ts';
import type { HandedOutputs, Plan, PlannedComponent } from '../plan/plan.ts';
import { componentOf, type Purpose, type TrainState } from './state.ts';
import type { Train } from './train.ts';

/** What a train knows that a component hands on: of its own run, or of the earlier one that brought it to this version. */
function outputsOf(plan: Plan, state: TrainState, id: string): HandedOutputs | undefined {
  const component = Object.hasOwn(state.components, id) ? componentOf(state, id) : undefined;
  return component?.outputs ?? (Object.hasOwn(plan.outputs ?? {}, id) ? plan.outputs?.[id] : undefined);
}

/** The outputs that these texts of a component ask for, by the names they ask by; and what is said where one is not there. */
export function outputsFor(
  planned: PlannedComponent,
  texts: unknown,
  { plan, state }: Train,
): { readonly values: Readonly<Record<string, string>>; readonly missing?: string } {
  const values: Record<string, string> = {};
  const missing: string[] = [];
  for (const { text } of textsIn(texts)) {
    for (const name of namesIn(text)) {
      const asked = askedOutput(name);
      if (!asked) continue;
      const there = 'previous' in asked ? planned.previousOutputs : outputsOf(plan, state, asked.component);
      if (there && Object.hasOwn(there, asked.key)) values[name] = there[asked.key] ?? '';
      else missing.push(`{${name}} in ${quote(text)} has no value: ${among(there)}`);
    }
  }
  return { values, ...(missing.length > 0 && { missing: `${missing.join('; ')}.` }) };
}

function among(there: HandedOutputs | undefined): string {
  const keys = listed(Object.keys(there ?? {}));
  return keys ? `what was handed on has ${keys}` : 'nothing was handed on';
}

/** What of a component's outputs those that need it ask for, and it did not hand on; with who asks and what is there. */
export function missingOutputs({ components }: Plan, id: string, outputs: HandedOutputs): string | undefined {
  const lacks = components.flatMap((planned) => {
    const keys = [...(askedIn([planned.inputs, planned.health]).get(id) ?? [])];
    return keys.filter((key) => !Object.hasOwn(outputs, key)).map((key) => ({ key, by: planned.id }));
  });
  if (lacks.length === 0) return undefined;
  const wanted = listed(lacks.map(({ key, by }) => `${quote(key)}, which ${by} asks for`));
  return `they lack ${wanted}. There are: ${listed(Object.keys(outputs)) || 'none'}`;
}

/** The texts of what is dispatched. */
export function sentTexts({ inputs, rollback }: PlannedComponent, purpose: Purpose): Readonly<Record<string, string>> {
  return purpose === 'rollback' ? (rollback?.inputs ?? {}) : inputs;
}

/** Whether what is dispatched carries its nonce, so that its run can be found by it. */
export function sendsNonce(planned: PlannedComponent, purpose: Purpose): boolean {
  return Object.values(sentTexts(planned, purpose)).some((text) => namesIn(text).includes('nonce'));
}
