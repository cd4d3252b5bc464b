import { UserError } from '../../platform/errors.ts';
import { createCommitOnBranch } from '../../platform/github/commits.ts';
import { readFile } from '../../platform/github/contents.ts';
import { getRef } from '../../platform/github/refs.ts';
import { type DocumentChange, projected } from './documents.ts';
import { serialiseDocument } from './json-document.ts';
import { recordGood } from './last-good.ts';
import { readLastGood, readOpenTrains, withTrain } from './open-trains.ts';
import { retiredFiles } from './retire.ts';
import {
  type BranchPlace,
  type BranchStoreOptions,
  changeDocument,
  createStateBranch,
  refusal,
  STATE_BRANCH,
  withPrefix,
} from './state-branch.ts';
import {
  deserialise,
  type LastGood,
  type OpenTrain,
  type Saved,
  type StateStore,
  serialisePlan,
  serialiseState,
} from './train-store.ts';

/** GitHub allows 500 content writes an hour to a user, whoever else makes some. */
const WRITES_PER_HOUR = 450;
/** Another train's commit makes ours start again; so many in a row are no coincidence. */
const MOST_RACES = 40;

/** What the branch holds besides the trains themselves, as of one commit. */
interface Head {
  readonly oid: string;
  readonly open: readonly OpenTrain[];
  readonly lastGood: LastGood;
  /** Other documents of that commit, as far as they were read or written. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/**
 * Trains on the branch `release-actions/state`, one commit a write, written by compare-and-swap on the branch's head: the
 * history of the branch is the audit trail. Trains that write at the same time take turns. Writes reject with a KnownError
 * where GitHub refuses them, or others are always faster.
 */
export function branchStore(options: BranchStoreOptions): StateStore {
  const { repository } = options;
  const place = `branch ${STATE_BRANCH} of ${repository}`;
  /** The head that was seen or written last, and what it is known to hold of which train. */
  let known: { readonly head: Head; readonly trainId: string; readonly writes: number } | undefined;
  const read = (path: string, ref: string) => readFile(repository, { path, ref });
  const head = async (): Promise<Head | undefined> => {
    const oid = await getRef(repository, `heads/${STATE_BRANCH}`);
    if (oid === undefined) return undefined;
    const [open, good] = await Promise.all([read('open.json', oid), read('last-good.json', oid)]);
    return { oid, open: readOpenTrains(open, place), lastGood: readLastGood(good, place), texts: new Map() };
  };
  const loadAt = async (trainId: string, oid: string): Promise<Saved | undefined> => {
    const of = (file: string) => read(`trains/${trainId}/${file}.json`, oid);
    const [plan, state, ledger] = await Promise.all([of('plan'), of('state'), of('ledger')]);
    if (plan === undefined && state === undefined) return undefined;
    return deserialise({ plan: plan ?? '', state: state ?? '', ledger }, trainId, place);
  };
  const readAt = async ({ oid, texts }: Head, path: string) => (texts.has(path) ? texts.get(path) : read(path, oid));
  return {
    place,
    writesPerHour: WRITES_PER_HOUR,
    async load(trainId) {
      const current = await head();
      const saved = current && (await loadAt(trainId, current.oid));
      known = current && { head: current, trainId, writes: saved?.writes ?? 0 };
      return saved;
    },
    async save(saved, message) {
      const { trainId } = saved.state;
      for (let race = 0; race < MOST_RACES; race += 1) {
        const isKnown = known?.trainId === trainId && known.writes === saved.writes - 1;
        const base: Head = (isKnown ? known?.head : await head()) ?? (await createBranch(saved, { ...options, place }));
        if (!isKnown && ((await loadAt(trainId, base.oid))?.writes ?? 0) !== saved.writes - 1) return 'lost';
        const next = { open: withTrain(base.open, saved), lastGood: recordGood(base.lastGood, saved) };
        const [documents, retired] = await Promise.all([
          projected(saved, (path) => readAt(base, path)),
          retiredFiles(saved, base, options),
        ]);
        const written = await commit(saved, { base, next, documents, retired, message, place, ...options });
        if (written !== 'lost-race') {
          const texts = new Map([...base.texts, ...documents.map(({ path, contents }) => [path, contents] as const)]);
          known = { head: { oid: written.oid, ...next, texts }, trainId, writes: saved.writes };
          return 'saved';
        }
        known = undefined;
        await options.clock.sleep((options.random ?? Math.random)() * Math.min(2_000, 50 * 2 ** race));
      }
      throw new UserError(
        `${place}: ${MOST_RACES} writes in a row lost the race against others. Look at who writes to it.`,
      );
    },
    async open() {
      const text = await readFile(repository, { path: 'open.json', ref: STATE_BRANCH });
      return readOpenTrains(text, place);
    },
    async lastGood() {
      const text = await readFile(repository, { path: 'last-good.json', ref: STATE_BRANCH });
      return readLastGood(text, place);
    },
    read: (path) => read(path, STATE_BRANCH),
    async change(path, edit, message) {
      const change = { path, edit, message };
      for (let race = 0; race < MOST_RACES; race += 1) {
        const changed = await changeDocument(change, { ...options, place });
        if (changed !== 'lost-race') {
          known = undefined;
          return changed.text;
        }
        await options.clock.sleep((options.random ?? Math.random)() * Math.min(2_000, 50 * 2 ** race));
      }
      throw new UserError(`${place}: ${path} could not be written: ${MOST_RACES} others in a row were faster.`);
    },
  };
}

async function commit(
  saved: Saved,
  {
    base,
    next,
    documents,
    retired,
    message,
    place,
    repository,
    random,
    commitPrefix,
  }: {
    base: Head;
    next: Omit<Head, 'oid' | 'texts'>;
    documents: readonly DocumentChange[];
    retired: readonly string[];
    message: string;
    place: string;
  } & BranchStoreOptions,
): Promise<{ oid: string } | 'lost-race'> {
  const folder = `trains/${saved.state.trainId}`;
  const additions = [
    { path: `${folder}/state.json`, contents: serialiseState(saved) },
    ...(saved.writes === 1 ? [{ path: `${folder}/plan.json`, contents: serialisePlan(saved) }] : []),
    ...(saved.ledger ? [{ path: `${folder}/ledger.json`, contents: serialiseDocument(saved.ledger) }] : []),
    ...changed('open.json', base.open, next.open),
    ...changed('last-good.json', base.lastGood, next.lastGood),
    ...documents,
  ];
  const order = {
    branch: STATE_BRANCH,
    expectedHeadOid: base.oid,
    message: withPrefix(`${saved.state.trainId}: ${message}`, commitPrefix),
    additions,
    ...(retired.length > 0 && { deletions: retired }),
    ...(random && { writeId: `${Math.floor(random() * 2 ** 48).toString(16)}-${saved.state.salt}` }),
  };
  try {
    return await createCommitOnBranch(repository, order, { timeoutMs: 120_000 });
  } catch (error) {
    throw trainRefusal(error, place, saved);
  }
}

function trainRefusal(error: unknown, place: string, { state }: Saved): unknown {
  return refusal(error, place, `the state of train ${state.trainId} could not be written, so nothing new is started.`);
}

function changed(path: string, before: unknown, after: unknown): { path: string; contents: string }[] {
  const contents = `${JSON.stringify(after, null, 1)}\n`;
  return contents === `${JSON.stringify(before, null, 1)}\n` ? [] : [{ path, contents }];
}

/** A train that was written before does not begin again on a new one. */
async function createBranch(saved: Saved, options: BranchPlace): Promise<Head> {
  if (saved.writes > 1) {
    throw new UserError(
      `${options.place} is gone, although train ${saved.state.trainId} was saved there. Restore it, or start a new train.`,
    );
  }
  return {
    oid: await createStateBranch(options).catch((error) => {
      throw trainRefusal(error, options.place, saved);
    }),
    open: [],
    lastGood: {},
    texts: new Map(),
  };
}
