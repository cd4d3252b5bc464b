import { type WantedDeployment, wantedDeployments } from '../../../src/train/telling/wanted-deployments.ts';
import type { Deployment, DeploymentStatus } from '../../core/world.ts';
import { frozenIn, LOOKED_MS, lastLookFrom, type Record } from '../record.ts';
import { STRANGER } from './facts.ts';

/**
 * 12: GitHub's deployment records say what the train's state says, or it is known that they do not; of a component at most one is
 * active, and others' are left alone. What came when the last process was there already it may have missed.
 */
export function keepsRecords(record: Record): string[] {
  const { final, scenario } = record;
  if (!final) return [];
  const wanted = wantedDeployments(final.plan, final.state);
  const recorded = scenario.plan.components.filter(({ deployments }) => deployments);
  const until = lastLookFrom(record);
  return [
    ...wanted.flatMap((one) => asWanted(one, until, record)),
    ...recorded.flatMap(({ repository }) => madeAgain(repository, record)),
    ...recorded.flatMap(({ id, repository }) => {
      const all = deploymentsOf(record, repository);
      const others = all.filter((one) => fieldOf(one, 'by') === STRANGER && one.statuses.length > 1);
      const active = all.filter(
        (one) => fieldOf(one, 'component') === id && lastBefore(one, until)?.state === 'success',
      );
      const isDone = wanted.some(
        ({ component, key, state }) => component === id && state === 'success' && noteOf(record, key)?.state === state,
      );
      return [
        ...(isDone && active.length > 1 ? [`12: ${active.length} deployments of ${id} are active`] : []),
        ...others.map(() => `12: a deployment in ${repository} that is no train's was changed`),
      ];
    }),
  ];
}

/** What can be seen is not made again. */
function madeAgain(repository: string, record: Record): string[] {
  const frozen = frozenIn(record);
  const all = deploymentsOf(record, repository);
  return record.sent.flatMap(({ method, path, process, at, body }) => {
    if (method !== 'POST' || path !== `/repos/${repository}/deployments` || frozen.has(process)) return [];
    const payload = JSON.stringify(JSON.parse(body).payload);
    const isThere = all.some((one) => JSON.stringify(one.payload) === payload && one.createdAt < at - LOOKED_MS);
    return isThere ? [`12: ${process} recorded ${payload} again, which was there already`] : [];
  });
}

function noteOf({ final }: Record, key: string) {
  return final?.ledger?.deployments?.[key];
}

function deploymentsOf({ universe }: Record, repository: string): readonly Deployment[] {
  return universe.github.repository(repository).deployments;
}

function fieldOf({ payload }: Deployment, name: string): unknown {
  return typeof payload === 'object' ? payload[name] : undefined;
}

/** What was said last of a deployment; nothing where that came later. */
function lastBefore({ statuses }: Deployment, until: number): DeploymentStatus | undefined {
  const last = statuses.at(-1);
  return last && last.createdAt < until ? last : undefined;
}

/** Whether it shows something, and did so before. */
function isLive(one: Deployment, until: number): boolean {
  if (one.statuses.length === 0) return one.createdAt < until;
  return (lastBefore(one, until)?.state ?? 'inactive') !== 'inactive';
}

function asWanted(
  { key, component, repository, state, payload, task }: WantedDeployment,
  until: number,
  record: Record,
) {
  const note = noteOf(record, key);
  if (note === undefined) return [`12: nobody knows whether ${key} is recorded`];
  if (note.state !== state)
    return note.error === undefined ? [`12: ${key} is ${note.state}, and should be ${state}`] : [];
  const all = deploymentsOf(record, repository).filter((one) =>
    Object.entries(payload).every(([name, value]) => fieldOf(one, name) === value),
  );
  // Of two that were made at once, or late, the later is taken off.
  const live = all.filter((one) => isLive(one, until));
  const own = all.find(({ id }) => id === note.id);
  if (!own) return [`12: the record of ${key} is not there`];
  const last = own.statuses.at(-1);
  const isLate = (last?.createdAt ?? 0) >= until;
  return [
    ...(last?.state === state || isLate
      ? []
      : [`12: the record of ${key} says ${last?.state}, and is noted as ${state}`]),
    ...(live.length > 1 ? [`12: ${task} of ${component} is recorded ${live.length} times`] : []),
  ];
}
