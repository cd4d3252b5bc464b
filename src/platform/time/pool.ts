/** Lets at most `most` pieces of work run at a time; the others wait in line, and each starts as soon as one ends. */
export function createPool(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

/**
 * What `work` makes of each item, in the items' order, at most `most` at a time. Rejects as `Promise.all` does, with the
 * first failure; after it no further item is begun.
 */
export async function mapPooled<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const pool = createPool(most);
  let failed = false;
  const one = async (item: T, index: number): Promise<R | undefined> => {
    if (failed) return undefined;
    try {
      return await work(item, index);
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  // Only what came after a failure is undefined, and that failure has already rejected the whole.
  return (await Promise.all(items.map((item, index) => pool(() => one(item, index))))) as R[];
}
