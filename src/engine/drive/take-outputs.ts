import type { Repository } from '../../platform/github/repository.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { missingOutputs } from '../../train/machine/handed-on.ts';
import { componentOf, type RunRef, type TrainState } from '../../train/machine/state.ts';
import { checkedOutputs } from '../../train/manifest/output-values.ts';
import type { HandedOutputs, Plan, PlannedComponent } from '../../train/plan/plan.ts';
import { readOutputsPatiently } from '../runs/run-outputs.ts';

interface TakeOptions {
  readonly plan: Plan;
  readonly state: TrainState;
  readonly repositoryFor: (name: string) => Repository;
  readonly clock: Clock;
  readonly isSecret?: (text: string) => boolean;
}

type TakeEvent =
  | { readonly type: 'outputs-read'; readonly outputs: HandedOutputs }
  | { readonly type: 'gates-failed'; readonly reason: string; readonly verdict: 'outputs' | 'inconclusive' };

/**
 * The first gate: what a component says that it hands on is there, before anything that needs it starts. Trouble that may pass
 * is thrown.
 */
export async function* takeOutputs(planned: PlannedComponent, options: TakeOptions): AsyncGenerator<TakeEvent> {
  const { outputs: name, id, repository } = planned;
  const { plan, state, repositoryFor, isSecret } = options;
  if (name === undefined || componentOf(state, id).outputs) return;
  const run = lastRun(state, id);
  // Published by an earlier try whose run nobody ever saw: those that ask for what it handed on will say so.
  if (!run) return;
  const read = await readOutputsPatiently({ repository: repositoryFor(repository), runId: run.id, name });
  // The run did its work: whoever mends the token and resumes has it read again, not done again.
  if ('unread' in read) return yield { type: 'gates-failed', reason: read.unread, verdict: 'inconclusive' };
  if ('fault' in read) return yield { type: 'gates-failed', reason: read.fault, verdict: 'outputs' };
  const { outputs, fault } = checkedOutputs(read.values, isSecret);
  const missing = outputs && missingOutputs(plan, id, outputs);
  if (fault !== undefined) yield failed(name, `of its outputs ${fault}`);
  else if (missing !== undefined) yield failed(name, missing);
  else yield { type: 'outputs-read', outputs };
}

function failed(name: string, what: string): TakeEvent {
  return {
    type: 'gates-failed',
    verdict: 'outputs',
    reason: `Its run succeeded, but its artifact ${JSON.stringify(name)} cannot be used: ${what}.`,
  };
}

/** The run that brought the component where it is. */
function lastRun(state: TrainState, id: string): RunRef | undefined {
  const { dispatch, earlier = [] } = componentOf(state, id);
  return dispatch?.run ?? earlier.at(-1)?.run;
}
