/** One way there and back that was really gone. */
export interface RoundTrip {
  readonly what: 'train' | 'hub' | 'channel';
  /** The component, source or channel. */
  readonly subject: string;
  readonly hops: readonly Hop[];
  /** Why it did not come back; undefined where it did. */
  readonly problem?: string | undefined;
}

/** A point that was reached, and how long it took from the one before. */
interface Hop {
  readonly name: string;
  readonly ms: number;
}

/** Notes when each point is reached. */
export function hopsFrom(now: () => number) {
  const hops: Hop[] = [];
  let last = now();
  return {
    hops,
    reached(name: string): void {
      const at = now();
      hops.push({ name, ms: at - last });
      last = at;
    },
  };
}
