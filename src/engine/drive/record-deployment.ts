import {
  createDeployment,
  type DeploymentRecord,
  deploymentState,
  isSame,
  listDeployments,
  setDeploymentStatus,
} from '../../platform/github/deployments.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { WantedDeployment } from '../../train/telling/wanted-deployments.ts';

interface How {
  readonly repository: Repository;
  /** Its id, where it is known. */
  readonly known: number | undefined;
  readonly signal: AbortSignal;
}

/** How many earlier ones of a component are looked at. */
const MOST_EARLIER = 10;
/** What says that something is there, or on its way. */
const LIVE: readonly (string | undefined)[] = ['success', 'in_progress', 'queued', 'pending', undefined];

/** Brings GitHub's record to the state that is wanted, and returns its id. What is there already is not made again. */
export async function recordDeployment(wanted: WantedDeployment, { repository, known, signal }: How): Promise<number> {
  const { environment, state } = wanted;
  const say = (id: number, said: string) => sayOf(wanted, id, said, { repository, signal });
  const list = async () =>
    (await listDeployments(repository, environment, { signal })).filter((one) => isOf(one, wanted.component));
  let id = known;
  if (id === undefined) {
    const earlier = await list();
    const found = oldestOf(earlier, wanted);
    const made = found === undefined ? await create(wanted, earlier, { repository, signal }) : undefined;
    id = found ?? made ?? 0;
    if (made !== undefined) {
      // Another driver of the same train may have looked at the same moment: of two the older counts.
      const older = oldestOf(await list(), wanted) ?? made;
      if (older < made) await setDeploymentStatus(repository, made, { state: 'inactive', signal });
      id = Math.min(older, made);
    }
    if (made === id && state !== 'queued') await say(id, 'queued');
  }
  await say(id, state);
  if (state !== 'success') return id;
  // GitHub itself passes over production, and knows no components: the one before this one is taken off by us.
  for (const one of (await list()).filter((other) => other.id !== id).slice(0, MOST_EARLIER)) {
    if (!LIVE.includes(await deploymentState(repository, one.id, { signal }))) continue;
    await setDeploymentStatus(repository, one.id, { state: 'inactive', signal });
  }
  return id;
}

/**
 * Looks once more at a record that is noted as it should be. GitHub takes whatever comes: a request of a machine that died, stood
 * still or gave up may arrive after what was said last, and record a deployment again or set an old state.
 */
export async function checkDeployment(wanted: WantedDeployment, { repository, known, signal }: How): Promise<void> {
  const all = await listDeployments(repository, wanted.environment, { signal });
  for (const { id } of all.filter((one) => isSame(one, wanted.payload))) {
    const said = await deploymentState(repository, id, { signal });
    if (id === known && said !== wanted.state) await sayOf(wanted, id, wanted.state, { repository, signal });
    if (id !== known && LIVE.includes(said)) await setDeploymentStatus(repository, id, { state: 'inactive', signal });
  }
}

function sayOf(
  wanted: WantedDeployment,
  id: number,
  state: string,
  { repository, signal }: Omit<How, 'known'>,
): Promise<void> {
  const { run, url } = wanted;
  const status = { state, description: describe(wanted), logUrl: run.url, environmentUrl: url };
  return setDeploymentStatus(repository, id, { ...status, signal });
}

function oldestOf(records: readonly DeploymentRecord[], { payload }: WantedDeployment): number | undefined {
  return records.findLast((one) => isSame(one, payload))?.id;
}

function isOf({ payload }: DeploymentRecord, component: string): boolean {
  return payload.component === component && payload.train !== undefined;
}

async function create(
  wanted: WantedDeployment,
  earlier: readonly DeploymentRecord[],
  { repository, signal }: Omit<How, 'known'>,
): Promise<number> {
  const { environment, isProduction, task, run, version, payload } = wanted;
  // The run of a rollback stands at today's commit; what it puts back is at the one that was recorded for it.
  const before = task === 'rollback' && version ? earlier.find((one) => one.payload.version === version) : undefined;
  const ref = before?.sha ?? (await commitOf(repository, run.id, signal));
  const order = { ref, environment, isProduction, task, description: describe(wanted), payload };
  return createDeployment(repository, order, { signal });
}

async function commitOf(repository: Repository, id: number, signal: AbortSignal): Promise<string> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
  return (await repository.read<{ readonly head_sha: string }>(route, { run_id: id }, { signal })).head_sha;
}

function describe({ component, version, task, payload }: WantedDeployment): string {
  const what = [component, version].filter(Boolean).join(' ');
  return `${task === 'rollback' ? 'Back to ' : ''}${what}, train ${payload.train}`;
}
