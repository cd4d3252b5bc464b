import type { Component } from '../../src/train/manifest/manifest.ts';
import type { DeployedServices } from './deployed-services.ts';
import type { Deed } from './deployment-workflows.ts';

/** A deed that a run of the embedded GitHub has begun or done, in the order of time. */
export interface Event extends Deed {
  readonly state: 'started' | 'done';
}

export interface DeploymentVerdict {
  readonly deployed: readonly string[];
  readonly missing: readonly string[];
  readonly rolledBack: readonly string[];
  readonly problems: readonly string[];
}

/** Judges by what the runs really did: each deployed once at most, none before what it needs. */
export function judgeDeployment(
  components: readonly Component[],
  events: readonly Event[],
  { tries = 1 } = {},
): DeploymentVerdict {
  const orders = (id: string, what: Deed['what'], state: Event['state']) =>
    events.flatMap((event, order) => (event.id === id && event.what === what && event.state === state ? [order] : []));
  const ids = components.map(({ id }) => id);
  const deployed = ids.filter((id) => orders(id, 'deploy', 'done').length > 0);
  const problems = components.flatMap(({ id, needs }) => {
    const starts = orders(id, 'deploy', 'started');
    const [start] = starts;
    const late = needs.filter((need) => {
      const [done = Number.POSITIVE_INFINITY] = orders(need, 'deploy', 'done');
      return start !== undefined && done > start;
    });
    return [
      ...(starts.length > tries ? [`${id} was deployed ${starts.length} times.`] : []),
      ...late.map((need) => `${id} was deployed before ${need}, which it needs.`),
    ];
  });
  return {
    deployed,
    missing: ids.filter((id) => !deployed.includes(id)),
    rolledBack: ids.filter((id) => orders(id, 'roll back', 'done').length > 0),
    problems,
  };
}

/** Prints what the runs did, and what runs now. */
export function tellDeployment(verdict: DeploymentVerdict, { running, asked }: DeployedServices): void {
  const { deployed, missing, rolledBack, problems } = verdict;
  const checks = [...asked].map(([id, times]) => `${id} ${times} times`);
  console.log('\nWhat the runs on the embedded GitHub did:');
  console.log(`  deployed:    ${deployed.length}${missing.length > 0 ? `, not deployed: ${missing.join(', ')}` : ''}`);
  if (rolledBack.length > 0) console.log(`  rolled back: ${rolledBack.join(', ')}`);
  console.log(`  runs now:    ${[...running].map(([id, version]) => `${id} ${version}`).join(', ')}`);
  console.log(`  health:      ${checks.length > 0 ? `asked of ${checks.join(', ')}` : 'asked of nobody'}`);
  console.log(`  order:       ${problems.length === 0 ? 'nothing was deployed before what it needs' : 'VIOLATED'}`);
  for (const problem of problems) console.log(`  - ${problem}`);
}
