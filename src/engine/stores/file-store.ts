import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isOpen } from '../../train/machine/state.ts';
import { projected, projectedText } from './documents.ts';
import { createOnce, fileDocuments, readText, replaceFile } from './file-documents.ts';
import { serialiseDocument } from './json-document.ts';
import { recordGood } from './last-good.ts';
import { readLastGood, withTrain } from './open-trains.ts';
import { isRetired, MOST_RETIRED } from './retire.ts';
import {
  deserialise,
  type OpenTrain,
  openTrain,
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
    const ledger = await readText(join(home, 'ledger.json'));
    return deserialise({ plan, state, ledger }, trainId, place);
  };
  const documents = fileDocuments(folder);
  const all = async (): Promise<Saved[]> => {
    const loaded = await Promise.all((await trainIds(folder)).map(load));
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
      // Old states are deleted: a number that is free again is not the next one.
      const before = await states(home);
      if ((before.at(-1) ?? 0) !== saved.writes - 1) return 'lost';
      const isOurs = ours === `${saved.state.trainId} ${saved.writes - 1}`;
      if (!isOurs) withTrain(await open(), saved);
      if (saved.writes === 1) await begin(home, saved);
      const won = await createOnce(join(home, stateFile(saved.writes)), serialiseState(saved));
      if (!won) return 'lost';
      if (!isOurs) await retractUnlessAlone(saved, await open(), join(home, stateFile(saved.writes)));
      ours = isOpen(saved.state) ? `${saved.state.trainId} ${saved.writes}` : '';
      const old = [...before, saved.writes].slice(0, -KEPT_STATES);
      await Promise.all(old.map((write) => rm(join(home, stateFile(write)), { force: true })));
      if (saved.ledger) await replaceFile(join(home, 'ledger.json'), serialiseDocument(saved.ledger));
      for (const { path } of await projected(saved, documents.read)) {
        // Once more under the document's lock: another train may write it, too.
        await documents.change(path, (text) => projectedText(saved, path, text));
      }
      await retireSome(saved, { folder, all, documents });
      return 'saved';
    },
    open,
    async lastGood() {
      const trains = (await all()).sort((a, b) => a.state.updatedAt - b.state.updatedAt);
      return trains.reduce(recordGood, readLastGood(await documents.read(LAST_GOOD), place));
    },
    ...documents,
  };
}

/** What the trains that were retired had brought; those that are still there come on top of it. */
const LAST_GOOD = 'last-good.json';

interface Folder {
  readonly folder: string;
  readonly all: () => Promise<Saved[]>;
  readonly documents: ReturnType<typeof fileDocuments>;
}

/** Deletes a few trains that ended long ago; what they brought stays known. */
async function retireSome(saved: Saved, { folder, all, documents }: Folder): Promise<void> {
  if (isOpen(saved.state)) return;
  const { trainId, updatedAt } = saved.state;
  const old = (await all())
    .filter(({ state }) => state.trainId !== trainId && !isOpen(state) && isRetired(state, updatedAt))
    .sort((a, b) => a.state.updatedAt - b.state.updatedAt)
    .slice(0, MOST_RETIRED);
  if (old.length === 0) return;
  await documents.change(LAST_GOOD, (text) =>
    serialiseDocument(old.reduce(recordGood, readLastGood(text, `state folder ${folder}`))),
  );
  await Promise.all(old.map(({ state }) => rm(join(folder, state.trainId), { recursive: true, force: true })));
}

async function trainIds(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && entry.name !== 'history').map(({ name }) => name);
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

async function begin(home: string, saved: Saved): Promise<void> {
  await mkdir(home, { recursive: true });
  await createOnce(join(home, planFile(saved.state.planHash)), serialisePlan(saved));
}

/** A plan stands beside the states by its hash, so that the one who wins the first write has its own plan with it. */
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
