import { componentOf, dispatchOf } from '../../../src/train/machine/state.ts';
import type { Sent } from '../process.ts';
import type { Kept, Record } from '../record.ts';
import type { Facts, Nonce } from './facts.ts';

/** So long after its intent was kept, at the latest, may a dispatch be sent without a look. */
const FRESH_MS = 75_000;

interface Dispatch {
  readonly nonce: Nonce;
  readonly sent: Sent;
  /** Its place among all that was sent. */
  readonly index: number;
}

/** 2: a dispatch that may have been sent before is sent only by who has looked for its run since, and kept the intent to do so. */
export function looksFirst(record: Record, { nonces }: Facts): string[] {
  const { sent } = record;
  const dispatches = dispatchesIn(sent, [...nonces.values()]);
  return [...withoutIntent(record, dispatches), ...withoutLook(sent, dispatches)];
}

/** Two who live may both find nothing: only whoever keeps the intent to send it again does so. */
function withoutIntent({ kept }: Record, dispatches: readonly Dispatch[]): string[] {
  const intentOf = ({ text, component, purpose }: Nonce, { saved }: Kept) => {
    const dispatch = dispatchOf(componentOf(saved.state, component.id), purpose);
    return dispatch?.nonce === text ? dispatch : undefined;
  };
  return dispatches.flatMap(({ nonce, sent: { at, refused } }, position) => {
    const before = dispatches.slice(0, position).filter((other) => other.nonce === nonce && !other.sent.refused);
    const last = kept.findLast((one) => one.at <= at && intentOf(nonce, one));
    const intents = 1 + ((last && intentOf(nonce, last)?.resend?.times) ?? 0);
    if (refused || before.length < intents) return [];
    return [`2: ${nonce.text} was sent ${before.length + 1} times, and that was intended ${intents} times`];
  });
}

function withoutLook(sent: readonly Sent[], dispatches: readonly Dispatch[]): string[] {
  return dispatches.flatMap((dispatch, position) => {
    const { nonce, sent: one } = dispatch;
    const earlier = dispatches.slice(0, position);
    const last = earlier.findLast((other) => other.nonce === nonce && !other.sent.refused);
    if (hasLooked(sent, dispatch, last?.index ?? -1)) return [];
    const age = one.at - nonce.intendedAt;
    return [
      ...(last?.sent.process === one.process ? [`2: ${nonce.text} was sent again without a look`] : []),
      ...(age > FRESH_MS
        ? [`2: ${nonce.text} was sent ${Math.round(age / 1_000)} s after its intent without a look`]
        : []),
    ];
  });
}

function dispatchesIn(sent: readonly Sent[], nonces: readonly Nonce[]): Dispatch[] {
  return sent.flatMap((one, index) => {
    if (one.method !== 'POST' || !/\/dispatches$/.test(one.path)) return [];
    const nonce = nonces.find(({ text }) => one.body.includes(`"${text}"`));
    return nonce ? [{ nonce, sent: one, index }] : [];
  });
}

/** Whether the sender of a dispatch had listed the runs of its repository since another request. */
function hasLooked(sent: readonly Sent[], { nonce, sent: one, index }: Dispatch, since: number): boolean {
  return sent
    .slice(since + 1, index)
    .some(
      ({ process, method, path }) =>
        process === one.process &&
        method === 'GET' &&
        path.startsWith(`/repos/${nonce.component.repository}/actions/`) &&
        path.includes('/runs?'),
    );
}
