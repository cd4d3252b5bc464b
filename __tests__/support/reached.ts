import { expect } from '@jest/globals';

/** What a property met while it ran. A property that hardly ever meets its case holds because of that, and proves nothing. */
export interface Reached<K extends string> {
  met(what: K, times?: number): void;
  /** Fails where anything was met less often than was asked for. */
  verify(): void;
}

/** Counts, for each name, how often a property met it; each has to be met at least as often as is given here. */
export function reached<const K extends string>(least: Readonly<Record<K, number>>): Reached<K> {
  const counts = new Map<K, number>();
  return {
    met: (what, times = 1) => {
      counts.set(what, (counts.get(what) ?? 0) + times);
    },
    verify: () => {
      const names = Object.keys(least) as K[];
      const tooSeldom = names.filter((name) => (counts.get(name) ?? 0) < least[name]);
      expect(Object.fromEntries(tooSeldom.map((name) => [name, counts.get(name) ?? 0]))).toEqual({});
    },
  };
}

/** At least `times` of each of the words. */
export function each<const K extends string>(words: readonly K[], times = 1): Record<K, number> {
  return Object.fromEntries(words.map((word) => [word, times])) as Record<K, number>;
}
