import type { Telling } from '../../engine/drive/channel.ts';
import { tellSaved } from '../../engine/drive/tell-the-rest.ts';
import { readUntold, UNTOLD } from '../../engine/stores/documents.ts';
import { messageOf } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { callWhoIsNext } from './call-who-is-next.ts';
import type { TrainWorld } from './train-world.ts';

interface Around {
  readonly world: TrainWorld;
  readonly runner: Runner;
  readonly telling: Telling | undefined;
}

/** At most so many a step; the others wait for the next. */
const MOST = 10;

/** Tells what trains that are over have yet to tell, and calls who is next where nobody acts: their own last step was cancelled, died, or met a place that took nothing. */
export async function tellUntold({ world, runner, telling }: Around): Promise<void> {
  const { store, manifest, repositoryFor: recordsBy } = world;
  if (!telling && !manifest.components.some(({ deployments }) => deployments)) return;
  const { clock, log, signal } = runner;
  try {
    const untold = readUntold(await store.read(UNTOLD));
    for (const trainId of Object.keys(untold).slice(0, MOST)) {
      const saved = await store.load(trainId);
      if (!saved || signal.aborted) continue;
      const onTold = (message: string) => log.info(`Train ${trainId}: ${message}`);
      const onTrouble = (message: string) => log.warning(message);
      await tellSaved(saved, { store, clock, signal, telling, recordsBy, onTold, onTrouble });
    }
    if (telling) await callWhoIsNext({ world, runner, telling });
  } catch (error) {
    log.warning(`What is untold could not be looked at: ${messageOf(error)}`);
  }
}
