import { messageOf, UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { isInstant } from '../../platform/time/instant.ts';
import {
  COMPONENT_STATUSES,
  type ComponentState,
  type Dispatch,
  type EarlierTry,
  type RunRef,
  TRAIN_STATUSES,
  type TrainState,
} from '../../train/machine/state.ts';
import type { Train } from '../../train/machine/train.ts';
import { checkedOutputs } from '../../train/manifest/output-values.ts';
import type { HandedOutputs, Plan } from '../../train/plan/plan.ts';
import type { Ledger } from '../../train/telling/ledger.ts';
import type { Concern } from '../../train/telling/problems.ts';
import { readLedger } from './kept-ledger.ts';

/** A train as it is kept: what it will do, and how far it is. */
export interface Saved extends Train {
  /** How often this train was written; the next write has to be the next number. */
  readonly writes: number;
  /** What has been told of it; absent where nobody is told anything. */
  readonly ledger?: Ledger;
  /** Facts of it that open, feed or close problems; only given to `save`. */
  readonly concerns?: readonly Concern[];
}

/** Where trains are kept between processes. */
export interface StateStore {
  /** For people: where this store is. */
  readonly place: string;
  /** How many writes an hour it takes; Infinity where it does not matter. */
  readonly writesPerHour: number;
  /** The train as it was saved last; undefined where there is none of that id. Throws a UserError for a broken document. */
  load(trainId: string): Promise<Saved | undefined>;
  /**
   * Writes the train if `saved.writes` is one more than what the store holds (1 for a new train): compare-and-swap.
   * `lost` means that somebody else wrote first, and nothing was changed. Throws Conflict, and changes nothing, where the train
   * becomes open while another open one works on one of its repositories.
   */
  save(saved: Saved, message: string): Promise<'saved' | 'lost'>;
  /** The trains that have not ended. */
  open(): Promise<readonly OpenTrain[]>;
  /** What each component was last brought to successfully, by environment (`release` where there is none). */
  lastGood(): Promise<LastGood>;
  /** A document beside the trains, such as `problems.json`; undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  /**
   * Writes what `edit` makes of a document, by compare-and-swap: when somebody else wrote first, `edit` is asked again. What it
   * returns undefined for, or leaves as it was, is not written. Returns the text that is there afterwards.
   */
  change(
    path: string,
    edit: (before: string | undefined) => string | undefined,
    message: string,
  ): Promise<string | undefined>;
}

export type LastGood = Readonly<Record<string, Readonly<Record<string, GoodVersion>>>>;

export interface GoodVersion {
  readonly version: string;
  readonly trainId: string;
  readonly at: number;
  readonly runUrl?: string;
  /** What it handed on. */
  readonly outputs?: HandedOutputs;
  /** What was good before, the latest first: where a rollback on demand goes back to. */
  readonly before?: readonly EarlierVersion[];
  /** What a later train brought and did not prove, and did not roll back: it may be what runs there now. */
  readonly tried?: { readonly version: string; readonly trainId: string; readonly at: number };
}

export type EarlierVersion = Omit<GoodVersion, 'before' | 'tried'>;

export interface OpenTrain {
  readonly trainId: string;
  readonly name: string;
  readonly status: TrainState['status'];
  readonly startedAt: number;
  /** The repositories it may still dispatch to. */
  readonly repositories: readonly string[];
}

export function openTrain({ plan, state }: Saved): OpenTrain {
  const { trainId, status, startedAt } = state;
  const repositories = [...new Set(plan.components.map(({ repository }) => repository))];
  return { trainId, name: plan.name, status, startedAt, repositories };
}

/** The plan as a text that a person can read and git can compare. It stays as it is, so that only the first write needs it. */
export function serialisePlan({ plan }: Saved): string {
  return `${JSON.stringify(plan, null, 1)}\n`;
}

/** The state as such a text, with the number of its write. */
export function serialiseState({ state, writes }: Saved): string {
  return `${JSON.stringify({ writes, ...state }, null, 1)}\n`;
}

/**
 * Reads what `serialisePlan` and `serialiseState` wrote. A document that is truncated, of another format or of another train
 * is a UserError that says what was found: a train is never started again over one that cannot be read.
 */
export function deserialise(
  texts: { plan: string; state: string; ledger?: string | undefined },
  trainId: string,
  place: string,
): Saved {
  const plan = parse(texts.plan, `plan of train ${trainId}`, place) as unknown as Plan;
  const { writes, ...state } = parse(texts.state, `state of train ${trainId}`, place) as unknown as TrainState & {
    writes: number;
  };
  const broken = inconsistency(plan, state, writes, trainId);
  if (broken) throw new UserError(`${place}: the saved train ${trainId} cannot be used: ${broken} ${KEPT}`);
  const ledger = readLedger(texts.ledger);
  return { plan, state, writes, ...(ledger && { ledger }) };
}

const KEPT =
  'Nothing was changed. Restore the document from its history, or start a new train under another train id once you know what this one did.';

function parse(text: string, what: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(
      `${place}: the ${what} is not valid JSON (${text.length} characters; ${messageOf(error)}). ${KEPT}`,
    );
  }
  if (!isRecord(value)) {
    throw new UserError(`${place}: the ${what} is not a JSON object. ${KEPT}`);
  }
  const { format } = value as { format?: unknown };
  if (format !== 1) {
    throw new UserError(
      `${place}: the ${what} has format ${JSON.stringify(format)}; this version of release-actions reads format 1. ${KEPT}`,
    );
  }
  return value as Record<string, unknown>;
}

