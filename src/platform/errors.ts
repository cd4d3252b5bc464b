/** One thing that is wrong with what the user gave us, and where. */
export interface Fault {
  readonly message: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
}

/**
 * What a failure means for anyone who catches it:
 * `fault`: it fails again until somebody changes something; `passing`: nothing was done, and the same may succeed later;
 * `unclear`: a write that may or may not have happened, so look before it is repeated; `paused`: nothing may be sent for a while.
 */
export type ErrorKind = 'fault' | 'passing' | 'unclear' | 'paused';

/**
 * A failure that we know and explain to the reader: one annotation per fault, without a stack. Whatever else is thrown is a
 * defect of ours, or the reason of an AbortSignal. Decide by `kind`; a subclass only adds what its catchers read.
 *
 * A message says what failed, with which value, what was expected, and what to do.
 */
export class KnownError extends Error {
  override name = 'KnownError';
  readonly kind: ErrorKind;
  readonly faults: readonly Fault[];

  constructor(kind: ErrorKind, fault: string | Fault | readonly Fault[], options?: ErrorOptions) {
    const faults = typeof fault === 'string' ? [{ message: fault }] : Array.isArray(fault) ? fault : [fault as Fault];
    super(faults.map((one) => one.message).join('\n'), options);
    this.kind = kind;
    this.faults = faults;
  }
}

/** A failure that the reader can fix: a wrong input, a file that does not hold what it should, a tool that is missing. */
export class UserError extends KnownError {
  override name = 'UserError';

  constructor(fault: string | Fault | readonly Fault[], options?: ErrorOptions) {
    super('fault', fault, options);
  }
}

/** What kind of failure was caught; undefined for what is none: a defect of ours, or a cancellation. */
export function kindOf(error: unknown): ErrorKind | undefined {
  return error instanceof KnownError ? error.kind : undefined;
}

/** What an unknown thrown value says of itself, in one line. */
export function messageOf(error: unknown): string {
  const said = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  const text = String(said);
  return text.split('\n', 1)[0] ?? text;
}

/** Does it; where that fails, what the others find wrong is told with it, each fault once. */
export async function withFaultsOf<T>(work: () => Promise<T>, others: readonly (() => unknown)[]): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (kindOf(error) !== 'fault') throw error;
    throw new UserError(await faultsOf([() => Promise.reject(error), ...others]), { cause: error });
  }
}

/** What is wrong by each of these, each fault once. */
export async function faultsOf(checks: readonly (() => unknown)[]): Promise<Fault[]> {
  const faults = new Map<string, Fault>();
  for (const check of checks) {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      for (const fault of error.faults) faults.set(JSON.stringify(fault), fault);
    }
  }
  return [...faults.values()];
}
