import { isInstant } from '../../platform/time/instant.ts';
import { isOpen } from '../../train/machine/state.ts';
import { EMPTY_LEDGER, isSettled } from '../../train/telling/ledger.ts';
import { withConcerns } from '../../train/telling/problems.ts';
import { dueDeployments, wantedDeployments } from '../../train/telling/wanted-deployments.ts';
import { historyPath, withRecord } from './history.ts';
import { readDocument, serialiseDocument } from './json-document.ts';
import { PROBLEMS, readProblems } from './kept-problems.ts';
import type { Saved } from './train-store.ts';

/** Trains that are over, of which somebody has yet to be told something. */
export const UNTOLD = 'untold.json';

/** Reads a document as it is now; undefined where there is none. */
type ReadDocument = (path: string) => Promise<string | undefined>;

export interface DocumentChange {
  readonly path: string;
  readonly contents: string;
}

/** Train id → since when it waits, epoch milliseconds. */
type Untold = Readonly<Record<string, number>>;

/**
 * What the documents beside a train say once it is written as it is now. They are projections of trains: one that cannot be
 * read is left alone, for no train stops because of it.
 */
export async function projected(saved: Saved, read: ReadDocument): Promise<DocumentChange[]> {
  const edits = editsOf(saved).map(([path, edit]) => edited(path, read, edit));
  return (await Promise.all(edits)).flat();
}

type Edit = (before: string | undefined) => string | undefined;

function editsOf(saved: Saved): (readonly [path: string, edit: Edit])[] {
  const isOver = !isOpen(saved.state);
  const history = historyPath('trains', saved.state.startedAt);
  return [
    ...(saved.concerns?.length ? [[PROBLEMS, (text: string | undefined) => problemsAfter(text, saved)] as const] : []),
    ...(isOver && (saved.ledger || !isRecorded(saved))
      ? [[UNTOLD, (text: string | undefined) => untoldAfter(text, saved)] as const]
      : []),
    ...(isOver ? [[history, (text: string | undefined) => withRecord(text, saved)] as const] : []),
  ] satisfies (readonly [string, Edit])[];
}

/** What one of those documents says after it, where it says something else than before. */
export function projectedText(saved: Saved, path: string, before: string | undefined): string | undefined {
  return editsOf(saved).find(([name]) => name === path)?.[1](before);
}

async function edited(path: string, read: ReadDocument, edit: Edit): Promise<DocumentChange[]> {
  try {
    const before = await read(path);
    const contents = edit(before);
    return contents === undefined || contents === before ? [] : [{ path, contents }];
  } catch {
    return [];
  }
}

/** Whether GitHub's deployment records say what they should. */
export function isRecorded({ plan, state, ledger = EMPTY_LEDGER }: Saved): boolean {
  return dueDeployments(wantedDeployments(plan, state), ledger, Number.POSITIVE_INFINITY).due.length === 0;
}

function problemsAfter(text: string | undefined, { concerns = [], state }: Saved): string | undefined {
  const before = readProblems(text);
  const after = withConcerns(before, concerns, state.updatedAt);
  return after === before ? undefined : serialiseDocument(after);
}

/** Throws a UserError where it cannot be read. */
export function readUntold(text: string | undefined): Untold {
  return readDocument(text, UNTOLD, isInstant);
}

function untoldAfter(text: string | undefined, saved: Saved): string | undefined {
  const { ledger, state } = saved;
  const { trainId, updatedAt } = state;
  const before = readUntold(text);
  const { [trainId]: since, ...others } = before;
  if (isSettled(ledger) && isRecorded(saved)) return since === undefined ? undefined : serialiseDocument(others);
  return since === undefined ? serialiseDocument({ ...before, [trainId]: updatedAt }) : undefined;
}
