import { resolveRead } from '../../../engine/planning/open-manifest.ts';
import { readManifest } from '../../../engine/planning/read-manifest.ts';
import { KnownError, messageOf } from '../../../platform/errors.ts';
import { mapPooled } from '../../../platform/time/pool.ts';
import type { Candidates } from './candidates.ts';
import { type Draft, draftOf } from './draft.ts';
import { draftYaml } from './draft-text.ts';
import { type LeftOut, type Sighting, sight } from './sighting.ts';

/** A manifest that was drafted, and what is not in it. */
interface DraftedManifest {
  readonly draft: Draft;
  readonly yaml: string;
  readonly leftOut: readonly LeftOut[];
  /** What our own reading of it would refuse: to be corrected by hand. */
  readonly faults: readonly string[];
}

const AT_ONCE = 8;

/** Looks into every candidate and drafts the manifest; undefined where there is nothing to write one of. */
export async function discover(
  { found, leftOut }: Candidates,
  {
    name,
    signal,
    onLooked,
  }: { name: string; signal: AbortSignal; onLooked?: (done: number, repository: string) => void },
): Promise<DraftedManifest | { readonly leftOut: readonly LeftOut[] }> {
  let done = 0;
  const seen = await mapPooled(found, AT_ONCE, async ({ repository, open }): Promise<Sighting | LeftOut> => {
    try {
      return await sight(await open());
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof KnownError)) throw error;
      return { repository, why: `it could not be read: ${messageOf(error)}` };
    } finally {
      done += 1;
      onLooked?.(done, repository);
    }
  });
  const sightings = seen.flatMap((one) => ('why' in one ? [] : [one]));
  const all = [...leftOut, ...seen.flatMap((one) => ('why' in one ? [one] : []))];
  if (sightings.length === 0) return { leftOut: all };
  const draft = draftOf(name, sightings);
  const yaml = draftYaml(draft);
  const resolved = resolveRead(await readManifest(yaml, 'draft'));
  const faults = 'faults' in resolved ? resolved.faults.map(({ message, line }) => `Line ${line}: ${message}`) : [];
  return { draft, yaml, leftOut: all, faults };
}
