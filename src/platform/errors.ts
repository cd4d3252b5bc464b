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
 * What a failure means for whoever catches it:
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
