import type { Sent } from '../process.ts';
import type { Record } from '../record.ts';
import type { Facts, Nonce } from './facts.ts';

/** So long after its intent was kept, at the latest, may a dispatch be sent without a look. */
const FRESH_MS = 75_000;

interface Dispatch {
  readonly nonce: Nonce;
  readonly sent: Sent;
  /** Its place among all that was sent. */
  readonly index: number;
}

/** 2: a dispatch that may have been sent before is sent only by who has looked for its run since. */
export function looksFirst({ sent }: Record, { nonces }: Facts): string[] {
  const dispatches = dispatchesIn(sent, [...nonces.values()]);
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
