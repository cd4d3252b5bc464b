import { KnownError } from '../../platform/errors.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { LONGEST_PAUSE_MS, RegistryProblem, Throttled } from '../registries/registry-answer.ts';
import { isPassing } from '../registries/registry-client.ts';
import type { Receipt, ServiceRegistry } from '../registries/service-registry.ts';
import {
  type Difference,
  describeDifference,
  differences,
  factsOf,
  type Registered,
  type Service,
} from '../service.ts';

export type RegisterOutcome = Registration | RegisterFailure;

export interface Registration {
  readonly result: 'created' | 'updated' | 'unchanged';
  /** As the registry holds it now. Undefined after it was removed. */
  readonly service?: Service;
  /** What made the registry differ from what was wanted. */
  readonly changes: readonly Difference[];
  /** What a reader should know of how it went. */
  readonly notes: readonly string[];
  /** Where the change waits for a person; it is not in force before. */
  readonly pending?: string;
}

interface RegisterFailure {
  readonly result: 'failed';
  readonly reason: string;
  /** What the read-back still lacked. */
  readonly differences: readonly Difference[];
  /** As the registry holds it, as far as known. */
  readonly service?: Service;
  readonly notes: readonly string[];
}

export interface Tools {
  readonly registry: ServiceRegistry;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Reads only, and says what a write would have been. */
  readonly dryRun: boolean;
}

const WRITES = 3;
const WRITE_PAUSE: Backoff = { firstMs: 1_000, factor: 2, longestMs: 30_000 };
const READ_BACKS = 5;

/**
 * Brings the registry to hold this service: reads first and writes nothing where that suffices, and believes a write only
 * when it has been read back. A write whose answer was lost is looked for before it is sent again. Without `creates`, only a
 * service that is there already is brought up to date.
 */
export async function register(
  wanted: Service,
  tools: Tools,
  { creates = true }: { readonly creates?: boolean } = {},
): Promise<RegisterOutcome> {
  const goal = tools.registry.represent(wanted);
  return converge(tools, {
    name: goal.name,
    lacking: (found) => (found ? differences(goal, found) : absence),
    write: (previous) => tools.registry.upsert(goal, previous),
    absent: creates ? undefined : `The registry does not find ${goal.name} by its name, though it lists it.`,
  });
}

/** Sets a registered service's status, and `last_deployed` to when the version it holds was deployed. */
export async function setStatus(name: string, status: string, tools: Tools): Promise<RegisterOutcome> {
  const now = new Date(tools.clock.now()).toISOString();
  const deployed = (found: Registered | undefined) => found?.deployment?.time ?? now;
  return converge(tools, {
    name,
    lacking: (found) => {
      if (!found) return absence;
      const changes: Difference[] = [];
      const other = [found, ...(found.instances ?? [])].find((one) => one.status !== status);
      if (other) changes.push({ field: 'status', expected: status, found: other.status });
      // A status that was set for an earlier version says nothing of this one.
      if (found.lastDeployed === undefined || isBefore(found.lastDeployed, found.deployment?.time)) {
        changes.push({ field: 'last_deployed', expected: deployed(found), found: found.lastDeployed });
      }
      return changes;
    },
    write: (previous) => tools.registry.setStatus({ name, status, lastDeployed: deployed(previous) }),
    absent: `The registry has no service named ${name}: register it before its status is set.`,
  });
}

/** Removes the service from the registry. What others registered under its name stays. */
export async function deregister(name: string, tools: Tools): Promise<RegisterOutcome> {
  let removed = false;
  return converge(tools, {
    name,
    lacking: (found) =>
      !found || (removed && found.foreign) ? [] : [{ field: 'registration', expected: '(none)', found: found.name }],
    write: async () => {
      const receipt = await tools.registry.remove(name);
      removed = true;
      return receipt;
    },
    absent: undefined,
  });
}

const absence: readonly Difference[] = [{ field: 'registration', expected: 'present', found: undefined }];

