/** Something wrong with a manifest or a request; the shell knows the line and column of `at`. */
export interface TrainFault {
  readonly message: string;
  /** Keys and indices that lead to the value in the manifest; absent where the fault is not in the manifest. */
  readonly at?: readonly (string | number)[];
  /** The key itself is at fault, not its value. */
  readonly key?: 'key';
  /** Where it stands, 1-based, where no path leads to it: a slip of syntax. */
  readonly place?: { readonly line: number; readonly column: number };
}

const LONGEST_MESSAGE = 1_000;
const MOST_FAULTS = 100;

export interface FaultList {
  /** The message is made only while there is room: suggestions cost time, and nobody reads a thousand faults. */
  add(at: TrainFault['at'], message: () => string, key?: 'key'): void;
  all(): readonly TrainFault[];
}

/** Gathers a hundred faults, and then only counts them. */
export function collectFaults(): FaultList {
  const faults: TrainFault[] = [];
  let more = 0;
  return {
    add(at, message, key) {
      if (faults.length >= MOST_FAULTS) more += 1;
      else faults.push({ message: shortened(message()), ...(at && { at }), ...(key && { key }) });
    },
    all: () => (more === 0 ? faults : [...faults, { message: `${more} more faults of this kind are not shown.` }]),
  };
}

/** A message may quote what somebody wrote: bounded, it stays readable however long that is. */
function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}