function inconsistency(plan: Plan, state: TrainState, writes: number, trainId: string): string | undefined {
  if (state.trainId !== trainId) return `it says that it is train ${JSON.stringify(state.trainId)}.`;
  if (!Number.isSafeInteger(writes) || writes < 1) return `its write counter is ${JSON.stringify(writes)}.`;
  if (!Array.isArray(plan.components) || typeof state.components !== 'object' || state.components === null) {
    return 'it has no components.';
  }
  if (![state.startedAt, state.updatedAt].every(isInstant)) return 'its beginning or its last change is no time.';
  const missing = plan.components.find(({ id }) => !Object.hasOwn(state.components, id));
  if (!TRAIN_STATUSES.includes(state.status))
    return `its status is ${JSON.stringify(state.status)}, which does not exist.`;
  if (missing) return `its plan has a component ${missing.id} that its state does not have.`;
  const odd = Object.entries(state.components).find(([, { status }]) => !COMPONENT_STATUSES.includes(status));
  if (odd) return `its component ${odd[0]} has the status ${JSON.stringify(odd[1].status)}, which does not exist.`;
  const bent = Object.entries(state.components).find(([, component]) => !isWhole(component));
  if (bent) return `its component ${bent[0]} has an attempt, a time, a nonce or a run that cannot be.`;
  const handing = Object.entries(state.components).find(([, { outputs }]) => outputs && checkedOutputs(outputs).fault);
  if (handing) return `its component ${handing[0]} has outputs that cannot be.`;
  const planned = new Set(plan.components.map(({ id }) => id));
  const stranger = Object.keys(state.components).find((id) => !planned.has(id));
  return stranger ? `its state has a component ${stranger} that its plan does not have.` : undefined;
}

/** What a person who edits a state may get wrong without breaking its JSON. */
function isWhole({ attempt, since, dispatch, rollback, earlier = [] }: ComponentState): boolean {
  const isNonce = (nonce: unknown) => typeof nonce === 'string' && nonce !== '';
  const isRun = (run: RunRef | undefined) => Number.isSafeInteger(run?.id) && Number.isSafeInteger(run?.attempt);
  const isSent = (one: Dispatch | undefined) =>
    one === undefined || (isNonce(one.nonce) && isInstant(one.intendedAt) && (one.run === undefined || isRun(one.run)));
  const isTry = (one: EarlierTry | null) => isNonce(one?.nonce) && isRun(one?.run);
  return (
    Number.isSafeInteger(attempt) &&
    attempt >= 1 &&
    isInstant(since) &&
    [dispatch, rollback].every(isSent) &&
    Array.isArray(earlier) &&
    earlier.every(isTry)
  );
}
