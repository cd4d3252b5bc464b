import { KnownError, messageOf } from '../../platform/errors.ts';
import type { Work } from '../../train/machine/decide.ts';
import type { Event } from '../../train/machine/events.ts';
import { componentOf, isFailure, type TrainState } from '../../train/machine/state.ts';
import { packagesOf } from '../../train/manifest/packages.ts';
import type { Plan } from '../../train/plan/plan.ts';
import type { CancelOptions } from './cancel-train.ts';
import type { WorkingCopy } from './working-copy.ts';

/** How long the registries may take to answer. */
const ASK_MS = 60_000;

/**
 * What was published in its last moment is published, however its run ended: of what a release was to bring, the registries are
 * asked once. Health is not asked, it is the old version's most likely. What gets no answer is asked when the train is resumed.
 */
export async function seePublished(copy: WorkingCopy, options: CancelOptions): Promise<void> {
  await Promise.all(
    questions(copy.plan, copy.state, options.clock.now()).map(async (work) => {
      const { component } = work;
      try {
        const how = { fresh: false, once: true, signal: options.signal };
        for await (const event of options.activities.run(work, copy.state, how)) copy.apply(asFound(event));
      } catch (error) {
        if (options.signal.aborted || !(error instanceof KnownError)) throw error;
        options.onTrouble?.(`${component}: whether its version is published could not be seen: ${messageOf(error)}`);
      }
    }),
  );
}

type Question = Work & { readonly type: 'probe' | 'verify' };

function questions({ environment, components }: Plan, state: TrainState, now: number): Question[] {
  const published = components.filter((planned) => environment === undefined && packagesOf(planned).length > 0);
  return published.flatMap(({ id: component, health }): Question[] => {
    const { status, dispatch } = componentOf(state, component);
    if (isFailure(status) && dispatch?.run) return [{ type: 'probe', component }];
    const isProvenByRegistry = status === 'verifying' && health.length === 0;
    return isProvenByRegistry ? [{ type: 'verify', component, deadline: now + ASK_MS }] : [];
  });
}

/** Nothing of a cancelled train starts any more: an answer of the registry only tells what there is. */
function asFound(event: Event): Event {
  return event.type === 'probed' && event.served
    ? { type: 'found-served', component: event.component, at: event.at }
    : event;
}
