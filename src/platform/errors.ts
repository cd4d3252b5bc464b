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
 * A failure that the reader can mend: reported as one annotation per fault, without a stack.
 * Everything else that is thrown is a defect of ours.
 *
 * A message says what failed, with which value, what was expected, and what to do.
 */
export class UserError extends Error {
  override name = 'UserError';
  readonly faults: readonly Fault[];

  constructor(fault: string | Fault | readonly Fault[], options?: ErrorOptions) {
    const faults = typeof fault === 'string' ? [{ message: fault }] : Array.isArray(fault) ? fault : [fault as Fault];
    super(faults.map((one) => one.message).join('\n'), options);
    this.faults = faults;
  }
}

/** What an unknown thrown value says of itself, in one line. */
export function messageOf(error: unknown): string {
  const said = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  const text = String(said);
  return text.split('\n', 1)[0] ?? text;
}
