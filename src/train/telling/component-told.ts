import { hasFailed } from '../machine/failures.ts';
import { isStuckGoingBack } from '../machine/rollback.ts';
import { standingOf } from '../machine/standing-of.ts';
import type { ComponentState, TrainState } from '../machine/state.ts';
import type { Train } from '../machine/train.ts';
import { type PlannedComponent, subjectOf } from '../plan/plan.ts';
import type { Fact, FactKind } from './fact.ts';
import { factOf, type Said } from './said.ts';

/** What is told of one component. */
export function componentFacts(planned: PlannedComponent, component: ComponentState, train: Train): Fact[] {
  const { id, repository } = planned;
  const { status, cause, reason = '', attempt, finishedAt, since, dispatch, rollback } = component;
  const said: Said[] = [];
  // What was cancelled with the train is told by the train.
  if (hasFailed(component) && dispatch?.cancel?.because !== 'caller') {
    // A resumed train may fail at the same attempt once more, which is news: the moment tells the two apart.
    const common = {
      at: finishedAt ?? since,
      key: `${attempt}-${Math.round(finishedAt ?? since).toString(36)}`,
      url: dispatch?.run?.url,
    };
    const kind = cause === 'health' ? 'health-failed' : cause === 'package' ? 'not-served' : 'component-failed';
    if (isStuckGoingBack(planned, component))
      said.push({ kind: 'rollback-failed', ...common, text: stuckText(planned, component, train.state) });
    else
      said.push({
        kind,
        ...common,
        text: `${id} in the ${subjectOf(train.plan)} ${verb(kind)} ${without(kind, reason)}`.trim(),
      });
    if (cause === 'inconclusive') {
      const text = `Whether ${id} (${repository}) is healthy is not known: ${reason} Look at it.`;
      said.push({ kind: 'needs-person', ...common, text });
    }
  }
  if (status === 'rollback-failed') {
    const text = `The rollback of ${id} failed: ${reason} Look at it now: nobody knows what is there.`;
    said.push({
      kind: 'rollback-failed',
      at: since,
      key: attempt,
      url: rollback?.run?.url ?? dispatch?.run?.url,
      text,
    });
  }
  said.push(...restoredFacts(planned, component));
  if (dispatch?.waiting?.since !== undefined && status === 'running') {
    const { since: waits, for: whom } = dispatch.waiting;
    const text = `${id} (${repository}) waits for ${whom ?? 'somebody to let its run go on'}. It goes on by itself then.`;
    said.push({ kind: 'needs-person', at: waits, key: Math.round(waits).toString(36), url: dispatch.run?.url, text });
  }
  return said.map((one) => factOf(one, train, one.url, id));
}

/** What became of a rollback on demand, and what runs there now. */
function stuckText(
  {
    id,
    version = 'what was there before',
    previousVersion: left = 'the version that it should leave',
  }: PlannedComponent,
  { cause, reason = '' }: ComponentState,
  state: TrainState,
): string {
  const isThere = cause === 'health' || cause === 'inconclusive';
  const there = isThere
    ? `${version} is there.`
    : standingOf(state, id) === 'before'
      ? `${left} still runs there.`
      : `Nobody knows whether ${version} or ${left} runs there: look now.`;
  return `The rollback of ${id} from ${left} to ${version} failed: ${without('health-failed', reason)} ${there} It is left as it is.`;
}

/** What came of a rollback that itself went well. */
function restoredFacts(
  { id, repository, previousVersion = 'what was there before' }: PlannedComponent,
  { restored, attempt, rollback }: ComponentState,
): Said[] {
  if (!restored || restored.verdict === 'healthy') return [];
  const { verdict, reason = '', at } = restored;
  const common = { at, key: `${attempt}-health`, url: rollback?.run?.url };
  const back = `${id} (${repository}) was rolled back to ${previousVersion}`;
  return verdict === 'unhealthy'
    ? [{ kind: 'rollback-failed', ...common, text: `${back}, and is not healthy: ${reason} Look at it now.` }]
    : [
        {
          kind: 'needs-person',
          ...common,
          text: `${back}, and nobody can say whether it is healthy: ${reason} Look at it.`,
        },
      ];
}

/** What the verb says already is not said again. */
function without(kind: FactKind, reason: string): string {
  return kind === 'health-failed' ? reason.replace(/^Its health is not proven \(unhealthy\): /, '') : reason;
}

function verb(kind: FactKind): string {
  if (kind === 'health-failed') return 'is not healthy:';
  return kind === 'not-served' ? 'is not served:' : 'failed:';
}
