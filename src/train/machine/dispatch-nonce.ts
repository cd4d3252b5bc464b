import { componentOf, type Purpose, type TrainState } from './state.ts';

/** What an intent adds: enough that nobody guesses it. */
const UNGUESSABLE = /^[0-9a-z]{8,40}$/;

/** One try of a component, in a word: what its nonce begins with. */
export function tryOf(state: TrainState, id: string, purpose: Purpose): string {
  const { attempt } = componentOf(state, id);
  return `${state.salt}.${id}.${purpose === 'rollback' ? 'r' : ''}${attempt}`;
}

/**
 * The nonce of a component's dispatch: the same one however often that dispatch has to be sent. What can be read of a train
 * does not tell it before its intent is saved: `unguessable` is drawn for each.
 */
export function nonceOf(state: TrainState, id: string, { purpose, unguessable }: NonceParts): string {
  return `${tryOf(state, id, purpose)}.${unguessable}`;
}

export interface NonceParts {
  readonly purpose: Purpose;
  readonly unguessable: string;
}

/** Whether a nonce is one of the component's present try. */
export function isNonceOf(
  state: TrainState,
  id: string,
  { purpose, nonce }: { purpose: Purpose; nonce: string },
): boolean {
  const start = `${tryOf(state, id, purpose)}.`;
  return nonce.startsWith(start) && UNGUESSABLE.test(nonce.slice(start.length));
}
