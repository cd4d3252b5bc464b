import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { branchStore } from '../../src/engine/stores/branch-store.ts';
import { fileStore } from '../../src/engine/stores/file-store.ts';
import type { Saved, StateStore } from '../../src/engine/stores/train-store.ts';
import type { repositoriesByOwner } from '../../src/platform/github/auth/clients.ts';
import type { Random } from '../random.ts';
import type { Process } from './process.ts';
import type { Scenario } from './scenario.ts';
import { HOME } from './universe.ts';

/** How a process reaches GitHub, and its own luck. */
export interface Means {
  readonly repositoryFor: ReturnType<typeof repositoriesByOwner>;
  readonly random: Random;
}

/** Where the orchestrators of a history keep their train. */
export interface Stores {
  storeFor(process: Process, means: Means): StateStore;
  close(): void;
}

/** `onKept` is told what is kept in files; what is kept on a branch is to be seen on GitHub. */
export function openStores({ store }: Scenario, onKept: (saved: Saved) => void): Stores {
  return store === 'file' ? inFolder(onKept) : onBranch();
}

function onBranch(): Stores {
  return {
    storeFor: ({ clock }, { repositoryFor, random }) =>
      branchStore({ repository: repositoryFor(HOME), clock, random: random.next }),
    close: () => {},
  };
}

function inFolder(onKept: (saved: Saved) => void): Stores {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  const inTurn = takeTurns();
  return {
    storeFor: (process) => {
      const local = <T>(work: () => Promise<T>) => process.local(inTurn(work));
      return localStore(fileStore(folder), local, onKept);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function localStore(
  store: StateStore,
  local: <T>(work: () => Promise<T>) => Promise<T>,
  onKept: (saved: Saved) => void,
): StateStore {
  const save = async (saved: Saved, message: string) => {
    const outcome = await store.save(saved, message);
    if (outcome === 'saved') onKept(saved);
    return outcome;
  };
  return {
    ...store,
    load: (id) => local(() => store.load(id)),
    save: (saved, message) => local(() => save(saved, message)),
    open: () => local(() => store.open()),
    lastGood: () => local(() => store.lastGood()),
    read: (path) => local(() => store.read(path)),
    change: (path, edit, message) => local(() => store.change(path, edit, message)),
  };
}

/** Real files take real time: one after another, or the same seed would not be the same history. */
function takeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}