/** A state that the registry shall have, and how to bring it about. */
interface Goal {
  readonly name: string;
  lacking(found: Registered | undefined): readonly Difference[];
  write(previous: Registered | undefined): Promise<Receipt>;
  /** Why nothing is written where the service is not there; undefined where the write brings it into being. */
  readonly absent: string | undefined;
}

async function converge(tools: Tools, goal: Goal): Promise<RegisterOutcome> {
  const notes: string[] = [];
  try {
    const found = await tools.registry.read(goal.name);
    const changes = goal.lacking(found);
    if (changes.length === 0) return { result: 'unchanged', changes, notes, ...held(found) };
    if (!found && goal.absent !== undefined) return failure(goal.absent, notes);
    const result = found ? 'updated' : 'created';
    if (tools.dryRun) return { result, changes, notes: ['Dry run: nothing was written.'], ...held(found) };
    const written = await writeUntilHeld(tools, goal, { found, notes });
    return 'reason' in written ? written : { ...written, result, changes };
  } catch (error) {
    if (error instanceof KnownError) return failure(error.message, notes);
    throw error;
  }
}

type Written = Omit<Registration, 'result' | 'changes'> | RegisterFailure;

async function writeUntilHeld(
  tools: Tools,
  goal: Goal,
  { found, notes }: { found: Registered | undefined; notes: string[] },
): Promise<Written> {
  let previous = found;
  for (let write = 1; ; write++) {
    const { receipt, problem } = await writeOnce(tools, goal, previous);
    if (receipt?.pending !== undefined) return { notes, pending: receipt.pending, ...held(previous) };
    if (problem) notes.push(problem.message);
    previous = await readBack(tools, goal, { reads: problem ? 1 : READ_BACKS, notes });
    const missing = goal.lacking(previous);
    if (missing.length === 0) return { notes, ...held(previous) };
    if (!problem) return unconfirmed(missing, notes, previous);
    const again = isPassing(problem) || problem.problem === 'precondition';
    if (!again || write === WRITES) {
      return { ...failure(problem.message, notes.slice(0, -1)), differences: missing, ...held(previous) };
    }
    await tools.clock.sleep(backoffMs(WRITE_PAUSE, write - 1), tools.signal);
  }
}

async function writeOnce(
  { clock, signal }: Tools,
  goal: Goal,
  previous: Registered | undefined,
): Promise<{ receipt: Receipt; problem?: undefined } | { receipt?: undefined; problem: RegistryProblem }> {
  signal.throwIfAborted();
  try {
    return { receipt: await goal.write(previous) };
  } catch (error) {
    if (!(error instanceof RegistryProblem)) throw error;
    if (error instanceof Throttled) {
      if (error.retryAfter > LONGEST_PAUSE_MS) throw error;
      // Not even the read-back may come before.
      await clock.sleep(error.retryAfter, signal);
    }
    return { problem: error };
  }
}

/** What the registry holds after a write; a registry may serve its own write a moment late. */
async function readBack(
  { registry, clock, signal }: Tools,
  goal: Goal,
  { reads, notes }: { reads: number; notes: string[] },
): Promise<Registered | undefined> {
  for (let read = 1; ; read++) {
    const found = await registry.read(goal.name).catch((error: unknown) => {
      notes.push('The write may have happened: its result could not be read back.');
      throw error;
    });
    if (read === reads || goal.lacking(found).length === 0) return found;
    await clock.sleep(500 * 2 ** (read - 1), signal);
  }
}

function unconfirmed(missing: readonly Difference[], notes: string[], found: Registered | undefined): RegisterFailure {
  const what = missing.map(describeDifference).join('; ');
  const reason = `The registry accepted the write, but does not hold what was written: ${what}.`;
  return { ...failure(reason, notes), differences: missing, ...held(found) };
}

function failure(reason: string, notes: readonly string[]): RegisterFailure {
  return { result: 'failed', reason, differences: [], notes };
}

function held(found: Registered | undefined): { service?: Service } {
  return found ? { service: factsOf(found) } : {};
}

function isBefore(one: string, other: string | undefined): boolean {
  return other !== undefined && Date.parse(one) < Date.parse(other);
}
