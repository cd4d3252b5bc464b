import { versionBefore } from '../../../src/engine/stores/last-good.ts';
import { STATE_BRANCH } from '../../../src/engine/stores/state-branch.ts';
import type { GoodVersion, Saved } from '../../../src/engine/stores/train-store.ts';
import { hasFailed } from '../../../src/train/machine/failures.ts';
import { componentOf } from '../../../src/train/machine/state.ts';
import type { PlannedComponent } from '../../../src/train/plan/plan.ts';
import type { Record } from '../record.ts';
import { LEFT, TRAIN } from '../scenario.ts';
import { HOME } from '../universe.ts';

/**
 * 13: who goes back to what was good before is never led to what was left: it is forgotten once it is left, and good until then.
 * A failure on the way is critical, and is left as it is; the records say that it goes back.
 */
export function goesBack(record: Record): string[] {
  const { final } = record;
  const back = final?.plan.components.filter((planned) => planned.goesBack) ?? [];
  return back.flatMap((planned) => {
    const faults = [goodVersion(planned, record), toldAs(planned, record), recordedAs(planned, record)];
    return faults.flatMap((fault) => (fault === undefined ? [] : [`13: ${planned.id}: ${fault}`]));
  });
}

/**
 * Files keep it with each train, and have nothing of earlier ones here. What was there once was left for it, whatever a second
 * attempt of its run comes to.
 */
function goodVersion({ id, version }: PlannedComponent, { kept, scenario, universe }: Record): string | undefined {
  const { git } = universe.github.repository(HOME);
  const entry = git.entryAt(git.resolve(STATE_BRANCH)?.tree ?? '', 'last-good.json');
  if (!entry || scenario.store === 'file') return undefined;
  const good: GoodVersion = JSON.parse(String(git.blob(entry.sha))).production[id];
  const isThere = kept.some(({ saved }) => componentOf(saved.state, id).status === 'succeeded');
  const expected = isThere ? { version, before: '1.0.0' } : { version: LEFT, before: good.tried ? LEFT : '1.1.0' };
  const found = { version: good.version, before: versionBefore(good) };
  return JSON.stringify(found) === JSON.stringify(expected)
    ? undefined
    : `good is ${JSON.stringify(found)}, and should be ${JSON.stringify(expected)}`;
}

/** What a person cancelled with the train, and what nobody let run, is no failure of it. */
function toldAs({ id }: PlannedComponent, { final }: { readonly final: Saved | undefined }): string | undefined {
  if (!final) return undefined;
  const component = componentOf(final.state, id);
  const { cause, dispatch } = component;
  if (!hasFailed(component) || cause === 'unapproved' || dispatch?.cancel?.because === 'caller') return undefined;
  const isTold = Object.keys(final.ledger?.notices ?? {}).some((fact) =>
    fact.startsWith(`${TRAIN}/rollback-failed/${id}/`),
  );
  return isTold ? undefined : 'it failed on the way back, and nobody is told so';
}

function recordedAs({ repository }: PlannedComponent, { universe }: Record): string | undefined {
  const records = universe.github.repository(repository).deployments;
  const ours = records.filter(({ payload }) => typeof payload === 'object' && payload.train === TRAIN);
  return ours.every(({ task }) => task === 'rollback') ? undefined : 'it is recorded as a deployment';
}
