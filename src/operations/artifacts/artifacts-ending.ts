import type { EarlierVersion, LastGood } from '../../engine/stores/train-store.ts';
import { KnownError } from '../../platform/errors.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import { listed } from '../../platform/text/wording.ts';
import { DAY_MS } from '../../platform/time/duration.ts';
import { parsePointer } from './pointer.ts';

/** So long before the end somebody is told. */
const NOTICE_MS = 14 * DAY_MS;

/** Artifacts of a good version that end soon, or have ended. */
interface Ending {
  readonly at: number;
  /** Whether it is what is there now, and not only what is gone back to. */
  readonly isCurrent: boolean;
  readonly isOver: boolean;
  /** A sentence. */
  readonly text: string;
}

/** Of the versions that are there, and those that a rollback on demand goes back to, what ends within two weeks: by then a rollback finds nothing. */
export function endingSoon(good: LastGood, now: number): Ending[] {
  return Object.entries(good).flatMap(([environment, components]) =>
    Object.entries(components).flatMap(([id, { before = [], ...current }]) =>
      [current, ...before.slice(0, 1)].flatMap((version): Ending[] => {
        const ends = endsOf(version).filter(({ at }) => at < now + NOTICE_MS);
        if (ends.length === 0) return [];
        const names = [...new Set(ends.map(({ name }) => name))];
        const at = Math.min(...ends.map((one) => one.at));
        const isOver = at <= now;
        const verb = isOver ? 'ended' : names.length === 1 ? 'ends' : 'end';
        const day = new Date(at).toISOString().slice(0, 10);
        const text = `${listed(names)}, which ${id} ${version.version} in ${environment} handed on, ${verb} on ${day}: a rollback to it ${isOver ? 'finds nothing' : 'will find nothing then'}.`;
        return [{ at, isOver, isCurrent: version === current, text }];
      }),
    ),
  );
}

function endsOf({ outputs = {} }: EarlierVersion): { readonly name: string; readonly at: number }[] {
  const texts = Object.values(outputs).flatMap((value) => scalarText(value).match(/ra1\+[^\s"]+/g) ?? []);
  return texts.flatMap((text) => {
    try {
      const { name, expiresAt } = parsePointer(text);
      return expiresAt === undefined ? [] : [{ name, at: expiresAt }];
    } catch (error) {
      // What only looks like a pointer is none of ours.
      if (!(error instanceof KnownError)) throw error;
      return [];
    }
  });
}

/** What is done about it. */
export const KEEP_ARTIFACTS =
  'Release it again, or let share-artifact keep it in a store of your own (store: s3), where it stays until it is pruned.';
