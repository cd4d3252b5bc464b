import { messageOf } from '../../platform/errors.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { listRuns, type Run } from '../../platform/github/runs.ts';
import { carriesNonce } from '../../platform/text/nonce.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { isSentBy } from './dispatched-by.ts';
import { lookDelay } from './pace.ts';
import { seenRun } from './seen-run.ts';
import type { RunEvent, RunSurroundings, WantedRun } from './wanted-run.ts';

/** Runs older than the intent by more than this cannot be ours, however far the clocks are apart. */
export const CLOCK_SKEW_MS = 10 * 60_000;
/** A run that was intended longer ago may have many newer ones before it in the list. */
const RECENT_MS = 3_600_000;

/** `later`: look again in another tick. `blind`: we cannot see the runs, and would not later. */
export type Found =
  /** `createdAt`: epoch milliseconds. */
  | { readonly type: 'run'; readonly run: SeenRun; readonly createdAt: number }
  | { readonly type: 'later' }
  /** `stranger`: of a run that carries the nonce, and that somebody else started. */
  | { readonly type: 'nothing'; readonly stranger?: string | undefined }
  | { readonly type: 'blind'; readonly trouble: GitHubError };

/** Looks for the run that carries the nonce until then (epoch milliseconds), at least twice where it does not look `once`. */
export async function* search(
  wanted: WantedRun,
  until: number,
  world: RunSurroundings,
): AsyncGenerator<RunEvent, Found> {
  if (wanted.nonce === undefined) return { type: 'nothing' };
  for (let looks = 0; ; looks += 1) {
    const { run, trouble, stranger, sentBy } = await look(wanted, world);
    if (run) return { type: 'run', ...run };
    const over = looks > 0 && world.clock.now() >= until;
    if (trouble && (over || trouble.kind === 'fault')) return { type: 'blind', trouble };
    if (over) return { type: 'nothing', stranger };
    const detail = trouble ? messageOf(trouble) : (stranger ?? `no run carries ${wanted.nonce} yet`);
    yield { type: 'waiting', detail, ...(sentBy !== undefined && { sentBy }) };
    if (world.once && world.clock.now() < until) return { type: 'later' };
    await world.clock.sleep(lookDelay(looks), world.signal);
  }
}

interface Looked {
  readonly run?: { readonly run: SeenRun; readonly createdAt: number };
  readonly trouble?: GitHubError;
  readonly stranger?: string;
  readonly sentBy?: string | undefined;
}

/** The run that carries our nonce and that we started, if the list shows one; trouble of the request is told, not thrown. */
async function look(wanted: WantedRun, world: RunSurroundings): Promise<Looked> {
  try {
    const sentBy = wanted.sentBy ?? (await wanted.senders(wanted.repository.client, world.signal));
    const found = await findByNonce(wanted, world);
    const run = found.find((one) => isSentBy(one, sentBy));
    if (!run) return { sentBy, ...strangerAmong(found, wanted, sentBy) };
    return { run: { run: { ...seenRun(run), correlatedBy: 'nonce' }, createdAt: Date.parse(run.createdAt) } };
  } catch (error) {
    if (error instanceof GitHubError) return { trouble: error };
    throw error;
  }
}

/** Somebody read the nonce, or keeps an own run under it: that run is not ours, whatever it does. */
function strangerAmong([first]: readonly Run[], { nonce }: WantedRun, sentBy = ''): Pick<Looked, 'stranger'> {
  if (!first) return {};
  return {
    stranger: `run ${first.url} carries ${nonce}, but ${first.actor} started it, not ${sentBy}: it does not count`,
  };
}

/** The runs that carry the nonce, the first one first. */
async function findByNonce(
  { repository, target, nonce = '', intendedAt }: WantedRun,
  { clock, signal }: RunSurroundings,
): Promise<Run[]> {
  const filter =
    'workflow' in target ? { workflow: target.workflow, event: 'workflow_dispatch' } : { event: 'repository_dispatch' };
  const limit = clock.now() - intendedAt > RECENT_MS ? 1_000 : 100;
  const runs = await listRuns(repository, { ...filter, limit }, { signal });
  const ours = runs.filter((run) => carriesNonce(run.displayTitle, nonce) && isRecent(run, intendedAt));
  return ours.sort((a, b) => a.id - b.id);
}

function isRecent(run: Run, intendedAt: number): boolean {
  return Date.parse(run.createdAt) >= intendedAt - CLOCK_SKEW_MS;
}
