import type { Issue } from '../../simulator/core/world.ts';
import type { Json, RegistryRequest } from '../../simulator/service-registry.ts';
import type { RequestRecord, Violation } from '../../simulator/types.ts';

/** What a step wrote that should have written nothing. */
export interface Passage {
  readonly name: string;
  readonly writes: number;
}

/** What the registry, the balancer and the embedded GitHub themselves saw. */
export interface ServicesEvidence {
  /** What the steps said otherwise than expected. */
  readonly unexpected: readonly string[];
  readonly quiet: readonly Passage[];
  readonly requests: readonly RegistryRequest[];
  readonly records: readonly Json[];
  /** The versions that answered through the balancer, in order. */
  readonly answers: readonly string[];
  readonly githubRequests: readonly RequestRecord[];
  readonly violations: readonly Violation[];
  readonly issues: readonly Issue[];
}

export interface ServicesVerdict {
  readonly facts: readonly string[];
  readonly problems: readonly string[];
}

/** Judges by the servers' own logs, whatever the steps said. */
export function judge(
  evidence: ServicesEvidence,
  deployed: { name: string; before: string; after: string },
): ServicesVerdict {
  const { requests, records, answers, quiet, issues } = evidence;
  const registrations = requests.filter(({ method, path }) => method === 'POST' && path === '/api/register');
  const versions = registrations
    .map(({ body }) => JSON.parse(body) as Json)
    .filter(({ name }) => name === deployed.name);
  const record = records.find(({ name }) => name === deployed.name);
  const lastOld = answers.lastIndexOf(deployed.before);
  const [opened, updated, closed] = issueWrites(evidence.githubRequests);
  const checks: [boolean, string][] = [
    [
      lastOld >= 0 && answers.length - lastOld > 4,
      `the balancer answered ${lastOld + 1} times before the old version had gone, then ${answers.length - lastOld - 1} times with the new one only`,
    ],
    [
      versions.map(({ version }) => version).join() === `${deployed.before},${deployed.after}`,
      `${deployed.name} was registered ${versions.length} times: ${versions.map(({ version }) => version).join(', ')}`,
    ],
    [
      record?.version === deployed.after && record.status === 'active' && typeof record.last_deployed === 'string',
      `the registry holds ${deployed.name} ${record?.version}, ${record?.status}, last deployed ${record?.last_deployed}`,
    ],
    [records.length === 3, `${records.length} services are registered; the lost one was registered again`],
    [
      record?.owner === 'team-identity' && JSON.stringify(record.labels) === '["pci"]',
      `what others keep in its record is there: owner ${record?.owner}, labels ${JSON.stringify(record?.labels)}`,
    ],
    [
      issues.length === 2 && issues.every(({ state, comments }) => state === 'closed' && comments.length === 1),
      `${issues.length} issues: ${issues.map(({ title, state }) => `"${title}", ${state}`).join('; ')}`,
    ],
    [issues.some(({ title }) => title === 'No service is healthy'), 'the outage of all services was told in one issue'],
    [
      opened === 2 && updated === 1 && closed === 2,
      `GitHub was asked to open an issue ${opened} times, to update one ${updated} time, to close one ${closed} times`,
    ],
    [
      quiet.length > 0 && quiet.every(({ writes }) => writes === 0),
      `${quiet.length} steps had nothing to do, and wrote ${quiet.reduce((sum, { writes }) => sum + writes, 0)} times`,
    ],
  ];
  return {
    facts: checks.map(([, fact]) => fact),
    problems: [
      ...checks.flatMap(([holds, fact]) => (holds ? [] : [`Not as it should be: ${fact}.`])),
      ...evidence.unexpected,
      ...evidence.violations.map(({ operation, message }) => `GitHub would not take ${operation}: ${message}`),
    ],
  };
}

function issueWrites(requests: readonly RequestRecord[]): [opened: number, updated: number, closed: number] {
  const count = (operation: string, fits: (body: Json) => boolean) =>
    requests.filter((one) => one.operation === operation && fits(JSON.parse(one.body) as Json)).length;
  return [
    count('issues/create', () => true),
    count('issues/update', ({ state }) => state === undefined),
    count('issues/update', ({ state }) => state === 'closed'),
  ];
}

/** Prints what the logs show. */
export function tellServices({ facts, problems }: ServicesVerdict): void {
  console.log("\nThe registry's, the balancer's and the embedded GitHub's own logs say:");
  for (const fact of facts) console.log(`  - ${fact}`);
  console.log(problems.length === 0 ? 'All as it should be.' : 'PROBLEMS:');
  for (const problem of problems) console.log(`  - ${problem}`);
}
