import type { Record } from '../record.ts';
import type { Facts } from './facts.ts';

/** 11: nothing is dispatched whose run nobody could name: no nonce, and a server that does not answer with the run. */
export function namedEffects({ scenario }: Record, { dispatches }: Facts): string[] {
  if (!scenario.oldServer) return [];
  return dispatches
    .filter(({ of: { component, purpose } }) => {
      const inputs = purpose === 'release' ? component.inputs : (component.rollback?.inputs ?? {});
      return !Object.values(inputs).includes('{nonce}');
    })
    .map(({ of }) => `11: ${of.text} was dispatched although nothing could name its run`);
}
