import { componentOf } from '../../../src/train/machine/state.ts';
import { MASKED } from '../children.ts';
import type { Sent } from '../process.ts';
import type { Kept, Record } from '../record.ts';
import { HANDED_ON } from '../scenario.ts';
import type { Facts, Nonce } from './facts.ts';

/** How far behind what is read may be, and how long it takes to keep it. */
const READ_MS = 90_000;
const ASKED = /^\{(?:outputs\.(?<need>\w+)|previous-outputs)\.\w+\}$/;

/** 13: what a dispatch is sent of what a component hands on is what the last good run of that component said, and a rollback gets what was there before. */
export function handsOn({ sent, kept, scenario }: Record, facts: Facts): string[] {
  if (!scenario.features.has('outputs')) return [];
  return [...masked(kept), ...sent.flatMap((one) => wrongIn(one, kept, facts))];
}

function masked(kept: readonly Kept[]): string[] {
  const all = kept.flatMap(({ saved }) => Object.entries(saved.state.components));
  const wrong = all.filter(([, { outputs }]) => outputs?.[HANDED_ON.key] === MASKED);
  return [...new Set(wrong.map(([id]) => `13: ${id} is kept as handing on a secret that was masked`))];
}

function wrongIn(one: Sent, kept: readonly Kept[], facts: Facts): string[] {
  if (one.method !== 'POST' || !one.path.endsWith('/dispatches') || one.refused) return [];
  const nonce = nonceOf(one, facts);
  if (!nonce) return [];
  const { component, purpose } = nonce;
  const texts = purpose === 'release' ? component.inputs : (component.rollback?.inputs ?? {});
  return Object.entries(texts).flatMap(([name, text]) => {
    const asked = ASKED.exec(text);
    if (!asked) return [];
    const value = valuesIn(one)[name];
    const need = asked.groups?.need;
    const fault = need === undefined ? previousFault(nonce, value) : faultOf(need, value, { at: one.at, kept, facts });
    return fault ? [`13: ${nonce.text} was sent ${name}=${value}: ${fault}`] : [];
  });
}

function valuesIn({ body }: Sent): Readonly<{ [name: string]: unknown }> {
  const { inputs, client_payload } = JSON.parse(body);
  return inputs ?? client_payload ?? {};
}

/** What is sent without a nonce belongs to the component's last intent. */
function nonceOf({ body, path, at }: Sent, { nonces }: Facts): Nonce | undefined {
  const all = [...nonces.values()];
  const isRollback = path.includes('/rollback.yml/');
  return (
    all.find(({ text }) => body.includes(`"${text}"`)) ??
    all.findLast(
      ({ component, intendedAt, purpose }) =>
        path.startsWith(`/repos/${component.repository}/`) &&
        intendedAt <= at &&
        (purpose === 'rollback') === isRollback,
    )
  );
}

function previousFault({ component }: Nonce, value: unknown): string | undefined {
  const before = component.previousOutputs?.[HANDED_ON.key];
  return value === before ? undefined : `before there was ${before}`;
}

function faultOf(
  need: string,
  value: unknown,
  { at, kept, facts }: { readonly at: number; readonly kept: readonly Kept[]; readonly facts: Facts },
): string | undefined {
  const until = kept.findLastIndex((one) => one.at <= at);
  const handed = (index: number) => {
    const state = kept[index]?.saved.state;
    return state?.components[need] && componentOf(state, need).outputs?.[HANDED_ON.key];
  };
  if (handed(until) !== value) return `${need} is kept as handing on ${handed(until)}`;
  const [run, attempt] = String(value).split('.').map(Number);
  const ends = facts.effects.filter(
    (effect) => effect.kind === 'run-ended' && effect.runId === run && effect.conclusion === 'success',
  );
  const of = facts.nonces.get(ends[0]?.nonce ?? '');
  if (of?.component.id !== need || of.purpose !== 'release') return `no good run of ${need} said it`;
  const said = ends.find((end) => (end.attempt ?? 1) === attempt);
  if (!said || said.at > at) return `attempt ${attempt} of run ${run} had not succeeded`;
  let first = until;
  while (first > 0 && handed(first - 1) === value) first -= 1;
  const readAt = kept[first]?.at ?? at;
  const newer = ends.find((end) => (end.attempt ?? 1) > (attempt ?? 1) && end.at < readAt - READ_MS);
  return newer && `attempt ${newer.attempt} had succeeded since`;
}
