import { type WantedDeployment, wantedDeployments } from '../../../src/train/telling/wanted-deployments.ts';
import type { Deployment } from '../../core/world.ts';
import type { Record } from '../record.ts';

/** 12: GitHub's deployment records say what the train's state says, or it is known that they do not; of a component at most one is active. */
export function keepsRecords(record: Record): string[] {
  const { final, scenario } = record;
  if (!final) return [];
  const wanted = wantedDeployments(final.plan, final.state);
  const recorded = scenario.plan.components.filter(({ deployments }) => deployments);
  return [
    ...wanted.flatMap((one) => asWanted(one, record)),
    ...recorded.flatMap(({ id, repository }) => {
      const active = deploymentsOf(record, repository).filter((one) => one.statuses.at(-1)?.state === 'success');
      const isDone = wanted.some(
        ({ component, key, state }) => component === id && state === 'success' && noteOf(record, key)?.state === state,
      );
      return isDone && active.length > 1 && !isHaunted(record)
        ? [`12: ${active.length} deployments of ${id} are active`]
        : [];
    }),
  ];
}

/** What had something in hand may bring it late: GitHub has no compare-and-swap for records. */
function isHaunted({ scenario }: Record): boolean {
  return scenario.features.has('zombies') || scenario.features.has('crashes');
}

function noteOf({ final }: Record, key: string) {
  return final?.ledger?.deployments?.[key];
}

function deploymentsOf({ universe }: Record, repository: string): readonly Deployment[] {
  return universe.github.repository(repository).deployments;
}

function asWanted({ key, component, repository, state, payload, task }: WantedDeployment, record: Record): string[] {
  const note = noteOf(record, key);
  if (note === undefined) return [`12: nobody knows whether ${key} is recorded`];
  if (note.state !== state)
    return note.error === undefined ? [`12: ${key} is ${note.state}, and should be ${state}`] : [];
  const all = deploymentsOf(record, repository).filter(
    (one) =>
      typeof one.payload === 'object' &&
      Object.entries(payload).every(
        ([name, value]) => (one.payload as { readonly [name: string]: unknown })[name] === value,
      ),
  );
  // Of two that were made at once the later is taken off.
  const live = all.filter(({ statuses }) => statuses.at(-1)?.state !== 'inactive');
  const own = all.find(({ id }) => id === note.id);
  if (!own) return [`12: the record of ${key} is not there`];
  const last = own.statuses.at(-1)?.state;
  return [
    ...(last === state || isHaunted(record) ? [] : [`12: the record of ${key} says ${last}, and is noted as ${state}`]),
    ...(live.length > 1 && !isHaunted(record) ? [`12: ${task} of ${component} is recorded ${live.length} times`] : []),
  ];
}
