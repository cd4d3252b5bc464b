import { KnownError } from '../../platform/errors.ts';
import { commitTimes } from '../../platform/github/compare-commits.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import { componentOf, type TrainState } from '../../train/machine/state.ts';
import type { Component } from '../../train/manifest/manifest.ts';
import { isProduction, type Plan, type PlannedComponent } from '../../train/plan/plan.ts';
import { historyPath, recordIn } from '../stores/history.ts';
import { parseDocument, serialiseDocument } from '../stores/json-document.ts';
import type { StateStore } from '../stores/train-store.ts';

interface LeadTimes {
  readonly store: StateStore;
  readonly repositoryFor: (name: string) => Repository;
  /** For the form of each component's tags. */
  readonly components: readonly Component[];
  readonly signal: AbortSignal;
}

const AT_ONCE = 8;
const PATIENCE_MS = 15_000;

/**
 * Records how old each commit was when its train had brought it to production, in the train's record: one comparison a component.
 * What cannot be compared stays unknown; whether anything was recorded.
 */
export async function recordLeadTimes(
  { plan, state }: { readonly plan: Plan; readonly state: TrainState },
  { store, repositoryFor, components, signal }: LeadTimes,
): Promise<boolean> {
  if (!isProduction(plan) || state.status !== 'succeeded') return false;
  const forms = new Map(components.map(({ id, tag }) => [id, tag]));
  const brought = plan.components.filter(({ id }) => componentOf(state, id).status === 'succeeded');
  const leads = await mapPooled(brought, AT_ONCE, async (planned) => {
    const refs = refsOf(planned, forms.get(planned.id));
    const times = refs && (await timesOf(repositoryFor(planned.repository), refs, signal));
    return (times ?? []).length === 0 ? [] : [[planned.id, secondsBefore(state.updatedAt, times ?? [])] as const];
  });
  const byId = new Map(leads.flat());
  if (byId.size === 0) return false;
  const path = historyPath('trains', state.startedAt);
  const edit = (text: string | undefined) => withLeads(text, { path, trainId: state.trainId }, byId);
  await store.change(path, edit, `${state.trainId}: lead times`);
  return true;
}

/** Versions are commits, or tags in the component's form. */
function refsOf(
  { version, previousVersion }: PlannedComponent,
  form = 'v{version}',
): { readonly base: string; readonly head: string } | undefined {
  if (version === undefined || previousVersion === undefined || version === previousVersion) return undefined;
  const ref = (text: string) => (/^[0-9a-f]{7,40}$/.test(text) ? text : form.replaceAll('{version}', text));
  return { base: ref(previousVersion), head: ref(version) };
}

async function timesOf(
  repository: Repository,
  refs: { readonly base: string; readonly head: string },
  signal: AbortSignal,
): Promise<readonly number[] | undefined> {
  try {
    return await commitTimes(repository, refs, { signal, timeoutMs: PATIENCE_MS });
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

function secondsBefore(end: number, times: readonly number[]): number[] {
  return times.map((at) => Math.round((end - at) / 1_000)).filter((seconds) => seconds >= 0);
}

function withLeads(
  text: string | undefined,
  { path, trainId }: { readonly path: string; readonly trainId: string },
  leads: ReadonlyMap<string, readonly number[]>,
): string | undefined {
  const history = parseDocument(text, path);
  const record = recordIn(history, trainId);
  if (!record) return undefined;
  const components = Object.fromEntries(
    Object.entries(record.components).map(([id, one]) => {
      const leadSeconds = leads.get(id);
      return [id, leadSeconds ? { ...one, leadSeconds } : one];
    }),
  );
  return serialiseDocument({ ...history, [trainId]: { ...record, components } });
}
