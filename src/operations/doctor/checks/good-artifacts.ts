import type { EarlierVersion, LastGood } from '../../../engine/stores/train-store.ts';
import { KnownError } from '../../../platform/errors.ts';
import { listed } from '../../../platform/text/wording.ts';
import { parsePointer } from '../../artifacts/pointer.ts';
import type { Severity, Trouble } from '../finding.ts';
import type { CheckOf } from '../pass.ts';

const DAY_MS = 24 * 3_600_000;
/** So long before the end somebody is told. */
const NOTICE_MS = 14 * DAY_MS;

interface Ending {
  readonly of: string;
  readonly artifacts: readonly string[];
  readonly at: number;
  /** Whether it is what is there now, and not only what is gone back to. */
  readonly isCurrent: boolean;
}

/** The versions that are there, and those that a rollback on demand goes back to, whose artifacts end before a time. */
function endingBefore(until: number, good: LastGood): Ending[] {
  return Object.entries(good).flatMap(([environment, components]) =>
    Object.entries(components).flatMap(([id, { before = [], ...current }]) =>
      [current, ...before.slice(0, 1)].flatMap((version): Ending[] => {
        const ends = endsOf(version).filter(({ at }) => at < until);
        if (ends.length === 0) return [];
        const of = `${id} ${version.version} in ${environment}`;
        const at = Math.min(...ends.map((one) => one.at));
        return [{ of, at, artifacts: [...new Set(ends.map(({ name }) => name))], isCurrent: version === current }];
      }),
    ),
  );
}

function endsOf({ outputs = {} }: EarlierVersion): { readonly name: string; readonly at: number }[] {
  const texts = Object.values(outputs).flatMap((value) => String(value).match(/ra1\+[^\s"]+/g) ?? []);
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

/** A rollback fetches what its version handed on: by then it may be gone. */
const artifactsStay: CheckOf<'home'> = {
  ...{ check: 'artifact-ends', area: 'state', of: 'home' },
  async run(_, { store, now }) {
    const good = (await store?.lastGood()) ?? {};
    return endingBefore(now + NOTICE_MS, good).map(({ of, artifacts, at, isCurrent }): Trouble => {
      const isOver = at <= now;
      const severity: Severity = isOver && !isCurrent ? 'info' : 'warning';
      const [is, are] = isOver ? ['ended', 'ended'] : ['ends', 'end'];
      return {
        severity,
        seen: `${listed(artifacts)}, which ${of} handed on, ${artifacts.length === 1 ? is : are} on ${new Date(at).toISOString().slice(0, 10)}: a rollback to it ${isOver ? 'finds nothing' : 'will find nothing then'}.`,
        expected: 'an artifact that is there for as long as its version may be gone back to',
        fix: 'Release it anew, or let share-artifact keep it in a store of your own (store: s3), where it stays until it is pruned.',
      };
    });
  },
};

export const artifactChecks = [artifactsStay] as const;
