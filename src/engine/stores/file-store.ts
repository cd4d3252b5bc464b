import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isOpen } from '../../train/machine/state.ts';
import { withTrain } from './open-trains.ts';
import {
  deserialise,
  type LastGood,
  type OpenTrain,
  openTrain,
  recordGood,
  type Saved,
  type StateStore,
  serialisePlan,
  serialiseState,
} from './train-store.ts';

/** How many states of a train are kept on disk; the newest is the one that counts. */
const KEPT_STATES = 20;

/**
 * Trains in a folder, for tests, the demo and single machines: `<folder>/<train>/plan-<hash>.json` and one `state-<n>.json` a write.
 * A write links its finished file to the next number, which fails if that exists: two processes cannot both win.
 */
export function fileStore(folder: string): StateStore {
  const place = `state folder ${folder}`;
  const load = async (trainId: string): Promise<Saved | undefined> => {
    const home = join(folder, trainId);
    const newest = (await states(home)).at(-1);
    if (newest === undefined) return undefined;
    const state = await readFile(join(home, stateFile(newest)), 'utf8');
    const plan = await readFile(join(home, planFile(planHashIn(state))), 'utf8').catch(() => '');
    return deserialise({ plan, state }, trainId, place);
  };
  const all = async (): Promise<Saved[]> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const loaded = await Promise.all(entries.filter((entry) => entry.isDirectory()).map(({ name }) => load(name)));
    return loaded.flatMap((saved) => saved ?? []);
  };
  const open = async () => (await all()).filter(({ state }) => isOpen(state)).map(openTrain);
  /** The open train that this process wrote last: it need not be compared with the others again. */
  let ours = '';
  return {
    place,
    writesPerHour: Number.POSITIVE_INFINITY,
    load,
    async save(saved) {
      const home = join(folder, saved.state.trainId);
      await mkdir(home, { recursive: true });
      // Old states are deleted: a number that is free again is not the next one.
      if (((await states(home)).at(-1) ?? 0) !== saved.writes - 1) return 'lost';
      const isOurs = ours === `${saved.state.trainId} ${saved.writes - 1}`;
      if (!isOurs) withTrain(await open(), saved);
      if (saved.writes === 1) await createOnce(join(home, planFile(saved.state.planHash)), serialisePlan(saved));
      const won = await createOnce(join(home, stateFile(saved.writes)), serialiseState(saved));
      if (!won) return 'lost';
      if (!isOurs) await retractUnlessAlone(saved, await open(), join(home, stateFile(saved.writes)));
      ours = isOpen(saved.state) ? `${saved.state.trainId} ${saved.writes}` : '';
      const old = (await states(home)).slice(0, -KEPT_STATES);
      await Promise.all(old.map((write) => rm(join(home, stateFile(write)), { force: true })));
      return 'saved';
    },
    open,
    async lastGood() {
      const trains = (await all()).sort((a, b) => a.state.updatedAt - b.state.updatedAt);
      return trains.reduce(recordGood, {} as LastGood);
    },
  };
}

/** Of two that became open at the same moment each sees the other here, and none goes on. */
async function retractUnlessAlone(saved: Saved, open: readonly OpenTrain[], file: string): Promise<void> {
  const others = open.filter(({ trainId }) => trainId !== saved.state.trainId);
  try {
    if (saved.writes === 1) withTrain(others, saved);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** A plan stands beside the states by its hash, so that whoever wins the first write has its own plan with it. */
function planFile(hash: string): string {
  return `plan-${hash}.json`;
}

function planHashIn(state: string): string {
  return /"planHash": "([0-9a-f]{1,64})"/.exec(state)?.[1] ?? 'unknown';
}

function stateFile(write: number): string {
  return `state-${String(write).padStart(6, '0')}.json`;
}

async function states(home: string): Promise<number[]> {
  const names = await readdir(home).catch(() => []);
  const writes = names.flatMap((name) => /^state-(\d+)\.json$/.exec(name)?.[1] ?? []);
  return writes.map(Number).sort((a, b) => a - b);
}

/** Creates the file whole or not at all; false where it exists already. */
async function createOnce(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, text);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
