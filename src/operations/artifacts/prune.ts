import type { LastGood } from '../../engine/stores/train-store.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import { type BlobStore, blobKey, type Stored } from './blob-store.ts';
import { type Indexed, indexedOf } from './index-entry.ts';

export interface PruneRules {
  /** Only entries of these; absent: of all. */
  readonly component: string | undefined;
  readonly environment: string | undefined;
  /** How many of one name, component and environment stay however old they are. */
  readonly keep: number;
  readonly keepForMs: number;
  /** Digests that a good version names. */
  readonly needed: ReadonlySet<string>;
  readonly now: number;
}

export interface Pruned {
  /** Keys, entries and blobs. */
  readonly removed: readonly string[];
  readonly bytes: number;
  readonly kept: number;
}

const PARALLEL = 4;

/**
 * Removes what nobody needs: a blob that no good version names and no entry that stays. What was written within `keep-for` stays
 * whatever anybody says, so that nothing is removed that is being stored right now.
 */
export async function prune(store: BlobStore, rules: PruneRules, dryRun: boolean): Promise<Pruned> {
  // Blobs first: one that is stored after this look is not on the list, and its entry is older than it.
  const blobs = await store.list('sha256');
  const indexed = (await store.list('index')).flatMap((stored) => indexedOf(stored) ?? []);
  const old = outdated(indexed, rules);
  const named = new Set(indexed.filter((entry) => !old.has(entry)).map(({ sha256 }) => sha256));
  const isOurs = rules.component === undefined && rules.environment === undefined;
  const pruned = new Set([...old].map(({ sha256 }) => sha256));
  const gone = blobs.filter((blob) => {
    const sha256 = blob.key.slice(blobKey('').length);
    // Without an entry it was left by a store that died; whose it is nobody knows, so only a prune of all removes it.
    const isMeant = pruned.has(sha256) || (isOurs && !named.has(sha256));
    return /^[0-9a-f]{64}$/.test(sha256) && isMeant && !named.has(sha256) && !isNeeded(sha256, blob, rules);
  });
  const removed = [...gone, ...[...old].map(({ key }) => ({ key, bytes: 0 }))];
  if (!dryRun) {
    // An entry goes last: a prune that dies half-way finds it again.
    await mapPooled(gone, PARALLEL, ({ key }) => store.remove(key));
    await mapPooled([...old], PARALLEL, ({ key }) => store.remove(key));
  }
  return {
    removed: removed.map(({ key }) => key),
    bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0),
    kept: blobs.length - gone.length,
  };
}

function isNeeded(sha256: string, { writtenAt }: Stored, { needed, now, keepForMs }: PruneRules): boolean {
  return needed.has(sha256) || !(now - writtenAt > keepForMs);
}

/** Entries that are too old, not among the newest of their kind, and named by no good version. */
function outdated(indexed: readonly Indexed[], rules: PruneRules): ReadonlySet<Indexed> {
  const { component, environment, keep, keepForMs, needed, now } = rules;
  const groups = Map.groupBy(indexed, (one) => JSON.stringify([one.component, one.environment, one.name]));
  const old = [...groups.values()].flatMap((group) =>
    group
      .sort((a, b) => b.storedAt - a.storedAt)
      .slice(keep)
      .filter(({ storedAt, sha256 }) => now - storedAt > keepForMs && !needed.has(sha256)),
  );
  const isMeant = (one: Indexed) =>
    (component === undefined || one.component === component) &&
    (environment === undefined || one.environment === environment);
  return new Set(old.filter(isMeant));
}

/** The digests of all pointers that components of good versions, the current and those before, handed on. */
export function digestsNamed(good: LastGood): Set<string> {
  const versions = Object.values(good)
    .flatMap((components) => Object.values(components))
    .flatMap(({ before = [], ...current }) => [current, ...before]);
  const texts = versions.flatMap(({ outputs = {} }) => Object.values(outputs).map(scalarText));
  const pointers = texts.flatMap((text) => [...text.matchAll(/ra1\+[^\s"]*?[?&]sha256=([0-9a-f]{64})/g)]);
  return new Set(pointers.flatMap(([, sha256]) => sha256 ?? []));
}
