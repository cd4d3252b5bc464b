import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  deserialise,
  isOpen,
  type LastGood,
  type OpenTrain,
  openTrain,
  recordGood,
  type Saved,
  type StateStore,
  serialise,
} from './store.ts';

/** How many states of a train are kept on disk; the newest is the one that counts. */
const KEPT_STATES = 20;

/**
 * Trains in a folder, for tests, the demo and single machines: `<folder>/<train>/plan.json` and one `state-<n>.json` a write.
 * A write links its finished file to the next number, which fails if that exists: two processes cannot both win.
 */
export function fileStore(folder: string): StateStore {
  const place = `state folder ${folder}`;
  const load = async (trainId: string): Promise<Saved | undefined> => {
    const home = join(folder, trainId);
    const newest = (await states(home)).at(-1);
    if (newest === undefined) return undefined;
    const [plan, state] = await Promise.all([
      readFile(join(home, 'plan.json'), 'utf8'),
      readFile(join(home, stateFile(newest)), 'utf8'),
    ]);
    return deserialise({ plan, state }, trainId, place);
  };
  return {
    place,
    writesPerHour: Number.POSITIVE_INFINITY,
    load,
    async save(saved) {
      const home = join(folder, saved.state.trainId);
      await mkdir(home, { recursive: true });
      const texts = serialise(saved);
      if (saved.writes === 1) await createOnce(join(home, 'plan.json'), texts.plan);
      const won = await createOnce(join(home, stateFile(saved.writes)), texts.state);
      if (!won) return 'lost';
      await writeFile(
        join(folder, 'last-good.json'),
        JSON.stringify(recordGood(await lastGood(folder), saved), null, 1),
      );
      const old = (await states(home)).slice(0, -KEPT_STATES);
      await Promise.all(old.map((write) => rm(join(home, stateFile(write)), { force: true })));
      return 'saved';
    },
    async open() {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      const loaded = await Promise.all(entries.filter((entry) => entry.isDirectory()).map(({ name }) => load(name)));
      return loaded.flatMap((saved): OpenTrain[] => (saved && isOpen(saved.state) ? [openTrain(saved)] : []));
    },
    lastGood: () => lastGood(folder),
  };
}

async function lastGood(folder: string): Promise<LastGood> {
  const text = await readFile(join(folder, 'last-good.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text) as LastGood;
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
  await writeFile(draft, text, { flush: true });
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
